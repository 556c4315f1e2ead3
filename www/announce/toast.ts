// One line at the foot of the window: what happened, and Undo where something was replaced.

import { h } from "../dom/elements";
import { t } from "../words/words";

const UNDO_SECONDS = 10;
let timer = 0;

export function toast(place: HTMLElement, text: string, undo?: () => void): void {
  clearTimeout(timer);
  place.replaceChildren(
    h("p", {}, text),
    undo
      ? h("button", { type: "button", class: "btn sm", id: "undo", on: { click: undo } }, t("undo"))
      : h("button", { type: "button", class: "btn sm quiet", id: "dismiss", on: { click: () => hide(place) } }, t("dismiss")));
  place.hidden = false;
  if (undo) timer = setTimeout(() => hide(place), UNDO_SECONDS * 1000);
}

export function hide(place: HTMLElement): void {
  clearTimeout(timer);
  place.hidden = true;
}
