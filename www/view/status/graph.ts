// The statuses of one generation as boxes in their places, and the ways between them.

import type { Generation, Outside, StatusGuide, StatusId, StatusWords } from "engine";
import { plain } from "../../dom/markup";
import { LABEL, wrap, type Words } from "./measure";

export type Place = StatusId | Outside;

export interface Node {
  id: Place;
  name: string;
  brief: string;
  /** What is known of the status; none outside. */
  status?: StatusWords;
}

export interface Edge {
  from: Place;
  to: Place;
  trigger: string;
}

export interface Graph {
  /** No account yet. */
  fresh: Node | undefined;
  /** Where an account begins, and where it can be used, in the order of its life. */
  row: Node[];
  /** An account in another organisation. */
  other: Node | undefined;
  /** Statuses of accounts that come from there. */
  claims: Node[];
  /** Statuses from which an account can also be deleted. */
  near: Node[];
  /** The others. */
  far: Node[];
  deleted: Node | undefined;
  /** The frame around the row, where a way begins or ends at any of them. */
  frame: Node | undefined;
  edges: Edge[];
}

export function graph(guide: StatusGuide, generation: Generation): Graph {
  const edges = guide.transitions
    .filter((way) => way.generations.includes(generation))
    .map(({ from, to, trigger }): Edge => ({ from, to, trigger: plain(trigger) }));
  const leads = (from: Place, to: Place) => edges.some((edge) => edge.from === from && edge.to === to);
  const touched = (id: Place) => edges.some((edge) => edge.from === id || edge.to === id);
  const outside = (id: Outside): Node | undefined => {
    const words = guide.outside.find((one) => one.id === id);
    return words && touched(id) ? { id, name: words.name, brief: words.brief } : undefined;
  };
  const all = statusesOf(guide, generation).map((status): Node => ({ id: status.id, name: status.name, brief: status.brief, status }));
  const begins = all.filter(({ id }) => leads("new", id));
  const row = all.filter((node) => begins.includes(node)
    || (node.status?.bearing === "rules-out" && begins.some(({ id }) => leads(id, node.id))));
  const claims = all.filter((node) => !row.includes(node) && leads("other-organisation", node.id));
  const rest = all.filter((node) => !row.includes(node) && !claims.includes(node));
  const near = rest.filter(({ id }) => leads(id, "deleted"));
  const frame = guide.outside.find((one) => one.id === "any");
  return {
    fresh: outside("new"), row, other: outside("other-organisation"), claims,
    near: near.length > 0 ? near : rest,
    far: near.length > 0 ? rest.filter((node) => !near.includes(node)) : [],
    deleted: outside("deleted"),
    frame: frame && (touched("any") || touched("previous")) ? { id: "any", name: frame.name, brief: frame.brief } : undefined,
    edges,
  };
}

/** The statuses of a generation, in the order of an account's life. */
export function statusesOf(guide: StatusGuide, generation: Generation): StatusWords[] {
  return guide.statuses.filter((status) => status.generations.includes(generation));
}

/** All boxes, in reading order. */
export function nodesOf({ fresh, row, other, claims, near, far, deleted }: Graph): Node[] {
  return [fresh, ...row, other, ...claims, ...near, deleted, ...far].filter((node) => node !== undefined);
}

/** The boxes that a way leads to or comes from; the frame stands for the whole row. */
export function linked({ edges, row }: Graph, id: Place): Place[] {
  const stands = (place: Place): Place[] => (place === "any" || place === "previous" ? row.map((node) => node.id) : [place]);
  const around = edges.flatMap(({ from, to }) => {
    if (stands(from).includes(id)) return stands(to);
    return stands(to).includes(id) ? stands(from) : [];
  });
  return [...new Set(around)].filter((place) => place !== id);
}

/** What sets a way off, in lines of at most this width; none where there is no such way. */
export function edgeWords({ edges }: Graph, from: Place, to: Place, most: number): Words | undefined {
  const edge = edges.find((one) => one.from === from && one.to === to);
  return edge && wrap(edge.trigger, LABEL, most);
}
