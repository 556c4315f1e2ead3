// Texts of the engine and of the page carry four marks; this turns them into nodes.
// `wire name`, **Console label › with a path**, <https://link>, and lines that start with "1. " are steps.

import { h } from "./elements";
import { pieces, withoutMarks } from "./english";

/** One line of text: wire names and console labels become elements, everything else stays text. */
export function inline(text: string): Node[] {
  return pieces(text).flatMap((piece) => (piece.english ? h("span", { lang: "en" }, marked(piece.text)) : marked(piece.text)));
}

function marked(text: string): Node[] {
  return text
    .split(/(`[^`]*`|\*\*.+?\*\*|<https:[^<>\s]+>|Member Status)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.length > 2 && part.startsWith("`") && part.endsWith("`")) return h("code", {}, part.slice(1, -1));
      if (part.length > 4 && part.startsWith("**") && part.endsWith("**")) return label(part.slice(2, -2));
      if (part.startsWith("<https:") && part.endsWith(">")) return link(part.slice(1, -1));
      if (part === "Member Status") return h("span", { class: "whole" }, part);
      return document.createTextNode(part);
    });
}

/** Paragraphs and numbered steps. */
export function blocks(text: string): HTMLElement[] {
  const out: HTMLElement[] = [];
  let steps: HTMLOListElement | undefined;
  for (const line of text.split("\n")) {
    const step = /^\d+\. (.*)$/.exec(line);
    if (step) {
      if (!steps) out.push((steps = h("ol", { class: "steps" })));
      steps.append(h("li", {}, inline(step[1] ?? "")));
    } else if (line.trim() !== "") {
      steps = undefined;
      out.push(h("p", {}, inline(line)));
    }
  }
  return out;
}

/** Whether a text has steps of its own. */
export function hasSteps(text: string): boolean {
  return /^\d+\. /m.test(text);
}

/** The text without its marks, for names and announcements. */
export function plain(text: string): string {
  return withoutMarks(text).replace(/`|\*\*|<(?=https:)|(?<=https:[^\s]*)>/g, "");
}

/** A page elsewhere, in a tab of its own, that is not told where the reader came from. */
export function outward(address: string, name: string): HTMLElement {
  return h("a", { href: address, target: "_blank", rel: "noreferrer noopener" }, name);
}

function link(address: string): HTMLElement {
  return outward(address, address.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, ""));
}

/** A term of two words up to this length is kept on one line: it fits any screen. */
const FITS = 24;

function label(text: string): HTMLElement {
  const parts = text.split(" › ");
  const whole = (part: string): Node | string => (part.length <= FITS && /^\S+ \S+$/.test(part) ? h("span", { class: "whole" }, part) : part);
  const nodes = parts.flatMap((part, i) => (i === 0 ? [whole(part)] : [h("i", {}, " › "), whole(part)]));
  return h("span", { class: "ui", lang: "en" }, nodes);
}
