// The five causes, always all of them and always in the same order, so that two reports compare line by line.

import { h, type Child } from "../dom/elements";
import { inline, plain } from "../dom/markup";
import { sign } from "../dom/signs";
import { t, word } from "../words/words";
import type { Cause, CauseId, Message } from "engine";
import type { Actions } from "./actions";
import { ruleLinks } from "./entry-link";
import { CAUSE_SIGN, cited, section, tone } from "./parts";
import { proof } from "./proof";
import { isNoAnswer } from "./verdict";

export function causes(message: Message, actions: Actions): HTMLElement {
  const { checks } = message.error31;
  return section("causes", t("causes"),
    h("ol", { class: "causes" },
      message.error31.causes.map((cause, i) =>
        row(cause, i, !isNoAnswer(message) && checks.some((check) => check.cause === cause.id), message, actions))));
}

/** A name longer than this is no name for a link. */
const LONG = 24;

/** A finding by its number, and by the attribute or field it is about. */
function named(index: number, { diagnostics }: Message): string {
  const { attribute, field } = diagnostics[index] ?? {};
  const name = t("finding-link", { n: index + 1 });
  const about = [attribute, field].find((one) => one !== undefined && one.length <= LONG);
  return about === undefined ? name : `${name} (${about})`;
}

function row(cause: Cause, index: number, hasCheck: boolean, message: Message, actions: Actions): HTMLElement {
  const color = tone(cause.verdict);
  const provenance = cause.provenance && word("provenance", cause.provenance);
  const rests = proof(`cause-${index + 1}`, plain(cause.title), [
    [t("proof-cisco"), inline(cause.note)],
    [t("source"), cited(cause.source, cause.sourceNote)],
    [t("proof-rules"), ruleLinks(cause.because.flatMap((i) => message.diagnostics[i]?.rule ?? []))],
    [t("proof-place"), inline(cause.place)],
    [t("proof-overturn"), cause.overturn !== undefined && inline(cause.overturn)],
  ]);
  const said = [t(`verdict-${cause.verdict}`), provenance].filter(Boolean).join(", ");
  return h("li", { class: `cause is-${color}${provenance ? "" : " is-brief"}`, id: `cause-${index + 1}`, tabindex: -1, "aria-label": `${plain(cause.title)}: ${said}` },
    sign(CAUSE_SIGN[cause.verdict], color),
    h("div", {},
      h("h3", {}, inline(cause.title)),
      h("p", {}, inline(cause.why),
        cause.because.map((i, at) => [" ", h("span", { class: "together" },
          link(`#f${i + 1}`, named(i, message), () => actions.finding(i)), at + 1 < cause.because.length && ",")]),
        next(cause, hasCheck, actions))),
    h("p", { class: `v ${color}` }, t(`verdict-${cause.verdict}`), provenance && h("small", {}, provenance,
      cause.provenance === "answer" && hasCheck && [" ", link(`#check-${cause.id}`, t("answer-change"), () => actions.check(cause.id))])),
    rests.button, rests.told);
}

/** Causes that no message shows; their next step is a check at Webex. */
const AT_WEBEX = new Set<CauseId>(["account-state", "host-licences", "partner-id"]);

/** The next step: a link to its steps where there are some. */
function next(cause: Cause, hasCheck: boolean, actions: Actions): Child {
  if (cause.next === undefined || cause.because.length > 0) return undefined;
  return hasCheck && AT_WEBEX.has(cause.id) ? [" ", link(`#check-${cause.id}`, plain(cause.next), () => actions.check(cause.id))] : [" ", inline(cause.next)];
}

function link(href: string, text: string, go: () => void): HTMLElement {
  return h("a", { href, class: "step", on: { click: (event) => { event.preventDefault(); go(); } } }, text);
}
