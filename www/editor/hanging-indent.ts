// A line that wraps hangs below its own indent, so that its rows read as one line.

import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

/** Deeper lines hang as this one does. */
export const DEEPEST = 24;

const HANGS = Array.from({ length: DEEPEST + 1 }, (_, indent) => Decoration.line({ class: `hang-${indent}` }));
/** A first word that does not fit is broken, or it would leave the row of its indent empty. */
const BROKEN = Decoration.line({ class: "broken" });

class Hang {
  lines: DecorationSet;

  constructor(view: EditorView) {
    this.lines = visible(view);
  }

  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || update.geometryChanged) this.lines = visible(update.view);
  }
}

function visible({ state, visibleRanges, contentDOM, defaultCharacterWidth }: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>();
  const columns = Math.floor(contentDOM.clientWidth / defaultCharacterWidth) - 3;
  let done = -1;
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      const start = state.doc.sliceString(line.from, Math.min(line.to, line.from + Math.max(columns, DEEPEST) + 1));
      const indent = Math.min(DEEPEST, start.search(/[^ ]|$/));
      const hang = HANGS[indent];
      if (line.from > done && hang) built.add(line.from, line.from, hang);
      if (line.from > done && /^ *\S*/.exec(start)?.[0].length === start.length && start.length > columns) built.add(line.from, line.from, BROKEN);
      done = line.from;
      at = line.to + 1;
    }
  }
  return built.finish();
}

export const hanging: Extension = ViewPlugin.fromClass(Hang, { decorations: (plugin) => plugin.lines });
