// What a statement rests on, behind a small “i” beside it: page with the day it was checked, rules, place, and what would change it.

import { h, type Child } from "../dom/elements";
import { t } from "../words/words";

/** The button, on the line of the word that it follows, and what it opens; rows without a value are left out. `holds`: what is open stays so when it is drawn anew, for there is something to choose in it. */
export function proof(id: string, about: string, rows: [term: Child, value: Child][], holds = false): { button: HTMLElement; told: HTMLElement } {
  const before = holds ? document.getElementById(`${id}-proof`) : null;
  const told = h("dl", { class: "proof", id: `${id}-proof`, hidden: before?.hidden ?? true },
    rows.filter(([, value]) => value !== undefined && value !== false).map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));
  const name = t("proof-of", { about });
  const button = h("button", {
    type: "button", class: "why", id: `${id}-why`, "aria-expanded": String(!told.hidden), "aria-controls": told.id, title: name,
    on: { click: () => { told.hidden = !told.hidden; button.setAttribute("aria-expanded", String(!told.hidden)); } },
  }, h("span", { class: "vh" }, name));
  return { button: h("span", { class: "glued" }, h("span", { "aria-hidden": "true" }, "\u2060"), button), told };
}
