// What need not be there at once is drawn when what is there has been painted.

import { embedded } from "../frame/address";

/** Asks for all that still waits. */
const NOW = "error31-draw-now";

/** The longest wait for a moment in which nothing else is to be done, in ms. */
const PATIENCE = 500;

const SCROLLED = "data-scrolled";

/** Marks a page that is not at its top; to ask at any other moment would make the browser lay it out. */
export function followScrolling(): void {
  const { documentElement: root } = document;
  root.removeAttribute(SCROLLED);
  addEventListener("scroll", () => root.toggleAttribute(SCROLLED, scrollY > 0), { passive: true });
}

/**
 * Draws into an element once the page as it is now has been painted; at once where nothing is painted, where the reader is further down
 * already, and in a frame, whose height would jump. `isWanted` is asked before. Gives what calls it off.
 */
export function afterPaint(into: Element, draw: () => void, isWanted = () => true): () => void {
  if (embedded || document.hidden || document.documentElement.hasAttribute(SCROLLED)) {
    draw();
    return () => undefined;
  }
  const waiting = new AbortController();
  const { signal } = waiting;
  const end = () => {
    waiting.abort();
    into.removeAttribute("aria-busy");
  };
  const go = () => {
    if (signal.aborted) return;
    end();
    if (isWanted()) draw();
  };
  into.setAttribute("aria-busy", "true");
  document.addEventListener(NOW, go, { signal });
  addEventListener("beforeprint", go, { signal });
  requestAnimationFrame(() => whenIdle(go));
  return end;
}

/** Draws all that waits: someone goes there, or reads it. */
export function drawNow(): void {
  document.dispatchEvent(new Event(NOW));
}

function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: PATIENCE });
  else setTimeout(act);
}
