// The evidence beside the report: the box with what was given, and the message with its marks. The pane is made
// once and never moves, so the caret stays where it is while the report is drawn anew.

import { fill, h } from "../dom/elements";
import { sign } from "../dom/signs";
import { count, size, t, word } from "../words/words";
import { editable, sizeOf, type Edit, type Input } from "../input/input";
import type { Message } from "engine";
import { MessageEditor, type LayoutName, type MessageWishes } from "../editor/message-editor";
import type { Reveal } from "../editor/wishes";
import { BesideSource } from "./beside-source";
import { segments, type Choice } from "./parts";

export type View = LayoutName | "input";

interface Wishes extends Omit<MessageWishes, "moved"> {
  /** A new text in the box. */
  typed(text: string): void;
  typeInstead(): void;
  undo(): void;
  turned(): void;
}

export class Source {
  readonly box = h("textarea", {
    id: "editor", class: "editor", "aria-label": t("editor"), placeholder: " ",
    spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off",
  });
  private shown: MessageEditor;
  private title = h("h2", { id: "source-h" }, t("your-message"));
  private tools = h("div", { class: "tools" });
  private body = h("div", { class: "pane" });
  private foot = h("p", { class: "sfoot" });
  private caret = h("span", { class: "caret" });
  private kept = h("p", { class: "kept", hidden: true });
  private drop: HTMLElement;
  private input: Input | undefined;
  private message: Message | undefined;
  private edited = false;
  /** Whether the box is shown though there is a message. */
  private boxFirst = false;

  readonly beside: BesideSource;
  readonly element = h("section", { class: "srcwrap", id: "source", "aria-labelledby": "source-h" });

  constructor(private wishes: Wishes, signal: AbortSignal) {
    const source = h("div", { class: "source" });
    this.beside = new BesideSource(source, signal);
    source.append(h("div", { class: "stool" }, this.title, this.beside.button, this.tools), this.body, this.foot);
    this.element.append(this.beside.element, source);
    this.shown = new MessageEditor({ ...wishes, moved: () => this.tellCaret() });
    this.box.addEventListener("input", () => {
      this.boxFirst = true;
      wishes.typed(this.box.value);
    });
    this.drop = h("div", { class: "drop" },
      h("div", { class: "field" },
        this.box,
        h("p", { class: "ph", "aria-hidden": "true" },
          h("b", {}, t("paste-here")), h("code", {}, t("shapes")))),
      this.kept,
      h("dl", { class: "reads" },
        (["reads-message", "reads-capture", "reads-list", "reads-address", "reads-answer"] as const).map((key) => [h("dt", {}, t(key)), h("dd", {}, t(`${key}-as`))])));
  }

  get view(): View {
    return this.shown.text === undefined || this.boxFirst ? "input" : this.shown.layout;
  }

  /** Puts what was given into the box; what can't be edited is named instead. */
  setInput(input: Input | undefined, view: View = "pretty"): void {
    const text = input && editable(input);
    const fits = input === undefined || text !== undefined;
    this.shown.empty();
    this.boxFirst = view === "input";
    if (view !== "input") this.shown.turn(view);
    if (this.box.value !== (text ?? "")) this.box.value = text ?? "";
    this.box.hidden = !fits;
    this.kept.hidden = fits;
    this.drop.classList.toggle("is-kept", !fits);
    if (input && !fits) {
      this.kept.replaceChildren(t("kept", { name: input.name(), size: size(sizeOf(input)) }), " ",
        h("button", { type: "button", class: "link", on: { click: this.wishes.typeInstead } }, t("replace-kept")));
    }
  }

  /** Draws the pane for the open message, or the box alone. */
  show(message: Message | undefined, input: Input | undefined, edit: Edit | undefined): void {
    this.input = input;
    this.message = message;
    this.edited = edit !== undefined;
    fill(this.title, input?.name() ?? t("your-message"));
    this.shown.show(message, edit);
    this.draw();
  }

  turn(view: View): void {
    this.boxFirst = view === "input";
    if (view !== "input") this.shown.turn(view);
    this.draw();
    this.wishes.turned();
  }

