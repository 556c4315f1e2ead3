// The fields of the account as Webex would read them, with what stands in no table of Webex below.

import { breakable, h, type Child } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign, type Sign } from "../dom/signs";
import { count, duration, t } from "../words/words";
import type { Field, FieldState, Message } from "engine";
import type { Actions } from "./actions";
import { Pages } from "./paged";
import { section } from "./parts";
import { pagedTable, type Row } from "./table";

const LOOK: Record<FieldState, [sign: Sign, tone: string]> = {
  ok: ["read", "clear"],
  missing: ["gap", "found"],
  empty: ["gap", "found"],
  misnamed: ["differs", "found"],
  duplicate: ["differs", "warn"],
  invalid: ["differs", "warn"],
  unseen: ["open", "open"],
};

/** Nothing where none of them can be seen. */
export function fields(message: Message, actions: Actions): HTMLElement | undefined {
  if (message.fields.every(({ state }) => state === "unseen") && message.unlisted.length === 0) return undefined;
  return section("fields", t("fields"),
    message.validFor !== undefined && h("p", { class: "lead" }, t("valid-for"), ": ", duration(message.validFor)),
    pagedTable("fields", ["field", "read-from", "value", "state"], message.fields.length, (i) => message.fields.slice(i, i + 1).map((field) => row(field, actions))),
    message.unlisted.length > 0 && unlisted(message, actions));
}

/** Listed only when asked for: a message can carry thousands of attributes. */
function unlisted(message: Message, actions: Actions): HTMLElement {
  const list = h("ul", {});
  const details = h("details", { class: "more", id: "unlisted" }, h("summary", {}, t("unlisted", { n: count(message.unlisted.length) })), list);
  details.addEventListener("toggle", () => {
    const one = (i: number) => message.unlisted.slice(i, i + 1).map(({ name, span }) => h("li", {}, place(name, span.start, actions)));
    details.append(new Pages(list, "unlisted", message.unlisted.length, one).line);
  }, { once: true });
  return details;
}

function row(field: Field, actions: Actions): Row {
  const [picture, look] = LOOK[field.state];
  const tone = look === "found" && (field.need === "optional" || field.need === "recommended") ? "warn" : look;
  const from = field.attribute ?? field.name;
  return {
    look: tone === "found" ? "bad" : undefined,
    head: [field.label, field.need === "site" && h("small", {}, t("required-by-site"))],
    cells: [
      [
        field.span ? place(from, field.span.start, actions) : h("code", {}, from),
        field.state === "misnamed" && h("small", {}, inline(t("webex-reads", { name: field.name }))),
      ],
      value(field),
      h("span", { class: `state ${tone}` }, sign(picture), t(`state-${field.state}`)),
    ],
  };
}

function value(field: Field): Child {
  if (field.state === "missing") return h("span", { class: "gap" }, t("not-in-message"));
  if (field.state === "unseen") return h("span", { class: "gap" }, t("unseen-value"));
  if (field.state === "empty") return h("span", { class: "gap" }, t("no-value"));
  return field.value === undefined ? "" : clamped(field.value);
}

/** So much of a value stands there at first, in UTF-16 units. */
const SHORT = 300;

function clamped(value: string): HTMLElement {
  const whole = h("span", { class: "value" }, breakable(value.slice(0, SHORT)));
  if (value.length <= SHORT) return whole;
  whole.append("… ", h("button", { type: "button", class: "link", on: { click: () => whole.replaceChildren(...append(breakable(value))) } }, t("show-all")));
  return whole;
}

function append(children: Child[]): Node[] {
  return [...h("span", {}, children).childNodes];
}

function place(name: string, start: number, actions: Actions): HTMLElement {
  return h("button", { type: "button", class: "wire", on: { click: () => actions.span(start) } }, h("code", {}, breakable(name)));
}
