// Webex's own answer, where it stands in the input: beside a message, or alone.

import { h } from "../dom/elements";
import { blocks } from "../dom/markup";
import { sign } from "../dom/signs";
import { t } from "../words/words";
import type { Observed } from "engine";
import type { Actions } from "./actions";
import { code } from "./code";
import { entryLink } from "./entry-link";
import { cited, section } from "./parts";

/** Beside a message. */
export function observed(all: Observed[]): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  return section("observed", t("observed"), all.map((one) =>
    h("div", { class: "answer" },
      h("h3", {}, t("quoted", { text: one.spelling })), blocks(one.meaning), source(one))));
}

/** The sentence alone: what it means, and what to give next. */
export function answer(all: Observed[], fiveCauses: boolean, hasList: boolean, actions: Actions): HTMLElement {
  const [first, ...rest] = all;
  const more = rest.filter((one, i) => one.code !== first?.code && rest.findIndex((other) => other.code === one.code) === i);
  return h("section", { class: "col verdict", id: "verdict", tabindex: -1 },
    h("p", { class: "chip open" }, sign("open"), t("chip-observed")),
    first && [
      h("h1", {}, t("observed-heading", { spelling: first.spelling })),
      h("div", { class: "sub" }, blocks(first.meaning), source(first)),
    ],
    h("div", { class: "first" },
      h("h2", {}, t("observed-next")),
      h("p", { class: "words" }, t(fiveCauses ? "observed-next-why" : "observed-next-other")),
      h("p", { class: "acts" },
        h("button", { type: "button", class: "btn pri", id: "paste", on: { click: actions.paste } }, t("paste")),
        h("button", { type: "button", class: "btn", id: "open", on: { click: actions.openFile } }, t("open-file")),
        fiveCauses && !hasList && h("button", { type: "button", class: "btn", id: "open-list", on: { click: actions.openList } }, t("open-list")))),
    more.map((one) => h("div", { class: "answer" }, h("h2", {}, t("observed-heading", { spelling: one.spelling })), blocks(one.meaning), source(one))));
}

/** What is known of each code but 31, once; what each means stands above. */
export function codes(all: Observed[]): HTMLElement[] {
  const known = all.flatMap(({ about }) => about ?? []);
  return known.filter((one, i) => known.findIndex((other) => other.code === one.code) === i).map((one) => code(one, true));
}

function source(one: Observed): HTMLElement | false {
  return h("p", { class: "src" }, `${t("source")}: `, cited(one.source, one.sourceNote), " · ", entryLink("code", String(one.code), undefined, t("observed-code", { n: one.code })));
}
