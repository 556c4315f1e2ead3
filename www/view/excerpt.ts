// Which lines, and which parts of a very long line, are drawn: all of a small message, otherwise what lies near a mark.

export interface Range {
  from: number;
  to: number;
}

export interface Line extends Range {
  /** From 1. */
  number: number;
}

export function lines(xml: string): Line[] {
  const out: Line[] = [];
  let from = 0;
  for (const end of xml.matchAll(/\r\n|\r|\n/g)) {
    out.push({ number: out.length + 1, from, to: end.index });
    from = end.index + end[0].length;
  }
  out.push({ number: out.length + 1, from, to: xml.length });
  return out;
}

/** Index of the line that holds an offset. */
export function lineAt(all: Line[], offset: number): number {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The parts of `0..total` to draw: the head, the tail, and what lies around each anchor. */
export function near(total: number, anchors: Range[], around: number, head: number, tail: number): Range[] {
  const wanted = [
    { from: 0, to: head },
    ...anchors.map(({ from, to }) => ({ from: from - around, to: to + around })),
    { from: total - tail, to: total },
  ]
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(total, to) }))
    .sort((a, b) => a.from - b.from);
  const out: Range[] = [];
  for (const range of wanted) {
    const last = out.at(-1);
    if (last && range.from <= last.to + around) last.to = Math.max(last.to, range.to);
    else out.push({ ...range });
  }
  return out;
}
