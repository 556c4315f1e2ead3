// What the live region says: the verdict sentence, the count of each verdict, and what to do first.

import type { Message } from "engine";
import { plain } from "../dom/markup";
import { t } from "../words/words";

const EDIT_PAUSE = 1000;
let timer = 0;
let last = "";

export function spoken(message: Message): string {
  const { title, causes, first: { items: [first] } } = message.error31;
  const counts = (["confirmed", "ruled-out", "cannot-tell"] as const)
    .map((verdict) => [verdict, causes.filter((cause) => cause.verdict === verdict).length] as const)
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => t(`said-${verdict}`, { n }));
  return [plain(title), ...counts, ...(first ? [t("said-first", { action: plain(first.action) })] : [])].join(" ");
}

/** Says it at once; after an edit only when it changed, and only when the reader has stopped typing. */
export function say(status: HTMLElement, text: string, editing: boolean): void {
  clearTimeout(timer);
  if (editing && text === last) return;
  const speak = () => {
    last = text;
    status.textContent = text;
  };
  if (editing) timer = setTimeout(speak, EDIT_PAUSE);
  else speak();
}
