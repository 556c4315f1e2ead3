// The place that was jumped to: its line is outlined and glows for a moment.

import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

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
  provide: (self) => EditorView.decorations.compute([self, "doc"], (state) => {
    const place = state.field(self);
    if (!place) return Decoration.none;
    const line = state.doc.lineAt(Math.min(place.at, state.doc.length));
    return Decoration.set(Decoration.line({ class: `cur glow-${place.glow ? 1 : 2}` }).range(line.from));
  }),
});

export const placing: Extension = field;
