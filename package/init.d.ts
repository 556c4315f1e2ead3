
/**
 * Starts the engine: in a browser to be awaited before the first `check`; in Node it is ready when the import resolves.
 */
export function init(): Promise<void>;

/**
 * Reads a file of any size slice by slice, so that memory does not grow with it: in a page, in a worker, and in Node with
 * `await openAsBlob(path)` of `node:fs`. Between two slices everything else has its turn.
 *
 * `onMessage` is called for each message as soon as it is found, with the bytes done so far: in a capture while it is read,
 * in a plain text at its end. A message keeps its index in the report. A file that vanishes or changes on the way ends the reading, and the report says so.
 */
export function scan(blob: Blob, options?: Options, onMessage?: (message: Message, done: number) => void): Promise<Report>;
