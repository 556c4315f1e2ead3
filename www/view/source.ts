// The evidence beside the report: the editor with what was given, and the message with its marks. The pane is made
// once and never moves, so the caret stays where it is while the report is drawn anew.

import { h } from "../dom";
import { sign } from "../signs";
import { count, size, t } from "../words";
import { editable, type Input } from "../input";
import type { Message } from "engine";
import { code, type Code } from "./code";
import { segments } from "./parts";

export type View = "message" | "input";

interface Wishes {
  edited(text: string): void;
  select(finding: number): void;
  typeInstead(): void;
  view(view: View): void;
}

export class Source {
  readonly editor = h("textarea", {
    id: "editor", class: "editor", "aria-label": t("editor"), placeholder: " ",
    spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off",
  });
  private title = h("h2", { id: "source-h" }, t("your-message"));
  private tools = h("div", { class: "tools" });
  private body = h("div", { class: "pane" });
  private foot = h("p", { class: "sfoot" });
  private kept = h("p", { class: "kept", hidden: true });
  private drop: HTMLElement;
  private shown: Code | undefined;
  private message: Message | undefined;
  private edited = false;
  view: View = "input";

  readonly element = h("section", { class: "srcwrap", id: "source", "aria-labelledby": "source-h" },
    h("div", { class: "source" },
      h("div", { class: "stool" }, this.title, this.tools), this.body, this.foot));

  constructor(private wishes: Wishes) {
    this.editor.addEventListener("input", () => wishes.edited(this.editor.value));
    this.drop = h("div", { class: "drop" },
      h("div", { class: "field" },
        this.editor,
        h("p", { class: "ph", "aria-hidden": "true" },
          h("b", {}, t("paste-here")), h("code", {}, t("shapes")))),
      this.kept,
      h("dl", { class: "reads" },
        (["reads-message", "reads-address", "reads-answer"] as const).map((key) => [h("dt", {}, t(key)), h("dd", {}, t(`${key}-as`))])));
  }

  /** Puts what was given into the box; what can't be edited is named instead. */
  setInput(input: Input | undefined): void {
    const text = input && editable(input);
    const fits = input === undefined || text !== undefined;
    if (this.editor.value !== (text ?? "")) this.editor.value = text ?? "";
    this.editor.hidden = !fits;
    this.kept.hidden = fits;
    this.drop.classList.toggle("is-kept", !fits);
    if (input && !fits) {
      this.kept.replaceChildren(t("kept", { name: input.name(), size: size(input.content.length) }), " ",
        h("button", { type: "button", class: "link", on: { click: this.wishes.typeInstead } }, t("replace-kept")));
    }
  }

  /** Draws the pane for the open message, or the editor alone. */
  show(message: Message | undefined, input: Input | undefined): void {
    this.title.textContent = input?.name() ?? t("your-message");
    this.edited = input?.edited ?? false;
    if (message !== this.message) this.shown = message && code(message, this.wishes.select);
    this.message = message;
    this.draw();
  }

  turn(view: View): void {
    this.view = view;
    this.draw();
  }

  private draw(): void {
    const view: View = this.message ? this.view : "input";
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.tools.replaceChildren(this.message
      ? segments("view", t("view-switch"),
        [{ value: "message", label: t("view-message") }, { value: "input", label: t("view-input") }] as const satisfies { value: View; label: string }[],
        view, (chosen) => this.wishes.view(chosen), true)
      : h("span", { class: "leaves" }, sign("lock"), t("nothing-leaves")));
    const content = view === "message" && this.shown ? this.shown.element : this.drop;
    if (this.body.firstChild !== content) this.body.replaceChildren(content);
    this.foot.hidden = view !== "message";
    if (this.message && view === "message") {
      this.foot.replaceChildren(
        h("span", {}, t("lines", { n: count(this.message.xml.split(/\r\n|\r|\n/).length) })),
        h("span", {}, t("characters", { n: count(this.message.xml.length) })),
        h("span", {}, t(this.edited ? "edited" : "as-it-came")));
    }
    if (focused && !focused.isConnected) this.refocus(focused);
  }

  /** Focus that stood on something drawn anew goes to its successor. */
  private refocus(lost: Element): void {
    const same = lost.id === "" ? null : document.getElementById(lost.id);
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
    else this.focus();
  }

  focus(): void {
    const target = this.message && this.view === "message" ? this.shown?.element : this.editor;
    target?.focus({ preventScroll: true });
  }

  /** Outlines the line of an offset and scrolls it to one third of the pane; the page itself follows when asked. */
  reveal(offset: number, follow = true): void {
    if (this.message && this.view !== "message") this.wishes.view("message");
    const place = this.shown?.at(offset);
    if (!place || !this.shown) return;
    const pane = this.shown.element;
    const target = place.mark ?? place.line;
    this.clear();
    place.line.classList.add("cur");
    place.mark?.classList.add("cur");
    const top = target.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTop = Math.max(0, top - pane.clientHeight / 3);
    if (follow) this.element.scrollIntoView({ block: "nearest" });
  }

  revealFinding(index: number, follow = true): boolean {
    const offset = this.shown?.finding(index);
    if (offset === undefined) return false;
    this.reveal(offset, follow);
    return true;
  }

  clear(): void {
    for (const one of this.element.querySelectorAll(".cur")) one.classList.remove("cur");
  }

  focusPlace(): void {
    if (this.element.querySelector(".cur")) this.shown?.element.focus({ preventScroll: true });
  }
}
