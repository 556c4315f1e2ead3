// How to get the message, step by step, in the reader's own browser first.

import { h } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { t } from "../words/words";
import { section, segments } from "./parts";

const WAYS = ["chrome", "firefox", "safari", "tracer"] as const;
type Way = (typeof WAYS)[number];

/** The way the reader chose, for as long as the page is open. */
let chosen: Way | undefined;

export function howTo(): HTMLElement {
  const steps = h("div", { class: "ways" });
  const show = (way: Way) => {
    chosen = way;
    steps.replaceChildren(...blocks(t(`how-${way}-steps`)), h("p", { class: "words" }, h("b", {}, t("how-shorter")), " ", inline(t(`how-${way}-file`))));
  };
  const first = chosen ?? own(navigator.userAgent);
  show(first);
  return section("how", t("how"),
    h("p", { class: "lead" }, t("how-lead")),
    h("div", { class: "segrow" }, segments("how", t("how-with"), WAYS.map((value) => ({ value, label: t(`how-${value}`) })), first, show)),
    steps);
}

/** All of them but Firefox and Safari itself are built like Chrome. */
function own(agent: string): Way {
  if (/Firefox\//.test(agent)) return "firefox";
  return /Safari\//.test(agent) && !/Chrom(e|ium)\/|Edg|CriOS/.test(agent) ? "safari" : "chrome";
}
