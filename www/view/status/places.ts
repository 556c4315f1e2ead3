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
  flagged: Box | undefined;
}

/** Below this the labels would be drawn smaller than they can be read. */
const LEAST_WIDTH = 724;
const LANE = 15;
const INSET = 20;
const FLAG = 44;
const MOST = { name: 118, brief: 126, between: 88, beside: 92 };

/** The words of a way that lies between two boxes. */
function between(graph: Graph, from: Place, to: Place): Words | undefined {
  return edgeWords(graph, from, to, MOST.between);
}

/** The words beside an upright line. */
export function beside(graph: Graph, from: Place[], to: Place[]): Words | undefined {
  const way = graph.edges.find((edge) => from.includes(edge.from) && to.includes(edge.to));
  return way && edgeWords(graph, way.from, way.to, MOST.beside);
}

const gapFor = (words: Words | undefined, least: number) => (words ? Math.max(least, words.width + 24) : least);

export function place(graph: Graph, marked: Place | undefined): Places {
  const { fresh, row, other, claims, near, far, deleted, frame: framed } = graph;
  const boxes = new Map(nodesOf(graph).map((node) => [node.id, box(node)]));
  const at = (node: Node | undefined) => node && boxes.get(node.id);
  const all = [...boxes.values()];
  const height = Math.max(...all.map((one) => one.h));
  for (const one of all) one.h = height;
  const left = Math.max(at(fresh)?.w ?? 0, at(other)?.w ?? 0);
  for (const one of [at(fresh), at(other)]) if (one) one.w = left;

  const inset = framed ? INSET : 0;
  const rowGaps = row.map((node, i) => {
    const before = i === 0 ? fresh : row[i - 1];
    const words = before && between(graph, before.id, node.id);
    return gapFor(words, 28) + (i === 0 ? inset : 0);
  });
  const sides = (node: Node) => halves(graph, node, at(node)?.w ?? 0);
  const lastInRow = row.at(-1);
  const aside = near.filter(({ id }) => graph.edges.some(({ from, to }) => from === lastInRow?.id && to === id))
    .map((node) => sides(node).right - (at(lastInRow)?.w ?? 0) / 2);
  const rowNeeds = left + sum(rowGaps) + sum(row.map((node) => at(node)?.w ?? 0)) + Math.max(framed ? 14 : 0, ...aside);

  const trunkRoom = far.length > 0 ? 46 : 0;
  let x = left;
  const claimsAt = claims.map((node) => {
    const start = x + gapFor(other && between(graph, other.id, node.id), 28);
    const { right } = sides(node);
    const w = at(node)?.w ?? 0;
    x = start + w / 2 + right;
    return start;
  });
  const claimsEnd = x;
  const nearNeeds = sum(near.map((node) => sides(node).left + sides(node).right + 16));
  const last = near.at(-1);
  const toDeleted = deleted && last ? gapFor(between(graph, last.id, deleted.id), 28) : 0;
  const deletedRoom = deleted && last ? (at(last)?.w ?? 0) / 2 + toDeleted + (at(deleted)?.w ?? 0) - sides(last).right : 0;
  const width = Math.max(LEAST_WIDTH, rowNeeds, claimsEnd + nearNeeds + Math.max(0, deletedRoom) + trunkRoom);

  const spare = row.length > 0 ? (width - rowNeeds) / row.length : 0;
  let across = left;
  row.forEach((node, i) => {
    const one = at(node);
    if (!one) return;
    one.x = across + (rowGaps[i] ?? 0) + spare;
    across = one.x + one.w;
  });
  claims.forEach((node, i) => { const one = at(node); if (one) one.x = claimsAt[i] ?? 0; });
  const gone = at(deleted);
  if (gone) gone.x = width - trunkRoom - gone.w;
  const room = width - trunkRoom - Math.max(0, deletedRoom) - claimsEnd - nearNeeds;
  spread(near, claimsEnd, room);
  spread(far, left, width - trunkRoom - left - sum(far.map((node) => sides(node).left + sides(node).right + 16)));
  for (const node of near) {
    const one = at(node);
    const above = row.find(({ id }) => graph.edges.some(({ from, to }) => (from === id && to === node.id)));
    const over = at(above);
    if (one && over) one.x = over.x + over.w / 2 - one.w / 2;
  }

  function spread(nodes: Node[], start: number, free: number): void {
    const step = free / (nodes.length + 1);
    let from = start;
    for (const node of nodes) {
      const one = at(node);
      const { left: before, right: after } = sides(node);
      from += step + 16;
      if (one) one.x = from + before - one.w / 2;
      from += before + after;
    }
  }

  const isMarked = (nodes: (Node | undefined)[]) => nodes.some((node) => node !== undefined && node.id === marked);
  const flagRoom = (nodes: (Node | undefined)[]) => (isMarked(nodes) ? FLAG : 0);
  let y = 0;
  const levels = row.slice(1).reverse().filter(({ id }) => graph.edges.some(({ from, to }) => from === fresh?.id && to === id)).map(({ id }) => {
    y += 28;
    return { y: y - 8, to: id };
  });
  const frameTop = levels.length > 0 ? y + 8 : 1;
  const rowTop = frameTop + (framed ? 36 : 6);
  for (const node of [fresh, ...row]) { const one = at(node); if (one) one.y = rowTop; }
  const inner = Math.max(0, ...row.map(({ id }) => edgeWords(graph, "any", id, MOST.beside)?.height ?? 0));
  const frameBottom = rowTop + height + (framed ? 26 : 0) + (inner > 0 ? inner : 0) + flagRoom([fresh, ...row]);
  const beneath = [...claims, ...near];
  const channelled = claims.some(({ id }) => graph.edges.some(({ from, to }) => from === id && row.some((node) => node.id === to)));
  const zoneTop = frameBottom + (channelled ? 26 : 8);
  const tallest = Math.max(30, ...beneath.flatMap((node) => tall(graph, node)));
  const hasBeneath = beneath.length > 0 || other !== undefined;
  const tier = zoneTop + tallest + 16;
  for (const node of [other, ...beneath, deleted]) { const one = at(node); if (one) one.y = tier; }
  let bottom = hasBeneath ? tier + height + flagRoom([other, ...beneath, deleted]) : frameBottom;
  const under = bottom + 14;
  const passes = claims.some(({ id }) => graph.edges.some(({ from, to }) => from === id && to === "deleted"));
  if (passes) bottom = under + 20;
  const bus = { out: bottom + 18, in: bottom + 32 };
  if (far.length > 0) {
    const farTop = bus.in + Math.max(...far.flatMap((node) => tall(graph, node))) + 22;
    for (const node of far) { const one = at(node); if (one) one.y = farTop; }
    bottom = farTop + height + flagRoom(far);
  }
  const first = at(row[0]);
  return {
    width, height: bottom + 2, boxes, levels, channel: frameBottom + 13, under, bus, lane: LANE,
    zone: { top: zoneTop, bottom: tier },
    trunk: { out: width - 32, in: width - 14 },
    frame: framed && first && { x: first.x - inset, y: frameTop, w: width - first.x + inset - 1, h: frameBottom - frameTop },
    flagged: marked && boxes.get(marked),
  };
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

function sum(all: number[]): number {
  return all.reduce((total, one) => total + one, 0);
}
