// Several messages in one input: a table in the order of the input, with what Webex answered under each.

import { breakable, h, type Child } from "../dom/elements";
import { sign } from "../dom/signs";
import { clock, count, day, t } from "../words/words";
import type { Message, Observed, Report } from "engine";
import type { Actions } from "./actions";
import { section, strip, VERDICT_SIGN } from "./parts";
import { grow, pagedTable, type Row } from "./table";
import { request } from "./trail";

/** The message that says most: the one with the lowest rank, among equals the first. */
export function telling({ messages: all }: Report): number {
  return all.reduce((best, { rank }, i) => (rank < (all[best]?.rank ?? rank) ? i : best), 0);
}

/** `open` is the message that is shown, if any is. */
export function messages(report: Report, open: number | undefined, actions: Actions): HTMLElement | undefined {
  if (report.messages.length < 2 && !report.more) return undefined;
  return section("messages", t("messages"),
    h("p", { class: "lead" }, t("messages-lead"), " ", h("span", { class: "on-screen" }, t("messages-choose")), report.more && [" ", t("messages-more")]),
    listed(report, open, actions));
}

/** While files are read: also a single one, and none. */
export function foundSoFar(report: Report, open: number | undefined, actions: Actions): HTMLElement | undefined {
  if (report.messages.length === 0) return undefined;
  return section("messages", t("found-so-far"), listed(report, open, actions));
}

/** Adds what was found since to the table, so that nothing moves under the pointer; false where there is none yet. */
export function addFound(report: Report, open: number | undefined, actions: Actions): boolean {
  const there = document.querySelector<HTMLTableElement>("#messages table");
  if (!there) return false;
  grow(there, report.messages.length, rows(report, open, actions));
  return true;
}

function listed(report: Report, open: number | undefined, actions: Actions): HTMLElement[] {
  return pagedTable("messages", ["when", "from", "user", "strip", "message-verdict"], report.messages.length, rows(report, open, actions), open);
}

function rows({ messages: all, observed }: Report, open: number | undefined, actions: Actions): (index: number) => Row[] {
  const answers: Observed[][] = [];
  for (const one of observed) if (one.message !== undefined) (answers[one.message] ??= []).push(one);
  return (i) => all.slice(i, i + 1).map((message) => row(message, i, open, answers[i] ?? [], actions));
}

function row(message: Message, index: number, shown: number | undefined, answers: Observed[], actions: Actions): Row {
  const { idp, sp, user, origin, issuedAt, error31, seen, kind } = message;
  const open = index === shown;
  const brings = message.fields.length > 0;
  const compares = shown !== undefined && !open && brings;
  const when = origin.startedAt ?? issuedAt;
  const time = when === undefined ? undefined : clock(when);
  return {
    look: open ? "on" : undefined,
    current: open,
    head: [
      h("button", { type: "button", class: "link", id: `message-${index + 1}`, on: { click: () => actions.message(index) } },
        time ?? t("open-message", { n: index + 1 }), time !== undefined && h("span", { class: "vh" }, `, ${t("open-message", { n: index + 1 })}`)),
      time !== undefined && when !== undefined ? h("small", {}, day(when)) : when !== undefined && h("small", {}, when),
      place(message),
    ],
    cells: [
      brings ? [
        idp.name === undefined ? h("span", { class: "gap" }, t("unknown-receiver")) : breakable(idp.name),
        h("small", {}, sp.name === undefined ? t("to-unknown") : t("to", { name: sp.name }), sp.site !== undefined && [", ", h("code", {}, sp.site)]),
      ] : sentTo(message),
      user === undefined ? brings && h("span", { class: "gap" }, t("no-user")) : breakable(user),
      brings && strip(error31.causes),
      [
        h("span", { class: `state ${error31.verdict === "explained" ? "found" : "open"}` },
          sign(VERDICT_SIGN[error31.verdict]), t(`short-${error31.verdict}`)),
        kind !== "response" && h("small", {}, t(`kind-${kind}`)),
        seen !== undefined && h("small", {}, t("seen-count", { n: seen })),
        compares && h("button", { type: "button", class: "link beside", id: `beside-${index + 1}`, on: { click: () => actions.beside(index) } },
          t("compare-open"), h("span", { class: "vh" }, ` ${index + 1}`)),
      ],
    ],
    below: answers.map((one) => h("p", {}, h("span", { "aria-hidden": "true" }, "↳ "), t("webex-answered"), " ",
      h("b", {}, t("quoted", { text: one.spelling })), ` · ${t("observed-code", { n: one.code })}`)),
  };
}

/** What brings nobody to Webex shows no receiver; a capture has the host that it was sent to. */
function sentTo({ idp, origin: { url } }: Message): Child {
  const host = /^\w+:\/\/([^/]+)/.exec(url ?? "")?.[1];
  return [idp.name, host !== undefined && h("small", {}, breakable(t("to", { name: host })))];
}

/** Where in the input it stands: the file, the request. */
function place({ origin: { member, entry } }: Message): Child {
  const parts = [member, entry && (entry.total === undefined ? request(entry) : t("request", { n: count(entry.index) }))];
  const told = parts.filter((part) => part !== undefined).join(" · ");
  return told !== "" && h("small", {}, told);
}
