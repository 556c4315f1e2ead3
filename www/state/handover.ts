// Handing the report over: to the clipboard, a file, or paper, as it is or without the person.

import type { Choices, Message, Report, Ticket } from "engine";
import { embedded } from "../frame/address";
import { saveFile, wanted, writeClipboard, type Wanted } from "../handover/ticket";
import { t } from "../words/words";
import type { Handing } from "../view/actions";
import type { Shown } from "../view/sections";

/** What the page has, and what it does for what is handed over. */
interface Holder {
  /** A ticket of the open message; undefined where there is none, or the engine stops. */
  ticket(choices: Choices): Ticket | undefined;
  shown(): Shown | undefined;
  standing(message: Message): Shown["standing"];
  /** Shows this instead, until the page is drawn again. */
  place(shown: Shown): void;
  redraw(): void;
  notice(text: string): void;
  /** For the live region alone. */
  say(text: string): void;
}

export function handing(holder: Holder): Handing {
  const make = ({ language, named }: Pick<Wanted, "language" | "named">) =>
    holder.ticket({ ...(language && { language }), keep: { site: named, tenant: named } });
  return {
    make,
    copy: writeClipboard,
    save: (text, format) => {
      saveFile(text, format);
      if (embedded) holder.notice(t("saved-in-frame"));
    },
    print: (redacted) => print(holder, redacted ? make({ language: undefined, named: wanted.named })?.report : undefined),
    say: (text) => holder.say(text),
  };
}

/** On paper stands the report as it is, or the one without the person, which goes again behind the printing. */
function print(holder: Holder, redacted: Report | undefined): void {
  const shown = holder.shown();
  const message = redacted?.messages[0];
  if (shown && redacted && message) {
    const nameless = { standing: holder.standing(message), list: () => undefined, after: undefined, about: undefined };
    holder.place({ ...shown, ...nameless, report: redacted, message, open: 0 });
    addEventListener("afterprint", () => holder.redraw(), { once: true });
  }
  let began = false;
  addEventListener("beforeprint", () => { began = true; }, { once: true });
  window.print();
  if (began || !embedded) return;
  holder.redraw();
  holder.notice(t("print-refused"));
}
