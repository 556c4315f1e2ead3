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

export function toggleTheme(): Theme {
  const next: Theme = current() === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
  return next;
}

function current(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
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
