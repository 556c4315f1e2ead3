// The engine in the page: unpacks the wasm that stands in the document, and starts afresh after a panic.

import { instantiate, type Engine, type Options, type Pretty, type Report, type Error31Guide, type Reference, type StatusGuide } from "engine";

/** What a check came to. */
export type Outcome = { report: Report } | Stopped;

/** The engine stopped; `place` is file and line, never a word of the input. The next check has a fresh one. */
export interface Stopped {
  stopped: { place: string };
}

/** Why there is no engine. */
export type Refusal =
  /** The browser is too old: it lacks `DecompressionStream` or WebAssembly. */
  | "old-browser"
  /** WebAssembly is there, and switched off or forbidden by a policy. */
  | "wasm-refused"
  /** The document was cut or changed on its way. */
  | "damaged";

/** Thrown by `load`. */
export class EngineRefused extends Error {
  constructor(
    readonly reason: Refusal,
    cause: unknown,
  ) {
    super(`engine: ${reason}`, { cause });
    this.name = "EngineRefused";
  }
}

/** What is known without any input: error 31, and the user statuses. */
export interface Guide {
  error31: Error31Guide;
  statuses: StatusGuide;
}

/** The engine, with a fresh instance after each panic; no input makes it throw. */
export class RestartingEngine {
  /** Name and version, as `error31 0.1.0`. */
  readonly version: string;
  /** The day on which the facts about Webex were last held against their sources, as `2026-11-21`. */
  readonly factsDate: string;
  readonly #module: WebAssembly.Module;
  #engine: Engine | undefined;
  #debug = false;
  #life = 0;
  #guide: Guide | undefined;
  #reference: Reference | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
    this.#engine = instantiate(module);
    this.version = this.#engine.version();
    this.factsDate = this.#engine.factsDate();
  }

  /** For a worker, which makes an instance of its own. */
  get module(): WebAssembly.Module {
    return this.#module;
  }

  check(input: Uint8Array | string, options?: Options): Outcome {
    return this.attempt((engine) => ({ report: engine.check(input, options) }));
  }

  /** Runs something with the instance; where that stops, it throws, and the next call has a fresh instance. */
  call<T>(action: (engine: Engine) => T): T {
    try {
      this.#engine ??= this.#restart();
      return action(this.#engine);
    } catch (error) {
      this.#engine = undefined;
      throw error;
    }
  }

  /** The same, without throwing. */
  attempt<T extends object>(action: (engine: Engine) => T): T | Stopped {
    try {
      return this.call(action);
    } catch (error) {
      return { stopped: { place: placeOf(error) } };
    }
  }

  /** The message with one element a line; undefined where it can't be read. */
  pretty(xml: string): Pretty | undefined {
    try {
      return this.call((engine) => engine.pretty(xml));
    } catch {
      return undefined;
    }
  }

  /** What is known without any input; undefined where the engine stopped. */
  guide(language: string): Guide | undefined {
    if (this.#guide?.statuses.language === language) return this.#guide;
    const made = this.attempt((engine) => ({ guide: { error31: engine.guide(language), statuses: engine.statuses(language) } }));
    return "guide" in made ? (this.#guide = made.guide) : undefined;
  }

  /** All that can be looked up, made when it is first asked for; undefined where the engine stopped. */
  reference(language: string): Reference | undefined {
    if (this.#reference?.language === language) return this.#reference;
    const made = this.attempt((engine) => ({ reference: engine.reference(language) }));
    return "reference" in made ? (this.#reference = made.reference) : undefined;
  }

  /** Writes panics to the console, where they can quote the input. */
  setDebug(on: boolean): void {
    this.#debug = on;
    this.#engine?.setDebug(on);
  }

  /** Which instance it is: what one holds is unknown to the next. */
  get life(): number {
    return this.#life;
  }

  #restart(): Engine {
    this.#life += 1;
    const engine = instantiate(this.#module);
    if (this.#debug) {
      engine.setDebug(true);
    }
    return engine;
  }
}

/** Starts the engine from the gzip in base64 that `element` holds; throws `EngineRefused`. */
export async function load(element: Element | null): Promise<RestartingEngine> {
  if (typeof WebAssembly !== "object") {
    throw new EngineRefused("wasm-refused", undefined);
  }
  if (typeof DecompressionStream !== "function") {
    throw new EngineRefused("old-browser", undefined);
  }
  const bytes = await step("damaged", () => inflate(element?.textContent ?? ""));
  const module = await step("wasm-refused", () => WebAssembly.compile(bytes));
  return step("wasm-refused", async () => new RestartingEngine(module));
}

/** Unpacks gzip in base64. */
export async function inflate(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

async function step<T>(reason: Refusal, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new EngineRefused(reason, error);
  }
}

/** Where the engine stopped. */
export function placeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "an unknown place";
  return message.replace(/^error31 stopped at /, "");
}
