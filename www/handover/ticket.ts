// What is handed to somebody else: as text for the clipboard or a file, made when it is asked for.

import type { Ticket } from "engine";
import { download } from "./download";
import type { Language } from "../words/words";

/** How the reader wants it. */
export interface TicketWishes {
  /** The reader's own where none was chosen. */
  readonly language: Language | undefined;
  readonly format: "markdown" | "json";
  /** What is shared after all. */
  readonly shared: Readonly<Record<SharedClass, boolean>>;
}

export const SHARED_CLASSES = ["site", "tenant", "times", "names"] as const;
export type SharedClass = (typeof SHARED_CLASSES)[number];

export const NOTHING_SHARED: TicketWishes["shared"] = { site: false, tenant: false, times: false, names: false };

export function textOf({ markdown, report, receipt }: Ticket, format: TicketWishes["format"]): string {
  return format === "markdown" ? markdown : JSON.stringify({ report, receipt }, null, 2);
}

/** Only on a click or a key; false where the browser blocks the clipboard. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function saveFile(text: string, format: TicketWishes["format"]): void {
  const [ending, type] = format === "markdown" ? ["md", "text/markdown"] : ["json", "application/json"];
  download(text, `error31-ticket.${ending}`, `${type};charset=utf-8`);
}
