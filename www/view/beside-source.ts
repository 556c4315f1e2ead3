// Where there is room, the words of a status stand beside the picture, in the place of the source, which a button brings back.

import { h } from "../dom/elements";
import { t } from "../words/words";

/** The pane of a section, and where it stands without that room. */
export interface Beside {
  pane: HTMLElement;
  home: HTMLElement;
}

const ROOM = matchMedia("(min-width: 1360px)");

export class BesideSource {
  /** Stands in the head of the source. */
  readonly button = h("button", { type: "button", class: "btn sm", id: "show-status", hidden: true, on: { click: () => this.turn(true, true) } }, t("beside-status"));
  private place = h("div", { class: "beside-pane" });
  readonly element = h("div", { class: "source beside", hidden: true },
    h("div", { class: "stool" },
      h("p", {}, t("statuses")),
      h("button", { type: "button", class: "btn sm", id: "show-message", on: { click: () => this.turn(false, true) } }, t("beside-message"))),
    this.place);
  private held: Beside | undefined;
  private on = false;

  constructor(private source: HTMLElement, signal: AbortSignal) {
    ROOM.addEventListener("change", () => this.settle(), { signal });
  }

  /** The pane that belongs beside the report now, if any does. */
  hold(held: Beside | undefined): void {
    if (!this.held !== !held) this.on = held !== undefined;
    this.held = held;
    this.settle();
  }

  /** Whether the status is shown rather than the source. */
  turn(on: boolean, focus = false): void {
    if (!this.held || this.on === on) return;
    this.on = on;
    this.settle();
    if (focus) document.getElementById(on ? "show-message" : "show-status")?.focus({ preventScroll: true });
  }

  private settle(): void {
    const { held } = this;
    const room = held !== undefined && ROOM.matches;
    if (held && room) this.place.replaceChildren(held.pane);
    else {
      this.place.replaceChildren();
      if (held) held.home.append(held.pane);
    }
    this.element.hidden = !(room && this.on);
    this.source.hidden = room && this.on;
    this.button.hidden = !room;
  }
}
