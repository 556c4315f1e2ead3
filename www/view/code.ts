// The message as it arrived: numbered lines, light colours, and the findings marked at their places.

import { h } from "../dom";
import { plain } from "../marks";
import { count, t } from "../words";
import { colours, type Piece } from "../xml-colours";
import { lineAt, lines, near, type Line, type Range } from "./excerpt";
import type { Message, Severity } from "engine";

/** Above these sizes only the surroundings of marks are drawn, until the reader asks for all. */
const MANY_LINES = 800;
const LONG_LINE = 8_000;
const COLOURED = 400_000;
const BLOCK = 100;

interface Mark extends Range {
  severity?: Severity;
  finding?: number;
  title: string;
}

export interface Code {
  element: HTMLElement;
  /** The drawn place of an offset: its line, and the mark on it. */
  at(offset: number): { line: HTMLElement; mark: HTMLElement | undefined } | undefined;
  finding(index: number): number | undefined;
}

export function code(message: Message, select: (finding: number) => void): Code {
  const { xml } = message;
  const all = lines(xml);
  const marks = marksOf(message, all);
  const pieces = xml.length <= COLOURED ? colours(xml) : [];
  const drawn = new Map<number, HTMLElement>();
  const starts = new Map<number, HTMLElement>();
  const element = h("div", { class: "code", tabindex: 0, role: "region", "aria-label": t("source-region") });
  const painter = new Painter(xml, pieces, marks, starts, select);

  const draw = (whole: boolean) => {
    drawn.clear();
    starts.clear();
    const anchors = marks.map((mark) => ({ from: lineAt(all, mark.from), to: lineAt(all, mark.from) + 1 }));
    const few = whole || all.length <= MANY_LINES;
    const ranges = few ? [{ from: 0, to: all.length }] : near(all.length, anchors, 8, 20, 4);
    const rows: HTMLElement[] = [];
    let done = 0;
    for (const range of ranges) {
      if (range.from > done) rows.push(gap(t("hidden-lines", { n: count(range.from - done) }), () => draw(true)));
      for (let from = range.from; from < range.to; from += BLOCK) {
        const block = h("div", { class: "block" });
        for (const line of all.slice(from, Math.min(from + BLOCK, range.to))) {
          const row = painter.line(line, whole, () => draw(true));
          drawn.set(line.number, row);
          block.append(row);
        }
        rows.push(block);
      }
      done = range.to;
    }
    element.replaceChildren(...rows);
  };
  draw(false);

  return {
    element,
    finding: (index) => marks.find((mark) => mark.finding === index)?.from,
    at(offset) {
      const number = all[lineAt(all, offset)]?.number ?? 0;
      if (!drawn.has(number)) draw(true);
      const line = drawn.get(number);
      return line && { line, mark: starts.get(offset) };
    },
  };
}

/** Findings and fields; a mark ends with its line, so that a finding about a whole element marks only its start. */
function marksOf(message: Message, all: Line[]): Mark[] {
  const clip = (start: number, end: number): Range => {
    const line = all[lineAt(all, start)];
    return { from: start, to: Math.min(Math.max(end, start + 1), Math.max(line?.to ?? end, start)) };
  };
  const findings = message.diagnostics.flatMap((diagnostic, finding): Mark[] =>
    diagnostic.span
      ? [{ ...clip(diagnostic.span.start, diagnostic.span.end), severity: diagnostic.severity, finding, title: plain(diagnostic.title) }]
      : []);
  const places = message.fields.flatMap((field): Mark[] =>
    field.span ? [{ ...clip(field.span.start, field.span.end), title: "" }] : []);
  return [...findings, ...places];
}

class Painter {
  private piece = 0;

  constructor(
    private xml: string, private pieces: Piece[], private marks: Mark[],
    private starts: Map<number, HTMLElement>, private select: (finding: number) => void,
  ) {}

