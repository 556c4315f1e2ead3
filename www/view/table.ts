// A table that becomes stacked rows on phones. The roles are spelled out because the layout there would take them away.

import { h, type Child } from "../dom/elements";
import { t, type Key } from "../words/words";
import { Pages, pagesOf } from "./paged";

export interface Row {
  head: Child;
  cells: Child[];
  look?: string | undefined;
  current?: boolean;
  /** A row of its own under this one, over all columns. */
  below?: Child[];
}

/** In a cell that has nothing to say. */
export const NOTHING = "–";

/** `named` is the id of what names it. */
export function table(heads: readonly Key[], rows: Row[], named?: string): HTMLTableElement {
  return h("table", { class: "stack", role: "table", "aria-labelledby": named },
    h("thead", { role: "rowgroup" },
      h("tr", { role: "row" }, heads.map((key) => h("th", { scope: "col", role: "columnheader" }, t(key))))),
    h("tbody", { role: "rowgroup" }, elements(rows, heads.length)));
}

/** A table that can be long: the part of it that holds row `at`, and the line that turns it; its section’s heading names it. */
export function pagedTable(id: string, heads: readonly Key[], total: number, row: (index: number) => Row[], at = 0, named = `${id}-h`): HTMLElement[] {
  const all = table(heads, [], named);
  const [body] = all.tBodies;
  if (!body) return [all];
  const pages = new Pages(body, id, total, (index) => elements(row(index), heads.length));
  pages.reach(at);
  return [all, pages.line];
}

/** More rows for such a table; those that are there stay. */
export function grow(all: HTMLTableElement, total: number, row: (index: number) => Row[]): void {
  const [body] = all.tBodies;
  const columns = all.tHead?.rows[0]?.cells.length ?? 1;
  pagesOf(body ?? null)?.grow(total, (index) => elements(row(index), columns));
}

/** Draws the rows of such a table again: others, or in another order. */
export function renew(all: HTMLTableElement, total: number, row: (index: number) => Row[], at?: number): void {
  const [body] = all.tBodies;
  const columns = all.tHead?.rows[0]?.cells.length ?? 1;
  pagesOf(body ?? null)?.renew(total, (index) => elements(row(index), columns), at);
}

function elements(rows: Row[], columns: number): HTMLElement[] {
  return rows.flatMap((row) => {
    const { head, cells, look, current, below = [] } = row;
    const own = h("tr", { role: "row", class: look, "aria-current": current ? "true" : undefined },
      h("th", { scope: "row", role: "rowheader" }, head),
      cells.map((cell) => h("td", { role: "cell", class: cell === NOTHING ? "nothing" : undefined }, cell)));
    if (below.length === 0) return [own];
    return [own, h("tr", { role: "row", class: `below ${look ?? ""}`.trim() }, h("td", { role: "cell", colspan: columns }, below))];
  });
}
