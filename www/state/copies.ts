// Copies of this page among what is dropped or opened: shown, each beside this one.

import { partCopies, readCopy } from "../handover/copies";
import type { Files } from "../input/input";
import { showCopies } from "../view/copies";
import { t } from "../words/words";

/** Gives the other files. */
export async function takeCopies(files: Files, refuse: (why: string) => void): Promise<Files> {
  const { copies, rest } = await partCopies(files);
  const read = await Promise.all(copies.map(readCopy));
  const lost = copies.find((_, i) => !read[i]);
  if (lost) refuse(t("unreadable-file", { name: lost.name }));
  const shown = read.filter((copy) => copy !== undefined);
  if (shown.length > 0) showCopies(shown);
  return rest;
}
