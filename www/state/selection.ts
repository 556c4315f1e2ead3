// The selected finding: tinted in the report, outlined in the source, and kept the same in both.

import { reveal } from "../dom/elements";
import { withoutMarks } from "../dom/english";
import { findingAt, unfold } from "../view/findings";
import type { Source } from "../view/source";
import { t } from "../words/words";

export class Selection {
  private index: number | undefined;
  /** The finding whose place was asked for last. */
  private asked: number | undefined;

  constructor(private main: HTMLElement, private source: Source) {
    main.addEventListener("turn", () => this.relabel());
  }

  get selected(): number | undefined {
    return this.index;
  }

  clear(): void {
    this.mark(undefined);
    this.source.clear();
  }

  /** When a report is new: its first finding is selected if it is an error, without moving the page. */
  begin(): void {
    this.clear();
    this.relabel();
    if (!this.main.querySelector("#f1 .num.error") || this.source.view === "input") return;
    this.mark(0);
    this.source.revealFinding(0, false);
  }

  /** Selects what was selected before, where there still is such a finding. */
  resume(index: number): void {
    this.mark(this.article(index) ? index : this.index);
  }

  /** After an edit the selection stays on the finding as long as there is one. */
  keep(): void {
    this.relabel();
    this.mark(this.index !== undefined && this.article(this.index) ? this.index : undefined);
  }

  /** The source shows another layout: lines have other numbers, and the selected finding stays in view. */
  turned(): void {
    this.relabel();
    if (this.index !== undefined && this.source.view !== "input") this.source.revealFinding(this.index, false);
  }

  private relabel(): void {
    for (const button of this.main.querySelectorAll<HTMLElement>(".finding .loc")) {
      const index = Number(button.dataset["place"]);
      const position = this.source.position(index);
      if (!position) continue;
      const { firstChild } = button;
      if (firstChild) firstChild.textContent = withoutMarks(t("place", position));
    }
  }

  /** From the verdict or a cause: shows the finding, and its place beside it. */
  show(index: number): void {
    if (this.beside()) this.source.revealFinding(index);
    this.fromSource(index, true);
  }

  /** From a number or a mark in the source, which stays as it is; a mark keeps the caret. */
  fromSource(index: number, focus: boolean): void {
    const article = this.article(index);
    if (!article) return;
    this.mark(index);
    unfold(article);
    if (focus || this.beside()) reveal(article);
    if (focus) article.focus({ preventScroll: true });
  }

  /** From the finding: shows its place; asked a second time, moves the focus there. */
  place(index: number): void {
    const again = this.asked === index && this.index === index;
    this.mark(index);
    if (!this.source.revealFinding(index)) return;
    this.asked = index;
    if (again || !this.beside()) this.source.focusPlace();
  }

  /** From the source or its place back to the finding. */
  back(): void {
    if (this.index === undefined) {
      this.source.clear();
      if (document.activeElement && this.main.contains(document.activeElement)) reveal(document.activeElement, "nearest");
      return;
    }
    const article = this.article(this.index);
    if (this.source.focused || !this.beside()) {
      article?.querySelector<HTMLElement>(".loc")?.focus({ preventScroll: true });
      if (article) reveal(article, "nearest");
    } else this.clear();
  }

  step(by: 1 | -1): void {
    const drawn = this.main.querySelectorAll(".finding").length;
    if (drawn === 0) return;
    const from = this.index ?? (by === 1 ? -1 : drawn);
    const next = Math.max(0, from + by);
    this.show(findingAt(next) ? next : from);
  }

  private mark(index: number | undefined): void {
    if (index !== this.index) this.asked = undefined;
    this.index = index;
    for (const one of this.main.querySelectorAll(".finding.sel")) {
      one.classList.remove("sel");
      one.querySelector(".loc")?.removeAttribute("aria-current");
    }
    if (index === undefined) return;
    const article = this.article(index);
    article?.classList.add("sel");
    article?.querySelector(".loc")?.setAttribute("aria-current", "true");
  }

  private article(index: number): HTMLElement | null {
    return findingAt(index);
  }

  /** Whether source and report stand side by side. */
  private beside(): boolean {
    return matchMedia("(min-width: 1200px)").matches;
  }
}
