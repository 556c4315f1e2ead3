// Reads a file slice by slice without waiting for it: on a page that has no worker, and in the npm package.

import type { Options } from "engine";
import type { Step } from "./background";
import type { Outcome, RestartingEngine } from "./engine";

/** Short enough that a page answers between two of them, also where each unpacks to much more. */
const SLICE = 1 << 16;

/** So long the page waits at most between two slices, in milliseconds. */
const BREATH = 30;

/** Gives undefined once `isOver` says so; `isText`: a text that was pasted. */
export async function readSlices(engine: RestartingEngine, file: Blob, options: Options, step: Step): Promise<Outcome>;
export async function readSlices(
  engine: RestartingEngine, file: Blob, options: Options, step: Step, isText: boolean, isOver: () => boolean,
): Promise<Outcome | undefined>;
export async function readSlices(
  engine: RestartingEngine, file: Blob, options: Options, step: Step, isText = false, isOver = () => false,
): Promise<Outcome | undefined> {
  return readPieces(engine, slices(file), options, step, isText, isOver);
}

/** The same of what comes piece by piece; where that breaks off, so does the reading, and the report says so. */
export async function readPieces(
  engine: RestartingEngine, source: AsyncIterable<Uint8Array>, options: Options, step: Step, isText: boolean, isOver: () => boolean,
): Promise<Outcome | undefined> {
  const begun = engine.attempt(({ Pieces }) => ({ pieces: new Pieces(options, isText) }));
  if ("stopped" in begun) return begun;
  const { pieces } = begun;
  const from = source[Symbol.asyncIterator]();
  let done = 0;
  let breath = performance.now();
  for (;;) {
    if (isOver()) return undefined;
    const next = await from.next().catch(() => undefined);
    if (!next) return engine.attempt(() => ({ report: pieces.stop() }));
    if (next.done === true) break;
    const fed = engine.attempt(() => ({ messages: pieces.feed(next.value) }));
    if ("stopped" in fed) return fed;
    done += next.value.length;
    step(done, fed.messages);
    if (performance.now() - breath < BREATH) continue;
    await new Promise((next) => setTimeout(next));
    breath = performance.now();
  }
  return isOver() ? undefined : engine.attempt(() => ({ report: pieces.finish() }));
}

async function* slices(file: Blob): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < file.size; done += SLICE) {
    yield new Uint8Array(await file.slice(done, done + SLICE).arrayBuffer());
  }
}
