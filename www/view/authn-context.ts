// The class of authentication of a message beside the list that the reader copied from the site.

import type { AuthnContext } from "engine";
import { h } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { t } from "../words/words";
import type { Actions } from "./actions";
import { section } from "./parts";

/** `contexts` is that list, as it was pasted. */
export function authnContext(of: AuthnContext | undefined, contexts: string, actions: Actions): HTMLElement | undefined {
  if (!of) return undefined;
  const { value, span, listed } = of;
  const box = h("textarea", {
    id: "contexts-box", rows: 3, spellcheck: "false", autocomplete: "off", autocapitalize: "off", "aria-describedby": "contexts-hint",
    on: { change: () => actions.contexts(box.value), paste: () => setTimeout(() => actions.contexts(box.value)) },
  });
  box.value = contexts;
  return section("authn-class", t("class"), h("p", {},
    value === undefined ? t("not-in-message")
      : h("button", { type: "button", class: "wire", id: "class", on: { click: () => span && actions.span(span.start) } }, h("code", {}, value)),
    listed !== undefined && h("span", { class: `state ${listed ? "clear" : "found"}`, id: "class-state" }, sign(listed ? "clear" : "differs"), t(listed ? "class-listed" : "class-unlisted"))),
    h("details", { class: "more", open: contexts !== "" },
      h("summary", { id: "contexts" }, t("contexts")),
      h("p", {}, h("label", { for: "contexts-box" }, inline(t("contexts-label")))),
      box,
      h("p", { class: "hint", id: "contexts-hint" }, inline(t("contexts-hint")))));
}
