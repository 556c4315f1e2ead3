// The title of the tab, which others may see: no value and no user.

import type { Message, Report } from "engine";
import type { Progress } from "../engine/file-reading";
import { percent } from "../view/progress";
import { t } from "../words/words";

export function readingTitle(now: Progress): string {
  return t("title-reading", { percent: percent(now) });
}

/** The tab's title: names of attributes at most, never a value or a user. */
export function title(report: Report | undefined, message: Message | undefined): string {
  if (!report) return t("title-empty");
  if (!message) return t(report.observed.length > 0 ? "title-observed" : "title-nothing");
  return t("title-message", { short: message.error31.short });
}
