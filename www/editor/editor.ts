// The text editor of a message. Its code is long, and run only when the verdict on the first message is painted, or someone goes there before.

import type { ChangeSet } from "@codemirror/state";
import { h } from "../dom/elements";
import { afterPaint } from "../dom/later";
import type { CodeEditor } from "./code-editor";
import type { Mark } from "./mark";
import type { EditorWishes, Reveal } from "./wishes";

export class TextEditor {
  readonly element = h("div", { class: "code", id: "code" });
  private code: CodeEditor | undefined;
  /** What is done once the code runs. */
  private waiting: ((code: CodeEditor) => void)[] = [];
  private loaded = "";
  private callOff = () => {};
  private left = false;

  constructor(private wishes: EditorWishes) {}

  load(text: string): void {
    if (this.code) return this.code.load(text);
    this.loaded = text;
    this.waiting = [];
    this.callOff();
    this.callOff = afterPaint(this.element, () => void this.begin());
  }

  mark(marks: Mark[]): void {
    this.do((code) => code.mark(marks));
  }

  /** Folds the signatures away, or all that no mark stands in. */
  fold(all: boolean): void {
    this.do((code) => code.fold(all));
  }

  get text(): string {
    return this.code?.text ?? this.loaded;
  }

  /** What the reader changed since the text was loaded; undefined where it is the same text. */
  get changes(): ChangeSet | undefined {
    return this.code?.changes;
  }

  get focused(): boolean {
    return this.code?.focused ?? false;
  }

  focus(): void {
    this.do((code) => code.focus());
    void this.begin();
  }

  leave(): void {
    this.left = true;
    this.callOff();
    this.code?.leave();
  }

  search(): void {
    this.do((code) => code.search());
    void this.begin();
  }

  /** Of the caret, where no offset is given. */
  position(offset?: number): { line: number; column: number } {
    if (this.code) return this.code.position(offset);
    const before = this.loaded.slice(0, offset ?? 0);
    const start = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: before.length - start + 1 };
  }

  /** Outlines a line, puts the caret there, and scrolls it to one third; without `far` only inside the editor. */
  reveal(place: Reveal, far: boolean): void {
    this.do((code) => code.reveal(place, far));
  }

  clear(): void {
    this.do((code) => code.clear());
  }

  private do(act: (code: CodeEditor) => void): void {
    if (this.code) act(this.code);
    else this.waiting.push(act);
  }

  private async begin(): Promise<void> {
    const { CodeEditor } = await import("./code-editor");
    if (this.code || this.left) return;
    this.callOff();
    this.code = new CodeEditor(this.element, this.loaded, this.wishes);
    for (const act of this.waiting.splice(0)) act(this.code);
  }
}
