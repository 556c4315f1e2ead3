// Signatures fold away at first: they are long, and no cause of error 31 is in them. In a frame all but the marked
// lines do.

import { codeFolding, foldEffect, foldGutter, foldKeymap } from "@codemirror/language";
import type { EditorState, Extension, StateEffect } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { h } from "../dom/elements";
import { t } from "../words/words";
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

/** All lines but those with a mark and their neighbours; the first one stays, for a fold to stand in. */
export function foldUnmarked({ doc }: EditorState, marks: Range[]): StateEffect<Range>[] {
  const kept = new Set([1]);
  for (const mark of marks) {
    const first = doc.lineAt(Math.min(mark.from, doc.length)).number;
    const last = doc.lineAt(Math.min(mark.to, doc.length)).number;
    for (let n = first - 1; n <= last + 1; n += 1) kept.add(n);
  }
  const out: StateEffect<Range>[] = [];
  let start = 1;
  for (let n = 2; n <= doc.lines + 1; n += 1) {
    if (n <= doc.lines && !kept.has(n)) continue;
    if (n - start > 2) out.push(foldEffect.of({ from: doc.line(start).to, to: doc.line(n - 1).to }));
    start = n;
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
