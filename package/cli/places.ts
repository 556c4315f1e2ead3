// Whether the places of a message are places of the file that it stands in.

import type { Layer, Message } from "error31";

/** What changes how bytes are read, and leaves lines and columns where they are. */
const CHARSETS: Layer[] = ["bom", "charset", "utf-16le", "utf-16be", "iso-8859-1"];

export function isInFile({ origin }: Message): boolean {
  return origin.member === undefined && origin.layers.every((layer) => CHARSETS.includes(layer));
}
