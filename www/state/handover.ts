// Handing the report over: to the clipboard, a file, or paper, as it is or without the person.

import type { TicketChoices, Message, Report, Ticket } from "engine";
import { embedded } from "../frame/address";
import { download } from "../handover/download";
import { saveFile, writeClipboard, type TicketWishes } from "../handover/ticket";
import { t } from "../words/words";
import type { Handing } from "../view/actions";
import type { Shown } from "../view/sections";

/** What the page has, and what it does for what is handed over. */
interface HandoverHost {
  /** A ticket of the open message; undefined where there is none, or the engine stops. */
  ticket(choices: TicketChoices): Ticket | undefined;
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
    host.ticket({ ...(language && { language }), keep: shared });
  return {
    make,
    copy: writeClipboard,
    save: (text, format) => {
      saveFile(text, format);
      if (embedded) host.notice(t("saved-in-frame"));
    },
    table: (csv) => {
      download(csv, "error31-users.csv", "text/csv;charset=utf-8");
      if (embedded) host.notice(t("saved-in-frame"));
    },
    print: (redacted) => print(host, redacted ? make({ language: undefined, shared: host.wishes().shared })?.report : undefined),
    say: (text) => host.say(text),
  };
}

/** On paper stands the report as it is, or the one without the person, which goes again behind the printing. */
function print(host: HandoverHost, redacted: Report | undefined): void {
  const shown = host.shown();
  const message = redacted?.messages[0];
  if (shown && redacted && message) {
    const nameless = { standing: host.standing(message), list: undefined, published: undefined, after: undefined, about: undefined, users: undefined };
    host.place({ ...shown, ...nameless, report: redacted, message, open: 0 });
    addEventListener("afterprint", () => host.redraw(), { once: true });
  }
  let began = false;
  addEventListener("beforeprint", () => { began = true; }, { once: true });
  window.print();
  if (began || !embedded) return;
  host.redraw();
  host.notice(t("print-refused"));
}
