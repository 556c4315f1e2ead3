// What a statement rests on, behind a small “i” beside it: page with the day it was checked, rules, place, and what would change it.

import { h, type Child } from "../dom/elements";
import { t } from "../words/words";

/** The button, and what it opens; rows without a value are left out. */
export function proof(id: string, about: string, rows: [term: string, value: Child][]): { button: HTMLElement; told: HTMLElement } {
  const told = h("dl", { class: "proof", id: `${id}-proof`, hidden: true },
    rows.filter(([, value]) => value !== undefined && value !== false).map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));
  const name = t("proof-of", { about });
  const button = h("button", {
    type: "button", class: "why", id: `${id}-why`, "aria-expanded": "false", "aria-controls": told.id, title: name,
    on: { click: () => { told.hidden = !told.hidden; button.setAttribute("aria-expanded", String(!told.hidden)); } },
  }, h("span", { class: "vh" }, name));
  return { button, told };
}
