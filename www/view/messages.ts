// Several messages in one input: a table to choose from, the most telling first.

import { h } from "../dom";
import { sign } from "../signs";
import { moment, t } from "../words";
import type { Message, Report, Verdict } from "engine";
import type { Actions } from "./actions";
import { section, strip, VERDICT_SIGN } from "./parts";
import { table, type Row } from "./table";

const TELLING: Verdict[] = ["explained", "not-explained", "cannot-tell"];

/** Indices of the messages, the most telling first, otherwise as in the input. */
export function order(report: Report): number[] {
  const rank = (i: number) => TELLING.indexOf(report.messages[i]?.error31.verdict ?? "cannot-tell");
  return report.messages.map((_, i) => i).sort((a, b) => rank(a) - rank(b));
}

export function messages(report: Report, open: number, actions: Actions): HTMLElement | undefined {
  if (report.messages.length < 2 && !report.more) return undefined;
  return section("messages", t("messages"),
    h("p", { class: "lead" }, t("messages-lead"), report.more && [" ", t("messages-more")]),
    table(["from", "for", "user", "strip", "message-verdict"], order(report).flatMap((i) => {
      const message = report.messages[i];
      return message ? [row(message, i, i === open, actions)] : [];
    })));
}

function row(message: Message, index: number, open: boolean, actions: Actions): Row {
  const { idp, sp, user, issuedAt, error31 } = message;
  return {
    look: open ? "on" : undefined,
    current: open,
    head: [
      h("button", { type: "button", class: "link", id: `message-${index + 1}`, on: { click: () => actions.message(index) } },
        idp.name === "" ? t("open-message", { n: index + 1 }) : idp.name),
      issuedAt !== undefined && h("small", {}, moment(issuedAt)),
    ],
    cells: [
      [sp.name === "" ? h("span", { class: "gap" }, t("unknown-receiver")) : sp.name, sp.site !== undefined && h("small", {}, h("code", {}, sp.site))],
      user ?? h("span", { class: "gap" }, t("no-user")),
      strip(error31.causes),
      h("span", { class: `state ${error31.verdict === "explained" ? "found" : "open"}` },
        sign(VERDICT_SIGN[error31.verdict]), t(`short-${error31.verdict}`)),
    ],
  };
}
