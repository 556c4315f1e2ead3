// A table that becomes stacked rows on phones. The roles are spelled out because the layout there would take them away.

import { h, type Child } from "../dom/elements";
import { t, type Key } from "../words/words";

export interface Row {
  head: Child;
  cells: Child[];
  look?: string | undefined;
  current?: boolean;
  /** A row of its own under this one, over all columns. */
  below?: Child[];
}

export function table(heads: readonly Key[], rows: Row[]): HTMLElement {
  return h("table", { class: "stack", role: "table" },
    h("thead", { role: "rowgroup" },
      h("tr", { role: "row" }, heads.map((key) => h("th", { scope: "col", role: "columnheader" }, t(key))))),
    h("tbody", { role: "rowgroup" }, elements(rows, heads.length)));
}

/** Adds rows to a table; those that are there stay. */
export function extend(all: HTMLTableElement, rows: Row[]): void {
  all.tBodies[0]?.append(...elements(rows, all.tHead?.rows[0]?.cells.length ?? 1));
}

function elements(rows: Row[], columns: number): HTMLElement[] {
  return rows.flatMap((row) => {
    const { head, cells, look, current, below = [] } = row;
    const own = h("tr", { role: "row", class: look, "aria-current": current ? "true" : undefined },
      h("th", { scope: "row", role: "rowheader" }, head),
      cells.map((cell) => h("td", { role: "cell" }, cell)));
    if (below.length === 0) return [own];
    return [own, h("tr", { role: "row", class: `below ${look ?? ""}`.trim() }, h("td", { role: "cell", colspan: columns }, below))];
  });
}
