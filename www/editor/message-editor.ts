// The message in the editor: which layout of it is shown, what the reader changed, and where its findings stand.

import type { Message } from "engine";
import { embedded } from "../frame/address";
import type { Edit } from "../input/input";
import { TextEditor } from "./editor";
import { marksIn, missingIn, offsetOf } from "./findings";
import { asReceived, carriedBack, plainBreaks, there, type Layout } from "./layout";
import type { EditorWishes } from "./wishes";

export type LayoutName = "received" | "pretty";

export interface MessageWishes extends Omit<EditorWishes, "changed"> {
  /** The text was changed by the reader, or is what was given again. */
  edited(edit: Edit | undefined, pause: boolean): void;
  pretty(xml: string): Layout | undefined;
}

export class MessageEditor {
  readonly editor: TextEditor;
  private xml: string | undefined;
  private layouts: Record<LayoutName, Layout | undefined> = { received: undefined, pretty: undefined };
  private name: LayoutName = "pretty";
  private message: Message | undefined;
  private folded = embedded;
  /** The edit that the loaded text already has. */
  private before: Edit | undefined;

  constructor(private wishes: MessageWishes) {
    this.editor = new TextEditor({
      ...wishes,
      changed: (text) => wishes.edited(text === undefined ? this.before : { text, from: this.layout }, true),
    });
  }

  get text(): string | undefined {
    return this.xml;
  }

  get layout(): LayoutName {
    return this.name === "pretty" && this.layouts.pretty ? "pretty" : "received";
  }

  get hasPretty(): boolean {
    return this.layouts.pretty !== undefined;
  }

  /** Whether only the marked lines are shown, the rest being folded; in a frame that is so at first. */
  get isFolded(): boolean {
    return this.folded;
  }

  unfold(): void {
    this.folded = false;
    this.editor.fold(false);
  }

  empty(): void {
    this.folded = embedded;
    this.xml = undefined;
    this.message = undefined;
  }

  /** A report is new: the text stays as the reader has it where it is the text that was checked. */
  show(message: Message | undefined, edit: Edit | undefined): void {
    this.message = message;
    const own = edit !== undefined && edit.from !== "input" && this.xml !== undefined;
    if (own || (message && message.xml === this.xml && !this.editor.changes)) this.editor.mark(this.marks());
    else if (message) this.load(message.xml, edit);
    else this.empty();
  }

  /** Shows the other layout, with what the reader changed. */
  turn(name: LayoutName): void {
    const from = this.layouts[this.layout];
    const { changes } = this.editor;
    if (this.xml === undefined) this.name = name;
    if (this.xml === undefined || !from || name === this.layout) return;
    this.name = name;
    if (!changes) return this.load(this.xml, this.before);
    const edit: Edit = { text: carriedBack(this.xml, from, changes), from: name };
    this.load(edit.text, edit);
    this.wishes.edited(edit, false);
  }

  /** Where a place of the message stands in the text that is shown. */
  at(offset: number): number | undefined {
    const place = this.place();
    return place && there(place, offset);
  }

  finding(index: number): number | undefined {
    const diagnostic = this.message?.diagnostics[index];
    const place = this.place();
    return diagnostic && place && offsetOf(diagnostic, this.message?.xml ?? "", place);
  }

  /** Whether a finding is of something that is not there. */
  isMissing(index: number): boolean {
    const diagnostic = this.message?.diagnostics[index];
    return diagnostic !== undefined && missingIn(diagnostic, this.message?.xml ?? "") !== undefined;
  }

  private load(xml: string, before: Edit | undefined): void {
    const pretty = this.wishes.pretty(xml);
    this.xml = xml;
    this.before = before;
    this.layouts = { received: asReceived(xml), pretty: pretty && plainBreaks({ ...pretty, text: pretty.text.trimEnd() }) };
    this.editor.load(this.layouts[this.layout]?.text ?? "");
    this.editor.mark(this.marks());
    this.editor.fold(this.folded);
  }

  private marks() {
    const place = this.place();
    return this.message && place ? marksIn(this.message, place) : [];
  }

  /** How the checked message lies in the text; undefined where an edit has made it another. */
  private place(): Layout | undefined {
    if (!this.message) return undefined;
    const { xml } = this.message;
    if (xml === this.xml && !this.editor.changes) return this.layouts[this.layout];
    const { text } = this.editor;
    const start = text.indexOf(xml);
    return start < 0 ? undefined : { text, pieces: [{ from: 0, to: start, length: xml.length }] };
  }
}
