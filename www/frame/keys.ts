// Whether single keys do something: on until the reader says no, which lasts.

import { embedded } from "./address";

const KEY = "error31-keys";

export function keysOn(): boolean {
  if (embedded) return true;
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function keepKeys(on: boolean): void {
  if (embedded) return;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
}
