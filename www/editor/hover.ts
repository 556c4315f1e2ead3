// The explanation of a mark, while the pointer rests on it.

import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { h } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import type { Mark } from "./mark";
import { marksOf } from "./marks";

export const hovering: Extension = hoverTooltip((view, at) => {
  const here = marksOf(view.state).filter((mark) => mark.from <= at && at <= mark.to);
  const first = here[0];
  if (!first) return null;
  return {
    pos: Math.min(...here.map((mark) => mark.from)),
    end: Math.max(...here.map((mark) => mark.to)),
    above: true,
    create: () => ({ dom: h("div", { class: "explained" }, here.map(explained)) }),
  };
}, { hideOnChange: true });

function explained(mark: Mark): HTMLElement {
  return h("div", { class: "one" },
    h("span", { class: `num ${mark.severity}`, "aria-hidden": "true" }, String(mark.finding + 1)),
    h("div", {}, h("p", { class: "title" }, inline(mark.title)), blocks(mark.why)));
}
