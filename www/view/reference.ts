// The reference: all that the tables know, to be read and searched in place of the report, which stays as it is.

import type { Reference, ReferenceEntry, ReferenceKind } from "engine";
import { addressOf, type Asked } from "../frame/fragment";
import { fill, h } from "../dom/elements";
import { blocks, inline, plain } from "../dom/markup";
import { t } from "../words/words";
import { WAYS, type Actions, type Way } from "./actions";
import { copy } from "./copy-box";
import { entryLink } from "./entry-link";
import { howTo } from "./how-to-get";
import { citedAll, section } from "./parts";

export interface ReferenceView {
  element: HTMLElement;
  search: HTMLInputElement;
  /** Brings what is asked for into view; what is not there is said. */
  show(asked: Asked): HTMLElement;
}

/** The entry that is asked for. */
export function entryOf({ sections }: Reference, { kind, id }: Asked): ReferenceEntry | undefined {
  if (id === undefined) return undefined;
  const entries = sections.find((one) => one.kind === kind)?.entries ?? [];
  const is = (same: (one: string) => boolean) => entries.find(({ id: own, also }) => same(own) || also !== undefined && same(also));
  return is((one) => one === id) ?? is((one) => one.toLowerCase() === id.toLowerCase());
}

export function reference(all: Reference, way: Way | undefined, actions: Actions): ReferenceView {
  const said = h("p", { class: "said-wrong", id: "reference-wrong", role: "status", hidden: true });
  const counted = h("p", { class: "hint", id: "reference-count", role: "status" });
  const search = h("input", { type: "search", id: "reference-search", autocomplete: "off", spellcheck: "false", on: {
    input: () => filter(),
    keydown: (event) => {
      if (event.key !== "Escape" || search.value === "") return;
      event.stopPropagation();
      event.preventDefault();
      search.value = "";
      filter();
    },
  } });
  const parts = all.sections.map(({ kind, title, entries }) => {
    const articles = entries.map((one) => ({ article: article(kind, one), text: textOf(one) }));
    const list = section(`reference-${kind}`, title, articles.map((one) => one.article));
    return { kind, list, articles };
  });
  const how = h("div", {}, howTo(way, actions));
  const element = h("div", { class: "reference", id: "reference", role: "main" },
    h("section", { class: "col hero", "aria-labelledby": "reference-h" },
      h("p", {}, h("a", { class: "btn sm", id: "reference-close", href: "#" }, t("reference-close"))),
      h("h1", { id: "reference-h", tabindex: -1 }, t("reference")),
      h("p", { class: "sub" }, t("reference-lead")),
      said,
      h("p", { class: "finder" }, h("label", { for: "reference-search" }, t("reference-search")), search, counted),
      h("ul", { class: "samples" }, all.sections.map(({ kind, title, entries }) =>
        h("li", {}, entryLink(kind, undefined, undefined, title), ` ${entries.length}`)))),
    parts.map((part) => part.list), how);

  function filter(): void {
    const words = folded(search.value).split(/\s+/).filter((word) => word !== "");
    let found = 0;
    for (const { list, articles } of parts) {
      const fitting = articles.filter(({ article: one, text }) => {
        one.hidden = !words.every((word) => text.includes(word));
        return !one.hidden;
      });
      list.hidden = fitting.length === 0;
      found += fitting.length;
    }
    how.hidden = words.length > 0;
    fill(counted, t("reference-count", { n: found }));
  }

  function show(asked: Asked): HTMLElement {
    search.value = "";
    filter();
    const entry = entryOf(all, asked);
    const isWay = asked.kind === "how" && WAYS.some((one) => one === asked.id);
    const wrong = asked.id !== undefined && !entry && !isWay;
    said.hidden = !wrong;
    fill(said, wrong ? t("reference-wrong") : "");
    if (entry) return element.querySelector<HTMLElement>(`#${CSS.escape(placeOf(asked.kind, entry.id))}`) ?? element;
    const heading = asked.kind === "how" && !wrong ? how.querySelector<HTMLElement>("h2") : wrong ? undefined : element.querySelector<HTMLElement>(`#reference-${CSS.escape(asked.kind)}-h`);
    return heading ?? element.querySelector<HTMLElement>("h1") ?? element;
  }

  filter();
  return { element, search, show };
}

function facts({ facts: all, sources }: ReferenceEntry): HTMLElement {
  return h("dl", {}, all.map(({ name, text }) => [h("dt", {}, inline(name)), h("dd", {}, blocks(text))]),
    h("dt", {}, t("source")), h("dd", { class: "src" }, citedAll(sources)));
}

/** A code that the address asks for, beside the empty page. */
export function explained(entry: ReferenceEntry): HTMLElement {
  const all = section("asked", inline(entry.title), facts(entry), h("p", { class: "src" }, h("a", { href: "#reference" }, t("reference-open"))));
  all.classList.add("asked");
  return all;
}

function article(kind: ReferenceKind, entry: ReferenceEntry): HTMLElement {
  const place = placeOf(kind, entry.id);
  const told = h("span", { class: "said", role: "status" });
  const address = addressOf(kind, entry.id);
  return h("article", { class: "entry", id: place, tabindex: -1, "aria-labelledby": `${place}-h` },
    h("h3", { id: `${place}-h` }, inline(entry.title)),
    facts(entry),
    h("p", { class: "meta" }, entryLink(kind, entry.id, undefined, h("code", {}, `${kind}=${entry.id}`)), " ",
      h("button", { type: "button", class: "link", "aria-label": t("reference-copy-of", { name: plain(entry.title) }),
        on: { click: () => void copy(new URL(address, pageAddress()).href, told) } }, t("reference-copy")), told));
}

/** The page's own address without what its host put there. */
function pageAddress(): string {
  return location.origin === "null" && location.protocol !== "file:" ? location.href.replace(/[?#].*$/, "") : location.href.replace(/#.*$/, "");
}

function placeOf(kind: string, id: string): string {
  return `reference-${kind}-${id.replace(/ /g, "-")}`;
}

function textOf({ id, also, title, facts: all }: ReferenceEntry): string {
  return folded([id, also ?? "", title, ...all.flatMap(({ name, text }) => [name, text])].map(plain).join(" "));
}

/** Without case and accents, so that what is typed on any keyboard finds it. */
function folded(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[‑–]/g, "-");
}
