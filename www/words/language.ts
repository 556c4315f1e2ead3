// The page's language: the one of its address or of the browser at first, then the reader's choice, which lasts.

import { askedLanguage, embedded } from "../frame/address";
import { language, LANGUAGES, speak, type Language } from "./words";

const KEY = "error31-language";

export function restoreLanguage(): void {
  turn(spokenAs(askedLanguage ?? "") ?? stored() ?? navigator.languages.map(spokenAs).find((one) => one !== undefined) ?? "en");
}

export function chooseLanguage(chosen: Language): void {
  turn(chosen);
  if (embedded) return;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
}

/** Without storing it. */
export function turn(language: Language): void {
  speak(language);
  document.documentElement.lang = language;
}

/** Who reads a neighbouring standard reads Serbian in Latin letters. */
const NEIGHBOURS = new Set(["sr", "hr", "bs", "cnr", "sh"]);

/** The language of the page that fits a tag; undefined where none does. */
export function spokenAs(tag: string): Language | undefined {
  const [language = "", ...more] = tag.toLowerCase().split("-");
  if (language === "en") return "en";
  return NEIGHBOURS.has(language) ? (more.includes("cyrl") ? "sr-Cyrl" : "sr-Latn") : undefined;
}

/** The language that a tag asks for, where it is another than the page speaks. */
export function otherLanguage(tag: string): Language | undefined {
  const wished = spokenAs(tag);
  return wished === language() ? undefined : wished;
}

function stored(): Language | undefined {
  if (embedded) return undefined;
  try {
    const value = localStorage.getItem(KEY);
    return LANGUAGES.find(([language]) => language === value)?.[0];
  } catch {
    return undefined;
  }
}
