// Several users in one table: what is common, a row for each, sorted by what the reader chose, and the same as CSV.

import type { OverviewRow } from "engine";
import { breakable, fill, h, type Child } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { count, language, t } from "../words/words";
import type { Users } from "../engine/users";
import { COLUMNS, type Actions, type Choices, type Column, type Order } from "./actions";
import { columnName, sectionWithTool, VERDICT_SIGN } from "./parts";
import { pagedTable, renew, type Row } from "./table";

/** What is drawn, for as long as its section is there. */
interface Drawn {
  users: Users;
  open: number | undefined;
  order: Order | undefined;
}

const DRAWN = new WeakMap<Element, (users: Users, open: number | undefined) => void>();

/** `open` is the message that is shown, if any is. */
export function users(all: Users | undefined, open: number | undefined, { users: order }: Choices, actions: Actions): HTMLElement | undefined {
  if (!all) return undefined;
  const drawn: Drawn = { users: all, open, order };
  const title = h("p", { class: "lead" });
  const common = h("ul", { class: "common" });
  const [element, line] = pagedTable("users", COLUMNS, all.table.rows.length, rows(drawn, actions));
  if (!(element instanceof HTMLTableElement)) return undefined;
  const heads = [...element.tHead?.rows[0]?.cells ?? []];
  const draw = (at?: number) => {
    const { users: { table }, order: chosen } = drawn;
    fill(title, table.title);
    common.replaceChildren(...table.common.map(({ text }) => h("li", {}, inline(text))));
    heads.forEach((head, i) => {
      if (chosen?.by === COLUMNS[i]) head.setAttribute("aria-sort", chosen?.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    renew(element, table.rows.length, rows(drawn, actions), at);
  };
  heads.forEach((head, i) => {
    const by = COLUMNS[i];
    if (by) head.replaceChildren(h("button", { type: "button", class: "sorter", id: `users-by-${i + 1}`, on: { click: () => {
      drawn.order = turned(drawn.order, by);
      actions.choose({ users: drawn.order });
      draw(0);
    } } }, t(by)));
  });
  draw(sorted(all.table.rows, order).findIndex((place) => isOpen(all, place, open)));
  const save = h("button", { type: "button", class: "btn sm", id: "users-csv", "aria-describedby": "users-csv-note", on: { click: () => actions.handing.table(drawn.users.table.csv) } }, t("users-csv"));
  element.classList.add("sortable");
  const section = sectionWithTool("users", t("users"), save,
    title, common, h("p", { class: "hint" }, t("users-lead"), " ", h("span", { id: "users-csv-note" }, t("users-csv-note"))), element, line);
  DRAWN.set(section, (now, shown) => {
    Object.assign(drawn, { users: now, open: shown });
    draw();
  });
  return section;
}

/** Draws what was found since; false where it has no place yet. */
export function updateUsers(now: Users | undefined, open: number | undefined): boolean {
  if (!now) return true;
  const section = document.getElementById("users");
  const update = section && DRAWN.get(section);
  if (!update) return false;
  const focused = section.contains(document.activeElement) ? document.activeElement?.id : undefined;
  update(now, open);
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus({ preventScroll: true });
  return true;
}

/** Whether the row here speaks of the message that is shown. */
function isOpen({ table, starts }: Users, place: number, open: number | undefined): boolean {
  const { input, message } = table.rows[place] ?? {};
  return open !== undefined && input !== undefined && message !== undefined && (starts[input] ?? 0) + message === open;
}

/** Up, then down, then as they came. */
function turned(order: Order | undefined, by: Column): Order | undefined {
  if (order?.by !== by) return { by, down: false };
  return order.down ? undefined : { by, down: true };
}

function rows({ users: all, open, order }: Drawn, actions: Actions): (index: number) => Row[] {
  const { table, starts } = all;
  const places = sorted(table.rows, order);
  return (at) => places.slice(at, at + 1).flatMap((place) => {
    const one = table.rows[place];
    return one ? [row(one, place + 1, starts[one.input] ?? 0, isOpen(all, place, open), actions)] : [];
  });
}

/** The places of the rows; what has nothing in that column is last either way. */
function sorted(all: OverviewRow[], order: Order | undefined): number[] {
  const places = all.map((_, i) => i);
  if (!order) return places;
  const { compare } = new Intl.Collator(language(), { numeric: true, sensitivity: "base" });
  const keys = all.map((one) => key(one, order.by));
  const sign = order.down ? -1 : 1;
  return places.sort((a, b) => {
    const [one, other] = [keys[a], keys[b]];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return sign * (typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other)));
  });
}

function key({ user, file, sender, fields, code, rank, verdict }: OverviewRow, by: Column): string | number | undefined {
  switch (by) {
    case "user": return user ?? file;
    case "from": return sender;
    case "users-missing": return fields.length === 0 ? undefined : `${fields.length} ${fields.map(({ text }) => text).join()}`;
    case "users-code": return code;
    case "message-verdict": return verdict && rank;
  }
}

function row(one: OverviewRow, number: number, start: number, on: boolean, actions: Actions): Row {
  const { user, file, sender, fields, code, verdict, words, why, message, messages } = one;
  const index = message === undefined ? undefined : start + message;
  const name = user ?? file ?? t("open-message", { n: number });
  const place = h("span", { class: "place" }, count(number), ". ");
  return {
    look: on ? "on" : undefined,
    current: on,
    head: [
      index === undefined ? [place, name] : h("span", { class: "numbered" }, place,
        h("button", { type: "button", class: "link", id: `user-${number}`, on: { click: () => actions.message(index) } }, breakable(name))),
      user !== undefined && file !== undefined && h("small", {}, file),
      messages > 1 && h("small", {}, t("users-sign-ins", { n: count(messages) })),
    ],
    cells: [
      sender === undefined ? nothing() : breakable(sender),
      fields.length === 0 ? nothing() : [columnName("users-missing"), fields.map(({ text }, i) => [i > 0 && ", ", inline(text)])],
      code === undefined ? nothing() : [columnName("users-code"), String(code)],
      [
        h("span", { class: `state ${verdict === "explained" ? "found" : "open"}` }, verdict ? sign(VERDICT_SIGN[verdict]) : sign("warning"), inline(words)),
        why !== undefined && h("small", {}, inline(why)),
      ],
    ],
  };
}

function nothing(): Child {
  return h("span", { class: "gap" }, "–");
}
