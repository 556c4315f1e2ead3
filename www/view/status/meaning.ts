// A status in words: what it means, the ways in and out, what to do, and what it says about error 31.

import type { Bearing, OutsideWords, StatusClock, StatusGuide, StatusWords } from "engine";
import { h, type Child } from "../../dom/elements";
import { blocks, inline } from "../../dom/markup";
import type { Sign } from "../../dom/signs";
import { t } from "../../words/words";
import { citedAll, sourceLink } from "../parts";

export const BEARING: Record<Bearing, [sign: Sign, tone: string]> = {
  confirms: ["found", "found"],
  possible: ["open", "open"],
  "rules-out": ["clear", "clear"],
};

export function meaning(status: StatusWords, guide: StatusGuide): HTMLElement {
  const clocks = guide.clocks.filter((clock) => clock.status === status.id && fits(clock, status));
  return h("dl", { class: "kv" },
    row(t("status-meaning"), inline(status.meaning)),
    status.waysIn.length > 0 && row(t("status-ways-in"), sentences(status.waysIn)),
    status.waysOut.length > 0 && row(t("status-ways-out"), sentences(status.waysOut)),
    row(t("status-error31"), inline(status.error31)),
    row(t("status-todo"), blocks(status.todo)),
    clocks.length > 0 && row(t("status-clock"), clocks.map(clockWords)),
    h("dt", {}, t("source")),
    h("dd", { class: "src" }, h("p", {}, citedAll(status.sources.map((url) => ({ url })))), h("p", {}, t("status-reading"))));
}

/** What stands outside has its meaning and the ways, no more. */
export function outsideMeaning(one: OutsideWords, guide: StatusGuide, generation: string): HTMLElement {
  const ways = guide.transitions.filter((way) => way.generations.some((id) => id === generation));
  const out = ways.filter((way) => way.from === one.id).map((way) => way.detail);
  const into = ways.filter((way) => way.to === one.id).map((way) => way.detail);
  return h("dl", { class: "kv" },
    row(t("status-meaning"), inline(one.brief)),
    into.length > 0 && row(t("status-ways-in"), sentences([...new Set(into)])),
    out.length > 0 && row(t("status-ways-out"), sentences([...new Set(out)])));
}

/** The clock of a site runs at a site only, the others in an organisation. */
function fits(clock: StatusClock, status: StatusWords): boolean {
  return (clock.days === undefined) === status.generations.includes("site-administration");
}

export function clockWords({ name, meaning: means, source }: StatusClock): Child {
  return h("p", {}, h("strong", {}, inline(name)), ". ", inline(means), " ", h("span", { class: "src" }, sourceLink(source)));
}

function sentences(all: string[]): Child {
  return all.map((one) => h("p", {}, inline(one)));
}

function row(term: string, value: Child): Child {
  return [h("dt", {}, term), h("dd", {}, value)];
}
