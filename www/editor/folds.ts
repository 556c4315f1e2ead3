// Signatures fold away at first: they are long, and no cause of error 31 is in them.

import { codeFolding, foldEffect, foldGutter, foldKeymap } from "@codemirror/language";
import type { EditorState, Extension, StateEffect } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { h } from "../dom";
import { t } from "../words";
import type { Range } from "./layout";

/** The insides of the signatures that no mark stands in. */
export function foldSignatures(state: EditorState, marks: Range[]): StateEffect<Range>[] {
  const text = state.doc.toString();
  const out: StateEffect<Range>[] = [];
  for (const open of text.matchAll(/<((?:[^\s<>/:]+:)?Signature)(?=[\s>])[^<>]*>/g)) {
    const from = open.index + open[0].length;
    const to = text.indexOf(`</${open[1]}>`, from);
    if (to > from && !marks.some((mark) => mark.from < to && mark.to > from)) out.push(foldEffect.of({ from, to }));
  }
  return out;
}

export function folding(): Extension {
  return [
    codeFolding({
      placeholderDOM: (_view, unfold) =>
        h("button", { type: "button", class: "folded", tabindex: -1, title: t("unfold"), "aria-label": t("unfold"), on: { click: unfold } }, "⋯"),
    }),
    foldGutter({ markerDOM: (open) => h("span", { class: open ? "fold" : "fold is-folded", title: t(open ? "fold" : "unfold") }) }),
    keymap.of(foldKeymap),
  ];
}
