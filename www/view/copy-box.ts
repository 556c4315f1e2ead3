// Text for the clipboard; where the browser or a frame keeps that closed, the text stands selected in a box instead.

import { h } from "../dom/elements";
import { writeClipboard } from "../handover/ticket";
import { t } from "../words/words";

/** Copies, and says in `place` what came of it. */
export async function copy(text: string, place: HTMLElement): Promise<void> {
  if (await writeClipboard(text)) place.replaceChildren(t("details-copied"));
  else handOver(place, t("clipboard-closed"), text);
}

/** Shows the text, selected, with the reason why it is to be copied by hand. */
export function handOver(place: HTMLElement, why: string, text: string): void {
  const box = h("textarea", { class: "handed", readonly: true, rows: Math.min(8, text.split("\n").length), "aria-label": why });
  box.value = text;
  place.replaceChildren(why, box);
  box.focus();
  box.select();
}
