// The findings as marks on the text: underlined words, tinted lines, numbers in the gutter, and a dashed box where
// an attribute should stand. Marks move with edits until the next check brings new ones.

import { RangeSet, StateEffect, StateField, type EditorState, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter, gutterLineClass, type DecorationSet } from "@codemirror/view";
import type { Severity } from "engine";
import type { Mark } from "./mark";
import { Badge, Missing, badge } from "./widgets";

interface Marked {
  marks: Mark[];
  /** The finding that is missing where the reader jumped to. */
  place: number | undefined;
  drawn: DecorationSet;
  badges: RangeSet<Numbers>;
  tints: RangeSet<Tint>;
}

/** On a line this long a number stands beside its mark, as the gutter would not tell them apart. */
const LONG = 300;
const RANK: Severity[] = ["error", "warning", "info"];
const NONE: Marked = { marks: [], place: undefined, drawn: Decoration.none, badges: RangeSet.empty, tints: RangeSet.empty };

export const setMarks = StateEffect.define<Mark[]>();

/** The box of this finding is the place that was jumped to; undefined where it is none. */
export const setMissing = StateEffect.define<number | undefined>();

const field = StateField.define<Marked>({
  create: () => NONE,
  update(value, { changes, docChanged, effects, state }) {
    for (const effect of effects) {
      if (effect.is(setMarks)) return mark(state.doc, effect.value, value.place);
      if (effect.is(setMissing) && effect.value !== value.place) return mark(state.doc, value.marks, effect.value);
    }
    if (!docChanged) return value;
    return {
      place: value.place,
      marks: value.marks.map((one) => ({ ...one, from: changes.mapPos(one.from), to: changes.mapPos(one.to) })),
      drawn: value.drawn.map(changes),
      badges: value.badges.map(changes),
      tints: value.tints.map(changes),
    };
  },
  provide: (self) => [
    EditorView.decorations.from(self, (value) => value.drawn),
    gutterLineClass.from(self, (value) => value.tints),
  ],
});

export function marksOf(state: EditorState): Mark[] {
  return state.field(field).marks;
}

function mark(doc: Text, marks: Mark[], place: number | undefined): Marked {
  const drawn: Range<Decoration>[] = [];
  const badges: Range<Numbers>[] = [];
  const tints: Range<Tint>[] = [];
  for (const one of marks) if (one.missing !== undefined) drawn.push(box(doc, one, one.missing, one.finding === place));
  for (const [start, here] of byLine(doc, marks.filter((one) => one.missing === undefined))) {
    const line = doc.lineAt(start);
    const beside = line.length > LONG && here.length > 1;
    for (const one of here) {
      const from = Math.min(one.from, doc.length);
      const to = Math.min(Math.max(one.to, from + 1), line.to);
      if (to > from) drawn.push(Decoration.mark({ class: `u ${one.severity}`, attributes: { "data-finding": String(one.finding) } }).range(from, to));
      if (beside) drawn.push(Decoration.widget({ widget: new Badge(one), side: -1 }).range(from));
    }
    if (beside) continue;
    const worst = RANK.find((severity) => here.some((one) => one.severity === severity));
    drawn.push(Decoration.line({ class: `l-${worst}` }).range(line.from));
    badges.push(new Numbers(here).range(line.from));
    tints.push(new Tint(`l-${worst}`).range(line.from));
  }
  return { marks, place, drawn: Decoration.set(drawn, true), badges: RangeSet.of(badges, true), tints: RangeSet.of(tints, true) };
}

function byLine(doc: Text, marks: Mark[]): Map<number, Mark[]> {
  const lines = new Map<number, Mark[]>();
  for (const one of marks) {
    const { from } = doc.lineAt(Math.min(one.from, doc.length));
    lines.set(from, [...(lines.get(from) ?? []), one]);
  }
  return lines;
}

/** Between the lines where the place begins a line, else in the line. */
function box(doc: Text, one: Mark, words: string, isPlace: boolean): Range<Decoration> {
  const at = Math.min(one.from, doc.length);
  const line = doc.lineAt(at);
  const indent = doc.sliceString(line.from, at);
  const block = indent.trim() === "";
  const widget = new Missing(one, words, block ? indent.length : undefined, isPlace);
  return Decoration.widget({ widget, block, side: -1 }).range(block ? line.from : at);
}

class Numbers extends GutterMarker {
  constructor(private marks: Mark[]) {
    super();
  }

  override eq(other: Numbers): boolean {
    return this.marks.map((one) => one.finding + one.severity).join() === other.marks.map((one) => one.finding + one.severity).join();
  }

  override toDOM(): Node {
    const all = document.createElement("span");
    all.append(...this.marks.map(badge));
    return all;
  }
}

/** The colour of a line goes on in the gutter. */
export class Tint extends GutterMarker {
  constructor(override elementClass: string) {
    super();
  }

  override eq(other: Tint): boolean {
    return this.elementClass === other.elementClass;
  }
}

export const marking: Extension = [
  field,
  gutter({
    class: "numbers",
    markers: (view) => view.state.field(field).badges,
    widgetMarker: (_view, widget) => (widget instanceof Missing ? new Numbers([widget.mark]) : null),
  }),
];
