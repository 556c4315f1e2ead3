// What to look up at Webex, and what the reader found there. Two switches leave only the steps that fit this account.

import { h, type Child } from "../dom/elements";
import { afterPaint } from "../dom/later";
import { blocks, inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { t, word } from "../words/words";
import type { Check, Console, History, Message, Report, Source, Way, WhichConsole } from "engine";
import type { Actions, Choices } from "./actions";
import { answers } from "./answers";
import { CAUSE_SIGN, citedAll, section, segments, tone } from "./parts";

const HISTORIES: History[] = ["never-worked", "worked-before"];
const CONSOLES: Console[] = ["control-hub", "site-administration"];

/** Beside a message. */
export function checks(message: Message, said: Choices, actions: Actions): HTMLElement | undefined {
  const { checks: all, verdict, first, ifItStays, whichConsole } = message.error31;
  const due = first.items.flatMap(({ check }) => (check === undefined ? [] : all[check] ?? [])).filter(({ settled }) => settled);
  const lead = t(due.length > 0 ? "checks-lead-due" : verdict === "explained" ? "checks-lead-explained" : "checks-lead");
  return list(all, t(verdict === "not-explained" ? "checks-next" : "checks"), lead, said, actions, ifItStays, whichConsole, due);
}

/** Without a message, for the error sentence alone. */
export function checksAlone({ checks, ifItStays, whichConsole }: Pick<Report, "checks" | "ifItStays" | "whichConsole">, said: Choices, actions: Actions): HTMLElement | undefined {
  return list(checks, t("checks"), t("checks-lead"), said, actions, ifItStays, whichConsole);
}

/**
 * Nothing is preset: what is not known stands there for both, each under its head. The ways are those of the console that the engine
 * knows or was told. `before` is what the reader chose before. What is `due` is confirmed and stands there whatever the account did before.
 */
function list(all: Check[], heading: string, lead: string, before: Choices, actions: Actions, ifItStays: string | undefined, which: WhichConsole | undefined, due: Check[] = []): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  let said = before;
  const choose = (change: Partial<Choices>) => {
    said = { ...said, ...change };
    actions.choose(change);
  };
  const ways = all.flatMap((check) => check.ways);
  const consoles = CONSOLES.filter((one) => ways.some((way) => way.console === one));
  const chosen = { history: said.history, console: consoles.length === 1 ? consoles[0] : undefined };
  const articles = h("div", { on: { focusout: () => setTimeout(settle) } });
  const draw = () => articles.replaceChildren(...ordered(all, said)
    .map((check) => ({ check, ways: waysOf(check, chosen, due.includes(check)) }))
    .filter((one) => one.ways.length > 0)
    .map(({ check, ways }) => article(check, ways, actions)));
  /** What is answered sinks once the focus has left it. */
  const settle = () => {
    const focused = document.activeElement;
    if (!articles.isConnected || said.held === undefined || focused?.closest(".check")?.id === `check-${said.held.cause}`) return;
    choose({ held: undefined });
    const sorted = ordered(all, said).map(({ cause }) => articles.querySelector(`#check-${cause}`)).filter((one) => one !== null);
    const at = sorted.findIndex((one) => one.contains(focused));
    const top = focused?.getBoundingClientRect().top ?? 0;
    for (const one of sorted.slice(0, Math.max(0, at))) sorted[at]?.before(one);
    articles.append(...sorted.slice(at + 1));
    if (at >= 0 && focused) scrollBy({ top: focused.getBoundingClientRect().top - top, behavior: "instant" });
  };
  afterPaint(articles, draw, () => articles.isConnected);
  return section("checks", heading,
    h("p", { class: "lead" }, lead),
    which && ways.some((way) => way.console) && h("details", { class: "more which" }, h("summary", {}, which.title),
      h("ul", {}, which.signs.map((sign) => h("li", {}, inline(sign.text), sources(sign))))),
    h("div", { class: "segrow" },
      ways.some((way) => way.history) && segments("history", t("this-account"),
        HISTORIES.map((value) => ({ value, label: t(`history-${value}`) })), chosen.history,
        (value) => { chosen.history = value; choose({ history: value }); draw(); }),
      ways.some((way) => way.console) && segments("console", t("managed-in"),
        CONSOLES.map((value) => ({ value, label: t(`console-${value}`), lang: "en" })), chosen.console,
        (value) => actions.answer("managed-in", value))),
    articles,
    ifItStays !== undefined && h("p", { class: "stays" }, inline(ifItStays)));
}

/** What is confirmed first, for it is to be mended; then the open ones. While one is held, all stay where they were. */
export function ordered(all: Check[], { held }: Choices): Check[] {
  const rank = (check: Check) => (check.settled?.verdict === "confirmed" ? 0 : isAnswered(check) ? 2 : 1);
  const sorted = [0, 1, 2].flatMap((wanted) => all.filter((check) => rank(check) === wanted));
  if (!held) return sorted;
  const place = (check: Check) => held.order.indexOf(check.cause);
  return sorted.every((check) => place(check) >= 0) ? sorted.sort((a, b) => place(a) - place(b)) : sorted;
}

function isAnswered({ question, settled }: Check): boolean {
  return settled !== undefined || question?.given !== undefined;
}

function article(check: Check, ways: Way[], actions: Actions): HTMLElement {
  const { cause, settled, question } = check;
  const color = settled ? tone(settled.verdict) : "open";
  return h("article", { class: "check", id: `check-${cause}`, tabindex: -1 },
    sign(settled ? CAUSE_SIGN[settled.verdict] : "open", color),
    h("div", {},
      h("h3", {}, inline(check.title)),
      settled && h("p", { class: `settled ${color}` }, t(`verdict-${settled.verdict}`), " · ", word("provenance", settled.provenance)),
      ways.map((way) => h("div", { class: "way" }, ways.length > 1 && head(way), blocks(way.steps), sources(way))),
      h("p", { class: "src" },
        h("span", {}, `${t("who")}: `, inline(check.who)),
        cause === "account-state" && h("button", { type: "button", class: "link", on: { click: actions.statuses } }, t("statuses"))),
      question && answers(question, actions)));
}

/** The pages that say so. */
function sources({ sources }: { sources: Source[] }): Child {
  return h("p", { class: "src" }, h("span", {}, `${t("source")}: `, citedAll(sources)));
}

/** Whom the steps of a way are for. */
function head({ console, history }: Way): HTMLElement {
  const parts = [console && h("span", { lang: "en" }, t(`console-${console}`)), history && `${t("this-account")}: ${t(`history-${history}`)}`];
  return h("h4", {}, parts.flatMap((part, i) => (part ? [i > 0 && parts[0] ? " · " : "", part] : [])));
}

function waysOf({ ways }: Check, { history }: { history: History | undefined }, due: boolean): Way[] {
  const fitting = ways.filter((way) => !way.history || !history || way.history === history);
  return due && fitting.length === 0 ? ways : fitting;
}
