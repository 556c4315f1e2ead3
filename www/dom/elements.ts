// Builds elements, and moves between them. Text goes in as text nodes only, so nothing in a message can become markup.

import { showInHost } from "../frame/host";
import { pieces, withoutMarks } from "./english";
import { drawNow } from "./later";

export type Child = Node | string | undefined | null | false | Child[];
type Value = string | number | boolean | undefined;
type Listeners = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
export type Attributes = { on?: Listeners } & { [name: string]: Value | Listeners };

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "object") listen(element, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, withoutMarks(String(value)));
  }
  append(element, children);
  return element;
}

export function append(parent: ParentNode, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (typeof child === "string") parent.append(...pieces(child).map(({ text, english }) => (english ? h("span", { lang: "en" }, text) : text)));
    else if (child !== undefined && child !== null && child !== false) parent.append(child);
  }
}

/** Breaks behind the signs that addresses are made of, so that no word of one is cut. */
export function breakable(text: string): Child[] {
  return text.split(/(?<=[@./:_,])/).flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part]));
}

/** Says a text in an element, in place of what it said. */
export function fill(element: Element, text: string): void {
  element.replaceChildren();
  append(element, [text]);
}

function listen(element: HTMLElement, listeners: Listeners): void {
  for (const [type, listener] of Object.entries(listeners)) {
    element.addEventListener(type, listener as EventListener);
  }
}

/** Whether the reader is typing there, so that keys and pastes belong to that field; looks into shadow roots. */
export function isInTextField(event: Event): boolean {
  const target = event.composedPath()[0];
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "button", "file"].includes(target.type);
}

/** Calls back where a key that undoes finds nothing in its field that it could. */
export function whenNothingIsUndone(event: Event, act: () => void): void {
  const [field] = event.composedPath();
  let undone = false;
  const note = () => { undone = true; };
  field?.addEventListener("input", note, { once: true });
  setTimeout(() => {
    field?.removeEventListener("input", note);
    if (!undone) act();
  });
}

/** Removes all but what the page is made of: its own elements, and those that a browser saved with it. `but` adds to what stays. */
export function emptyBody(but = ""): void {
  for (const child of [...document.body.childNodes]) {
    if (!(child instanceof Element && child.matches(`script, noscript, #style${but}`))) child.remove();
  }
}

/** Scrolls without animation where the reader asked for less motion, or the way is long. */
export function reveal(element: Element, block: ScrollLogicalPosition = "start", isFar = false): void {
  drawNow();
  if (showInHost(element.getBoundingClientRect(), block)) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: still || isFar ? "auto" : "smooth" });
}

export function toTop(): void {
  if (!showInHost({ top: 0, height: 1 }, "nearest")) scrollTo({ top: 0 });
}

/** Where what has the focus is out of sight, this one gets it. */
export function focusInSight(id: string): void {
  const { top, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) document.getElementById(id)?.focus({ preventScroll: true });
}

/** Brings an element into view and puts the focus there; false where there is none of this id. */
export function goTo(id: string): boolean {
  drawNow();
  const target = document.getElementById(id);
  if (!target) return false;
  reveal(target);
  target.focus({ preventScroll: true });
  return true;
}

/** What is pressed stays under the pointer, whatever is drawn anew. */
export function steady(act: () => void): void {
  const focused = document.activeElement;
  const top = focused?.getBoundingClientRect().top ?? 0;
  act();
  drawNow();
  const heir = focused?.id ? document.getElementById(focused.id) : null;
  if (heir) scrollBy({ top: heir.getBoundingClientRect().top - top, behavior: "instant" });
}
