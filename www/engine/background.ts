// A worker from a blob: URL, which reads files, captures and long texts while the page stays free.

import type { Message, Options } from "engine";
import { workerAddress } from "./worker-address";
import type { Outcome } from "./engine";
import type { Seen } from "../frame/requests";

export interface Order {
  module: WebAssembly.Module;
  file: Blob;
  isText: boolean;
  options: Options;
}

export type Answer =
  | { kind: "ready" }
  /** This worker has no engine, or can't read the file. */
  | { kind: "refused" }
  | { kind: "seen"; seen: Seen }
  | { kind: "progress"; done: number; messages: Message[] }
  | { kind: "ended"; outcome: Outcome };

export type Step = (done: number, messages: Message[]) => void;

/** Some browsers refuse a worker without a word. */
const START_LIMIT = 3000;

/** What the page has learnt about its workers. */
export class Workers {
  /** Whether this browser or page has shown that it has no worker for us. */
  refused = false;

  /** `seen` hears of the requests of each worker. */
  constructor(readonly module: WebAssembly.Module, readonly seen: (seen: Seen) => void) {}
}

export class Background {
  private worker: Worker | undefined;
  private left = false;

  constructor(private workers: Workers) {}

  /** Gives undefined where no worker starts. */
  async read(file: Blob, isText: boolean, options: Options, step: Step): Promise<Outcome | undefined> {
    const { workers } = this;
    if (workers.refused) return undefined;
    const worker = this.worker ?? await start();
    this.worker = worker;
    if (this.left) this.leave();
    const outcome = worker && await order(worker, { module: workers.module, file, isText, options }, step, workers.seen);
    if (!outcome) {
      workers.refused = true;
      this.leave();
    }
    return outcome;
  }

  /** Ends the worker, whatever it does. */
  leave(): void {
    this.left = true;
    this.worker?.terminate();
    this.worker = undefined;
  }
}

function order(worker: Worker, wanted: Order, step: Step, seen: Workers["seen"]): Promise<Outcome | undefined> {
  return new Promise((done) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "progress") step(data.done, data.messages);
      else if (data.kind === "ended") done(data.outcome);
      else if (data.kind === "seen") seen(data.seen);
      else if (data.kind === "refused") done(undefined);
    };
    worker.onmessageerror = () => done(undefined);
    worker.onerror = (event) => {
      event.preventDefault();
      done({ stopped: { place: "the worker" } });
    };
    worker.postMessage(wanted);
  });
}

/** A worker that has said that it runs. */
async function start(): Promise<Worker | undefined> {
  let worker: Worker;
  try {
    const address = workerAddress();
    if (address === undefined) return undefined;
    worker = new Worker(address);
  } catch {
    return undefined;
  }
  const runs = await new Promise<boolean>((done) => {
    worker.onmessage = () => done(true);
    worker.onerror = (event) => {
      event.preventDefault();
      done(false);
    };
    setTimeout(() => done(false), START_LIMIT);
  });
  if (runs) return worker;
  worker.terminate();
  return undefined;
}
