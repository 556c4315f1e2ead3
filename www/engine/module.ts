// The engine's module, out of the text that stands in the document: gzip in base64.

import type { Engine } from "engine";

/** Why there is no engine. */
export type Refusal =
  /** The browser is too old: it lacks `DecompressionStream` or WebAssembly. */
  | "old-browser"
  /** WebAssembly is there, and switched off or forbidden by a policy. */
  | "wasm-refused"
  /** The document was cut or changed on its way. */
  | "damaged";

export type Compiled = { module: WebAssembly.Module } | { refused: Refusal };

/** The element that holds the text, with what comes of it. */
export interface EngineText extends Element {
  compiled?: Promise<Compiled>;
  instantiate?(module: WebAssembly.Module): Engine;
}

/** Inflated piece by piece, and compiled while that goes on. */
export async function compiled(base64: string): Promise<Compiled> {
  if (typeof WebAssembly !== "object") return { refused: "wasm-refused" };
  if (typeof DecompressionStream !== "function") return { refused: "old-browser" };
  try {
    return { module: await WebAssembly.compileStreaming(new Response(inflating(base64), { headers: { "content-type": "application/wasm" } })) };
  } catch {
    return compiledWhole(base64);
  }
}

/** Where the browser does not compile a stream; tells a damaged text from a refusal. */
async function compiledWhole(base64: string): Promise<Compiled> {
  const wasm = await inflate(base64).catch(() => undefined);
  if (!wasm) return { refused: "damaged" };
  try {
    return { module: await WebAssembly.compile(wasm) };
  } catch {
    return { refused: "wasm-refused" };
  }
}

/** Unpacks gzip in base64. */
export async function inflate(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(inflating(base64)).arrayBuffer());
}

function inflating(base64: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
}

/** Reads base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
