// The statuses as a picture: a button a status, lines with arrows between them, and a flag where the account stands.

import { s } from "../../dom/svg";
import { linked, type Graph, type Place } from "./graph";
import { clip, LABEL, lineHeight, NAME, width, type Words } from "./measure";
import { place, type Box, type Places } from "./places";
import { middle, routes, type Route } from "./routes";
import type { Standing } from "./standing";

const ASCENT = 12;
const FLAG = { height: 27, most: 340, style: { size: 12.5, weight: 600 } };

export interface Drawn {
  picture: SVGSVGElement;
  /** Marks the box whose words are open. */
  open(id: Place | undefined): void;
}

/** `choose` is asked to show the words of a status. */
export function diagram(graph: Graph, standing: Standing | undefined, title: string, choose: (id: Place) => void): Drawn {
  const places = place(graph, standing?.status);
  const ways = routes(graph, places);
  const isHot = (route: Route) => standing !== undefined && route.edges.some((edge) => edge.to === standing.status)
    && ways.filter((way) => way.edges.some((edge) => edge.to === standing.status)).length === 1;
  const nodes = new Map([...places.boxes.values()].map((box) => [box.node.id, node(box, standing)]));
  const { frame, flagged } = places;
  const picture = s("svg", { class: `dia ${standing?.tone ?? ""}`.trim(), viewBox: `0 0 ${places.width} ${places.height}`, width: places.width, role: "group", "aria-label": title },
    s("defs", {}, arrow("arrow"), arrow("arrow-hot")),
    frame && s("g", { "aria-hidden": "true" },
      s("rect", { class: "org", x: frame.x, y: frame.y, width: frame.w, height: frame.h, rx: 12 }),
      s("text", { class: "label", x: frame.x + 12, y: frame.y + 18 }, graph.frame?.name ?? "")),
    s("g", { "aria-hidden": "true" }, ...ways.flatMap((route) => line(route, isHot(route)))),
    ...nodes.values(),
    flagged && standing && flag(flagged, places, standing));
  picture.addEventListener("click", (event) => {
    const id = idOf(event.target);
    if (id) choose(id);
  });
  picture.addEventListener("keydown", (event) => {
    const id = idOf(event.target);
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") choose(id);
    else if (event.key.startsWith("Arrow")) nodes.get(neighbour(graph, places, id, event.key) ?? id)?.focus();
    else return;
    event.preventDefault();
  });
  return {
    picture,
    open: (id) => { for (const [other, element] of nodes) element.setAttribute("aria-pressed", String(other === id)); },
  };
}

function idOf(target: EventTarget | null): Place | undefined {
  const node = target instanceof Element ? target.closest("[data-status]") : null;
  return (node?.getAttribute("data-status") ?? undefined) as Place | undefined;
}

function node({ node: { id, name: called, brief: means, status }, x, y, w, h, name, brief }: Box, standing: Standing | undefined): SVGGElement {
  const isHere = standing?.status === id;
  const english = status && status.label !== called ? ` (${status.label})` : "";
  /** Begins as what can be seen, for those who speak to the page. */
  const spoken = [`${called} ${means}${english}`, ...(isHere ? [standing.here] : [])].join(". ");
  const top = y + (h - name.height - brief.height) / 2;
  return s("g", { class: `node${status ? "" : " outside"}${isHere ? " here" : ""}`, "data-status": id, tabindex: 0, role: "button", "aria-pressed": "false", "aria-label": spoken, "aria-controls": "status-pane" },
    s("rect", { x: x + 1, y: y + 1, width: w - 2, height: h - 2, rx: 8 }),
    text(name, "name", x + w / 2, top + ASCENT + 1, "middle", lineHeight(NAME)),
    text(brief, "label", x + w / 2, top + name.height + ASCENT, "middle"));
}

function line({ path, words }: Route, hot: boolean): SVGElement[] {
  return [
    s("path", { class: hot ? "way hot" : "way", d: path, "marker-end": `url(#${hot ? "arrow-hot" : "arrow"})` }),
    ...(words ? [text(words.words, "label", words.x, words.y, words.anchor)] : []),
  ];
}

function text({ lines }: Words, look: string, x: number, y: number, anchor: string, step = lineHeight(LABEL)): SVGTextElement {
  return s("text", { class: look, "text-anchor": anchor }, ...lines.map((line, i) => s("tspan", { x, y: y + i * step }, line)));
}

function arrow(id: string): SVGMarkerElement {
  return s("marker", { id, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto-start-reverse" },
    s("path", { d: "M0 1l9 4-9 4z" }));
}

function flag({ box, from }: { box: Box; from: number }, places: Places, { here }: Standing): SVGGElement {
  const words = clip(here, FLAG.style, FLAG.most);
  const w = width(words, FLAG.style) + 28;
  const x = Math.min(places.width - w - 1, Math.max(from, middle(box) - w / 2));
  const y = box.y + box.h + 4;
  return s("g", { class: "flag", "aria-hidden": "true" },
    s("title", {}, here),
    s("path", { d: `M${middle(box)} ${y}l8 9h-16z` }),
    s("rect", { x, y: y + 8, width: w, height: FLAG.height, rx: 6 }),
    s("text", { x: x + w / 2, y: y + 26, "text-anchor": "middle" }, words));
}

const DIRECTIONS: Record<string, [x: number, y: number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The nearest box in the direction of the key among those that a way joins to this one. */
function neighbour(graph: Graph, { boxes }: Places, id: Place, key: string): Place | undefined {
  const from = boxes.get(id);
  if (!from) return undefined;
  const [dx, dy] = DIRECTIONS[key] ?? [0, 0];
  let best: { id: Place; far: number } | undefined;
  for (const other of linked(graph, id)) {
    const to = boxes.get(other);
    if (!to) continue;
    const [x, y] = [middle(to) - middle(from), to.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const far = Math.hypot(x, y);
    if (ahead > 1 && (dx === 0 ? true : ahead >= aside / 2) && (!best || far < best.far)) best = { id: other, far };
  }
  return best?.id;
}
