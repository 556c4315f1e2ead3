// A long list, a hundred at a time: no more is drawn, and what stands below says which part of it this is.

import { fill, h } from "../dom/elements";
import { count, t } from "../words/words";

/** So many are drawn at once. */
export const PAGE = 100;

const PAGES = new WeakMap<Element, Pages>();

/** The part of a long list that is drawn. */
export class Pages {
  /** Stands below the list, with what turns it; hidden where all of it fits. */
  readonly line: HTMLElement;
  private from = 0;
  private said = h("span", { role: "status" });
  private earlier: HTMLButtonElement;
  private later: HTMLButtonElement;

  /** `into` holds what `draw` gives for each, and nothing else. */
  constructor(private into: HTMLElement, id: string, private total: number, private draw: (index: number) => HTMLElement[]) {
    const button = (name: "earlier" | "later", by: number) =>
      h("button", { type: "button", class: "link", id: `${id}-${name}`, on: { click: () => this.step(by) } }, t(`page-${name}`));
    this.earlier = button("earlier", -PAGE);
    this.later = button("later", PAGE);
    this.line = h("p", { class: "lead paged", id: `${id}-paged` }, this.said, " ", this.earlier, " ", this.later);
    PAGES.set(into, this);
    this.place(0);
  }

  /** Draws the part that holds this one; false where there is none. */
  reach(index: number): boolean {
    if (index < 0 || index >= this.total) return false;
    const from = index - index % PAGE;
    if (from !== this.from) this.place(from);
    return true;
  }

  /** More was found: it is added where there is room. */
  grow(total: number, draw: (index: number) => HTMLElement[]): void {
    const before = Math.min(this.total, this.from + PAGE);
    this.draw = draw;
    this.total = total;
    this.into.append(...this.range(before));
    this.tell();
  }

  /** Draws it again, where anything may be another: the part that holds this one, else the part that was there. */
  renew(total: number, draw: (index: number) => HTMLElement[], at = this.from): void {
    this.draw = draw;
    this.total = total;
    this.place(at >= 0 && at < total ? at - at % PAGE : 0);
  }

  private step(by: number): void {
    this.place(this.from + by);
    this.into.querySelector<HTMLElement>("button, [tabindex]")?.focus();
  }

  private place(from: number): void {
    this.from = from;
    this.into.replaceChildren(...this.range(from));
    this.tell();
    this.into.dispatchEvent(new Event("turn", { bubbles: true }));
  }

  private range(from: number): HTMLElement[] {
    const until = Math.min(this.total, this.from + PAGE);
    return Array.from({ length: Math.max(0, until - from) }, (_, i) => this.draw(from + i)).flat();
  }

  private tell(): void {
    const { from, total } = this;
    fill(this.said, t("page-of", { from: count(from + 1), until: count(Math.min(total, from + PAGE)), n: count(total) }));
    this.line.hidden = total <= PAGE;
    this.earlier.hidden = from === 0;
    this.later.hidden = from + PAGE >= total;
  }
}

/** The pages of the list that this element holds. */
export function pagesOf(into: Element | null): Pages | undefined {
  return into ? PAGES.get(into) : undefined;
}
