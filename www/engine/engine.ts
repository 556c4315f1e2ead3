// The engine in the page: started from the module that stands in the document, and afresh after a panic.

import { instantiate, type Engine, type Options, type Pretty, type Report, type Error31Guide, type Reference, type StatusGuide } from "engine";
import type { EngineText, Refusal } from "./module";

/** What a check came to. */
export type Outcome = { report: Report } | Stopped;

/** The engine stopped; `place` is file and line, never a word of the input. The next check has a fresh one. */
export interface Stopped {
  stopped: { place: string };
}

/** What is known without any input: error 31, and the user statuses. */
export interface Guide {
  readonly error31: Error31Guide;
  /** Made when they are first asked for. */
  readonly statuses: StatusGuide;
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
    if (this.#guide?.error31.language === language) return this.#guide;
    const made = this.attempt((engine) => ({ error31: engine.guide(language) }));
    if (!("error31" in made)) return undefined;
    let statuses: StatusGuide | undefined;
    const ask = () => (statuses ??= this.call((engine) => engine.statuses(language)));
    return (this.#guide = { error31: made.error31, get statuses() { return ask(); } });
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

/** The engine whose text `element` holds, which was begun with as soon as it was there; or why there is none. */
export async function load(element: EngineText | null): Promise<RestartingEngine | Refusal> {
  const compiled = await element?.compiled;
  if (!compiled) return "damaged";
  if ("refused" in compiled) return compiled.refused;
  try {
    return new RestartingEngine(compiled.module);
  } catch {
    return "wasm-refused";
  }
}

/** Where the engine stopped. */
export function placeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "an unknown place";
  return message.replace(/^error31 stopped at /, "");
}
