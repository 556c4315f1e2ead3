// The user list: what was read of it, the row of the user, what is wrong with it, and which column is which.

import type { Account, AccountRow, AccountsProblem, AccountsSummary } from "engine";
import type { ListProgress, Mapping } from "../engine/list-reading";
import { h, type Child } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { count, size, t } from "../words/words";
import type { Actions } from "./actions";
import { section, sectionWithTool } from "./parts";

/** The list is being read, or what was read of it. */
export type ListState = { reading: ListProgress } | { read: Listed };

export interface Listed {
  name: string;
  size: number;
  summary: AccountsSummary;
  mapping: Mapping;
}

/** What is wrong with these, the reader can mend by naming the columns. */
const UNMAPPED = new Set(["columns", "no-status"]);

/** The section on the list; `account` is that of the open message. */
export function listed(list: ListState | undefined, account: Account | undefined, actions: Actions): HTMLElement | undefined {
  if (!list) return undefined;
  return "reading" in list ? listProgress(list.reading, actions) : userList(list.read, account, actions);
}

/** Whether the list needs the reader before it can tell anything. */
export function asks(list: ListState): boolean {
  return "reading" in list || list.read.summary.rows === 0 || list.read.summary.keyColumns.length === 0;
}

function userList({ name, size: bytes, summary, mapping }: Listed, account: Account | undefined, actions: Actions): HTMLElement {
  const asks = Object.keys(mapping).length > 0 || summary.problems.some(({ kind }) => UNMAPPED.has(kind));
  return sectionWithTool("accounts", t("user-list"),
    h("span", { class: "tools" },
      h("button", { type: "button", class: "btn sm", id: "list-other", on: { click: actions.openList } }, t("list-other")),
      h("button", { type: "button", class: "btn sm", id: "list-remove", on: { click: actions.removeList } }, t("list-remove"))),
    account && account.state !== "unreadable" && standing(account),
    h("dl", { class: "kv" },
      row(t("list-file"), [name, ` · ${size(bytes)}`]),
      summary.formatName !== undefined && row(t("list-format"), inline(summary.formatName)),
      summary.rows > 0 && row(t("list-rows"), count(summary.rows)),
      summary.keyColumns.length > 0 && row(t("list-keys"), labels(summary.keyColumns)),
      summary.statusColumn !== undefined && row(t("list-status"), labels([summary.statusColumn])),
      summary.statuses.length > 0 && row(t("list-statuses"), statuses(summary)),
      summary.seats.length > 0 && row(t("list-seats"), summary.seats.map((seats) =>
        h("p", {}, seats.site !== undefined && [h("code", {}, seats.site), ": "], inline(seats.text))))),
    summary.problems.map(problem),
    summary.headers.length > 0 && h("details", { class: "more", id: "columns", open: asks },
      h("summary", {}, t("list-columns")),
      h("p", { class: "hint" }, t("list-columns-lead")),
      h("div", { class: "columns" }, (["username", "email", "status", "hosts"] as const).map((key) => chooser(key, summary.headers, mapping, actions)))));
}

/** While it is read. */
function listProgress(now: ListProgress, actions: Actions): HTMLElement {
  const bar = h("div", { class: "bar", id: "list-bar", role: "progressbar", "aria-label": t("reading-name", { name: now.name }), "aria-valuemin": 0, "aria-valuemax": 100 });
  const pace = h("p", { class: "pace", id: "list-pace" });
  fill(bar, pace, now);
  return section("accounts", t("user-list"),
    h("p", { class: "lead" }, t("reading-name", { name: now.name })),
    bar, pace,
    h("p", { class: "row" },
      h("button", { type: "button", class: "btn", id: "list-cancel", on: { click: actions.cancelList } }, t("cancel"), " ", h("kbd", {}, "Esc"))));
}

/** The numbers alone. */
export function updateListProgress(now: ListProgress): void {
  const [bar, pace] = [document.getElementById("list-bar"), document.getElementById("list-pace")];
  if (bar && pace) fill(bar, pace, now);
}

function fill(bar: HTMLElement, pace: HTMLElement, { done, total, rows }: ListProgress): void {
  const part = h("i");
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  part.style.inlineSize = `${percent}%`;
  bar.replaceChildren(part);
  bar.setAttribute("aria-valuenow", String(percent));
  pace.replaceChildren(
    h("span", {}, t("reading-done", { done: size(done), total: size(total) })),
    h("span", {}, t("list-rows-so-far", { n: count(rows) })));
}

function standing({ state, bearing, title, why, rows, nearest }: Account): HTMLElement {
  const tone = bearing === "confirms" ? "found" : bearing === "rules-out" ? "clear" : "open";
  return h("div", { class: "standing", id: "account" },
    sign(tone, tone),
    h("div", {},
      h("p", {}, h("strong", {}, inline(title))),
      h("p", {}, inline(why)),
      state !== "found" && rows.length > 0 && h("ul", {}, rows.map(line)),
      nearest.length > 0 && h("ul", {}, nearest.map(line))));
}

function line(one: AccountRow): HTMLElement {
  return h("li", {}, t("list-line", { n: count(one.line) }), ": ", h("code", {}, one.value), one.label !== undefined && [" · ", h("code", {}, one.label)]);
}

function statuses({ statuses: all }: AccountsSummary): Child {
  const most = 12;
  return [
    all.slice(0, most).map(({ label, rows, status }, i) => [
      i > 0 && " · ", label === "" ? t("list-empty") : h("code", {}, label), `: ${count(rows)}`, !status && label !== "" && ` (${t("list-unknown")})`,
    ]),
    all.length > most && ` · ${t("list-more", { n: count(all.length - most) })}`,
  ];
}

function problem({ kind, title, why, fix }: AccountsProblem): HTMLElement {
  return h("details", { class: "notice", "data-kind": kind, open: true },
    h("summary", {}, sign("warning", "warn"), h("span", {}, inline(title))),
    h("div", { class: "words" }, blocks(why), blocks(fix)));
}

function chooser(key: keyof Mapping, headers: string[], mapping: Mapping, actions: Actions): HTMLElement {
  const select = h("select", { id: `column-${key}`, on: { change: () => {
    const { [key]: _, ...rest } = mapping;
    actions.columns(select.value === "" ? rest : { ...rest, [key]: Number(select.value) });
  } } },
    h("option", { value: "" }, t("list-column-auto")),
    headers.map((header, i) => h("option", { value: i, selected: mapping[key] === i }, header === "" ? t("list-column", { n: i + 1 }) : header)));
  return h("p", {}, h("label", { for: `column-${key}` }, t(`list-column-${key}`)), select);
}

function labels(all: string[]): Child {
  return all.map((header, i) => [i > 0 && ", ", h("code", {}, header)]);
}

function row(term: string, value: Child): Child {
  return [h("dt", {}, term), h("dd", {}, value)];
}
