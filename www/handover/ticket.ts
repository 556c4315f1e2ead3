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

/** How the message alone is written. */
export type MessageForm = "xml" | "base64";

/** How the message alone is wanted, for as long as the panel is open. */
export interface AloneWishes {
  form: MessageForm;
  asIs: boolean;
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

/** A message for a file of its own: the file is UTF-8, whatever the declaration of the message says of the one before. */
export function asUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"(?!utf-8")[^"]*"|'(?!utf-8')[^']*')/i, "$1");
}

/** The same as a form carries it. */
export function asBase64(xml: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(asUtf8(xml))) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function saveFile(text: string, format: TicketWishes["format"]): void {
  const [ending, type] = format === "markdown" ? ["md", "text/markdown"] : ["json", "application/json"];
  download(text, `error31-ticket.${ending}`, `${type};charset=utf-8`);
}
