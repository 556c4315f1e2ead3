// Where the boxes stand: as wide as their words, as far apart as the words between them need.

import { edgeWords, nodesOf, type Graph, type Node, type Place } from "./graph";
import { LABEL, NAME, wrap, type Words } from "./measure";

export interface Box {
  node: Node;
  x: number;
  y: number;
  w: number;
  h: number;
  name: Words;
  brief: Words;
}

export interface Places {
  width: number;
  height: number;
  boxes: Map<Place, Box>;
  frame: { x: number; y: number; w: number; h: number } | undefined;
  /** The lines over the row, the highest first, each for the box of the row that it leads to. */
  levels: { y: number; to: Place }[];
  /** Between the frame and what lies below it. */
  zone: { top: number; bottom: number };
  /** A line along under the frame. */
  channel: number;
  /** A line along under the first row below the frame. */
  under: number;
  /** Lines along between the two rows below the frame: out of the lower one, and into it. */
  bus: { out: number; in: number };
  /** Where these two lines go up and down at the right. */
  trunk: { out: number; in: number };
  /** Half the distance of the ways in and out of one box. */
  lane: number;
  /** The box with the flag, which begins no further left than `from`. */
  flagged: { box: Box; from: number } | undefined;
}

/** Below this the labels would be drawn smaller than they can be read. */
const LEAST_WIDTH = 724;
const LANE = 15;
const INSET = 20;
const GAP = 28;
const TRUNK = 46;
const FLAG = 44;
const MOST = { name: 118, brief: 126, between: 88, beside: 92 };

/** The words beside an upright line. */
export function beside(graph: Graph, from: Place[], to: Place[]): Words | undefined {
  const way = graph.edges.find((edge) => from.includes(edge.from) && to.includes(edge.to));
  return way && edgeWords(graph, way.from, way.to, MOST.beside);
}

export function place(graph: Graph, marked: Place | undefined): Places {
  const boxes = new Map(nodesOf(graph).map((node) => [node.id, box(node)]));
  const height = Math.max(...[...boxes.values()].map((one) => one.h));
  for (const one of boxes.values()) one.h = height;
  const at = (node: Node | undefined) => node && boxes.get(node.id);
  const width = placeAcross(graph, at);
  const { frameTop, frameBottom, ...down } = placeDown(graph, at, height, marked);
  const first = at(graph.row[0]);
  const frame = graph.frame && first && { x: first.x - INSET, y: frameTop, w: width - first.x + INSET - 1, h: frameBottom - frameTop };
  const here = marked && boxes.get(marked);
  const isFramed = frame && graph.row.some(({ id }) => id === marked);
  return {
    ...down, width, boxes, frame, lane: LANE,
    trunk: { out: width - 32, in: width - 14 },
    flagged: here && { box: here, from: !isFramed ? 1 : edgeWords(graph, "any", here.node.id, width) ? here.x + 24 : frame.x + 8 },
  };
}

type At = (node: Node | undefined) => Box | undefined;

/** Gives the whole width. */
function placeAcross(graph: Graph, at: At): number {
  const { fresh, row, other, claims, near, far, deleted, frame } = graph;
  const width = (node: Node | undefined) => at(node)?.w ?? 0;
  const sides = (node: Node) => halves(graph, node, width(node));
  const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
  const gap = (from: Node | undefined, to: Node) => {
    const words = from && edgeWords(graph, from.id, to.id, MOST.between);
    return words ? Math.max(GAP, words.width + 24) : GAP;
  };

  const left = Math.max(width(fresh), width(other));
  for (const one of [at(fresh), at(other)]) if (one) one.w = left;
  const gaps = row.map((node, i) => gap(i === 0 ? fresh : row[i - 1], node) + (i === 0 && frame ? INSET : 0));
  const last = row.at(-1);
  const overhang = near.filter(({ id }) => leads(graph, last, id)).map((node) => sides(node).right - width(last) / 2);
  const rowNeeds = left + sum(gaps) + sum(row.map(width)) + Math.max(frame ? 14 : 0, ...overhang);

  let claimsEnd = left;
  for (const node of claims) {
    const one = at(node);
    if (one) one.x = claimsEnd + gap(other, node);
    claimsEnd += gap(other, node) + width(node) / 2 + sides(node).right;
  }
  const room = (nodes: Node[]) => sum(nodes.map((node) => sides(node).left + sides(node).right + 16));
  const before = near.at(-1);
  const deletedRoom = deleted && before ? Math.max(0, width(before) / 2 + gap(before, deleted) + width(deleted) - sides(before).right) : 0;
  const trunk = far.length > 0 ? TRUNK : 0;
  const whole = Math.max(LEAST_WIDTH, rowNeeds, claimsEnd + room(near) + deletedRoom + trunk);

  let x = left;
  row.forEach((node, i) => {
    const one = at(node);
    if (!one) return;
    one.x = x + (gaps[i] ?? 0) + (whole - rowNeeds) / row.length;
    x = one.x + one.w;
  });
  const gone = at(deleted);
  if (gone) gone.x = whole - trunk - gone.w;
  const spread = (nodes: Node[], start: number, end: number) => {
    const step = (end - start - room(nodes)) / (nodes.length + 1);
    let from = start;
    for (const node of nodes) {
      const one = at(node);
      from += step + 16;
      if (one) one.x = from + sides(node).left - one.w / 2;
      from += sides(node).left + sides(node).right;
    }
  };
  spread(near, claimsEnd, whole - trunk - deletedRoom);
  spread(far, left, whole - trunk);
  for (const node of near) {
    const [one, over] = [at(node), at(row.find((above) => leads(graph, above, node.id)))];
    if (one && over) one.x = over.x + over.w / 2 - one.w / 2;
  }
  return whole;
}

