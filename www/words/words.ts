// The page's own words: a Fluent file a language, looked up by key.

import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Key } from "keys";
import { LANGUAGES } from "languages";
import { inEnglish } from "../dom/english";
import { latin } from "./latin";

export type { Key };
export type Args = Record<string, string | number>;

/** A row of the engine's table of languages. */
type Row = (typeof LANGUAGES)[number];

/** BCP 47 tags, as the engine takes them. */
export type Language = Row["tag"];

export { LANGUAGES };

interface Spoken {
  row: Row;
  words: FluentBundle;
  /** A moment in the time zone of this name. */
  clock(timeZone: string): Intl.DateTimeFormat;
  /** The day on which each page that is cited was last looked at, by its address. */
  days: ReadonlyMap<string, string>;
}

const ENGLISH = made(LANGUAGES[0]);

let spoken = ENGLISH;

/** Speaks this language from now on; what was said before stays as it is. */
export function speak(language: Language): void {
  const row = LANGUAGES.find((one) => one.tag === language);
  if (row && row !== spoken.row) spoken = { ...made(row), days: spoken.days };
}

/** The engine's table of the pages that are cited. */
export function knowPages(pages: readonly { url: string; checked: string }[]): void {
  spoken = { ...spoken, days: new Map(pages.map(({ url, checked }) => [url, checked])) };
}

/** The day on which a page was last looked at, as 2026-11-21; undefined for one that stands in no table. */
export function checkedOn(url: string): string | undefined {
  return spoken.days.get(url);
}

export function language(): Language {
  return spoken.row.tag;
}

function made(row: Row): Spoken {
  const words = new FluentBundle(row.tag, { useIsolating: false });
  words.addResource(new FluentResource(row.latin ? latin(row.words) : row.words));
  return { row, words, clock: clockOf(row), days: new Map() };
}

export function t(key: Key, args: Args = {}): string {
  const pattern = spoken.words.getMessage(key)?.value;
  if (pattern) return spoken.words.formatPattern(pattern, harmless(args));
  const english = ENGLISH.words.getMessage(key)?.value;
  return english ? inEnglish(ENGLISH.words.formatPattern(english, harmless(args))) : key;
}

/** Numbers as they are, and no backticks, which would end a wire name. */
function harmless(args: Args): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value).replaceAll("`", "'")]));
}

/** The word for an id of the engine, or the id itself where the page has none. */
export function word(prefix: string, id: string): string {
  const key = `${prefix}-${id}`;
  return ENGLISH.words.hasMessage(key) ? t(key as Key) : id;
}

/** A moment of a message in UTC; text without a time zone stays as it is written. */
export function moment(iso: string): string {
  const time = /(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? Date.parse(iso) : NaN;
  return Number.isNaN(time) ? iso : t("moment", parts(time));
}

/** The same moment by the clock of this computer; undefined where that shows UTC too, or the text has no time zone. */
export function here(iso: string): string | undefined {
  const time = /(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? Date.parse(iso) : NaN;
  if (Number.isNaN(time) || new Date(time).getTimezoneOffset() === 0) return undefined;
  return t("moment-here", parts(time, Intl.DateTimeFormat().resolvedOptions().timeZone));
}

/** The time of day of a moment in UTC, with its seconds; undefined where the text has no time zone. */
export function clock(iso: string): string | undefined {
  const time = /(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? Date.parse(iso) : NaN;
  return Number.isNaN(time) ? undefined : t("clock", parts(time));
}

/** A day, given as 2026-11-21. */
export function day(iso: string): string {
  return t("date", parts(Date.parse(iso)));
}

function parts(time: number, timeZone = "UTC"): Record<string, string> {
  return Object.fromEntries(spoken.clock(timeZone).formatToParts(time).map(({ type, value }) => [type, value]));
}

/** Dear to make, so each is made once. */
function clockOf({ locale, month }: Row): Spoken["clock"] {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const format = made.get(timeZone) ?? new Intl.DateTimeFormat(locale, {
      day: "numeric", month, year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone,
    });
    made.set(timeZone, format);
    return format;
  };
}

export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts: [Key, number][] = [
    ["days", Math.floor(whole / 86400)],
    ["hours", Math.floor(whole / 3600) % 24],
    ["minutes", Math.floor(whole / 60) % 60],
    ["seconds", whole % 60],
  ];
  const told = parts.filter(([, n]) => n > 0).slice(0, 2);
  return told.length === 0 ? t("seconds", { n: whole }) : told.map(([key, n]) => t(key, { n })).join(" ");
}

export function size(bytes: number): string {
  const number = (n: number) => n.toLocaleString(spoken.row.locale, { maximumFractionDigits: n < 10 ? 1 : 0 });
  if (bytes < 1000) return t("bytes", { n: bytes });
  if (bytes < 1_000_000) return t("kilobytes", { n: number(bytes / 1000) });
  if (bytes < 1_000_000_000) return t("megabytes", { n: number(bytes / 1_000_000) });
  return t("gigabytes", { n: (bytes / 1e9).toLocaleString(spoken.row.locale, { maximumFractionDigits: 2 }) });
}

export function count(n: number): string {
  return n.toLocaleString(spoken.row.locale);
}
