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

/** Beside a message. */
export function checks(message: Message, said: Choices): HTMLElement | undefined {
  const { checks: all, verdict } = message.error31;
  const console = message.sp.id === "control-hub" ? "control-hub" : "site-administration";
  const lead = t(verdict === "explained" ? "checks-lead-explained" : "checks-lead");
  return list(all, t(verdict === "not-explained" ? "checks-next" : "checks"), lead, said, console);
}

/** Without a message, for the error sentence alone. */
export function checksAlone(all: Check[], said: Choices): HTMLElement | undefined {
  return list(all, t("checks"), t("checks-lead"), said, "site-administration");
}

/** Most who meet error 31 sign in for the first time; what the reader says is kept in `said`. */
function list(all: Check[], heading: string, lead: string, said: Choices, preset: Console): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  const chosen = { history: said.history ?? "never-worked", console: said.console ?? preset };
  const articles = h("div", {});
  const draw = () => articles.replaceChildren(...all
    .map((check) => ({ check, ways: check.ways.filter((way) => fits(way, chosen)) }))
    .filter((one) => one.ways.length > 0)
    .map(({ check, ways }) => article(check, ways)));
  draw();
  const ways = all.flatMap((check) => check.ways);
  return section("checks", heading,
    h("p", { class: "lead" }, lead),
    h("div", { class: "segrow" },
      ways.some((way) => way.history) && segments("history", t("this-account"),
        HISTORIES.map((value) => ({ value, label: t(`history-${value}`) })), chosen.history,
        (value) => { chosen.history = said.history = value; draw(); }),
      ways.some((way) => way.console) && segments("console", t("managed-in"),
        CONSOLES.map((value) => ({ value, label: t(`console-${value}`), lang: "en" })), chosen.console,
        (value) => { chosen.console = said.console = value; draw(); })),
    articles);
}

function article(check: Check, ways: Way[]): HTMLElement {
  return h("article", { class: "check", id: `check-${check.cause}`, tabindex: -1 },
    sign("open", "open"),
    h("div", {},
      h("h3", {}, inline(check.title)),
      ways.map((way) => h("div", { class: "way" }, blocks(way.steps))),
      h("p", { class: "src" },
        check.who !== "" && h("span", {}, `${t("who")}: `, inline(check.who)),
        check.source !== "" && h("span", {}, `${t("source")}: `, sourceLink(check.source)))));
}

function fits(way: Way, chosen: { history: History; console: Console }): boolean {
  return (!way.history || way.history === chosen.history) && (!way.console || way.console === chosen.console);
}
