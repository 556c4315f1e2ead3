// A link to an entry of the reference, which names it by ids of the tables.

import { h, type Child } from "../dom/elements";
import { addressOf } from "../frame/fragment";

/** `id` of undefined is all of a kind. */
export function entryLink(kind: string, id: string | undefined, look: string | undefined, ...content: Child[]): HTMLElement {
  return h("a", { class: look, href: addressOf(kind, id) }, content);
}
