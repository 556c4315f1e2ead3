// A file for the reader, made of what is in memory. A frame may forbid it, without a word.

import { h } from "../dom/elements";

/** So long an address of a file is kept, in milliseconds: a browser may ask the reader where to put it. */
const KEPT = 60_000;

export function download(content: BlobPart, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
