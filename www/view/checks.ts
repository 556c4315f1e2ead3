// What to look up at Webex. Two switches leave only the steps that fit this account.

import { h } from "../dom";
import { blocks, inline } from "../marks";
import { sign } from "../signs";
import { t } from "../words";
import type { Check, Console, History, Message, Way } from "engine";
import type { Choices } from "./actions";
import { section, segments, sourceLink } from "./parts";

const HISTORIES: History[] = ["never-worked", "worked-before"];
const CONSOLES: Console[] = ["site-administration", "control-hub"];

/** Where the users of a receiver are managed, as long as the reader doesn't say otherwise. */
const PRESET: Record<string, Console | undefined> = { "meetings-site": "site-administration", "control-hub": "control-hub" };

export function checks(message: Message, said: Choices): HTMLElement | undefined {
  const { checks: all, verdict } = message.error31;
  if (all.length === 0) return undefined;
  const choices = { ...said, console: said.console ?? PRESET[message.sp.id] };
  const list = h("div", {});
  const draw = () => list.replaceChildren(...all
    .map((check) => ({ check, ways: check.ways.filter((way) => fits(way, choices)) }))
    .filter((one) => one.ways.length > 0)
    .map(({ check, ways }) => article(check, ways, choices)));
  draw();
  const ways = all.flatMap((check) => check.ways);
  const next = verdict === "not-explained";
  return section("checks", t(next ? "checks-next" : "checks"),
    h("p", { class: "lead" }, t(verdict === "explained" ? "checks-lead-explained" : "checks-lead")),
    h("div", { class: "segrow" },
      ways.some((way) => way.history) && segments("history", t("this-account"),
        HISTORIES.map((value) => ({ value, label: t(`history-${value}`) })), choices.history,
        (value) => { choices.history = said.history = value; draw(); }),
      ways.some((way) => way.console) && segments("console", t("managed-in"),
        CONSOLES.map((value) => ({ value, label: t(`console-${value}`), lang: "en" })), choices.console,
        (value) => { choices.console = said.console = value; draw(); })),
    list);
}

function article(check: Check, ways: Way[], choices: Choices): HTMLElement {
  return h("article", { class: "check", id: `check-${check.cause}`, tabindex: -1 },
    sign("open", "open"),
    h("div", {},
      h("h3", {}, inline(check.title)),
      ways.map((way) => steps(way, choices)),
      h("p", { class: "src" },
        check.who !== "" && h("span", {}, `${t("who")}: `, inline(check.who)),
        check.source !== "" && h("span", {}, `${t("source")}: `, sourceLink(check.source)))));
}

function fits(way: Way, choices: Choices): boolean {
  return (!way.history || !choices.history || way.history === choices.history)
    && (!way.console || !choices.console || way.console === choices.console);
}

/** The steps, headed by whom they are for as long as the reader has not chosen. */
function steps(way: Way, choices: Choices): HTMLElement {
  const history = way.history && !choices.history && t(`way-${way.history}`);
  const console = way.console && !choices.console && t(`console-${way.console}`);
  const caption = [history, console].filter(Boolean).join(" · ");
  return h("div", { class: "way" }, caption !== "" && h("h4", {}, caption), blocks(way.steps));
}
