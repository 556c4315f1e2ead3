// A copy is told from a copy: what each says of itself, its sum as digits and as words to be read aloud, and whether it is this page.

import { h, reveal, type Child } from "../dom/elements";
import { blocks } from "../dom/markup";
import { sign } from "../dom/signs";
import type { Claim } from "../handover/claim";
import type { FileCopy } from "../handover/copies";
import { pristine } from "../handover/page-copy";
import { hex, spelled } from "../words/spelled-sum";
import { day, t } from "../words/words";

/** Shows this page's own sum, and before it the copies, over everything else. */
export function showCopies(copies: readonly FileCopy[]): void {
  document.getElementById("copies")?.remove();
  const own = pristine();
  const ownSum = hex(own.sum);
  const shown = h("dialog", { class: "help", id: "copies", "aria-labelledby": "copies-h", on: { close: () => shown.remove() } },
    h("h2", { id: "copies-h", tabindex: -1, autofocus: true }, t("copies")),
    copies.map(({ name, claim, sum }) => h("section", { class: "copy" },
      h("h3", {}, name),
      outcome(own.changed ? "unknown" : hex(sum) === ownSum ? "same" : "other"),
      facts(claim, sum))),
    h("section", { class: "copy" },
      h("h3", {}, t("copies-this")),
      own.changed && h("p", { class: "lead" }, t("copies-changed")),
      facts({ version: VERSION, built: BUILD_DATE }, own.sum)),
    h("div", { class: "lead" }, blocks(t("copies-lead"))),
    h("p", {}, h("button", { type: "button", class: "btn", on: { click: () => shown.close() } }, t("close"))));
  document.body.append(shown);
  shown.showModal();
  reveal(shown, "nearest");
}

function outcome(is: "same" | "other" | "unknown"): HTMLElement {
  const signs = { same: "clear", other: "found", unknown: "open" } as const;
  return h("div", { class: "outcome" }, sign(signs[is]), h("div", {}, blocks(t(`copies-${is}`))));
}

function facts(claim: Claim | undefined, sum: Uint8Array): Child {
  return h("dl", {},
    h("dt", {}, t("copies-says")),
    h("dd", {}, claim ? `error31 ${claim.version} · ${t("built", { date: day(claim.built) })}` : t("copies-says-nothing")),
    h("dt", {}, "SHA-256"),
    h("dd", {}, h("code", { class: "sum" }, hex(sum).match(/.{8}/g)?.flatMap((digits) => [digits, h("wbr")]))),
    h("dt", {}, t("copies-words")),
    h("dd", {}, h("ol", { class: "spelled", lang: "en" }, spelled(sum).map((line) => h("li", {}, line)))));
}
