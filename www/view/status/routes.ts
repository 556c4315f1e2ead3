// How the ways run between the boxes, and where their words stand.

import { edgeWords, type Edge, type Graph, type Node, type Place } from "./graph";
import { LABEL, lineHeight, wrap, type Words } from "./measure";
import { beside, type Box, type Places } from "./places";

export interface Route {
  /** Several where they run as one. */
  edges: Edge[];
  path: string;
  words?: { words: Words; x: number; /** Of the first line's foot. */ y: number; anchor: "start" | "middle" | "end" };
}

type Point = [x: number, y: number];
const ROUND = 10;
const ASCENT = 9;

export function routes(graph: Graph, places: Places): Route[] {
  const { fresh, row, other, claims, near, far, deleted } = graph;
  const { boxes, frame, lane, zone } = places;
  const all: Route[] = [];
  const at = (id: Place) => boxes.get(id);
  const find = (from: Place, to: Place) => graph.edges.filter((edge) => edge.from === from && edge.to === to);
  const add = (edges: Edge[], points: Point[], words?: Route["words"]) => {
    if (edges.length > 0) all.push({ edges, path: rounded(points), ...(words && { words }) });
  };
  const frameBottom = frame ? frame.y + frame.h : zone.top;

  /** Straight to the right, the words over the line and, at a frame, before its edge. */
  const along = (from: Node | undefined, to: Node, edge?: number) => {
    const [start, end] = [from && at(from.id), at(to.id)];
    const words = start && end && edgeWords(graph, start.node.id, to.id, (edge ?? end.x) - right(start) - 20);
    if (!words) return;
    const y = start.y + start.h / 2;
    add(find(start.node.id, to.id), [[right(start), y], [end.x - 1, y]],
      { words, x: (right(start) + (edge ?? end.x - 6)) / 2, y: y - 7 - words.height + ASCENT + 3, anchor: "middle" });
  };

  row.forEach((node, i) => along(i === 0 ? fresh : row[i - 1], node, i === 0 ? frame?.x : undefined));
  const start = fresh && at(fresh.id);
  places.levels.forEach(({ y, to }, i) => {
    const end = at(to);
    if (!start || !end) return;
    const x = middle(start) - 14 + 28 * i;
    const words = wrap(find("new", to)[0]?.trigger ?? "", LABEL, middle(end) - x);
    add(find("new", to), [[x, start.y], [x, y], [middle(end), y], [middle(end), end.y - 1]],
      { words, x: x + 14, y: y - 6, anchor: "start" });
  });
  for (const { id } of row) {
    const end = at(id);
    const words = end && beside(graph, ["any"], [id]);
    if (!words) continue;
    const x = end.x + 14;
    add(find("any", id), [[x, frameBottom], [x, end.y + end.h + 1]], { words, x: x + 8, y: frameBottom - 8 - words.height + lineHeight(LABEL), anchor: "start" });
  }

  const source = other && at(other.id);
  if (source && frame) {
    const joined = row.flatMap(({ id }) => find("other-organisation", id));
    const x = source.x + source.w / 3;
    const y = frameBottom - 13;
    const trigger = [...new Set(joined.map((edge) => edge.trigger))].join("; ");
    const most = (claims[0] ? at(claims[0].id)?.x ?? 0 : source.x + source.w + 90) - x - 20;
    const words = wrap(trigger, LABEL, most);
    add(joined, [[x, source.y], [x, y], [frame.x - 1, y]], { words, ...inZone(words, x + 8), anchor: "start" });
  }
  claims.forEach((node, i) => along(i === 0 ? other : claims[i - 1], node));

  for (const node of [...claims, ...near]) {
    const one = at(node.id);
    if (one) upAndDown(node, one);
  }
  for (const node of near) if (deleted) along(node, deleted);
  const gone = deleted && at(deleted.id);
  for (const { id } of claims) {
    const [one, edges] = [at(id), find(id, "deleted")];
    if (!one || !gone || edges.length === 0) continue;
    const words = wrap(edges[0]?.trigger ?? "", LABEL, 200);
    const x = one.x + 18;
    add(edges, [[x, one.y + one.h], [x, places.under], [middle(gone), places.under], [middle(gone), gone.y + gone.h + 1]],
      { words, x: x + 14, y: places.under + 14, anchor: "start" });
  }
  for (const node of far) {
    const one = at(node.id);
    if (one) byTrunk(node, one);
  }
  return all;

  function inZone(words: Words, x: number, bottom = zone.bottom, top = zone.top): { x: number; y: number } {
    return { x, y: (top + bottom - words.height) / 2 + ASCENT + 1 };
  }

  /** Between a box below the frame and the frame, or a box of the row. */
  function upAndDown({ id }: Node, one: Box): void {
    const ids = row.map((node) => node.id);
    const into = beside(graph, ["any", ...ids], [id]);
    const out = beside(graph, [id], ["any", "previous", ...ids]);
    const shift = into && out ? lane : 0;
    if (into) {
      const edges = ["any" as Place, ...ids].flatMap((from) => find(from, id));
      const x = middle(one) - shift;
      const above = row.map((node) => at(node.id)).find((over) => over && over.node.id === edges[0]?.from);
      const words = out ? { x: x - 8, anchor: "end" as const } : { x: x + 8, anchor: "start" as const };
      add(edges, [[x, above ? above.y + above.h : frameBottom], [x, one.y - 1]], { words: into, ...inZone(into, 0), ...words });
    }
    if (out) {
      const x = middle(one) + shift;
      const framed = [...find(id, "any"), ...find(id, "previous")];
      const words = { words: out, ...inZone(out, x + 8), anchor: "start" as const };
      const inside = frameBottom - 13;
      const points: Point[] = frame && x < frame.x + 8 ? [[x, one.y], [x, inside], [frame.x - 1, inside]] : [[x, one.y], [x, frameBottom + 1]];
      if (framed.length > 0) return add(framed, points, words);
      const over = row.map((node) => at(node.id)).find((end) => end && find(id, end.node.id).length > 0);
      if (!over) return;
      const foot = over.y + over.h + 1;
      const straight = x > over.x + 8 && x < right(over) - 8;
      add(find(id, over.node.id), straight
        ? [[x, one.y], [x, foot]]
        : [[x, one.y], [x, places.channel], [middle(over), places.channel], [middle(over), foot]], words);
    }
  }

  /** Between a box of the lowest row and the frame, around what lies between them. */
  function byTrunk({ id }: Node, one: Box): void {
    const { bus, trunk } = places;
    const into = beside(graph, ["any"], [id]);
    const out = beside(graph, [id], ["any", "previous"]);
    const shift = into && out ? lane : 0;
    if (into) {
      const x = middle(one) - shift;
      const words = out ? { x: x - 8, anchor: "end" as const } : { x: x + 8, anchor: "start" as const };
      add(find("any", id), [[trunk.in, frameBottom], [trunk.in, bus.in], [x, bus.in], [x, one.y - 1]],
        { words: into, ...inZone(into, 0, one.y, bus.in + 2), ...words });
    }
    if (out) {
      const x = middle(one) + shift;
      add([...find(id, "any"), ...find(id, "previous")], [[x, one.y], [x, bus.out], [trunk.out, bus.out], [trunk.out, frameBottom + 1]],
        { words: out, ...inZone(out, x + 8, one.y, bus.in + 2), anchor: "start" });
    }
  }
}

export function middle(box: Box): number {
  return box.x + box.w / 2;
}

function right(box: Box): number {
  return box.x + box.w;
}

/** A line with rounded corners. */
function rounded(points: Point[]): string {
  const round = (n: number) => Math.round(n * 10) / 10;
  const towards = ([x, y]: Point, [tx, ty]: Point, by: number): Point => {
    const far = Math.hypot(tx - x, ty - y) || 1;
    const part = Math.min(by, far / 2) / far;
    return [x + (tx - x) * part, y + (ty - y) * part];
  };
  return points.map((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before) return `M${point.map(round).join(" ")}`;
    if (!after) return `L${point.map(round).join(" ")}`;
    const [from, to] = [towards(point, before, ROUND), towards(point, after, ROUND)];
    return `L${from.map(round).join(" ")}Q${point.map(round).join(" ")} ${to.map(round).join(" ")}`;
  }).join("");
}
