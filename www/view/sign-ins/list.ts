// A sign-in as a list: what was sent in its order, the same words that the picture speaks.

import type { SignIn, Step } from "engine";
import { h } from "../../dom/elements";
import { inline } from "../../dom/markup";
import { duration, t } from "../../words/words";
import type { Actions } from "../actions";
import { entryLink } from "../entry-link";

/** A step as a sentence, with how much later it was and whether it is missing. */
export function leg(step: Step): string {
  const notes = notesOf(step);
  return notes === "" ? step.text : `${step.text} (${notes})`;
}

export function legList({ steps, code }: SignIn, open: number | undefined, actions: Actions): HTMLElement {
  return h("ol", { class: "legs" }, steps.map((step) => {
    const { message, missing, kind, text } = step;
    const isOpen = message !== undefined && message === open;
    const notes = notesOf(step);
    return h("li", { class: isOpen ? "on" : missing ? "missing" : undefined },
      message === undefined
        ? h("p", {}, inline(text))
        : h("button", { type: "button", class: "leg-open", "data-message": message, "aria-current": isOpen && "true", on: { click: () => actions.message(message) } }, inline(text)),
      notes !== "" && h("small", {}, notes),
      kind === "answer" && !missing && code !== undefined && h("small", {}, entryLink("code", String(code), undefined, t("sign-in-code", { n: code }))));
  }));
}

function notesOf({ seconds, missing }: Step): string {
  const notes = [...(seconds === undefined ? [] : [t("sign-in-later", { time: duration(seconds) })]), ...(missing ? [t("sign-in-missing")] : [])];
  return notes.join(", ");
}
