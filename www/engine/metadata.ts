// Metadata of services and identity providers: told from messages, and what each file is of.

import type { MetadataSummary } from "engine";
import { h } from "../dom/elements";
import type { RestartingEngine } from "./engine";
import { part, type Files } from "../input/input";
import { nameOf } from "../dom/visible";

/** So many files are held, as many as the engine reads. */
export const MOST = 8;

/** So much is read of all files together, in bytes, as much as the engine reads. */
export const LONGEST = 32 << 20;

/** A longer file is read only where it begins as metadata does, in bytes. */
const LONG = 2 << 20;

export interface Metadata {
  name(): string;
  bytes: Uint8Array;
}

export function summary({ bytes }: Metadata, engine: RestartingEngine, language: string): MetadataSummary | undefined {
  if (bytes.length > LONGEST) return undefined;
  const told = engine.attempt((one) => ({ said: one.metadata(bytes, language) }));
  return "said" in told ? told.said : undefined;
}

/** Whether a text begins as metadata does. */
export function seemsMetadata(text: string): boolean {
  return /<[\w:]*Entit(y|ies)Descriptor/.test(text.slice(0, 1 << 14));
}

/** The metadata among the files, and what is to be read as messages. */
export function partMetadata(all: Files, engine: RestartingEngine): Promise<{ taken: Metadata[]; rest: Files }> {
  return part(all, async (file) => {
    const bytes = await bytesOf(file);
    const one = bytes && { name: () => nameOf(file), bytes };
    return one && summary(one, engine, "en") ? one : undefined;
  });
}

async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    const isRead = file.size <= LONG || (file.size <= LONGEST && seemsMetadata(await file.slice(0, 1 << 14).text()));
    return isRead ? new Uint8Array(await file.arrayBuffer()) : undefined;
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
