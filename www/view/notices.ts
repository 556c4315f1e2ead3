// What is told about the files themselves: parts that could not be read, where one breaks off, what should not travel.

import { h, type Child } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { count, size, t } from "../words/words";
import type { Ends, Notice, Report, Sensitive } from "engine";
import type { About } from "../engine/file-reading";
import { section } from "./parts";
import type { Nothing } from "./problem";

/** So many notices and files are listed by name. */
const LISTED = 100;

export function notices(report: Report, about: About | undefined): HTMLElement | undefined {
  const { notices: all, sensitive, ends } = report;
  const cut = all.some((notice) => isCut(notice));
  const told: Child[] = [
    about?.onPage && line(t("read-on-page")),
    about?.more && line(t("files-more", { n: count(1000) })),
    ends && !cut && line(end(ends)),
    all.slice(0, LISTED).map((notice) => one(notice, ends)),
    all.length > LISTED && line(t("notices-more", { n: count(all.length - LISTED) })),
    about && list(t("files-unread", { n: count(about.unread.length) }), about.unread),
    about && list(t("files-nothing", { n: count(about.nothing.length) }), about.nothing.map(({ name, title }) => [name, ": ", inline(title)])),
    sensitive && hold(sensitive),
  ];
  return told.flat().some((child) => child) ? section("notices", t("about-files"), h("div", { class: "notices" }, told)) : undefined;
}

/** Where the reading was stopped, for beside the verdict. */
export function stoppedLine(about: About | undefined): string | undefined {
  return about?.stoppedAt === undefined ? undefined : t("stopped-at", { size: size(about.stoppedAt) });
}

/** Reading ended without a report on anything: no file could be read, or it was stopped before anything was found. */
export function nothingRead(about: About | undefined): Nothing {
  const stopped = about?.stoppedAt;
  const told = stopped === undefined
    ? { title: t("files-unread", { n: about?.unread.length ?? 0 }), why: t("nothing-read-why"), fix: t("nothing-read-fix") }
    : { title: t("stopped-empty", { size: size(stopped) }), why: t("stopped-empty-why"), fix: t("stopped-empty-fix") };
  return { tried: [], ...told };
}

function line(text: string): HTMLElement {
  return h("p", { class: "notice" }, sign("info", "note"), text);
}

function one(notice: Notice, ends: Ends | undefined): HTMLElement {
  const { origin, title, why, fix } = notice;
  return h("details", { class: "notice", open: notice.kind === "har-without-bodies" },
    h("summary", {}, sign("warning", "warn"), h("span", {},
      ends && isCut(notice) ? end(ends) : inline(title),
      origin.member !== undefined && h("small", {}, origin.member))),
    h("div", { class: "words" }, blocks(why), blocks(fix)));
}

function isCut({ kind }: Notice): boolean {
  return kind === "capture-cut" || kind === "capture-cut-between";
}

function end({ offset, origin: { entry } }: Ends): string {
  return entry ? t("ends-in-request", { n: count(entry.index) }) : t("ends-behind", { size: size(offset) });
}

function list(heading: string, items: Child[]): HTMLElement | false {
  return items.length > 0 && h("details", { class: "notice" },
    h("summary", {}, sign("info", "note"), heading),
    h("ul", {}, items.slice(0, LISTED).map((item) => h("li", {}, item)), items.length > LISTED && h("li", {}, "…")));
}

function hold({ cookies, authorization, passwords }: Sensitive): HTMLElement {
  const counts = ([["cookies", cookies], ["authorization", authorization], ["passwords", passwords]] as const)
    .filter(([, n]) => n > 0)
    .map(([key, n]) => t(`holds-${key}`, { n: count(n) }));
  return line(t("holds", { list: counts.join(", ") }));
}
