// A table that becomes stacked rows on phones. The roles are spelled out because the layout there would take them away.

import { h, type Child } from "../dom";
import { t, type Key } from "../words";

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
    h("tbody", { role: "rowgroup" },
      rows.map((row) => [
        h("tr", { role: "row", class: row.look, "aria-current": row.current ? "true" : undefined },
          h("th", { scope: "row", role: "rowheader" }, row.head),
          row.cells.map((cell) => h("td", { role: "cell" }, cell))),
        row.below && row.below.length > 0 &&
          h("tr", { role: "row", class: `below ${row.look ?? ""}`.trim() }, h("td", { role: "cell", colspan: heads.length }, row.below)),
      ])));
}
