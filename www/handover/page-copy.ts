// The page as it was built, put together again from its own text: a file from the disk can't read itself.

import { sha256 } from "@noble/hashes/sha2.js";
import template from "template";

/** The picture of the tab before any verdict. */
export const ICON = /rel="icon" href="([^"]*)"/.exec(template)?.[1] ?? "data:,";

/** Where the build put what: the parts of the page that are no markup. */
const PARTS: Record<string, () => string | null | undefined> = {
  policy: () => document.querySelector<HTMLMetaElement>("meta[http-equiv=Content-Security-Policy]")?.content,
  first: () => document.getElementById("first-style")?.textContent,
  style: () => document.getElementById("style")?.textContent,
  noscript: () => document.querySelector("noscript")?.textContent,
  licences: () => document.getElementById("licences-data")?.textContent,
  wasm: () => document.getElementById("engine")?.textContent,
  script: () => document.getElementById("program")?.textContent,
  engine: () => document.getElementById("engine-program")?.textContent,
  begin: () => document.getElementById("begin-program")?.textContent,
  floor: () => document.getElementById("floor-program")?.textContent,
};

export interface Copy {
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256. */
  sum: Uint8Array;
  /** Whether something in the browser changed a part since it was built. */
  changed: boolean;
}

/** The file, with nothing of what it was used for. */
export function pristine(): Copy {
  const parts = new Map(Object.entries(PARTS).map(([name, read]) => [name, read() ?? ""]));
  const text = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts.get(name) ?? "");
  const bytes = new TextEncoder().encode(text);
  const policy = parts.get("policy") ?? "";
  const isKnown = ["first", "style", "script", "engine", "floor", "begin"].every((name) => policy.includes(`'sha256-${hashOf(parts.get(name))}'`));
  return { bytes, sum: sha256(bytes), changed: !isKnown || hashOf(parts.get("wasm")) !== ENGINE_HASH };
}

function hashOf(text = ""): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))));
}
