// The page's language: the browser's at first, then the reader's choice, which lasts.

import { LANGUAGES, speak, type Language } from "./words";

const KEY = "error31-language";

export function restoreLanguage(): void {
  turn(stored() ?? preferred(navigator.languages));
}

export function chooseLanguage(language: Language): void {
  turn(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
}

function turn(language: Language): void {
  speak(language);
  document.documentElement.lang = language;
}

/** Who reads a neighbouring standard reads Serbian in Latin letters. */
const NEIGHBOURS = new Set(["sr", "hr", "bs", "cnr", "sh"]);

function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [language = "", ...more] = tag.toLowerCase().split("-");
    if (language === "en") return "en";
    if (NEIGHBOURS.has(language)) return more.includes("cyrl") ? "sr-Cyrl" : "sr-Latn";
  }
  return "en";
}

function stored(): Language | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return LANGUAGES.find(([language]) => language === value)?.[0];
  } catch {
    return undefined;
  }
}
