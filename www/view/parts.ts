// Small pieces that several sections share.

import { h, type Child } from "../dom/elements";
import { outward } from "../dom/markup";
import { sign, type Sign } from "../dom/signs";
import { citedDay } from "../words/cited-days";
import { t, type Key } from "../words/words";
import type { Cause, CauseVerdict, Severity, Source, Verdict } from "engine";

export const VERDICT_SIGN: Record<Verdict, Sign> = { explained: "found", "not-explained": "none", "cannot-tell": "open" };
export const CAUSE_SIGN: Record<CauseVerdict, Sign> = { confirmed: "found", "ruled-out": "clear", "cannot-tell": "open" };
export const SEVERITY_TONE: Record<Severity, string> = { error: "found", warning: "warn", info: "note" };

export function section(id: string, heading: Child, ...children: Child[]): HTMLElement {
  return h("section", { class: "col sec", id, "aria-labelledby": `${id}-h` },
    h("h2", { id: `${id}-h`, tabindex: -1 }, heading), children);
}

/** A section with a control beside its heading. */
export function sectionWithTool(id: string, heading: Child, tool: Child, ...children: Child[]): HTMLElement {
  return h("section", { class: "col sec", id, "aria-labelledby": `${id}-h` },
    h("div", { class: "hrow" }, h("h2", { id: `${id}-h`, tabindex: -1 }, heading), tool), children);
}

/** A text that is handed over, to be read or copied by hand. */
export function box(id: string, name: string, text: string, rows: number): HTMLTextAreaElement {
  const area = h("textarea", { id, class: "out", readonly: true, rows, "aria-label": name, spellcheck: "false" });
  area.value = text;
  return area;
}

export function button(id: string, label: string, act: () => void): HTMLButtonElement {
  return h("button", { type: "button", class: "btn", id, on: { click: act } }, label);
}

/** The number of a finding, the same in “Do first”, among the findings and in the gutter. */
export function badge(index: number, severity: Severity): HTMLElement {
  return h("span", { class: `num ${severity}`, "aria-hidden": "true" }, String(index + 1));
}

export function severityWord(severity: Severity): HTMLElement {
  return h("span", { class: `sev ${SEVERITY_TONE[severity]}` }, sign(severity), t(`severity-${severity}`));
}

/** The five causes in a row, named in full for those who don't see it. */
export function strip(causes: Cause[]): HTMLElement {
  const spelled = causes.map((cause) => `${cause.title}: ${t(`verdict-${cause.verdict}`)}`).join("; ");
  return h("span", { class: "strip", role: "img", "aria-label": spelled },
    causes.map((cause) => sign(CAUSE_SIGN[cause.verdict], tone(cause.verdict))));
}

export function tone(verdict: CauseVerdict): string {
  return { confirmed: "found", "ruled-out": "clear", "cannot-tell": "open" }[verdict];
}

/** A page that says so, with what is to be known about it, and the day on which it was last looked at. */
export function cited(url: string, note: string | undefined): Child {
  return citedAll([{ url, ...(note !== undefined && { note }) }]);
}

/** Several pages, with each day once behind those that were looked at on it. */
export function citedAll(sources: Source[]): Child {
  const days = sources.map(({ url }) => citedDay(url));
  return sources.map(({ url, note }, i) => {
    const isLast = days[i] !== days[i + 1] || i + 1 === sources.length;
    return [i > 0 && (days[i] === days[i - 1] ? ", " : "; "), sourceLink(url), note !== undefined && ` (${note})`, isLast && on(days[i], i + 1 < sources.length)];
  });
}

/** A day in words longer than this has more to say, and breaks. */
const SHORT = 40;

/** A day in one piece; where more follows, without the full stop that a date ends in. */
function on(day: string | undefined, isFollowed: boolean): Child {
  if (day === undefined) return undefined;
  const words = isFollowed ? day.replace(/\.$/, "") : day;
  return ["\u00a0· ", words.length > SHORT ? words : h("span", { class: "whole" }, words)];
}

/** A page that says so, named by its host and the last part of its path. */
export function sourceLink(address: string): Child {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return address;
  const last = url.pathname.split("/").filter((part) => part !== "").at(-1);
  const host = url.host.replace(/^www\./, "");
  const name = last && last.length <= 40 ? `${host}\u00a0›\u00a0${last}` : host;
  return outward(url.href, name);
}

/** What the column is called, where rows are stacked. */
export function columnName(column: Key): Child {
  return h("span", { class: "in-stack", "aria-hidden": "true" }, t(column), ": ");
}

export interface Choice<T extends string> {
  value: T;
  label: Child;
  lang?: string;
}

/** A radio group that looks like a switch. */
export function segments<T extends string>(
  name: string, legend: string, choices: Choice<T>[], chosen: T | undefined, choose: (value: T) => void, hiddenLegend = false,
): HTMLElement {
  return h("fieldset", { class: "segments" },
    h("legend", { class: hiddenLegend ? "vh" : undefined }, legend),
    h("span", { class: "seg" },
      choices.map((choice) =>
        h("label", { lang: choice.lang },
          h("input", {
            type: "radio", name, id: `${name}-${choice.value}`, value: choice.value, checked: choice.value === chosen,
            on: { change: () => choose(choice.value) },
          }),
          h("span", {}, choice.label)))));
}
