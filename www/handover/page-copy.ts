// The page as it was built, put together again from its own text: a file from the disk can't read itself.

import template from "template";

/** The picture of the tab before any verdict. */
export const ICON = /rel="icon" href="([^"]*)"/.exec(template)?.[1] ?? "data:,";

/** Where the build put what: the parts of the page that are no markup. */
const PARTS: Record<string, () => string | null | undefined> = {
  policy: () => document.querySelector<HTMLMetaElement>("meta[http-equiv=Content-Security-Policy]")?.content,
  style: () => document.getElementById("style")?.textContent,
  licences: () => document.getElementById("licences-data")?.textContent,
  wasm: () => document.getElementById("engine")?.textContent,
  script: () => document.getElementById("program")?.textContent,
  begin: () => document.getElementById("begin-program")?.textContent,
  floor: () => document.getElementById("floor-program")?.textContent,
};

export interface Copy {
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 in hex; undefined where the browser has no hashes to offer: on a page that came over plain HTTP. */
  hash: string | undefined;
  /** Whether something in the browser changed a part since it was built. */
  changed: boolean;
}

/** The file, with nothing of what it was used for. */
export async function pristine(): Promise<Copy> {
  const parts = new Map(Object.entries(PARTS).map(([name, read]) => [name, read() ?? ""]));
  const text = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts.get(name) ?? "");
  const bytes = new TextEncoder().encode(text);
  const whole = await digest(bytes);
  if (!whole) return { bytes, hash: undefined, changed: [...parts.values()].includes("") };
  const policy = parts.get("policy") ?? "";
  const known = await Promise.all(["style", "script", "floor", "begin"].map(async (name) => policy.includes(`'sha256-${base64(await hashOf(parts.get(name)))}'`)));
  const engine = base64(await hashOf(parts.get("wasm"))) === ENGINE_HASH;
  return { bytes, hash: hex(whole), changed: !engine || known.includes(false) };
}

async function hashOf(text = ""): Promise<Uint8Array> {
  return (await digest(new TextEncoder().encode(text))) ?? new Uint8Array();
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  return subtle && new Uint8Array(await subtle.digest("SHA-256", bytes));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
