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
  const begun = engine.attempt(({ Pieces }) => ({ pieces: new Pieces(options, isText) }));
  if ("stopped" in begun) return begun;
  const { pieces } = begun;
  let breath = performance.now();
  for (let done = 0; done < file.size; done += SLICE) {
    if (isOver()) return undefined;
    const bytes = await read(file.slice(done, done + SLICE));
    if (!bytes) return engine.attempt(() => ({ report: pieces.stop() }));
    const fed = engine.attempt(() => ({ messages: pieces.feed(bytes) }));
    if ("stopped" in fed) return fed;
    step(Math.min(done + SLICE, file.size), fed.messages);
    if (performance.now() - breath < BREATH) continue;
    await new Promise((next) => setTimeout(next));
    breath = performance.now();
  }
  return isOver() ? undefined : engine.attempt(() => ({ report: pieces.finish() }));
}

async function read(slice: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await slice.arrayBuffer());
  } catch {
    return undefined;
  }
}
