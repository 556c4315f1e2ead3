// What is handed to somebody else: one button that copies it, and a panel with the choices, the texts and the receipt.

import { h, reveal } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { textOf, type Wanted } from "../handover/ticket";
import { language, LANGUAGES, t } from "../words/words";
import type { Receipt, Ticket } from "engine";
import type { Handing } from "./actions";
import { section, segments } from "./parts";

export interface Exporting {
  /** The buttons for the verdict. */
  acts: HTMLElement;
  panel: HTMLElement;
}

export function exporting(wanted: Wanted, handing: Handing, primary: boolean): Exporting {
  const body = h("div", { class: "export" });
  const panel = section("export", t("export"), body);
  const said = h("p", { class: "copied", id: "copied", hidden: true });
  const toggle = h("button", {
    type: "button", class: "btn", id: "export-toggle", "aria-controls": "export",
    on: { click: () => turn(!wanted.open) },
  }, t("export"), sign("down"));
  const turn = (open: boolean) => {
    wanted.open = open;
    panel.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    body.replaceChildren(...(open ? content(wanted, handing, handOver) : []));
    if (open && panel.isConnected) reveal(panel, "nearest");
  };
  const tell = (words: string) => {
    said.hidden = false;
    said.textContent = words;
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
    const ticket = handing.make(wanted);
    if (!ticket) return tell(t("not-made"));
    void handOver(textOf(ticket, wanted.format), copied(ticket.receipt, wanted), "ticket-text");
  };
  const acts = h("div", { class: "acts" },
    h("button", { type: "button", class: primary ? "btn pri" : "btn", id: "copy-ticket", on: { click: copy } }, t("copy-ticket")),
    toggle, said);
  turn(wanted.open);
  return { acts, panel };
}

function copied(receipt: Receipt, { named }: Wanted): string {
  const sentence = t(named ? "copied-named" : "copied", { n: receipt.total });
  return receipt.same ? sentence : `${sentence} ${differs(receipt)}`;
}

function differs({ differs: ids }: Receipt): string {
  return t("receipt-differs", { list: ids.join(", ") });
}

type HandOver = (text: string, done: string, box: string) => Promise<void>;

function content(wanted: Wanted, handing: Handing, handOver: HandOver): HTMLElement[] {
  const result = h("div", {});
  const draw = () => {
    const ticket = handing.make(wanted);
    result.replaceChildren(...(ticket ? texts(ticket, wanted, handing, handOver) : [h("p", { class: "lead" }, t("not-made"))]));
  };
  const named = h("input", { type: "checkbox", id: "ticket-named", checked: wanted.named, on: { change: () => { wanted.named = named.checked; draw(); } } });
  draw();
  return [
    h("p", { class: "lead" }, t("export-lead")),
    h("div", { class: "segrow" },
      segments("ticket-language", t("ticket-language"), LANGUAGES.map(([value, label]) => ({ value, label, lang: value })),
        wanted.language ?? language(), (value) => { wanted.language = value; draw(); }),
      segments("ticket-format", t("ticket-format"), [{ value: "markdown", label: "Markdown" }, { value: "json", label: "JSON" }],
        wanted.format, (value) => { wanted.format = value; draw(); })),
    h("label", { class: "switch" }, named, t("ticket-named")),
    result,
  ];
}

function texts(ticket: Ticket, wanted: Wanted, handing: Handing, handOver: HandOver): HTMLElement[] {
  const text = textOf(ticket, wanted.format);
  const { receipt, admin } = ticket;
  return [
    box("ticket-text", t("ticket-text"), text, 14),
    h("p", { class: "row" },
      button("copy-text", t("copy"), () => void handOver(text, copied(receipt, wanted), "ticket-text")),
      button("save-text", t("save-file"), () => handing.save(text, wanted.format)),
      button("print-redacted", t("print-redacted"), () => handing.print(true)),
      button("print-as-is", t("print-as-is"), () => handing.print(false))),
    h("details", { class: "more", id: "receipt" },
      h("summary", {}, t("removed", { n: receipt.total }), ". ", receipt.same ? t("receipt-same") : differs(receipt)),
      h("ul", {}, receipt.removed.map(({ label, count }) => h("li", {}, inline(label), `: ${count}`)))),
    ...(admin === "" ? [] : [
      h("h3", {}, t("for-admin")),
      h("p", { class: "lead" }, t("for-admin-lead")),
      box("admin-text", t("admin-text"), admin, 8),
      h("p", { class: "row" }, button("copy-admin", t("copy"), () => void handOver(admin, t("copied-admin"), "admin-text"))),
    ]),
  ];
}

function box(id: string, name: string, text: string, rows: number): HTMLElement {
  const area = h("textarea", { id, class: "out", readonly: true, rows, "aria-label": name, spellcheck: "false" });
  area.value = text;
  return area;
}

function button(id: string, label: string, act: () => void): HTMLElement {
  return h("button", { type: "button", class: "btn", id, on: { click: act } }, label);
}
