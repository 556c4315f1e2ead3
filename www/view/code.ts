// What is known of a code of Webex: what it means, what is likely behind it, and what to do at either side.

import { h, type Child } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { t } from "../words/words";
import type { CodeFix, CodeWords } from "engine";
import { entryLink } from "./entry-link";
import { cited as page, section } from "./parts";

/** `told` where what it means stands right above. */
export function code({ code: n, wording, meaning, source, causes, fixes }: CodeWords, told = false): HTMLElement {
  const at = (place: CodeFix["place"]) => fixes.map((fix, i) => fix.place === place && one(fix, i));
  return section("answered", t("code-heading", { n, wording }),
    !told && h("div", { class: "answer" }, blocks(meaning), cited(source, " · ", entryLink("code", String(n), undefined, t("observed-code", { n })))),
    h("h3", {}, t("code-causes")),
    bySource(causes).map((group) => h("div", { class: "answer" }, group.map(({ text }) => blocks(text)), cited(group[0]?.source))),
    h("h3", {}, t("code-at-webex")), at("webex"),
    h("h3", {}, t("code-at-identity-provider")), at("identity-provider"));
}

/** Those that one page tells one after another have it once. */
function bySource(causes: CodeWords["causes"]): CodeWords["causes"][] {
  const groups: CodeWords["causes"][] = [];
  for (const cause of causes) {
    const last = groups.at(-1);
    if (last && last[0]?.source?.url === cause.source?.url) last.push(cause);
    else groups.push([cause]);
  }
  return groups;
}

function one({ action, steps, source }: CodeFix, index: number): HTMLElement {
  return h("div", { class: "answer", id: `fix-${index}`, tabindex: -1 },
    action !== undefined && h("h4", {}, inline(action)), blocks(steps), cited(source));
}

function cited(source: CodeWords["source"] | undefined, ...more: Child[]): HTMLElement | false {
  return source !== undefined && h("p", { class: "src" }, `${t("source")}: `, page(source.url, source.note), more);
}
