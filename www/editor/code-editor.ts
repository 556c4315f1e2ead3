// The code of the text editor: CodeMirror in a shadow root, because the page's policy refuses the `<style>` that it would
// otherwise put into the document.

import { defaultKeymap, history, historyKeymap, undoDepth } from "@codemirror/commands";
import { xmlLanguage } from "@codemirror/lang-xml";
import { unfoldAll } from "@codemirror/language";
import { openSearchPanel, searchPanelOpen } from "@codemirror/search";
import { ChangeSet, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers, type ViewUpdate } from "@codemirror/view";
import { h } from "../dom/elements";
import { showInHost } from "../frame/host";
import { t } from "../words/words";
import { combining } from "./combining-marks";
import { folding, foldSignatures, foldUnmarked } from "./folds";
import { hanging } from "./hanging-indent";
import { hovering } from "./hover";
import { look } from "./style";
import type { Mark } from "./mark";
import { marking, marksOf, setMarks, setMissing } from "./marks";
import { placing, setPlace } from "./jump-target";
import { searching } from "./search";
import type { EditorWishes, Reveal } from "./wishes";

/** A character that would not be seen, by its number. */
function special(code: number, shape: string): HTMLElement {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return h("span", { class: "cm-specialChar", title: name, "aria-label": name }, shape);
}

export class CodeEditor {
  private view: EditorView;
  private loaded: EditorState;
  private made: ChangeSet;
  private stepped: number | undefined;

  constructor(place: HTMLElement, text: string, private wishes: EditorWishes) {
    const root = place.attachShadow({ mode: "open" });
    this.loaded = this.state(text);
    this.made = ChangeSet.empty(this.loaded.doc.length);
    this.view = new EditorView({ parent: root, root, state: this.loaded });
    this.view.dom.addEventListener("click", (event) => this.clicked(event));
  }

  load(text: string): void {
    const state = this.state(text);
    this.view.setState(state);
    this.loaded = state;
    this.made = ChangeSet.empty(state.doc.length);
    this.view.scrollDOM.scrollTop = 0;
  }

  mark(marks: Mark[]): void {
    this.view.dispatch({ effects: setMarks.of(marks) });
  }

  /** Folds the signatures away, or all that no mark stands in. */
  fold(all: boolean): void {
    const { state } = this.view;
    unfoldAll(this.view);
    this.view.dispatch({ effects: (all ? foldUnmarked : foldSignatures)(state, marksOf(state)) });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** What the reader changed since the text was loaded; undefined where it is the same text. */
  get changes(): ChangeSet | undefined {
    return this.view.state.doc.eq(this.loaded.doc) ? undefined : this.made;
  }

  get focused(): boolean {
    return this.view.hasFocus || (this.view.root as ShadowRoot).activeElement != null;
  }

  focus(): void {
    this.view.focus();
  }

  leave(): void {
    this.view.destroy();
  }

  search(): void {
    openSearchPanel(this.view);
  }

  position(offset = this.view.state.selection.main.head): { line: number; column: number } {
    const line = this.view.state.doc.lineAt(Math.min(offset, this.view.state.doc.length));
    return { line: line.number, column: offset - line.from + 1 };
  }

  /** Outlines a line, puts the caret there, and scrolls it to one third; without `far` only inside the editor. */
  reveal({ at: offset, to, missing }: Reveal, far: boolean): void {
    const at = Math.min(offset, this.view.state.doc.length);
    const third = this.view.scrollDOM.clientHeight / 3;
    const effects = [setPlace.of(missing === undefined ? { at, to } : undefined), setMissing.of(missing), ...(far ? [EditorView.scrollIntoView(at, { y: "start", yMargin: third })] : [])];
    this.view.dispatch({ selection: { anchor: at }, effects });
    const { top, height } = this.view.lineBlockAt(at);
    if (!far) this.view.scrollDOM.scrollTop = top - third;
    else showInHost({ top: this.view.documentTop + top, height }, "center");
  }

  clear(): void {
    this.view.dispatch({ effects: [setPlace.of(undefined), setMissing.of(undefined)] });
  }

  private state(doc: string): EditorState {
    return EditorState.create({ doc, extensions: [this.behaviour(), look] });
  }

  private behaviour(): Extension {
    return [
      lineNumbers(), marking, folding(), xmlLanguage, history(), searching(), placing, hovering, hanging, combining,
      EditorView.lineWrapping,
      highlightSpecialChars({ render: (code, _words, shape) => special(code, shape) }),
      EditorView.contentAttributes.of({ "aria-label": t("source-region"), spellcheck: "false", autocapitalize: "off" }),
      EditorView.updateListener.of((update) => this.updated(update)),
      keymap.of([
        { key: "F8", run: () => this.step(1), shift: () => this.step(-1) },
        { key: "Escape", run: (view) => !searchPanelOpen(view.state) && (this.wishes.back(), true) },
        { key: "Mod-z", run: (view) => undoDepth(view.state) === 0 && (this.wishes.undoBefore(), true) },
        ...historyKeymap, ...defaultKeymap,
      ]),
      EditorView.domEventHandlers({
        paste: (event, view) => this.pasted(event, view),
        drop: (event) => (event.dataTransfer?.files.length ?? 0) > 0,
      }),
    ];
  }

  private updated({ docChanged, selectionSet, changes, transactions }: ViewUpdate): void {
    if (docChanged) {
      this.made = this.made.compose(changes);
      this.wishes.changed(this.changes && this.text);
    }
    if (docChanged || selectionSet || transactions.length === 0) this.wishes.moved();
  }

  private clicked(event: Event): void {
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-badge], [data-finding]") : null;
    if (!place) return;
    const { badge, finding } = place.dataset;
    this.wishes.select(Number(badge ?? finding), badge !== undefined);
  }

  /** A paste over the whole text is a new input, no edit. */
  private pasted(event: ClipboardEvent, view: EditorView): boolean {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const { from, to } = view.state.selection.main;
    if (text.trim() === "" || from > 0 || to < view.state.doc.length) return false;
    event.preventDefault();
    this.wishes.replaced(text);
    return true;
  }

  private step(by: 1 | -1): boolean {
    const { state } = this.view;
    const at = state.selection.main.head;
    const all = [...marksOf(state)].sort((a, b) => a.from - b.from || a.finding - b.finding);
    const here = all.findIndex((mark) => mark.from === at && mark.finding === this.stepped);
    const ahead = here >= 0 ? here + by : by === 1 ? all.findIndex((mark) => mark.from > at) : all.filter((mark) => mark.from < at).length - 1;
    const next = all.at(ahead < all.length ? ahead : 0);
    if (!next) return true;
    this.stepped = next.finding;
    this.reveal({ at: next.from }, true);
    this.view.dispatch({ effects: EditorView.announce.of(`${next.finding + 1}: ${next.title}`) });
    this.wishes.select(next.finding, false);
    return true;
  }
}
