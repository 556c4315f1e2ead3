// Copies of this page among what is dropped or opened: shown, each beside this one.

import { partCopies, readCopy } from "../handover/copies";
import type { Files } from "../input/input";
import { nameOf } from "../dom/visible";
import { showCopies } from "../view/copies";
import { t } from "../words/words";

/** Gives the other files. */
export async function takeCopies(files: Files, refuse: (why: string) => void): Promise<Files> {
  const { taken: copies, rest } = await partCopies(files);
  const read = await Promise.all(copies.map(readCopy));
  const lost = copies.find((_, i) => !read[i]);
  if (lost) refuse(t("unreadable-file", { name: nameOf(lost) }));
  const shown = read.filter((copy) => copy !== undefined);
  if (shown.length > 0) showCopies(shown);
  return rest;
}
