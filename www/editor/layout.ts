// A message in another layout of it, and which piece of the message stands where. Offsets are UTF-16 units.

import type { Pretty } from "engine";
import type { ChangeSet } from "@codemirror/state";

export type Layout = Pretty;
export interface Range {
  from: number;
  to: number;
}

/** The message as it came; line breaks become plain ones, as the editor has no others. */
export function asReceived(xml: string): Layout {
  return plainBreaks({ text: xml, pieces: [{ from: 0, to: 0, length: xml.length }] });
}

export function plainBreaks({ text, pieces }: Layout): Layout {
  if (!text.includes("\r")) return { text, pieces };
  const dropped = [...text.matchAll(/\r(?=\n)/g)].map((match) => match.index);
  const out: Layout["pieces"] = [];
  let next = 0;
  for (const piece of pieces) {
    const end = piece.to + piece.length;
    let start = piece.to;
    while (next < dropped.length && (dropped[next] ?? end) < piece.to) next += 1;
    const add = (stop: number) => {
      if (stop > start) out.push({ from: piece.from + start - piece.to, to: start - next, length: stop - start });
    };
    for (; next < dropped.length && (dropped[next] ?? end) < end; next += 1) {
      add(dropped[next] ?? end);
      start = (dropped[next] ?? end) + 1;
    }
    add(end);
  }
  return { text: text.replace(/\r\n?/g, "\n"), pieces: out };
}

/** Where a unit of the message stands in the layout; what was left out, where the next piece begins. */
export function there({ text, pieces }: Layout, offset: number): number {
  const i = last(pieces, (piece) => piece.from <= offset);
  const piece = pieces[i];
  if (piece && offset < piece.from + piece.length) return piece.to + offset - piece.from;
  return pieces[i + 1]?.to ?? (piece ? piece.to + piece.length : text.length);
}

/** A range of the message in the layout. */
export function range(layout: Layout, from: number, to: number): Range {
  const start = there(layout, from);
  return { from: start, to: to > from ? Math.max(start, there(layout, to - 1) + 1) : start };
}

/** Where a unit of the layout stands in the message; what was put in, where the piece before it ends. */
function back(pieces: Layout["pieces"], offset: number): number {
  const piece = pieces[last(pieces, (one) => one.to <= offset)];
  return piece ? piece.from + Math.min(offset - piece.to, piece.length) : 0;
}

/** The message with changes that were made to a layout of it. */
export function carriedBack(xml: string, { pieces }: Layout, changes: ChangeSet): string {
  let out = "";
  let done = 0;
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const from = Math.max(done, back(pieces, fromA));
    out += xml.slice(done, from) + inserted.toString();
    done = Math.max(from, back(pieces, toA));
  });
  return out + xml.slice(done);
}

/** Index of the last item for which it holds; those for which it holds come first. */
function last<T>(items: T[], holds: (item: T) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}
