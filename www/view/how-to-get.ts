// How to get the message, step by step, in the reader's own browser first.

import { h } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { t } from "../words/words";
import { WAYS, type Actions, type Way } from "./actions";
import { section, segments } from "./parts";

/** `chosen` is the way the reader wants; nothing is that of this browser. */
export function howTo(chosen: Way | undefined, actions: Actions): HTMLElement {
  const steps = h("div", { class: "ways" });
  const show = (way: Way) => {
    steps.replaceChildren(...blocks(t(`how-${way}-steps`)), h("p", { class: "words" }, h("b", {}, t("how-shorter")), " ", inline(t(`how-${way}-file`))));
  };
  const first = chosen ?? own(navigator.userAgent);
  show(first);
  return section("how", t("how"),
    h("p", { class: "lead" }, t("how-lead")),
    h("div", { class: "segrow" }, segments("how", t("how-with"), WAYS.map((value) => ({ value, label: t(`how-${value}`) })), first,
      (way) => { actions.prefer({ way }); show(way); })),
    steps);
}

/** All of them but Firefox and Safari itself are built like Chrome. */
function own(agent: string): Way {
  if (/Firefox\//.test(agent)) return "firefox";
  return /Safari\//.test(agent) && !/Chrom(e|ium)\/|Edg|CriOS/.test(agent) ? "safari" : "chrome";
}
