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

/** The language of the page that fits a tag, as the engine finds it; undefined where none does. */
export function spokenAs(tag: string): Language | undefined {
  const parts = tag.toLowerCase().split(/[-_]/);
  const fits = (taken: string[]) => taken[0] === parts[0] && taken.every((part) => parts.includes(part));
  const rows = LANGUAGES.map(({ tag, takes }) => {
    const fitting = takes.map((taken) => taken.split("-")).filter(fits);
    return { tag, length: Math.max(0, ...fitting.map((taken) => taken.length)) };
  });
  const best = rows.reduce((best, row) => (row.length > best.length ? row : best));
  return best.length > 0 ? best.tag : undefined;
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
    return LANGUAGES.find(({ tag }) => tag === value)?.tag;
  } catch {
    return undefined;
  }
}
