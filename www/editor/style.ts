// The look of the editor. It stands in a shadow root, where the editor adopts its style sheets without `<style>`;
// the page's colours come in as custom properties.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { DEEPEST } from "./hanging-indent";

const GLOW = { from: { backgroundColor: "var(--accent-tint)" } };
const ROUND = { border: "0", borderRadius: "4px", background: "none", cursor: "pointer", font: "inherit" };
const NUMBER = {
  display: "inline-grid", placeItems: "center", inlineSize: "var(--badge, 1rem)", blockSize: "var(--badge, 1rem)", borderRadius: "4px",
  font: "600 0.6875rem/1 var(--sans)", fontVariantNumeric: "tabular-nums", cursor: "pointer", userSelect: "none",
};

/** Rows after the first stand this much deeper than the line begins. */
const HANG = 2;
const hangs = Object.fromEntries(Array.from({ length: DEEPEST + 1 }, (_, indent) =>
  [`.hang-${indent}`, { paddingInlineStart: `calc(0.25rem + ${indent + HANG}ch)`, textIndent: `-${indent + HANG}ch` }]));

const theme = EditorView.theme({
  "&": { flex: "1", minBlockSize: "0", maxBlockSize: "var(--source-max, none)", backgroundColor: "var(--sunken)", color: "var(--ink-2)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "0.78125rem/1.62 var(--mono)", overscrollBehavior: "contain" },
  "&.cm-focused::after": {
    content: '""', position: "absolute", inset: "0", zIndex: "2", border: "2px solid var(--accent)", pointerEvents: "none",
  },
  ".cm-content": { padding: "0.5rem 0", caretColor: "var(--accent)", tabSize: "2" },
  ".cm-line": { padding: "0 0.75rem 0 0.25rem" },
  ...hangs,
  ".cm-line *": { textIndent: "0" },
".broken": { wordBreak: "break-all" },
  ".cm-selectionMatch": { background: "none" },

  ".cm-gutters": { border: "0", backgroundColor: "var(--sunken)", color: "var(--ink-3)", fontVariantNumeric: "tabular-nums" },
  ".cm-lineNumbers .cm-gutterElement": { minInlineSize: "2.25rem", padding: "0 0.375rem 0 0.5rem" },
  ".numbers": { inlineSize: "calc(var(--badge, 1rem) + 0.25rem)" },
  ".numbers .cm-gutterElement > span": { display: "grid", gap: "1px", justifyItems: "center", paddingBlockStart: "2px" },
  ".cm-foldGutter": { inlineSize: "0.875rem" },
  ".fold": { display: "block", inlineSize: "0.875rem", blockSize: "1.62em", position: "relative", cursor: "pointer" },
  ".fold::before": {
    content: '""', position: "absolute", insetBlockStart: "0.5em", insetInlineStart: "0.2rem", inlineSize: "5px", blockSize: "5px",
    border: "solid var(--line-strong)", borderWidth: "0 1.25px 1.25px 0", rotate: "45deg", opacity: "0.4",
  },
  ".fold.is-folded::before": { rotate: "-45deg", opacity: "1" },
  ".cm-gutters:hover .fold::before": { opacity: "1" },
  ".folded": { ...ROUND, margin: "0 1px", padding: "0 0.3rem", border: "1px solid var(--line)", backgroundColor: "var(--surface)", color: "var(--ink-2)", lineHeight: "1.2" },

  ".num": NUMBER,
  ".cm-line .num": { marginInline: "3px 2px", verticalAlign: "0.05em" },
  ".num.error": { backgroundColor: "var(--found)", color: "var(--on-found)" },
  ".num.warning": { backgroundColor: "var(--warn)", color: "var(--on-warn)" },
  ".num.info": { backgroundColor: "var(--note)", color: "var(--on-note)" },
  ".l-error": { backgroundColor: "var(--found-tint)" },
  ".l-warning": { backgroundColor: "var(--warn-tint)" },
  ".l-info": { backgroundColor: "var(--note-tint)" },
  ".u": { color: "var(--ink)", fontWeight: "600", textDecoration: "underline wavy 1px", textDecorationSkipInk: "none", textUnderlineOffset: "3px" },
  ".u.error": { textDecorationColor: "var(--found)" },
  ".u.warning": { textDecorationColor: "var(--warn)" },
  ".u.info": { textDecoration: "underline dotted 1.5px var(--note)" },
  ".u span": { color: "inherit" },

  ".missing": { padding: "0.1875rem 0.75rem 0.1875rem calc(0.25rem + var(--indent, 0ch))", cursor: "pointer" },
  ".missing.is-inline": { padding: "0 0.25rem" },
  ".box": {
    display: "block", padding: "0.0625rem 0.5rem", border: "1px dashed var(--found)", borderRadius: "4px", color: "var(--found)",
    font: "0.78125rem/1.5 var(--sans)", overflowWrap: "anywhere",
  },
  ".box.is-place": { outline: "1.5px solid var(--accent)", outlineOffset: "1px" },
  ".is-inline .box": { display: "inline-block" },
  ".box code": { font: "0.9em var(--mono)" },

  ".cur": { boxShadow: "inset 0 1.5px var(--accent), inset 0 -1.5px var(--accent), inset -1.5px 0 var(--accent)" },
  ".cm-gutterElement.cur": { boxShadow: "inset 0 1.5px var(--accent), inset 0 -1.5px var(--accent)" },
  ".cm-lineNumbers .cur": { boxShadow: "inset 0 1.5px var(--accent), inset 0 -1.5px var(--accent), inset 1.5px 0 var(--accent)" },
  ".reach": { backgroundImage: "linear-gradient(var(--accent), var(--accent))", backgroundSize: "3px 100%", backgroundRepeat: "no-repeat" },
  ".cm-gutterElement.cur, .cm-gutterElement[class*='l-']": { color: "var(--ink-2)" },
  "@media (prefers-reduced-motion: no-preference)": {
    ".glow-1": { animation: "glow-1 600ms" },
    ".glow-2": { animation: "glow-2 600ms" },
  },

  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)" },
  ".cm-panels-top": { borderBlockEnd: "1px solid var(--line)" },
  ".search": { display: "flex", alignItems: "center", gap: "0.25rem", padding: "0.375rem 0.75rem 0.375rem 1rem", font: "0.8125rem/1.4 var(--sans)" },
  ".query": {
    flex: "1", minInlineSize: "4rem", minBlockSize: "1.75rem", padding: "0.125rem 0.5rem", border: "1px solid var(--line-strong)",
    borderRadius: "6px", backgroundColor: "var(--surface)", color: "inherit", font: "inherit",
  },
  ".matches": { paddingInline: "0.25rem", color: "var(--ink-3)", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  ".search button": { ...ROUND, minInlineSize: "1.75rem", minBlockSize: "1.75rem", color: "var(--ink-2)" },
  ".search button:hover": { backgroundColor: "var(--hover)" },
  ".search :focus-visible, .folded:focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-tint)", outline: "1px solid var(--warn)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-tint)", outline: "2px solid var(--accent)" },

  ".cm-tooltip": {
    maxInlineSize: "min(30rem, 92vw)", border: "1px solid var(--line-strong)", borderRadius: "8px", backgroundColor: "var(--surface)",
    color: "var(--ink)", font: "0.84375rem/1.5 var(--sans)",
  },
  ".one": { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", gap: "0 0.625rem", padding: "0.625rem 0.875rem" },
  ".one + .one": { borderBlockStart: "1px solid var(--line)" },
  ".one .num": { marginBlockStart: "2px" },
  ".one p": { margin: "0" },
  ".one .title": { fontWeight: "600" },
  ".one code": { font: "0.9em var(--mono)", overflowWrap: "anywhere" },
  ".ui": { paddingInline: "3px", borderRadius: "3px", backgroundColor: "var(--hover)", fontWeight: "500" },
  ".ui i": { fontStyle: "normal" },
  ".cm-specialChar": { color: "var(--found)" },

  "@media (forced-colors: active)": {
    ".u, .l-error, .l-warning, .l-info": { outline: "1px solid" },
    ".cur": { outline: "2px solid Highlight" },
    ".reach": { borderInlineStart: "3px solid Highlight" },
    ".num": { forcedColorAdjust: "none" },
  },
});

const motion = EditorView.baseTheme({ "@keyframes glow-1": GLOW, "@keyframes glow-2": GLOW });

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket, tags.processingInstruction, tags.documentMeta], color: "var(--x-tag)" },
  { tag: tags.attributeName, color: "var(--x-attr)" },
  { tag: [tags.attributeValue, tags.string], color: "var(--x-str)" },
  { tag: [tags.content, tags.character], color: "var(--ink)" },
  { tag: [tags.comment, tags.blockComment], color: "var(--x-com)" },
]);

export const look: Extension = [theme, motion, syntaxHighlighting(colours)];
