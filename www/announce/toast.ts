// One line at the foot of the window: what happened, and Undo where something was replaced.

import { h } from "../dom/elements";
import { t } from "../words/words";

const UNDO_SECONDS = 10;

export class Toast {
  private timer = 0;

  constructor(private place: HTMLElement) {}

  show(text: string, undo?: () => void, more?: { text: string; act(): void }): void {
    clearTimeout(this.timer);
    this.place.replaceChildren(
      h("p", {}, text),
      ...(more ? [h("button", { type: "button", class: "btn sm", id: "toast-more", on: { click: () => { this.hide(); more.act(); } } }, more.text)] : []),
      undo
        ? h("button", { type: "button", class: "btn sm", id: "undo", on: { click: undo } }, t("undo"))
        : h("button", { type: "button", class: "btn sm quiet", id: "dismiss", on: { click: () => this.hide() } }, t("dismiss")));
    this.place.hidden = false;
    if (undo) this.timer = setTimeout(() => this.hide(), UNDO_SECONDS * 1000);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.place.hidden = true;
  }
}
