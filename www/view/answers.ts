// What the reader found at Webex: a radio group a question, and a number where one can be counted against.

import type { Question, QuestionNumber } from "engine";
import { h, type Child } from "../dom/elements";
import { inline, plain } from "../dom/markup";
import { count, t } from "../words/words";
import type { Actions } from "./actions";

export function answers({ id, answers: all, given, names, number }: Question, actions: Actions): HTMLElement {
  const option = ({ id: answer, label }: (typeof all)[number]) => h("label", { class: "opt" },
    h("input", {
      type: "radio", name: `answer-${id}`, id: `answer-${id}-${answer}`, value: answer, checked: given === answer,
      on: { change: () => actions.answer(id, answer) },
    }),
    h("span", {}, sentence(label)));
  const common = all.filter(({ rare }) => !rare);
  const rare = all.filter((one) => one.rare);
  return h("div", { class: "answers" },
    h("fieldset", {},
      h("legend", {}, t("answer-question")),
      common.map(option),
      rare.length > 0 && h("details", { class: "more", open: rare.some((one) => one.id === given) },
        h("summary", {}, t("answer-others")), rare.map(option))),
    names && named(names, actions),
    number && bought(number, actions),
    given !== undefined && h("button", { type: "button", class: "link", id: `unanswer-${id}`, on: { click: () => actions.answer(id, undefined) } }, t("answer-clear")));
}

/** The fields that the site requires, by the names of their attributes. */
function named(names: string[], actions: Actions): Child {
  const input = h("input", {
    type: "text", id: "required-names", value: names.join(", "), spellcheck: "false", autocomplete: "off", autocapitalize: "off", "aria-describedby": "required-hint",
    on: { change: () => actions.required(input.value.split(/[,;\n]/).map((name) => name.trim()).filter((name) => name !== "")) },
  });
  return h("p", { class: "bought" }, h("label", { for: "required-names" }, t("required-names")), input,
    h("span", { class: "hint", id: "required-hint" }, inline(t("required-hint"))));
}

function bought({ label, given, used }: QuestionNumber, actions: Actions): Child {
  const input = h("input", {
    type: "number", id: "licences-bought", min: 0, step: 1, inputmode: "numeric", value: given,
    on: { change: () => actions.licencesBought(input.value === "" || !input.validity.valid ? undefined : Number(input.value)) },
  });
  return h("p", { class: "bought" }, h("label", { for: "licences-bought" }, plain(label)), input,
    used !== undefined ? h("span", { class: "hint" }, t("seats-in-list", { n: count(used) })) : h("span", { class: "hint" }, t("seats-need-list")));
}

/** The label ends a sentence in the engine's texts; here it begins one. */
function sentence(label: string): Node[] {
  return inline(label.charAt(0).toLocaleUpperCase() + label.slice(1));
}
