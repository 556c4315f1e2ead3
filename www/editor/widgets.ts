// What stands in the text without being text: numbers beside marks, and the box of a missing attribute.

import { WidgetType } from "@codemirror/view";
import { h } from "../dom/elements";
import { inline } from "../dom/markup";
import type { Mark } from "./mark";

/** The number of a finding; the list of findings says the same to those who don't see it. */
export function badge(mark: Mark): HTMLElement {
  return h("span", { class: `num ${mark.severity}`, "data-badge": mark.finding, "aria-hidden": "true", title: mark.title }, String(mark.finding + 1));
}

export class Badge extends WidgetType {
  constructor(private mark: Mark) {
    super();
  }

  override eq(other: Badge): boolean {
    return same(this.mark, other.mark);
  }

  override toDOM(): HTMLElement {
    return badge(this.mark);
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

export class Missing extends WidgetType {
  /** Without an indent it stands in a line and brings its number with it. */
  constructor(readonly mark: Mark, private words: string, private indent: number | undefined, private isPlace: boolean) {
    super();
  }

  override eq(other: Missing): boolean {
    return same(this.mark, other.mark) && this.words === other.words && this.indent === other.indent && this.isPlace === other.isPlace;
  }

  override toDOM(): HTMLElement {
    const text = h("span", { class: this.isPlace ? "box is-place" : "box", "data-finding": this.mark.finding }, inline(this.words));
    if (this.indent === undefined) return h("span", { class: "missing is-inline" }, badge(this.mark), text);
    const element = h("div", { class: "missing" }, text);
    element.style.setProperty("--indent", `${Math.min(this.indent + 2, 24)}ch`);
    return element;
  }

  override get estimatedHeight(): number {
    return this.indent === undefined ? -1 : 30;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function same(one: Mark, other: Mark): boolean {
  return one.finding === other.finding && one.severity === other.severity && one.title === other.title;
}
