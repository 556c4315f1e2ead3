// Where the lanes and arrows of a sign-in stand: as far apart as their words need.

import type { SignIn, Step } from "engine";
import { plain } from "../../dom/markup";
import { clock, duration, t } from "../../words/words";
import { clip, LABEL, lineHeight, NAME, width, wrap } from "../status/measure";

/** More lanes than this are told as a list. */
export const MOST_LANES = 7;

export interface Lane {
  /** The middle. */
  x: number;
  /** Of the box with the name. */
  w: number;
  lines: string[];
}

export interface Arrow {
  step: Step;
  /** Where the line is. */
  y: number;
  from: number;
  to: number;
  label: string;
  /** Under the line. */
  note: string | undefined;
  /** At the left: when the first was sent, and how much later each other. */
  time: string | undefined;
  /** The row, for a press anywhere in it. */
  row: { top: number; height: number };
}

export interface Places {
  width: number;
  height: number;
  /** Height of the boxes with the names. */
  head: number;
  lanes: Lane[];
  arrows: Arrow[];
}

const LEAST_WIDTH = 600;
const LEAST_GAP = 132;
const BOX = { most: 132, least: 92, padding: 24, between: 14 };
const ROW = { over: 30, under: 14, note: 15 };
const TIP = 36;

export function place(signIn: SignIn): Places {
  const order = lanesOf(signIn);
  const at = (party: number) => order.indexOf(party);
  const boxes = order.map((party) => box(signIn.parties[party]?.name ?? ""));
  const steps = signIn.steps.map((step, i) => ({ step, label: plain(step.label), note: step.missing ? t("sign-in-missing") : undefined, time: time(signIn, step, i) }));
  const gaps = boxes.slice(1).map((one, i) => {
    const words = steps.filter(({ step }) => Math.min(at(step.from), at(step.to)) === i).flatMap(({ label, note }) => [label, note ?? ""]);
    const said = Math.max(0, ...words.map((text) => width(text, LABEL)));
    return Math.max(LEAST_GAP, said + TIP, ((boxes[i]?.w ?? 0) + one.w) / 2 + BOX.between);
  });
  const gutter = Math.max(0, ...steps.map((step) => width(step.time ?? "", LABEL))) + 12;
  const ends = ((boxes[0]?.w ?? 0) + (boxes.at(-1)?.w ?? 0)) / 2 + gutter + 2;
  const spare = Math.max(0, LEAST_WIDTH - ends - sum(gaps)) / Math.max(1, gaps.length);
  let x = gutter + (boxes[0]?.w ?? 0) / 2 + 1;
  const lanes = boxes.map((one, i) => ({ ...one, x: (x += i === 0 ? 0 : (gaps[i - 1] ?? 0) + spare) }));
  const head = Math.max(...boxes.map(({ lines }) => lines.length)) * lineHeight(NAME) + 16;
  let top = head + 6;
  const arrows = steps.map(({ step, ...words }): Arrow => {
    const height = ROW.over + ROW.under + (words.note ? ROW.note : 0);
    const row = { top, height };
    top += height;
    return { step, ...words, y: row.top + ROW.over, from: lanes[at(step.from)]?.x ?? 0, to: lanes[at(step.to)]?.x ?? 0, row };
  });
  return { width: Math.ceil(ends + sum(gaps) + spare * gaps.length), height: top + 8, head, lanes, arrows };
}

/** The browser first, which shows the answer; then the service, and the identity providers one behind the other. */
function lanesOf({ parties }: SignIn): number[] {
  const all = parties.map((_, i) => i);
  const browser = parties.findIndex(({ kind }) => kind === "browser");
  return [browser, ...all.filter((i) => i !== browser)].filter((i) => i >= 0);
}

function box(name: string): Omit<Lane, "x"> {
  const lines = wrap(plain(name), NAME, BOX.most).lines.map((line) => clip(line, NAME, BOX.most));
  return { lines, w: Math.max(BOX.least, ...lines.map((line) => width(line, NAME) + BOX.padding)) };
}

function time({ startedAt }: SignIn, { seconds }: Step, index: number): string | undefined {
  if (seconds !== undefined) return t("sign-in-after", { time: duration(seconds) });
  return index === 0 && startedAt !== undefined ? clock(startedAt) : undefined;
}

function sum(all: number[]): number {
  return all.reduce((total, one) => total + one, 0);
}
