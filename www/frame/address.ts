// What the address asks for, read once at the start and never written: words of lists that stand here, nothing of an input.

const asked = new URLSearchParams(location.search);

/** Whether the page is to be a part of another one: `?embed`. */
export const embedded = asked.has("embed");

/** `?lang=`: a language tag, which may be one that the page does not speak. */
export const askedLanguage = asked.get("lang");

/** `?theme=`: light, dark, or auto, which is the system's. */
export const askedTheme = asked.get("theme");

/** `?debug`: a stop of the engine is written to the console. */
export const debug = asked.has("debug");

/** The same page for a tab of its own; undefined where it has no address, as in a frame whose text its host wrote. */
export function ownAddress(language: string): string | undefined {
  if (!["http:", "https:", "file:"].includes(location.protocol)) return undefined;
  const address = new URL(location.pathname, location.href);
  address.searchParams.set("lang", language);
  return address.href;
}
