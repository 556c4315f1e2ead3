// The empty state: what this is for, what to give it, and the five causes before any of them is asked.

import { h } from "../dom/elements";
import { sign } from "../dom/signs";
import { SAMPLES } from "../input/samples";
import { t } from "../words/words";
import type { Actions } from "./actions";
import { section } from "./parts";

const CAUSES = ["member-status", "required-fields", "account-state", "host-licences", "partner-id"] as const;

export function hero(actions: Actions): HTMLElement {
  return h("section", { class: "col hero", id: "verdict", tabindex: -1 },
    h("h1", {}, t("empty-heading")),
    h("p", { class: "sub" }, t("empty-lead")),
    h("div", { class: "row" },
      h("button", { type: "button", class: "btn pri", id: "open", on: { click: actions.openFile } }, t("open-file")),
      h("button", { type: "button", class: "btn", id: "paste", on: { click: actions.paste } }, t("paste")),
      h("span", { class: "hint" }, t("or-drop"))),
    h("p", { class: "samples" },
      h("span", { class: "hint" }, t("samples")),
      SAMPLES.map((id) =>
        h("button", { type: "button", class: "link", id: `sample-${id}`, on: { click: () => actions.sample(id) } }, t(`sample-${id}`)))));
}

/** The causes with the place where each can be seen. */
export function openCauses(actions: Actions): HTMLElement {
  return section("causes", t("causes"),
    h("p", { class: "lead" }, t("causes-lead")),
    h("ol", { class: "causes" },
      CAUSES.map((id) =>
        h("li", { class: "cause is-open" }, sign("todo", "open"),
          h("div", {},
            h("h3", {}, t(`cause-${id}`)),
            id === "account-state" && h("p", {}, h("button", { type: "button", class: "link", id: "to-statuses", on: { click: actions.statuses } }, t("statuses")))),
          h("p", { class: "where" }, t(`where-${id}`))))));
}