/** `height` is that of each box. */
function placeDown(graph: Graph, at: At, height: number, marked: Place | undefined) {
  const { fresh, row, other, claims, near, far, deleted, frame } = graph;
  const put = (nodes: (Node | undefined)[], y: number) => { for (const node of nodes) { const one = at(node); if (one) one.y = y; } };
  const flag = (nodes: (Node | undefined)[]) => (nodes.some((node) => node?.id !== undefined && node.id === marked) ? FLAG : 0);
  const tallest = (nodes: Node[], least: number) => Math.max(least, ...nodes.flatMap((node) => tall(graph, node)));

  let bottom = 0;
  const levels = row.slice(1).reverse().filter(({ id }) => leads(graph, fresh, id)).map(({ id }) => {
    bottom += 28;
    return { y: bottom - 8, to: id };
  });
  const frameTop = levels.length > 0 ? bottom + 8 : 1;
  const top = frameTop + (frame ? 36 : 6);
  put([fresh, ...row], top);
  const inner = Math.max(0, ...row.map(({ id }) => edgeWords(graph, "any", id, MOST.beside)?.height ?? 0));
  const frameBottom = top + height + (frame ? 26 : 0) + inner + flag([fresh, ...row]);

  const isChannelled = claims.some((node) => row.some(({ id }) => leads(graph, node, id)));
  const zoneTop = frameBottom + (isChannelled ? 26 : 8);
  const zoneBottom = zoneTop + tallest([...claims, ...near], 30) + 16;
  const second = [other, ...claims, ...near, deleted];
  put(second, zoneBottom);
  bottom = second.some((node) => node) ? zoneBottom + height + flag(second) : frameBottom;

  const under = bottom + 14;
  if (claims.some((node) => leads(graph, node, "deleted"))) bottom = under + 20;
  const bus = { out: bottom + 18, in: bottom + 32 };
  if (far.length > 0) {
    const third = bus.in + tallest(far, 0) + 22;
    put(far, third);
    bottom = third + height + flag(far);
  }
  return { frameTop, frameBottom, levels, zone: { top: zoneTop, bottom: zoneBottom }, channel: frameBottom + 13, under, bus, height: bottom + 2 };
}

function leads({ edges }: Graph, from: Node | undefined, to: Place): boolean {
  return edges.some((edge) => edge.from === from?.id && edge.to === to);
}

function box(node: Node): Box {
  const name = wrap(node.name, NAME, MOST.name);
  const brief = wrap(node.brief, LABEL, MOST.brief);
  return { node, name, brief, x: 0, y: 0, w: Math.max(name.width, brief.width) + 22, h: name.height + brief.height + 16 };
}

const FRAME: Place[] = ["any", "previous"];

/** How far a box and the words beside its ways reach from its middle. */
function halves(graph: Graph, { id }: Node, w: number): { left: number; right: number } {
  const row = graph.row.map((node) => node.id);
  const into = beside(graph, ["any", ...row], [id]);
  const out = beside(graph, [id], [...FRAME, ...row]);
  const lane = into && out ? LANE : 0;
  return {
    left: Math.max(w / 2, into && out ? lane + 8 + into.width : 0),
    right: Math.max(w / 2, out ? lane + 8 + out.width : into ? 8 + into.width : 0),
  };
}

/** The heights of the words beside the ways of a box. */
function tall(graph: Graph, { id }: Node): number[] {
  const row = graph.row.map((node) => node.id);
  return [beside(graph, ["any", ...row], [id]), beside(graph, [id], [...FRAME, ...row])].map((words) => words?.height ?? 0);
}