  line(line: Line, whole: boolean, showAll: () => void): HTMLElement {
    const here = this.marks.filter((mark) => mark.from >= line.from && mark.from <= line.to);
    const findings = here.filter((mark) => mark.finding !== undefined);
    const long = line.to - line.from > LONG_LINE;
    const anchors = here.map(({ from, to }) => ({ from: from - line.from, to: to - line.from }));
    const ranges = whole || !long ? [{ from: 0, to: line.to - line.from }] : near(line.to - line.from, anchors, 400, 800, 200);
    const inPlace = line.to - line.from > 300 && findings.length > 1;
    const text = h("span", { class: "c" });
    let done = 0;
    for (const range of ranges) {
      if (range.from > done) text.append(gap(t("hidden-characters", { n: count(range.from - done) }), showAll));
      this.paint(text, line.from + range.from, line.from + range.to, here, inPlace);
      done = range.to;
    }
    const worst = (["error", "warning", "info"] as const).find((severity) => findings.some((mark) => mark.severity === severity));
    return h("div", { class: ["ln", !inPlace && worst].filter(Boolean).join(" ") },
      h("span", { class: "n", "data-n": line.number }),
      h("span", { class: "m" }, !inPlace && findings.map((mark) => this.badge(mark))),
      text);
  }

  /** Text between two offsets, cut where a colour or a mark begins or ends. */
  private paint(into: HTMLElement, from: number, to: number, marks: Mark[], inPlace: boolean): void {
    const edges = marks.flatMap((mark) => [mark.from, mark.to]).filter((edge) => edge > from && edge < to);
    const cuts = [...new Set([...edges, to])].sort((a, b) => a - b);
    let at = from;
    for (const cut of cuts) {
      const mark = marks.find((one) => one.finding !== undefined && one.from <= at && at < one.to)
        ?? marks.find((one) => one.from <= at && at < one.to);
      const starting = marks.filter((one) => one.from === at && one.finding !== undefined);
      if (inPlace) into.append(...starting.map((one) => this.badge(one)));
      const inner = this.coloured(at, cut);
      if (mark) into.append(this.marked(mark, at, inner));
      else into.append(...inner);
      at = cut;
    }
  }

  private marked(mark: Mark, at: number, inner: Node[]): HTMLElement {
    const { finding } = mark;
    const element = finding === undefined
      ? h("span", { class: "at" }, inner)
      : h("mark", { class: `u ${mark.severity}`, "data-finding": finding, on: { click: () => this.select(finding) } }, inner);
    if (!this.starts.has(at)) this.starts.set(at, element);
    return element;
  }

  private coloured(from: number, to: number): Node[] {
    const out: Node[] = [];
    const { pieces, xml } = this;
    while (this.piece > 0 && (pieces[this.piece]?.start ?? Infinity) > from) this.piece -= 1;
    while ((pieces[this.piece]?.end ?? Infinity) <= from) this.piece += 1;
    let at = from;
    while (at < to) {
      const piece = pieces[this.piece];
      if (!piece || piece.start >= to) {
        out.push(document.createTextNode(xml.slice(at, to)));
        break;
      }
      if (piece.start > at) out.push(document.createTextNode(xml.slice(at, piece.start)));
      const end = Math.min(piece.end, to);
      out.push(h("span", { class: piece.tone }, xml.slice(Math.max(piece.start, at), end)));
      at = end;
      if (piece.end <= to) this.piece += 1;
    }
    return out;
  }

  private badge(mark: Mark): HTMLElement {
    const finding = mark.finding ?? 0;
    return h("button", {
      type: "button", class: `num ${mark.severity}`, "data-badge": finding,
      "aria-label": t("gutter-mark", { n: finding + 1, title: mark.title }),
      on: { click: () => this.select(finding) },
    }, String(finding + 1));
  }
}

function gap(text: string, showAll: () => void): HTMLElement {
  return h("span", { class: "left-out" }, text, " ", h("button", { type: "button", class: "link", on: { click: showAll } }, t("show-all")));
}
