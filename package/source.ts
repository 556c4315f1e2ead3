// What a program can give to be read: bytes, text, a Blob, or a stream of bytes or texts, all as pieces of bytes.

/** Shared by streams of the web and of Node.js, and by generators. */
export type Scannable = Uint8Array | string | Blob | ReadableStream<Uint8Array | string> | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** Short enough that everything else has its turn between two of them, also where each unpacks to much more. */
const PIECE = 1 << 16;

/** Whether it is one of them. */
export function isScannable(input: unknown): input is Scannable {
  if (typeof input === "string" || ArrayBuffer.isView(input) || input instanceof Blob) return true;
  if (typeof input !== "object" || input === null || (Array.isArray(input) && input.length === 0)) return false;
  return Symbol.asyncIterator in input || Symbol.iterator in input || "getReader" in input;
}

/** Throws where the stream does. */
export async function* piecesOf(source: Scannable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of parts(source)) {
    const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    for (let done = 0; done < bytes.length; done += PIECE) yield bytes.subarray(done, done + PIECE);
  }
}

async function* parts(source: Scannable): AsyncGenerator<Uint8Array | string> {
  if (typeof source === "string" || source instanceof Uint8Array) yield source;
  else if (source instanceof Blob) {
    for (let done = 0; done < source.size; done += PIECE) yield new Uint8Array(await source.slice(done, done + PIECE).arrayBuffer());
  } else if ("getReader" in source) {
    const reader = source.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } else yield* source;
}
