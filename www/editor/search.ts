// Search in the source: one line above the text.

import {
  closeSearchPanel, findNext, findPrevious, getSearchQuery, openSearchPanel, search, SearchQuery, setSearchQuery,
} from "@codemirror/search";
import type { EditorState, Extension } from "@codemirror/state";
import { keymap, type EditorView, type Panel, type ViewUpdate } from "@codemirror/view";
import { fill, h } from "../dom/elements";
import { count, t } from "../words/words";

/** Counting ends here. */
const MOST = 999;

export function searching(): Extension {
  return [
    search({ top: true, createPanel: panel }),
    keymap.of([
      { key: "Mod-f", run: openSearchPanel },
      { key: "F3", shift: findPrevious, run: findNext, preventDefault: true },
    ]),
  ];
}

function panel(view: EditorView): Panel {
  const input = h("input", {
    type: "search", class: "query", "main-field": true, "aria-label": t("search"), placeholder: t("search"),
    spellcheck: "false", autocapitalize: "off", autocomplete: "off",
    on: { input: () => view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: input.value, literal: true })) }) },
  });
  const found = h("span", { class: "matches", "aria-live": "polite" });
  const button = (words: "search-previous" | "search-next" | "close", shape: string, run: (view: EditorView) => void) =>
    h("button", { type: "button", "aria-label": t(words), title: t(words), on: { click: () => run(view) } }, shape);
  const dom = h("div", { class: "search", role: "search" },
    input, found,
    button("search-previous", "↑", findPrevious), button("search-next", "↓", findNext), button("close", "×", closeSearchPanel));
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeSearchPanel(view);
    else if (event.key === "Enter" && event.target === input) (event.shiftKey ? findPrevious : findNext)(view);
    else return;
    event.preventDefault();
  });
  const tell = (state: EditorState) => { fill(found, matches(state)); };
  input.value = getSearchQuery(view.state).search;
  tell(view.state);
  return {
    dom, top: true,
    mount: () => input.select(),
    update({ state, startState, docChanged, selectionSet }: ViewUpdate) {
      const query = getSearchQuery(state);
      if (input.value !== query.search) input.value = query.search;
      if (docChanged || selectionSet || !query.eq(getSearchQuery(startState))) tell(state);
    },
  };
}

/** Which match the selection is, and how many there are. */
function matches(state: EditorState): string {
  const query = getSearchQuery(state);
  if (!query.valid) return "";
  let at = 0;
  let n = 0;
  const cursor = query.getCursor(state);
  for (let next = cursor.next(); !next.done && n < MOST; next = cursor.next()) {
    n += 1;
    if (next.value.from === state.selection.main.from && next.value.to === state.selection.main.to) at = n;
  }
  if (n === 0) return t("search-none");
  const total = n === MOST ? `${count(n)}+` : count(n);
  return at > 0 ? t("search-at", { at: count(at), n: total }) : t("search-found", { n: total });
}
