// The answer first: the verdict in one sentence, what to do, and enough facts to know the message by.

import { breakable, h, type Child } from "../dom/elements";
import { inline, plain } from "../dom/markup";
import { sign } from "../dom/signs";
import { here, moment, t } from "../words/words";
import type { CauseId, CodeName, FirstItem, Message, ProductName, Reason } from "engine";
import type { Guide } from "../engine/engine";
import type { Actions, Provider, Receiver } from "./actions";
import { ruleLinks } from "./entry-link";
import { badge, cited, VERDICT_SIGN } from "./parts";
import { proof } from "./proof";
import { productChoice } from "./recipe";
import { inShort } from "./signatures";

const RECEIVERS: Receiver[] = ["auto", "meetings-site", "messenger", "control-hub", "meetings-server"];

/** What the reader said of a message. */
export interface Said {
  receiver: Receiver;
  provider: Provider;
  /** The products to choose from. */
  products: ProductName[];
  /** The code that the reader chose. */
  code: number | undefined;
  guide: Guide | undefined;
}

/** `stopped` tells that the reading was. */
export function verdict(message: Message, said: Said, actions: Actions, acts: HTMLElement, stopped?: string): HTMLElement {
  const { error31 } = message;
  const tone = error31.verdict === "explained" ? "found" : "open";
  const rests = proof("verdict", plain(error31.title), grounds(message));
  return h("section", { class: "col verdict", id: "verdict", tabindex: -1 },
    h("p", { class: `chip ${tone}` }, sign(VERDICT_SIGN[error31.verdict]), t(`chip-${error31.verdict}`, { code: error31.code })),
    h("h1", {}, inline(error31.title)),
    h("p", { class: "sub" }, inline(error31.lead), rests.button), rests.told,
    stopped !== undefined && h("p", { class: "row stopped" }, h("span", {}, stopped),
      h("button", { type: "button", class: "btn sm", id: "read-on", on: { click: actions.readOn } }, t("read-on"))),
    doFirst(message, said.receiver, actions, acts),
    facts(message, said, actions));
}

/** The page that the verdict rests on, and the rules whose findings decide it. */
function grounds({ error31: { about, causes }, diagnostics }: Message): [string, Child][] {
  const said = causes.find(({ verdict }) => verdict === "confirmed") ?? causes[0];
  const rules = causes.flatMap(({ because }) => because.flatMap((i) => diagnostics[i]?.rule ?? []));
  return [
    [t("source"), about?.source ? cited(about.source.url, about.source.note) : said && cited(said.source, said.sourceNote)],
    [t("proof-rules"), ruleLinks(rules)],
    [t("proof-overturn"), said?.overturn !== undefined && inline(said.overturn)],
  ];
}

/** The signs in their order; one that speaks for another says for whom. */
function reasons(all: Reason[]): Child {
  return h("ol", { class: "reasons" }, all.map(({ text, instead }) =>
    h("li", {}, inline(text), instead !== undefined && [" ", h("span", { class: "hint" }, t("proof-instead", { name: instead }))])));
}

/** Whether handing the report over is what moves it on. */
export function isCopyFirst(message: Message): boolean {
  return message.error31.verdict === "explained" || message.error31.first.items.length === 0;
}

/** Whether nothing of an account can be read in it, so that another message is what helps. */
export function wantsAnother({ fields }: Message): boolean {
  return fields.every(({ state }) => state === "unseen");
}

/** Whether it is none that a sign-in brings to Webex: a request, metadata, XML that is refused. */
export function isNoAnswer({ fields }: Message): boolean {
  return fields.length === 0;
}

function doFirst(message: Message, receiver: Receiver, actions: Actions, acts: HTMLElement): HTMLElement {
  const { first: list, checks } = message.error31;
  const { id, name } = message.sp;
  const foreign = receiver === "auto" && name !== undefined && (id === "other" || id === "control-hub");
  const primary = foreign && id === "other";
  const asksForList = list.items.some(({ check }) => check !== undefined && checks[check]?.cause === "account-state" && !checks[check].settled) && !message.account;
  const again = wantsAnother(message);
  const first = !primary && !asksForList && !again && !isCopyFirst(message);
  if (asksForList) {
    acts.prepend(h("button", { type: "button", class: primary ? "btn" : "btn pri", id: "open-list", on: { click: actions.openList } }, t("open-list")));
  }
  if (foreign) {
    acts.prepend(h("button", { type: "button", class: primary ? "btn pri" : "btn", id: "treat", on: { click: () => actions.receiver("meetings-site") } }, t("treat-as-site")));
  }
  return h("div", { class: "first" },
    list.items.length > 0 && h("h2", {}, t(list.heading)),
    list.items.length > 0 && h("ol", { class: "todo" }, list.items.map((item, i) => entry(item, message, i === 0 && first, actions))),
    h("div", { class: "doing" }, !isNoAnswer(message) && acts,
      h("p", { class: "acts more-input" },
        h("button", { type: "button", class: again && !primary && !asksForList ? "btn pri" : "btn", id: "open-another", on: { click: actions.openFile } }, t("open-another")),
        h("button", { type: "button", class: "btn", id: "paste-another", on: { click: actions.paste } }, t("paste")),
        !isNoAnswer(message) && !asksForList && !message.account && h("button", { type: "button", class: "btn", id: "open-list", on: { click: actions.openList } }, t("open-list")))));
}

