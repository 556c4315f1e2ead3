// What to change at the identity provider: one recipe for everything at fault, with the texts that can be copied there.

import type { Message, Preview, ProductName, Remedy, RemedySnippet } from "engine";
import { h, type Child } from "../dom/elements";
import { inline, plain } from "../dom/markup";
import { t } from "../words/words";
import type { Actions, Provider } from "./actions";
import { copy } from "./copy-box";
import { cited as page, section } from "./parts";

export function recipe({ remedy, idp, xml }: Message, provider: Provider, products: ProductName[], actions: Actions): HTMLElement | undefined {
  if (!remedy) return undefined;
  return section("recipe", t("recipe"),
    h("p", { class: "product" }, h("label", { for: "provider" }, t("recipe-for")), " ", productChoice("provider", provider, idp.id, products, actions)),
    remedy.note !== undefined && h("p", { class: "lead" }, inline(remedy.note)),
    h("ol", { class: "steps" }, remedy.steps.map((step) => h("li", {}, inline(step)))),
    remedy.snippets.map(snippet),
    remedy.preview && afterwards(remedy.preview, xml),
    cited(remedy));
}

/** The products; `taken` is the one that the message is read as of. */
export function productChoice(id: string, provider: Provider, taken: string, products: ProductName[], actions: Actions): HTMLElement {
  const known = provider === "auto" ? products.find((one) => one.id === taken) : undefined;
  const select: HTMLSelectElement = h("select", { id, on: { change: () => actions.provider(select.value as Provider) } },
    h("option", { value: "auto", selected: provider === "auto" }, known ? t("recipe-recognised", { name: known.name }) : t("recipe-auto")),
    products.map(({ id, name }) => h("option", { value: id, selected: id === provider, lang: "en" }, name)),
    h("option", { value: "unknown", selected: provider === "unknown" }, t("recipe-other")));
  return select;
}

function snippet({ kind, title, text }: RemedySnippet): HTMLElement {
  const said = h("span", { class: "copied", role: "status" });
  return h("div", { class: "snippet" },
    h("div", { class: "hrow" },
      h("h3", { id: `recipe-${kind}` }, inline(title)),
      h("button", { type: "button", class: "btn sm", id: `copy-${kind}`, "aria-label": t("recipe-copy", { name: plain(title) }), on: { click: () => void copy(text, said) } }, t("copy"))),
    h("pre", { class: "out", tabindex: 0, lang: "en", role: "region", "aria-labelledby": `recipe-${kind}` }, h("code", {}, text)),
    said);
}

/** What the message comes to: the verdict on the changed text, and the change itself as a difference in the source. */
function afterwards({ title, remains, edits, enough }: Preview, xml: string): HTMLElement {
  return h("div", { class: "snippet", id: "preview" },
    h("h3", {}, t("preview")),
    h("p", {}, inline(title)),
    enough !== undefined && h("p", {}, inline(enough)),
    remains.length > 0 && h("p", {}, t("preview-remains")),
    remains.length > 0 && h("ul", {}, remains.map((one) => h("li", {}, inline(one)))),
    h("pre", { class: "out", tabindex: 0, lang: "en", role: "region", "aria-label": t("preview-changes") }, edits.map(({ span, text }) => [
      span.end > span.start && h("del", {}, xml.slice(span.start, span.end)),
      text !== "" && h("ins", {}, text)])));
}

function cited({ source, sourceNote }: Remedy): Child {
  return h("p", { class: "hint" }, t("source"), ": ", page(source, sourceNote));
}
