// The signs: solid is confirmed, closed is ruled out, dashed is not known. A word always stands beside them.

import { s } from "./svg";

type Shape = [tag: "path" | "circle" | "rect", attributes: Record<string, string | number>];

const ring = (extra: Record<string, string | number> = {}): Shape => [
  "circle",
  { cx: 10, cy: 10, r: 8.2, class: "line", "stroke-width": 1.6, ...extra },
];
const dashes = { "stroke-dasharray": "3.1 2.05" };

const SIGNS = {
  found: [20, [
    ["circle", { cx: 10, cy: 10, r: 9, class: "solid" }],
    ["path", { d: "M10 5v6", class: "cut", "stroke-width": 2.2 }],
    ["circle", { cx: 10, cy: 14.4, r: 1.35, class: "hole" }],
  ]],
  clear: [20, [ring(), ["path", { d: "M6.2 10.3l2.6 2.6 5-5.6", class: "line", "stroke-width": 1.8 }]]],
  open: [20, [
    ring(dashes),
    ["path", { d: "M7.8 8a2.2 2.2 0 1 1 3.3 1.9c-.75.45-1.1.8-1.1 1.6", class: "line", "stroke-width": 1.6 }],
    ["circle", { cx: 10, cy: 14, r: 1.1, class: "solid" }],
  ]],
  none: [20, [ring(), ["path", { d: "M6.4 10h7.2", class: "line", "stroke-width": 1.8 }]]],
  todo: [20, [ring(dashes)]],
  error: [16, [
    ["path", { d: "M5 1h6l4 4v6l-4 4H5l-4-4V5z", class: "solid" }],
    ["path", { d: "M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8", class: "cut", "stroke-width": 1.7 }],
  ]],
  warning: [16, [
    ["path", { d: "M8 1.5l7 12.8H1z", class: "solid" }],
    ["path", { d: "M8 6v4", class: "cut", "stroke-width": 1.7 }],
    ["circle", { cx: 8, cy: 12, r: 0.95, class: "hole" }],
  ]],
  info: [16, [
    ["rect", { x: 1.5, y: 1.5, width: 13, height: 13, rx: 2.5, class: "line", "stroke-width": 1.5 }],
    ["path", { d: "M8 7.3v4", class: "line", "stroke-width": 1.7 }],
    ["circle", { cx: 8, cy: 4.8, r: 1, class: "solid" }],
  ]],
  read: [16, [["path", { d: "M3 8.5l3.2 3.2L13 4.6", class: "line", "stroke-width": 1.8 }]]],
  gap: [16, [
    ["rect", { x: 1.5, y: 3.5, width: 13, height: 9, rx: 2, class: "line", "stroke-width": 1.6, "stroke-dasharray": "2.6 1.9" }],
  ]],
  differs: [16, [
    ["path", { d: "M2.5 6c2-2.4 4-1.6 5.5-.4s3.5 2 5.5-.4M2.5 11c2-2.4 4-1.6 5.5-.4s3.5 2 5.5-.4", class: "line", "stroke-width": 1.6 }],
  ]],
  lock: [16, [
    ["rect", { x: 3, y: 7, width: 10, height: 7, rx: 1.5, class: "line", "stroke-width": 1.5 }],
    ["path", { d: "M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2", class: "line", "stroke-width": 1.5 }],
  ]],
  search: [16, [
    ["circle", { cx: 7, cy: 7, r: 4.5, class: "line", "stroke-width": 1.5 }],
    ["path", { d: "M10.4 10.4L14 14", class: "line", "stroke-width": 1.5 }],
  ]],
  down: [12, [["path", { d: "M2.5 4.5L6 8l3.5-3.5", class: "line", "stroke-width": 1.5 }]]],
  theme: [16, [
    ["circle", { cx: 8, cy: 8, r: 6, class: "line", "stroke-width": 1.5 }],
    ["path", { d: "M8 2a6 6 0 0 1 0 12z", class: "solid" }],
  ]],
  brand: [20, [
    ["circle", { cx: 10, cy: 10, r: 8.15, class: "line", "stroke-width": 1.7, "stroke-dasharray": "40 12", transform: "rotate(-52 10 10)" }],
    ["circle", { cx: 10, cy: 10, r: 3.2, class: "dot" }],
  ]],
} satisfies Record<string, [size: number, shapes: Shape[]]>;

export type Sign = keyof typeof SIGNS;

/** The sign as a picture without a name of its own. */
export function sign(name: Sign, tone = ""): SVGSVGElement {
  const [size, shapes] = SIGNS[name] as [number, Shape[]];
  return s("svg", { class: `sign ${tone}`.trim(), viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true", focusable: "false" },
    ...shapes.map(([tag, attributes]) => s(tag, attributes)));
}
