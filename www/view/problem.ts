// Nothing found, a check that stopped, an engine that can't start: what happened, why, and what to do next.

import { h } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { t, word } from "../words/words";
import type { Problem } from "engine";
import type { Refusal } from "../engine/module";
import type { Actions } from "./actions";
import { elsewhere } from "./save-page";
import { contact } from "./contact";

/** Why nothing was found; of no kind where it is the page that says so. */
export type Nothing = Omit<Problem, "kind"> & Partial<Problem>;

/** `stopped`: the reading can go on. */
export function problem(found: Nothing, actions: Actions, stopped: boolean): HTMLElement {
  return h("section", { class: "col verdict", id: "verdict", tabindex: -1 },
    h("p", { class: "chip open" }, sign("none"), t("chip-nothing")),
    h("h1", {}, inline(/[.?!]$/.test(found.title) ? found.title : `${found.title}.`)),
    h("div", { class: "sub" }, blocks(found.why)),
    h("div", { class: "first" },
      h("div", { class: "words" }, blocks(found.fix)),
      h("p", { class: "acts" },
        stopped && h("button", { type: "button", class: "btn pri", id: "read-on", on: { click: actions.readOn } }, t("read-on")),
        h("button", { type: "button", class: stopped ? "btn" : "btn pri", id: "open", on: { click: actions.openFile } }, t("open-another")),
        h("button", { type: "button", class: "btn", id: "paste", on: { click: actions.paste } }, t("paste")))),
    found.tried.length > 0 &&
      h("p", { class: "tried" }, `${t("tried")}: `, found.tried.map((layer) => word("layer", layer)).join(", "), "."));
}

/** The check met something it can't handle; it was started again and the input is kept. */
export function restarted(place: string, actions: Actions): HTMLElement {
  return h("section", { class: "col verdict", id: "verdict", tabindex: -1 },
    h("p", { class: "chip open" }, sign("none"), t("chip-failure")),
    h("h1", {}, t("restarted")),
    h("p", { class: "sub" }, t("restarted-why")),
    h("p", { class: "row" },
      h("button", { type: "button", class: "btn pri", id: "check-again", on: { click: actions.checkAgain } }, t("check-again")),
      h("button", { type: "button", class: "btn", id: "open", on: { click: actions.openFile } }, t("open-another")),
      h("button", { type: "button", class: "btn", id: "paste", on: { click: actions.paste } }, t("paste"))),
    h("div", { class: "tried" }, contact("stopped", place)));
}

export function noEngine(reason: Refusal): HTMLElement {
  return h("section", { class: "col verdict", id: "verdict", tabindex: -1 },
    h("p", { class: "chip open" }, sign("none"), t("chip-failure")),
    h("h1", {}, t("no-engine")),
    h("div", { class: "sub" }, h("p", {}, t(`no-engine-${reason}`)), h("p", {}, t("no-engine-fix"))),
    h("p", { class: "row" }, elsewhere("btn")));
}
