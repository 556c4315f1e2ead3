// A link to an entry of the reference, which names it by ids of the tables.

import { h, type Child } from "../dom/elements";
import { addressOf } from "../frame/fragment";

/** `id` of undefined is all of a kind. */
export function entryLink(kind: string, id: string | undefined, look: string | undefined, ...content: Child[]): HTMLElement {
  return h("a", { class: look, href: addressOf(kind, id) }, content);
}

/** The rules of these findings, each once; false where there are none. */
export function ruleLinks(rules: Iterable<string>): Child {
  const ids = [...new Set(rules)];
  return ids.length > 0 && ids.map((id, i) => [i > 0 && ", ", entryLink("rule", id, undefined, h("code", {}, id))]);
}
