// Several messages in one input: a table to choose from, the most telling first.

import { h } from "../dom";
import { sign } from "../signs";
import { moment, t } from "../words";
import type { Message, Report, Verdict } from "engine";
import type { Actions } from "./actions";
import { section, strip, VERDICT_SIGN } from "./parts";

const TELLING: Verdict[] = ["explained", "not-explained", "cannot-tell"];

/** Indices of the messages, the most telling first, otherwise as in the input. */
export function order(report: Report): number[] {
  const rank = (i: number) => TELLING.indexOf(report.messages[i]?.error31.verdict ?? "cannot-tell");
  return report.messages.map((_, i) => i).sort((a, b) => rank(a) - rank(b));
}

export function messages(report: Report, open: number, actions: Actions): HTMLElement | undefined {
  if (report.messages.length < 2) return undefined;
  const heads = ["from", "for", "user", "strip", "message-verdict"] as const;
  return section("messages", t("messages"),
    h("p", { class: "lead" }, t("messages-lead")),
    h("table", { class: "stack msgs" },
      h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, order(report).map((i) => row(report.messages[i], i, i === open, actions)))));
}

function row(message: Message | undefined, index: number, open: boolean, actions: Actions): HTMLElement | undefined {
  if (!message) return undefined;
  const { idp, sp, user, issuedAt, error31 } = message;
  return h("tr", { class: open ? "on" : undefined, "aria-current": open ? "true" : undefined },
    h("th", { scope: "row" },
      h("button", { type: "button", class: "link", id: `message-${index + 1}`, on: { click: () => actions.message(index) } },
        idp.name === "" ? t("open-message", { n: index + 1 }) : idp.name),
      issuedAt !== undefined && h("small", {}, moment(issuedAt))),
    h("td", {}, sp.name, sp.site !== undefined && h("small", {}, h("code", {}, sp.site))),
    h("td", {}, user ?? h("span", { class: "gap" }, t("no-user"))),
    h("td", {}, strip(error31.causes)),
    h("td", {}, h("span", { class: `state ${error31.verdict === "explained" ? "found" : "open"}` },
      sign(VERDICT_SIGN[error31.verdict]), t(`short-${error31.verdict}`))));
}
