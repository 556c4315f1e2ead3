// What is known of a code of Webex: what it means, what is likely behind it, and what to do at either side.

import { h, type Child } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { t } from "../words/words";
import type { CodeFix, CodeWords } from "engine";
import { entryLink } from "./entry-link";
import { cited as page, section } from "./parts";

export function code({ code: n, wording, meaning, source, causes, fixes }: CodeWords): HTMLElement {
  const at = (place: CodeFix["place"]) => fixes.map((fix, i) => fix.place === place && one(fix, i));
  return section("answered", t("code-heading", { n, wording }),
    h("div", { class: "answer" }, blocks(meaning), cited(source, " · ", entryLink("code", String(n), undefined, t("observed-code", { n })))),
    h("h3", {}, t("code-causes")),
    causes.map((cause) => h("div", { class: "answer" }, blocks(cause.text), cited(cause.source))),
    h("h3", {}, t("code-at-webex")), at("webex"),
    h("h3", {}, t("code-at-identity-provider")), at("identity-provider"));
}

function one({ action, steps, source }: CodeFix, index: number): HTMLElement {
  return h("div", { class: "answer", id: `fix-${index}`, tabindex: -1 },
    action !== undefined && h("h4", {}, inline(action)), blocks(steps), cited(source));
}

function cited(source: CodeWords["source"] | undefined, ...more: Child[]): HTMLElement | false {
  return source !== undefined && h("p", { class: "src" }, `${t("source")}: `, page(source.url, source.note), more);
}
