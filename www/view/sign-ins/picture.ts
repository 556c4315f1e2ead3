// A sign-in as a picture: a lane for each that takes part, an arrow for each message, dashed where the capture has none.

import type { SignIn } from "engine";
import { plain } from "../../dom/markup";
import { s } from "../../dom/svg";
import { addressOf } from "../../frame/fragment";
import { t } from "../../words/words";
import type { Actions } from "../actions";
import { lineHeight, NAME } from "../status/measure";
import { leg } from "./list";
import { place, type Arrow, type Lane, type Places } from "./places";

/** A press on an arrow opens its message. */
export function picture(signIn: SignIn, open: number | undefined, actions: Actions): SVGSVGElement {
  const places = place(signIn);
  const { width, height, head, lanes, arrows } = places;
  const drawn = arrows.map((arrow, i) => leading(arrow, i, signIn, open, places));
  const all = s("svg", { class: "seq", viewBox: `0 0 ${width} ${height}`, width, role: "group", "aria-label": t("sign-in-title", { parties: signIn.parties.map(({ name }) => plain(name)).join(", ") }) },
    s("defs", {}, tip("leg-tip"), tip("leg-tip-on")),
    s("g", { "aria-hidden": "true" }, ...lanes.flatMap((lane) => lifeline(lane, head, height))),
    ...drawn);
  all.addEventListener("click", (event) => {
    const message = messageOf(event.target);
    if (message !== undefined) actions.message(message);
  });
  all.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = drawn.findIndex((one) => one === document.activeElement);
    const message = messageOf(event.target);
    if ((event.key === "Enter" || event.key === " ") && message !== undefined) actions.message(message);
    else if (event.key === "ArrowDown") drawn.slice(at + 1).find(isPressable)?.focus();
    else if (event.key === "ArrowUp") drawn.slice(0, Math.max(0, at)).reverse().find(isPressable)?.focus();
    else return;
    event.preventDefault();
  });
  return all;
}

function isPressable(element: SVGElement): boolean {
  return element.hasAttribute("data-message") || element instanceof SVGAElement;
}

function messageOf(target: EventTarget | null): number | undefined {
  const pressed = target instanceof Element ? target.closest("[data-message]") : null;
  return pressed ? Number(pressed.getAttribute("data-message")) : undefined;
}

/** An arrow that leads to its message, or the answer to what its code means; what is missing leads nowhere. */
function leading(arrow: Arrow, index: number, { code }: SignIn, open: number | undefined, { width, lanes }: Places): SVGElement {
  const { step } = arrow;
  const isOpen = step.message !== undefined && step.message === open;
  const look = ["arrow", step.missing && "missing", isOpen && "on", step.kind === "answer" && "answer"].filter(Boolean).join(" ");
  const about = { class: look, id: `leg-${index + 1}`, "aria-label": plain(leg(step)) };
  const parts = line(arrow, isOpen, width, lanes);
  if (step.message !== undefined) {
    return s("g", { ...about, "data-message": step.message, tabindex: 0, role: "button", "aria-current": isOpen ? "true" : undefined }, ...parts);
  }
  return step.kind === "answer" && !step.missing && code !== undefined
    ? s("a", { ...about, href: addressOf("code", String(code)) }, ...parts)
    : s("g", { ...about, role: "img" }, ...parts);
}

function line({ y, from, to, label, note, time, row }: Arrow, on: boolean, width: number, lanes: Lane[]): SVGElement[] {
  const ahead = Math.sign(to - from);
  const middle = (from + to) / 2;
  return [
    s("rect", { class: "row", x: 1, y: row.top + 2, width: width - 2, height: row.height - 4, rx: 6 }),
    ...(time === undefined ? [] : [s("text", { class: "time", x: (lanes[0]?.x ?? 0) - (lanes[0]?.w ?? 0) / 2 - 10, y: y + 4, "text-anchor": "end" }, time)]),
    s("path", { class: "way", d: `M${from + ahead * 3} ${y}H${to - ahead * 2}`, "marker-end": `url(#${on ? "leg-tip-on" : "leg-tip"})` }),
    s("text", { class: "label", x: middle, y: y - 7, "text-anchor": "middle" }, label),
    ...(note === undefined ? [] : [s("text", { class: "note", x: middle, y: y + 16, "text-anchor": "middle" }, note)]),
  ];
}

function lifeline({ x, w, lines }: Lane, head: number, height: number): SVGElement[] {
  const step = lineHeight(NAME);
  const top = (head - lines.length * step) / 2;
  return [
    s("path", { class: "life", d: `M${x} ${head}V${height}` }),
    s("rect", { class: "party", x: x - w / 2, y: 1, width: w, height: head - 2, rx: 8 }),
    s("text", { class: "name", "text-anchor": "middle" }, ...lines.map((text, i) => s("tspan", { x, y: top + i * step + 13 }, text))),
  ];
}

function tip(id: string): SVGMarkerElement {
  return s("marker", { id, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto-start-reverse" },
    s("path", { d: "M0 1l9 4-9 4z" }));
}
