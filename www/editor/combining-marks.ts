// A run of combining marks over one letter has no width of its own: its length stands there instead. It is known for the whole
// text from the start, or the editor would take its lines for a hundred times as high as they are.

import { RangeSetBuilder, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { h } from "../dom/elements";
import { count, t } from "../words/words";

/** No script puts so many over one letter. */
const MANY = /\p{M}{16,}/gu;

class Run extends WidgetType {
  constructor(private length: number) {
    super();
  }

  override eq(other: Run): boolean {
    return this.length === other.length;
  }

  override toDOM(): HTMLElement {
    return h("span", { class: "cm-specialChar" }, t("combining-marks", { n: count(this.length) }));
  }
}

function runs({ doc }: EditorState): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  for (const { 0: run, index } of doc.toString().matchAll(MANY)) {
    built.add(index, index + run.length, Decoration.replace({ widget: new Run([...run].length) }));
  }
  return built.finish();
}

export const combining: Extension = StateField.define<DecorationSet>({
  create: runs,
  update: (known, { docChanged, state }) => (docChanged ? runs(state) : known),
  provide: (field) => EditorView.decorations.from(field),
});
