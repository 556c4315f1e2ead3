// Copies of this page among files: told by their head, and read slice by slice for their sum.

import { sha256 } from "@noble/hashes/sha2.js";
import { part, type Files } from "../input/input";
import { nameOf } from "../dom/visible";
import { claimOf, HEAD, isCopy, type Claim } from "./claim";

export interface FileCopy {
  name: string;
  claim: Claim | undefined;
  sum: Uint8Array;
}

/** Short enough that the page answers between two of them. */
const SLICE = 1 << 20;

/** The copies of this page among the files, and what is to be read as messages. */
export function partCopies(all: Files): Promise<{ taken: File[]; rest: Files }> {
  return part(all, async (file) => {
    const head = /\.x?html?$/i.test(file.name) && await bytesOf(file.slice(0, HEAD));
    return head && isCopy(head) ? file : undefined;
  });
}

/** Undefined where the file can't be read any more. */
export async function readCopy(file: File): Promise<FileCopy | undefined> {
  const sum = sha256.create();
  let claim: Claim | undefined;
  for (let done = 0; done < file.size; done += SLICE) {
    const bytes = await bytesOf(file.slice(done, done + SLICE));
    if (!bytes) return undefined;
    if (done === 0) claim = claimOf(bytes);
    sum.update(bytes);
  }
  return { name: nameOf(file), claim, sum: sum.digest() };
}

async function bytesOf(blob: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  }
}
