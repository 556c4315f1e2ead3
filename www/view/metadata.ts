// Metadata that messages are held against: a row a file, and what opens more of them.

import type { MetadataSummary } from "engine";
import { h } from "../dom/elements";
import { inline } from "../dom/markup";
import { t } from "../words/words";
import type { Actions } from "./actions";
import { sectionWithTool } from "./parts";

export interface Published {
  name: string;
  summary: MetadataSummary | undefined;
}

export function metadata(all: readonly Published[], actions: Actions): HTMLElement {
  return sectionWithTool("metadata", t("metadata"),
    h("button", { type: "button", class: "btn sm", id: "metadata-open", on: { click: actions.openMetadata } }, t("metadata-open")),
    h("p", { class: "lead" }, t("metadata-lead")),
    all.length > 0 && h("ul", { class: "published" }, all.map(({ name, summary }, i) =>
      h("li", {},
        h("p", {}, h("strong", {}, name), summary?.lines.map((line) => h("small", {}, inline(line)))),
        h("button", { type: "button", class: "btn sm", id: `metadata-remove-${i + 1}`, "aria-label": t("metadata-remove-of", { name }), on: { click: () => actions.removeMetadata(i) } }, t("list-remove"))))));
}