function entry({ action, finding, check: at, fix }: FirstItem, message: Message, primary: boolean, actions: Actions): HTMLElement {
  const look = `btn sm${primary ? " pri" : ""}`;
  const found = finding === undefined ? undefined : message.diagnostics[finding];
  if (finding !== undefined && found) {
    return h("li", {}, badge(finding, found.severity), h("p", {}, inline(action)),
      h("button", { type: "button", class: look, id: `todo-${finding}`, on: { click: () => actions.finding(finding) } }, t("show-steps"), h("span", { class: "vh" }, ` ${finding + 1}`)));
  }
  if (fix !== undefined) {
    return h("li", {}, sign("open", "open"), h("p", {}, inline(action)),
      h("button", { type: "button", class: look, id: `todo-fix-${fix}`, on: { click: () => actions.fix(fix) } }, t("show-steps")));
  }
  const check = at === undefined ? undefined : message.error31.checks[at];
  const confirmed = check?.settled !== undefined;
  const show = (cause: CauseId) => (confirmed && cause === "account-state" ? actions.status() : actions.check(cause));
  return h("li", {}, confirmed ? sign("found", "found") : sign("open", "open"), h("p", {}, inline(action), check && h("small", {}, inline(check.who))),
    check && h("button", { type: "button", class: look, id: `todo-${check.cause}`, on: { click: () => show(check.cause) } }, t("show-steps"), h("span", { class: "vh" }, `: ${plain(check.title)}`)));
}

/** Only what is known: a message that could not be read has no facts. */
function facts(message: Message, { receiver, provider, products, code, guide }: Said, actions: Actions): Child {
  const { idp, sp, user, issuedAt, seen } = message;
  const local = issuedAt === undefined ? undefined : here(issuedAt);
  const signed = inShort(message);
  const sender = proof("from", plain(idp.name ?? ""), [
    [t("proof-because"), reasons(idp.because)],
    [h("label", { for: "sender" }, t("recipe-for")), message.fields.length > 0 && products.length > 0 && productChoice("sender", provider, idp.id, products, actions)],
  ], true);
  const addressee = proof("for", plain(sp.name ?? ""), [[t("proof-because"), reasons(sp.because)]], true);
  const list = h("dl", { class: "facts" },
    idp.name !== undefined && fact(t("from"), [breakable(idp.name), sender.button]),
    (sp.name !== undefined || receiver !== "auto") && fact(t("for"), [sp.name, sp.site !== undefined && [", ", h("code", {}, sp.site)], addressee.button, " ", chooser(receiver, actions)]),
    user !== undefined && fact(t("user"), breakable(user), "who"),
    issuedAt !== undefined && fact(t("issued"), [moment(issuedAt), local !== undefined && [" ", h("small", {}, local)], seen !== undefined && [" ", h("small", {}, t("seen"), " ", t("seen-times", { n: seen }))]], "when"),
    guide && !isNoAnswer(message) && fact(t("code-fact"), [String(message.error31.code), " ", codeChooser(code, guide.error31.codes, actions)]),
    signed !== undefined && fact(t("signature"), inline(signed)));
  return list.childElementCount > 0 && [list, sender.told, addressee.told];
}

function fact(term: Child, value: Child, look?: "who" | "when"): HTMLElement {
  return h("div", { class: look }, h("dt", {}, term), h("dd", {}, value));
}

/** The reader may know better than the message whom it was for. */
function chooser(receiver: Receiver, actions: Actions): Child {
  const select = h("select", { id: "receiver", on: { change: () => actions.receiver(select.value as Receiver) } },
    RECEIVERS.map((id) => h("option", { value: id, selected: id === receiver, lang: id === "auto" ? undefined : "en" }, t(`receiver-${id}`))));
  return h("details", { class: "choose", open: receiver !== "auto" },
    h("summary", { id: "receiver-change" }, t("read-as-change"), h("span", { class: "vh" }, `: ${t("for")}`)),
    h("label", { class: "vh", for: "receiver" }, t("read-as")), select,
    receiver !== "auto" && h("button", { type: "button", class: "link", id: "treat-back", on: { click: () => actions.receiver("auto") } }, t("treat-back")));
}

/** The reader may have seen another error than the one that the message is judged for. */
function codeChooser(chosen: number | undefined, codes: CodeName[], actions: Actions): Child {
  const select = h("select", { id: "code-choice", on: { change: () => actions.code(select.value === "" ? undefined : Number(select.value)) } },
    h("option", { value: "", selected: chosen === undefined }, t("code-unchosen")),
    codes.map(({ code, wording }) => h("option", { value: String(code), selected: code === chosen, lang: "en" }, `${code} · ${wording}`)));
  return h("details", { class: "choose", open: chosen !== undefined },
    h("summary", { id: "code-change" }, t("code-change")),
    h("label", { class: "vh", for: "code-choice" }, t("code-choose")), select);
}