  private draw(): void {
    const { view } = this;
    const { editor } = this.shown;
    const views = this.views();
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.tools.replaceChildren(...(this.shown.text === undefined
      ? [h("span", { class: "leaves" }, sign("lock"), t("nothing-leaves"))]
      : [
        ...(views.length > 1 ? [segments("view", t("view-switch"), views, view, (chosen) => this.turn(chosen), true)] : []),
        h("button", {
          type: "button", class: "btn sm quiet", id: "search", "aria-label": t("search"), title: t("search"),
          hidden: view === "input", on: { click: () => editor.search() },
        }, sign("search")),
        ...(this.shown.isFolded && view !== "input" ? [h("button", { type: "button", class: "btn sm", id: "show-all", on: { click: () => this.showAll() } }, t("show-all"))] : []),
      ]));
    const content = view === "input" ? this.drop : editor.element;
    if (this.body.firstChild !== content) this.body.replaceChildren(content);
    this.drawFoot();
    if (focused && !focused.isConnected) this.refocus(focused);
  }

  /** Unfolds what a frame leaves out at first. */
  private showAll(): void {
    this.shown.unfold();
    this.draw();
  }

  private views(): Choice<View>[] {
    const raw = this.boxFirst || !this.input || editable(this.input) !== this.shown.text;
    return [
      { value: "received", label: t("view-received") },
      ...(this.shown.hasPretty ? [{ value: "pretty" as const, label: t("view-pretty") }] : []),
      ...(raw ? [{ value: "input" as const, label: t("view-input") }] : []),
    ];
  }

  private drawFoot(): void {
    this.foot.hidden = this.view === "input";
    if (this.foot.hidden) return;
    const forgiven = this.message?.origin.forgiven ?? [];
    this.foot.replaceChildren(
      this.caret,
      h("span", {}, t("characters", { n: count(this.message?.xml.length ?? 0) })),
      h("span", {}, t(this.edited ? "edited" : "as-it-came"),
        this.edited && [" ", h("button", { type: "button", class: "link", id: "undo-in-source", on: { click: this.wishes.undo } }, t("undo"))]),
      ...(forgiven.length > 0
        ? [h("span", { class: "forgiven" }, t("forgiven", { list: forgiven.map((id) => word("forgiven", id)).join(", ") }))]
        : []));
    this.tellCaret();
  }

  private tellCaret(): void {
    fill(this.caret, t("caret", this.shown.editor.position()));
  }

  /** Focus that stood on something drawn anew goes to its successor. */
  private refocus(lost: Element): void {
    const same = lost.id === "" ? null : document.getElementById(lost.id);
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
    else this.focus();
  }

  focus(): void {
    this.beside.turn(false);
    if (this.view === "input") this.box.focus({ preventScroll: true });
    else this.shown.editor.focus();
  }

  /** The pane is no longer needed. */
  leave(): void {
    this.shown.editor.leave();
  }

  get focused(): boolean {
    return this.element.contains(document.activeElement);
  }

  search(): void {
    this.beside.turn(false);
    if (this.view !== "input") this.shown.editor.search();
  }

  /** Line and column of a finding in the text that is shown. */
  position(index: number): { line: number; column: number } | undefined {
    const at = this.shown.finding(index);
    return at === undefined || this.view === "input" ? undefined : this.shown.editor.position(at);
  }

  /** Shows a place of the message at one third of the pane; the page itself follows when asked. */
  reveal(offset: number, end?: number): void {
    this.go({ at: this.shown.at(offset), to: end === undefined ? undefined : this.shown.at(end) }, true);
  }

  revealFinding(index: number, follow = true): boolean {
    const at = this.shown.finding(index);
    this.go({ at, missing: this.shown.isMissing(index) ? index : undefined }, follow);
    return at !== undefined;
  }

  private go({ at, ...place }: Partial<Reveal>, follow: boolean): void {
    if (at === undefined) return;
    this.beside.turn(false);
    if (this.view === "input") this.turn(this.shown.layout);
    this.shown.editor.reveal({ at, ...place }, follow || matchMedia("(min-width: 1200px)").matches);
    if (follow) this.element.scrollIntoView({ block: "nearest" });
  }

  clear(): void {
    this.shown.editor.clear();
  }

  focusPlace(): void {
    if (this.view !== "input") this.shown.editor.focus();
  }
}
