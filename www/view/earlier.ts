// What was checked before in this tab: a row to go back and forth, and how one differs from the open one.

import type { Comparison, Verdict } from "engine";
import { h } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { t } from "../words/words";
import type { Actions } from "./actions";
import { differences } from "./after-fix";
import { section, VERDICT_SIGN } from "./parts";

export interface Earlier {
  all: readonly { readonly id: number; name(): string; readonly verdict: Verdict; readonly user: string | undefined }[];
  /** The one that is shown, if any is. */
  current: number;
  /** The one before, where it is most likely the same sign-in. */
  again: number | undefined;
  /** What the open one is held against; without the person it has no names. */
  against: { id: number | undefined; names: [before: string, after: string] | undefined; comparison: Comparison | undefined } | undefined;
}

/** Nothing where only the open one was checked. */
export function earlier({ all, current, again, against }: Earlier, actions: Actions): HTMLElement | undefined {
  if (all.every(({ id }) => id === current)) return undefined;
  const isOpen = all.some(({ id }) => id === current);
  return h("nav", { class: "col earlier", id: "earlier", "aria-label": t("earlier") },
    h("p", { class: "hint" }, t("earlier")),
    h("ol", {}, all.map(({ id, name, verdict, user }, i) => h("li", { class: id === current ? "on" : undefined },
      h("button", { type: "button", class: "btn sm quiet", id: `earlier-${id}`, title: user, "aria-current": id === current ? "true" : undefined, on: { click: () => actions.earlier(id) } },
        sign(VERDICT_SIGN[verdict], verdict === "explained" ? "found" : "open"), `${i + 1} · ${name()}`, h("span", { class: "vh" }, `, ${t(`short-${verdict}`)}`)),
      isOpen && id !== current && h("button", {
        type: "button", class: "link", id: `compare-${id}`, "aria-pressed": against?.id === id ? "true" : "false",
        on: { click: () => actions.against(against?.id === id ? undefined : id) },
      }, t("compare"), h("span", { class: "vh" }, ` ${i + 1} · ${name()}`))))),
    h("button", { type: "button", class: "link", id: "earlier-forget", on: { click: actions.forgetEarlier } }, t("earlier-forget")),
    again !== undefined && against === undefined && h("p", { class: "again-same" }, t("earlier-same"), " ",
      h("button", { type: "button", class: "link", id: "compare-again", on: { click: () => actions.against(again) } }, t("compare-before"))));
}

/** How the two differ. */
export function compared({ against }: Earlier, actions: Actions): HTMLElement | undefined {
  if (!against) return undefined;
  const { names, comparison } = against;
  return section("against", comparison ? inline(comparison.title) : t("after-nothing"),
    h("p", { class: "lead" }, names && [t("compared-these", { before: names[0], after: names[1] }), " "], t("compared-alone"), " ",
      h("button", { type: "button", class: "link", id: "against-close", on: { click: () => actions.against(undefined) } }, t("close"))),
    comparison && differences(comparison));
}
