// Runs in the worker: reads one file after the other, with an engine of its own.

import { instantiate, type Engine } from "engine";
import type { Answer, Order } from "./background";
import { placeOf } from "./engine";

const answer = (message: Answer) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  const engine = start(data.module);
  if (!engine) return answer({ kind: "refused" });
  try {
    const report = engine.scan(data.file, data.options, (done, messages) => answer({ kind: "progress", done, messages }));
    answer({ kind: "ended", outcome: { report } });
  } catch (error) {
    answer({ kind: "ended", outcome: { stopped: { place: placeOf(error) } } });
  }
});

function start(module: WebAssembly.Module): Engine | undefined {
  try {
    return instantiate(module);
  } catch {
    return undefined;
  }
}

answer({ kind: "ready" });
