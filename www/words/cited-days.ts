// On which day a page that is cited was last looked at, in words.

import { checkedOn, day, t } from "./words";

/** What was looked at longer ago than this says so: half a year. */
const FRESH = 183 * 24 * 3600 * 1000;

/** The day in words, with its age where that is long; undefined for a page that stands in no table. */
export function citedDay(url: string, now = Date.now()): string | undefined {
  const checked = checkedOn(url);
  if (checked === undefined) return undefined;
  return t(now - Date.parse(checked) < FRESH ? "reference-checked" : "checked-long-ago", { date: day(checked) });
}
