// The empty state: what this is for, what to give it, and the five causes before any of them is asked.

import type { Cause } from "engine";
import { h } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { opensFolders } from "../input/input";
import { SAMPLES } from "../input/samples";
import { t } from "../words/words";
import type { Actions } from "./actions";
import { section, sourceLink } from "./parts";

/** How Webex words the error, in English in every language. */
const SPELLING = "Auto account creation failed (31)";

export function hero(actions: Actions): HTMLElement {
  return h("section", { class: "col hero", id: "verdict", tabindex: -1 },
    h("h1", {}, t("empty-heading").split(SPELLING).flatMap((part, i) => [i > 0 && h("span", { lang: "en" }, SPELLING), part])),
    h("p", { class: "sub" }, t("empty-lead")),
    h("div", { class: "row" },
      h("button", { type: "button", class: "btn pri", id: "open", on: { click: actions.openFile } }, t("open-file")),
      h("button", { type: "button", class: "btn", id: "open-folder", on: { click: actions.openFolder } }, t(opensFolders() ? "open-folder" : "open-files")),
      h("button", { type: "button", class: "btn", id: "paste", on: { click: actions.paste } }, t("paste")),
      h("span", { class: "hint" }, t("or-drop"))),
    h("p", { class: "samples" },
      h("span", { class: "hint" }, t("samples")),
      SAMPLES.map((id) =>
        h("button", { type: "button", class: "link", id: `sample-${id}`, on: { click: () => actions.sample(id) } }, t(`sample-${id}`)))),
    h("p", { class: "samples" }, h("a", { href: "#reference" }, t("reference-open"))));
}

/** The causes before any of them is decided, with what Cisco says of each and the place where it can be seen. */
export function openCauses(causes: Cause[], actions: Actions, spellings: string[] = []): HTMLElement {
  return section("causes", t("causes"),
    h("p", { class: "lead" }, t("causes-lead")),
    h("ol", { class: "causes" },
      causes.map((cause, i) =>
        h("li", { class: "cause is-open", id: `cause-${i + 1}`, tabindex: -1 }, sign("todo", "open"),
          h("div", {},
            h("h3", {}, inline(cause.title)),
            h("p", {}, inline(cause.note), " ", sourceLink(cause.source)),
            cause.id === "account-state" && h("p", {}, h("button", { type: "button", class: "link", id: "to-statuses", on: { click: actions.statuses } }, t("statuses")))),
          h("p", { class: "where" }, inline(cause.place))))),
    spellings.length > 0 && h("details", { class: "more spellings" }, h("summary", {}, t("spellings")),
      h("ul", {}, spellings.map((one) => h("li", {}, one)))));
}
