// The place that was jumped to: its line is outlined and glows for a moment.

import { RangeSet, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, gutterLineClass } from "@codemirror/view";
import { Tint } from "./marks";

interface Place {
  at: number;
  /** Two names for one animation: changing between them starts it afresh. */
  glow: boolean;
}

export const setPlace = StateEffect.define<number | undefined>();

const field = StateField.define<Place | undefined>({
  create: () => undefined,
  update(value, { changes, effects }) {
    for (const effect of effects) {
      if (effect.is(setPlace)) return effect.value === undefined ? undefined : { at: effect.value, glow: !value?.glow };
    }
    return value && { ...value, at: changes.mapPos(value.at) };
  },
  provide: (self) => [
    EditorView.decorations.compute([self, "doc"], (state) => {
      const place = state.field(self);
      return place ? Decoration.set(Decoration.line({ class: `cur glow-${place.glow ? 1 : 2}` }).range(lineOf(state, place))) : Decoration.none;
    }),
    gutterLineClass.compute([self, "doc"], (state) => {
      const place = state.field(self);
      return place ? RangeSet.of(new Tint("cur").range(lineOf(state, place))) : RangeSet.empty;
    }),
  ],
});

function lineOf({ doc }: EditorState, { at }: Place): number {
  return doc.lineAt(Math.min(at, doc.length)).from;
}

export const placing: Extension = field;
