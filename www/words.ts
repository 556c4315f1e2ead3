// The page's own words: a Fluent file a language, looked up by key.

import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Key } from "keys";
import english from "./text/en.ftl";

export type { Key };
export type Args = Record<string, string | number>;

/** The locale of dates and numbers. */
export const LOCALE = "en-GB";

const words = bundle(english);

function bundle(source: string): FluentBundle {
  const made = new FluentBundle(LOCALE, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

export function t(key: Key, args: Args = {}): string {
  const pattern = words.getMessage(key)?.value;
  return pattern ? words.formatPattern(pattern, harmless(args)) : key;
}

/** Numbers as they are, and no backticks, which would end a wire name. */
function harmless(args: Args): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value).replaceAll("`", "'")]));
}

/** The word for an id of the engine, or the id itself where the page has none. */
export function word(prefix: string, id: string): string {
  const key = `${prefix}-${id}`;
  return words.hasMessage(key) ? t(key as Key) : id;
}

/** A moment of a message in UTC; text without a time zone stays as it is written. */
export function moment(iso: string): string {
  const time = /(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? Date.parse(iso) : NaN;
  if (Number.isNaN(time)) return iso;
  const format = new Intl.DateTimeFormat(LOCALE, {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
  });
  return t("moment", { time: format.format(time) });
}

/** A day, as `2026-11-21`. */
export function day(iso: string): string {
  return new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(Date.parse(iso));
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
  const number = (n: number) => n.toLocaleString(LOCALE, { maximumFractionDigits: n < 10 ? 1 : 0 });
  if (bytes < 1000) return t("bytes", { n: bytes });
  if (bytes < 1_000_000) return t("kilobytes", { n: number(bytes / 1000) });
  return t("megabytes", { n: number(bytes / 1_000_000) });
}

export function count(n: number): string {
  return n.toLocaleString(LOCALE);
}
