// Light or dark: the system decides until the reader does, or the page around a frame. Beside the language, the
// choice is all this page ever stores.

import { askedTheme, embedded } from "./address";

const KEY = "error31-theme";
type Theme = "light" | "dark";

export function restoreTheme(): void {
  useTheme(askedTheme ?? read());
}

/** Light or dark; anything else leaves it to the system. */
export function useTheme(wished: string | undefined): void {
  const { dataset } = document.documentElement;
  if (wished === "light" || wished === "dark") dataset["theme"] = wished;
  else delete dataset["theme"];
}

/** The next of three: the other than the system's, the system's own as a choice, and whatever the system says. */
export function nextTheme(): Theme | "auto" {
  const system: Theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const other: Theme = system === "dark" ? "light" : "dark";
  const now = theme();
  const next = now === "auto" ? other : now === other ? system : "auto";
  useTheme(next);
  try {
    if (next === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
  return next;
}

export function theme(): Theme | "auto" {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

function read(): Theme | undefined {
  if (embedded) return undefined;
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : undefined;
  } catch {
    return undefined;
  }
}
