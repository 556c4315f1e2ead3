// Handing the report over: to the clipboard, a file, or paper, as it is or without the person.

import type { Message, Report, Ticket, TicketChoices } from "engine";
import { embedded } from "../frame/address";
import { download } from "../handover/download";
import { har, ofSignIn, type Alone } from "../handover/har";
import { asBase64, asUtf8, saveFile, writeClipboard, type TicketWishes } from "../handover/ticket";
import { t } from "../words/words";
import type { Handing } from "../view/actions";
import type { Shown } from "../view/sections";

/** What the page has, and what it does for what is handed over. */
interface HandoverHost {
  /** A ticket of the open message; undefined where there is none, or the engine stops. */
  ticket(choices: TicketChoices): Ticket | undefined;
  /** These messages without the people in them; undefined where the engine stops. */
  redacted(alone: Alone, choices: TicketChoices): Alone | undefined;
  /** What the open message is held against, for a ticket. */
  beside(): Pick<TicketChoices, "before" | "after">;
  /** Version of the engine. */
  version: string;
  shown(): Shown | undefined;
  wishes(): TicketWishes;
  standing(message: Message): Shown["standing"];
  /** Shows this instead, until the page is drawn again. */
  place(shown: Shown): void;
  redraw(): void;
  notice(text: string): void;
  /** For the live region alone. */
  say(text: string): void;
}

export function handing(host: HandoverHost): Handing {
  const make = ({ language, shared }: Pick<TicketWishes, "language" | "shared">) =>
    host.ticket({ ...(language && { language }), keep: shared, ...host.beside() });
  const own = () => make({ language: undefined, shared: host.wishes().shared });
  const saved = () => { if (embedded) host.notice(t("saved-in-frame")); };
  const signIn = () => {
    const shown = host.shown();
    return shown && ofSignIn(shown.report, shown.open);
  };
  return {
    make,
    copy: writeClipboard,
    finding: (index) => make(host.wishes())?.findings[index],
    message: ({ form, asIs }) => {
      const xml = asIs ? host.shown()?.message.xml : own()?.report.messages[0]?.xml;
      return xml && (form === "base64" ? asBase64(xml) : asUtf8(xml));
    },
    saveMessage: (text, form) => {
      const [ending, type] = form === "xml" ? ["xml", "application/xml"] : ["txt", "text/plain"];
      download(text, `error31-message.${ending}`, `${type};charset=utf-8`);
      saved();
    },
    get isCaptured() { return signIn() !== undefined; },
    saveCapture: (asIs) => {
      const all = signIn();
      const wanted = all && !asIs ? host.redacted(all, { keep: host.wishes().shared }) : all;
      if (!wanted) return host.notice(t("not-made"));
      download(har(wanted, host.version), "error31-sign-in.har", "application/json;charset=utf-8");
      saved();
    },
    save: (text, format) => {
      saveFile(text, format);
      saved();
    },
    table: (csv) => {
      download(csv, "error31-users.csv", "text/csv;charset=utf-8");
      saved();
    },
    print: (redacted) => print(host, redacted ? own() : undefined),
    say: (text) => host.say(text),
  };
}

/** On paper stands the report as it is, or the one without the person, which goes again behind the printing. */
function print(host: HandoverHost, ticket: Ticket | undefined): void {
  const shown = host.shown();
  const redacted: Report | undefined = ticket?.report;
  const message = redacted?.messages[0];
  if (shown && redacted && message) {
    const nameless = { standing: host.standing(message), list: undefined, published: undefined, after: undefined, about: undefined, users: undefined, contexts: "" };
    const comparison = ticket?.comparison;
    const before = { all: [], current: 0, again: undefined, against: comparison && { id: undefined, names: undefined, comparison } };
    host.place({ ...shown, ...nameless, before, report: redacted, message, open: 0 });
    addEventListener("afterprint", () => host.redraw(), { once: true });
  }
  let began = false;
  addEventListener("beforeprint", () => { began = true; }, { once: true });
  window.print();
  if (began || !embedded) return;
  host.redraw();
  host.notice(t("print-refused"));
}
