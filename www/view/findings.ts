// The findings in the order of work: errors and what is to be done first stand open, the rest is folded.

import { fill, h } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { t } from "../words/words";
import type { Diagnostic, Message, Span } from "engine";
import { missingIn } from "../editor/findings";
import type { Actions } from "./actions";
import { copy } from "./copy-box";
import { entryLink } from "./entry-link";
import { Pages, pagesOf } from "./paged";
import { badge, cited, sectionWithTool, severityWord } from "./parts";

/** More findings than this get one button that unfolds them all. */
const MANY = 6;

/** So much of a place is shown with its finding, in UTF-16 units. */
const LINE = 200;

/** So much stands before and behind it, at most. */
const [BEFORE, AFTER] = [120, 80];

export function findings(message: Message, actions: Actions): HTMLElement {
  const all = message.diagnostics;
  const first = new Set(message.error31.first.items.map(({ finding: index }) => index));
  const articles = h("div", { class: "findings", id: "finding-list" });
  const open = { now: false };
  const pages = new Pages(articles, "findings", all.length, (i) => all.slice(i, i + 1).map((diagnostic) => {
    const article = finding(message, diagnostic, i, actions);
    if (open.now || first.has(i)) unfold(article);
    return article;
  }));
  const hasFolds = all.some((diagnostic, i) => isFolded(diagnostic) && !first.has(i));
  return sectionWithTool("findings", t("findings"), all.length > MANY && hasFolds && unfoldAll(articles, open),
    all.length === 0 ? h("p", { class: "lead" }, t("no-findings")) : [articles, pages.line],
    message.omitted.map(({ rule, count }) => h("p", { class: "lead omitted" }, inline(t("findings-omitted", { rule, n: count })))));
}

/** The finding of this index, drawn where it was not yet. */
export function findingAt(index: number): HTMLElement | null {
  pagesOf(document.getElementById("finding-list"))?.reach(index);
  return document.getElementById(`f${index + 1}`);
}

/** Opens a folded finding. */
export function unfold(article: HTMLElement, open = true): void {
  const button = article.querySelector<HTMLButtonElement>(".fold");
  const body = article.querySelector<HTMLElement>(".body");
  if (!button || !body) return;
  button.setAttribute("aria-expanded", String(open));
  body.hidden = !open;
}

function finding(message: Message, diagnostic: Diagnostic, index: number, actions: Actions): HTMLElement {
  const folded = isFolded(diagnostic);
  const bodyId = `f${index + 1}-body`;
  const title = h("span", {}, inline(diagnostic.title));
  const article = h("article", { class: folded ? "finding minor" : "finding", id: `f${index + 1}`, tabindex: -1, "aria-labelledby": `f${index + 1}-h` },
    badge(index, diagnostic.severity),
    h("div", {},
      h("h3", { id: `f${index + 1}-h` },
        folded
          ? h("button", { type: "button", class: "fold", "aria-expanded": "false", "aria-controls": bodyId }, title)
          : title),
      h("p", { class: "meta" },
        severityWord(diagnostic.severity), place(diagnostic, index, actions),
        diagnostic.code !== undefined && entryLink("code", String(diagnostic.code), "of-code", t("webex-code", { n: diagnostic.code })),
        entryLink("rule", diagnostic.rule, "rule", h("code", {}, diagnostic.rule))),
      h("div", { class: "body", id: bodyId, hidden: folded }, ownLine(message, diagnostic), words(diagnostic), copying(index, actions))));
  article.querySelector(".fold")?.addEventListener("click", (event) => {
    unfold(article, (event.currentTarget as HTMLElement).getAttribute("aria-expanded") !== "true");
  });
  return article;
}

function words(diagnostic: Diagnostic): HTMLElement {
  return h("dl", {},
    [h("dt", {}, t("why")), h("dd", {}, blocks(diagnostic.why))],
    [h("dt", {}, t("fix")), h("dd", {}, blocks(diagnostic.fix))],
    [h("dt", {}, t("source")), h("dd", { class: "src" }, cited(diagnostic.source, diagnostic.sourceNote))]);
}

/** Hands on this finding alone. */
function copying(index: number, { handing }: Actions): HTMLElement {
  const said = h("span", { class: "copied", role: "status" });
  const act = () => {
    const text = handing.finding(index);
    if (text === undefined || text === "") said.replaceChildren(t("not-made"));
    else void copy(text, said);
  };
  return h("p", { class: "hand-on" },
    h("button", { type: "button", class: "link", id: `f${index + 1}-copy`, on: { click: act } }, t("copy-finding"), h("span", { class: "vh" }, `: ${index + 1}`)), " ", said);
}

function place(diagnostic: Diagnostic, index: number, actions: Actions): HTMLElement | false {
  const { line, column } = diagnostic;
  if (!diagnostic.span || line === undefined || column === undefined) return false;
  return h("button", {
    type: "button", class: "loc", id: `f${index + 1}-place`, "data-place": index,
    on: { click: () => actions.place(index) },
  }, t("place", { line, column }), h("span", { class: "vh" }, `, ${t("finding-link", { n: index + 1 })}`));
}

/** The line that a finding speaks of, for narrow screens and paper, where the source is far away. */
function ownLine(message: Message, diagnostic: Diagnostic): HTMLElement | false {
  const { span, line } = diagnostic;
  if (!span || line === undefined) return false;
  const name = h("span", { class: "vh" }, `${t("own-line", { line })}: `);
  const missing = missingIn(diagnostic, message.xml);
  if (missing !== undefined) return h("p", { class: "own-line is-missing" }, name, inline(missing));
  const { before, marked, after } = around(message.xml, span);
  return h("p", { class: "own-line" }, name, h("code", {}, before, h("mark", { class: diagnostic.severity }, marked), after));
}

/** The place with the element it stands in, as a line of its own, whatever the lines of the message are. */
function around(xml: string, { start, end }: Span): { before: string; marked: string; after: string } {
  const opens = xml.startsWith("<", start) ? start : xml.lastIndexOf("<", start);
  const from = opens >= 0 && start - opens <= BEFORE ? opens : Math.max(0, start - BEFORE);
  const marked = xml.slice(start, Math.min(end, start + LINE));
  const until = start + marked.length;
  const closes = xml.indexOf(">", marked.endsWith(">") ? until - 1 : until);
  const to = closes >= 0 && closes - until < AFTER ? closes + 1 : Math.min(xml.length, until + AFTER);
  const flat = (text: string) => text.replace(/\s+/g, " ");
  return {
    before: `${from === opens || from === 0 ? "" : "…"}${flat(xml.slice(from, start)).trimStart()}`,
    marked: flat(marked),
    after: marked.length === LINE ? "…" : `${flat(xml.slice(until, to))}${to === closes + 1 || to === xml.length ? "" : "…"}`,
  };
}

function isFolded({ severity }: Diagnostic): boolean {
  return severity !== "error";
}

function unfoldAll(articles: HTMLElement, open: { now: boolean }): HTMLElement {
  const button = h("button", { type: "button", class: "link", id: "unfold-all", on: { click: () => {
    open.now = !open.now;
    for (const article of articles.querySelectorAll<HTMLElement>(".finding")) unfold(article, open.now);
    fill(button, t(open.now ? "fold-all" : "unfold-all"));
  } } }, t("unfold-all"));
  return button;
}
