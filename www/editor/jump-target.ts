// The place that was jumped to: its line is outlined and glows for a moment; where more is meant, all its lines have a bar.

import { RangeSet, StateEffect, StateField, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, gutterLineClass } from "@codemirror/view";
import { Tint } from "./marks";

export interface Target {
  at: number;
  /** One past its last character, where more than its first line is meant. */
  to?: number | undefined;
}

interface Place extends Target {
  /** Two names for one animation: changing between them starts it afresh. */
  glow: boolean;
}

export const setPlace = StateEffect.define<Target | undefined>();

const field = StateField.define<Place | undefined>({
  create: () => undefined,
  update(value, { changes, effects }) {
    for (const effect of effects) {
      if (effect.is(setPlace)) return effect.value && { ...effect.value, glow: !value?.glow };
    }
    return value && { ...value, at: changes.mapPos(value.at), to: value.to === undefined ? undefined : changes.mapPos(value.to) };
  },
  provide: (self) => [
    EditorView.decorations.compute([self, "doc"], (state) => {
      const place = state.field(self);
      if (!place) return Decoration.none;
      return Decoration.set([Decoration.line({ class: `cur glow-${place.glow ? 1 : 2}` }).range(lineOf(state, place)), ...reached(state, place)], true);
    }),
    gutterLineClass.compute([self, "doc"], (state) => {
      const place = state.field(self);
      return place ? RangeSet.of(new Tint("cur").range(lineOf(state, place))) : RangeSet.empty;
    }),
  ],
});

function lineOf({ doc }: EditorState, { at }: Target): number {
  return doc.lineAt(Math.min(at, doc.length)).from;
}

function reached({ doc }: EditorState, { at, to }: Target): Range<Decoration>[] {
  if (to === undefined) return [];
  const [first, last] = [at, Math.max(at, to - 1)].map((one) => doc.lineAt(Math.min(one, doc.length)).number);
  const lines: Range<Decoration>[] = [];
  for (let line = first ?? 1; line <= (last ?? 0); line += 1) lines.push(Decoration.line({ class: "reach" }).range(doc.line(line).from));
  return lines;
}

export const placing: Extension = field;
