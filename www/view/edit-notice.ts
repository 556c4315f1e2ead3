// An edit is told above the verdict: that it was checked again, what it changed in the causes, and the way back.

import { h } from "../dom/elements";
import { inline } from "../dom/markup";
import { t } from "../words/words";
import type { Message } from "engine";
import { tone } from "./parts";

export function edited(before: Message | undefined, now: Message | undefined, undo: () => void): HTMLElement {
  return h("div", { class: "edited" },
    h("p", {}, h("strong", {}, t("edited")), " ", now && before && differences(before, now).length === 0 && t("edited-same")),
    now && before && h("ul", {}, differences(before, now)),
    h("p", { class: "hint" }, t("edited-signature")),
    h("button", { type: "button", class: "btn pri sm", id: "undo-edit", on: { click: undo } }, t("undo")));
}

function differences(before: Message, now: Message): HTMLElement[] {
  return now.error31.causes.flatMap((cause, i) => {
    const was = before.error31.causes[i]?.verdict;
    if (was === undefined || was === cause.verdict) return [];
    const is = h("span", { class: tone(cause.verdict) }, t(`verdict-${cause.verdict}`));
    return [h("li", {}, inline(cause.title), ": ", t(`verdict-${was}`), " → ", is)];
  });
}
