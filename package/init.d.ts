
/**
 * Starts the engine: in a browser to be awaited before the first `check`; in Node it is ready when the import resolves.
 */
export function init(): Promise<void>;

/**
 * What `scan` reads: bytes, text, a file, or a stream of bytes or texts: of the web, of Node.js (`createReadStream`, `process.stdin`,
 * the body of a request), or a generator.
 */
export type Scannable =
  | Uint8Array | string | Blob | ReadableStream<Uint8Array | string> | AsyncIterable<Uint8Array | string>
   | Iterable<Uint8Array | string>;

/**
 * Reads input of any size piece by piece, so that memory does not grow with it: in a page, in a worker, and in Node.js. Between two
 * pieces everything else has its turn. A file of Node.js comes as `await openAsBlob(path)` or `createReadStream(path)` of `node:fs`.
 *
 * `onMessage` is called for each message as soon as it is found, with the bytes done so far: in a capture while it is read,
 * in a plain text at its end. A message keeps its index in the report, and what its change would come to stands only there. A file
 * that vanishes or changes on the way, and a stream that breaks off, end the reading, and the report says so.
 */
export function scan(input: Scannable, options?: Options, onMessage?: (message: Message, done: number) => void): Promise<Report>;
