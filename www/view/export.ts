// What is handed to somebody else: one button that copies it, and a panel with the choices, the texts and the receipt.

import { fill, h, reveal } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { SHARED_CLASSES, textOf, type AloneWishes, type SharedClass, type TicketWishes } from "../handover/ticket";
import { language, LANGUAGES, t, type Language } from "../words/words";
import type { Receipt, Ticket } from "engine";
import type { Actions, Choices, Handing, Preferences } from "./actions";
import { alone, type HandOver } from "./alone";
import { box, button, section, segments } from "./parts";

export interface Exporting {
  /** The buttons for the verdict. */
  acts: HTMLElement;
  panel: HTMLElement;
}

/** How the ticket is wanted now. */
interface Wanted {
  readonly now: TicketWishes;
  want(change: Partial<TicketWishes>): void;
}

export function exporting({ exportOpen = false }: Choices, preferences: Preferences, actions: Actions, primary: boolean): Exporting {
  const { handing } = actions;
  let wishes = preferences.ticket;
  let isOpen = exportOpen;
  const wanted: Wanted = {
    get now() { return wishes; },
    want: (change) => {
      wishes = { ...wishes, ...change };
      actions.prefer({ ticket: wishes });
    },
  };
  const body = h("div", { class: "export" });
  const panel = section("export", t("export"), body);
  const said = h("p", { class: "copied", id: "copied", hidden: true });
  const toggle = h("button", {
    type: "button", class: "btn", id: "export-toggle", "aria-controls": "export",
    on: { click: () => turn(!isOpen) },
  }, t("export"), sign("down"));
  const turn = (open: boolean) => {
    if (open !== isOpen) actions.choose({ exportOpen: open });
    isOpen = open;
    panel.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    body.replaceChildren(...(open ? content(wanted, handing, handOver) : []));
    if (!open || !panel.isConnected) return;
    reveal(panel, "nearest");
    document.getElementById("export-h")?.focus({ preventScroll: true });
  };
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    turn(false);
    toggle.focus();
  });
  const tell = (words: string) => {
    said.hidden = false;
    fill(said, words);
    handing.say(words);
  };
  const handOver = async (text: string, done: string, box: string) => {
    if (await handing.copy(text)) return tell(done);
    turn(true);
    const field = document.getElementById(box);
    if (field instanceof HTMLTextAreaElement) field.select();
    field?.focus();
    tell(t("press-copy", { keys: /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘C" : "Ctrl+C" }));
  };
  const copy = () => {
    const ticket = handing.make(wishes);
    if (!ticket) return tell(t("not-made"));
    void handOver(textOf(ticket, wishes.format), copied(ticket.receipt, wishes), "ticket-text");
  };
  const acts = h("div", { class: "acts" },
    h("button", { type: "button", class: primary ? "btn pri" : "btn", id: "copy-ticket", on: { click: copy } }, t("copy-ticket")),
    toggle, said);
  turn(isOpen);
  return { acts, panel };
}

function copied(receipt: Receipt, { shared }: TicketWishes): string {
  const isShared = SHARED_CLASSES.some((one) => shared[one]);
  const sentence = t(isShared ? "copied-shared" : "copied", { n: receipt.total });
  return receipt.same ? sentence : `${sentence} ${differs(receipt)}`;
}

function differs({ differs: ids }: Receipt): string {
  return t("receipt-differs", { list: ids.join(", ") });
}

function content(wanted: Wanted, handing: Handing, handOver: HandOver): HTMLElement[] {
  const result = h("div", {});
  const file: AloneWishes = { form: "xml", asIs: false };
  const draw = () => {
    const ticket = handing.make(wanted.now);
    result.replaceChildren(...(ticket ? texts(ticket, wanted.now, handing, handOver) : [h("p", { class: "lead" }, t("not-made"))]), alone(file, handing, handOver));
  };
  const share = (one: SharedClass) => {
    const tick: HTMLInputElement = h("input", {
      type: "checkbox", id: `share-${one}`, checked: wanted.now.shared[one], "aria-describedby": `share-${one}-tells`,
      on: { change: () => { wanted.want({ shared: { ...wanted.now.shared, [one]: tick.checked } }); draw(); } },
    });
    return h("li", {}, h("label", { class: "switch" }, tick, t(`share-${one}`)), " ", h("small", { id: `share-${one}-tells` }, t(`share-${one}-tells`)));
  };
  draw();
  return [
    h("p", { class: "lead" }, t("export-lead")),
    h("div", { class: "segrow" },
      segments("ticket-language", t("ticket-language"), LANGUAGES.map(({ tag, short }) => ({ value: tag, label: short, lang: tag })),
        wanted.now.language ?? language(), (value) => { wanted.want({ language: value }); draw(); }),
      segments("ticket-format", t("ticket-format"), [{ value: "markdown", label: "Markdown" }, { value: "json", label: "JSON" }],
        wanted.now.format, (value) => { wanted.want({ format: value }); draw(); })),
    h("fieldset", { class: "share" }, h("legend", {}, t("share")), h("ul", {}, SHARED_CLASSES.map(share))),
    result,
  ];
}

function texts(ticket: Ticket, wishes: TicketWishes, handing: Handing, handOver: HandOver): HTMLElement[] {
  const text = textOf(ticket, wishes.format);
  const { receipt, letters } = ticket;
  const own = (id: string, done: string, pick: Pick) => letter(id, done, pick, ticket, wishes, handing, handOver);
  return [
    box("ticket-text", t("ticket-text"), text, 14),
    h("p", { class: "row" },
      button("copy-text", t("copy"), () => void handOver(text, copied(receipt, wishes), "ticket-text")),
      button("save-text", t("save-file"), () => handing.save(text, wishes.format)),
      button("print-redacted", t("print-redacted"), () => handing.print(true)),
      button("print-as-is", t("print-as-is"), () => handing.print(false))),
    h("details", { class: "more", id: "receipt" },
      h("summary", {}, t("removed", { n: receipt.total }), ". ", receipt.same ? t("receipt-same") : differs(receipt)),
      h("ul", {}, receipt.removed.map(({ label, count }) => h("li", {}, inline(label), `: ${count}`)))),
    ...(ticket.admin === undefined ? [] : [own("admin", t("copied-admin"), forAdmin)]),
    ...letters.map(({ to }) => own(`letter-${to}`, t("copied-letter"), ({ letters: all, report }) => {
      const one = all.find((other) => other.to === to);
      return one && { ...one, lang: report.language };
    })),
  ];
}

/** A text for somebody, of a ticket. */
type Told = { title: string; names: string; text: string; lang?: string };
type Pick = (ticket: Ticket) => Told | undefined;

function forAdmin({ admin, report }: Ticket): Told | undefined {
  const names = report.messages[0]?.user === undefined ? "for-admin-lead-nobody" : "for-admin-lead";
  return admin === undefined ? undefined : { title: t("for-admin"), names: t(names), text: admin };
}

/** A text in a language of its own: that of the ticket until another is chosen. */
function letter(id: string, done: string, pick: Pick, first: Ticket, wishes: TicketWishes, handing: Handing, handOver: HandOver): HTMLElement {
  const told = pick(first);
  const area = box(`${id}-text`, told?.title ?? "", told?.text ?? "", 8);
  const turn = (chosen: Language) => {
    const made = handing.make({ ...wishes, language: chosen });
    area.value = (made && pick(made)?.text) ?? t("not-made");
    area.lang = chosen;
  };
  area.lang = first.report.language;
  return h("div", { class: "letter" },
    h("h3", { lang: told?.lang }, told?.title),
    h("p", { class: "lead", lang: told?.lang }, told?.names),
    segments(`${id}-language`, t("letter-language", { name: told?.title ?? "" }), LANGUAGES.map(({ tag, short }) => ({ value: tag, label: short, lang: tag })),
      wishes.language ?? language(), turn, true),
    area,
    h("p", { class: "row" }, button(`copy-${id}`, t("copy"), () => void handOver(area.value, done, area.id))));
}
