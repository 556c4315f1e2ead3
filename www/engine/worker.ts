// Runs in the worker: reads one file after the other, with an engine of its own.

import { instantiate, type Engine, type Message } from "engine";
import type { Answer, Order } from "./background";
import { placeOf } from "./engine";
import { watch } from "../frame/requests";

declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

const answer = (message: Answer) => postMessage(message);

export function work(): void {
  addEventListener("message", ({ data }: MessageEvent<Order>) => read(data));
  watch((seen) => answer({ kind: "seen", seen }));
  answer({ kind: "ready" });
}

function read(data: Order): void {
  const engine = start(data.module);
  if (!engine || !reads(data.file)) return answer({ kind: "refused" });
  try {
    const tell = (done: number, messages: Message[]) => answer({ kind: "progress", done, messages });
    const report = engine.scan(data.file, data.options, tell, data.isText);
    answer({ kind: "ended", outcome: { report } });
  } catch (error) {
    answer({ kind: "ended", outcome: { stopped: { place: placeOf(error) } } });
  }
}

function start(module: WebAssembly.Module): Engine | undefined {
  try {
    return instantiate(module);
  } catch {
    return undefined;
  }
}

/** In WebKit no worker of a page from the disk can. */
function reads(file: Blob): boolean {
  try {
    new FileReaderSync().readAsArrayBuffer(file.slice(0, 1));
    return true;
  } catch {
    return false;
  }
}
