// What the live region says: the verdict sentence, the count of each verdict, and what to do first.

import { fill } from "../dom/elements";
import type { Message } from "engine";
import { plain } from "../dom/markup";
import { t } from "../words/words";

const EDIT_PAUSE = 1000;

export function spoken(message: Message): string {
  const { title, causes, first: { items: [first] } } = message.error31;
  const counts = (["confirmed", "ruled-out", "cannot-tell"] as const)
    .map((verdict) => [verdict, causes.filter((cause) => cause.verdict === verdict).length] as const)
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => t(`said-${verdict}`, { n }));
  return [plain(title), ...counts, ...(first ? [t("said-first", { action: plain(first.action) })] : [])].join(" ");
}

export class LiveRegion {
  private timer = 0;
  private last = "";

  constructor(private region: HTMLElement) {}

  say(text: string): void {
    fill(this.region, text);
  }

  /** Only what was not said last. */
  sayNew(text: string): void {
    if (this.region.textContent !== text) this.say(text);
  }

  /** Says it at once; after an edit only when it changed, and only when the reader has stopped typing. */
  sayOutcome(text: string, editing: boolean): void {
    clearTimeout(this.timer);
    if (editing && text === this.last) return;
    const speak = () => {
      this.last = text;
      this.say(text);
    };
    if (editing) this.timer = setTimeout(speak, EDIT_PAUSE);
    else speak();
  }

  /** What waits to be said is no longer true. */
  leave(): void {
    clearTimeout(this.timer);
  }
}
