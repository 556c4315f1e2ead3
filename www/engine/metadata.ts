// Metadata of services and identity providers: told from messages, and what each file is of.

import type { MetadataSummary } from "engine";
import { h } from "../dom/elements";
import type { RestartingEngine } from "./engine";
import type { Files } from "../input/input";
import { nameOf } from "../input/names";

/** So many files are held, as many as the engine reads. */
export const MOST = 8;

/** A longer file is not read as metadata, in bytes. */
const LONGEST = 2 << 20;

export interface Metadata {
  name(): string;
  bytes: Uint8Array;
}

export function summary({ bytes }: Metadata, engine: RestartingEngine, language: string): MetadataSummary | undefined {
  if (bytes.length > LONGEST) return undefined;
  const told = engine.attempt((one) => ({ said: one.metadata(bytes, language) }));
  return "said" in told ? told.said : undefined;
}

/** Parts the files into metadata and what is to be read as messages. */
export async function partMetadata({ files, names, more }: Files, engine: RestartingEngine): Promise<{ metadata: Metadata[]; rest: Files }> {
  const metadata: Metadata[] = [];
  let rest: Files = { files: [], names: [], more };
  for (const [i, file] of files.entries()) {
    const read = file.size <= LONGEST ? await bytesOf(file) : undefined;
    const one = read && { name: () => nameOf(file), bytes: read };
    if (one && summary(one, engine, "en")) metadata.push(one);
    else rest = { files: [...rest.files, file], names: [...rest.names, names[i] ?? nameOf(file)], more };
  }
  return { metadata, rest };
}

async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** A hidden file input for metadata alone; returns what opens it. */
export function metadataOpener(take: (files: File[]) => void): { element: HTMLInputElement; open(): void } {
  const element = h("input", { type: "file", id: "metadata-file", class: "vh", tabindex: -1, "aria-hidden": "true", multiple: true, accept: ".xml,.pem,.crt,.cer,.der,text/xml,application/xml,application/samlmetadata+xml" });
  element.addEventListener("change", () => {
    const files = [...(element.files ?? [])];
    element.value = "";
    if (files.length > 0) take(files);
  });
  return { element, open: () => element.click() };
}
