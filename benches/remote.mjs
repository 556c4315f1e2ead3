// Programs outside of this process that are measured in the same rounds: asked by a line, answering by a line; and Chromium.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "../tests/browser/chromium.mjs";

/** A program that answers each line `what path times` with the ms that it took and what came out, as JSON. */
export class Program {
  #child;
  #lines;

  constructor(program, ...rest) {
    this.#child = spawn(program, rest, { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async ask(what, path, times) {
    this.#child.stdin.write(`${what} ${path} ${times}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`${what}: the program ended`);
    return JSON.parse(value);
  }

  runner(what, path) {
    return async (times) => (await this.ask(what, path, times)).ms;
  }

  end() {
    this.#child.stdin.end();
  }
}

/** The programs of `in-page.mjs`, in a page of Chromium. */
export class Browser {
  #browser;
  #page;

  static async start() {
    const made = new Browser();
    const alias = { error31: `${process.env.E31_DIST}/package/error31.js` };
    const entry = fileURLToPath(new URL("peers/in-page.mjs", import.meta.url));
    const { outputFiles: [script] } = await build({ entryPoints: [entry], bundle: true, write: false, format: "iife", target: "es2022", alias, logLevel: "error", supported: { "top-level-await": true } });
    made.#browser = await launch();
    made.#page = await made.#browser.newPage();
    made.#page.setDefaultTimeout(120_000);
    await made.#page.goto("about:blank");
    await made.#page.addScriptTag({ content: script.text });
    await made.#page.evaluate(() => globalThis.ready);
    return made;
  }

  get version() {
    return this.#browser.version();
  }

  /** Hands over what the next runs read. */
  async hand(input) {
    await this.#page.evaluate((text) => globalThis.hand(text), input);
  }

  async ask(what, times) {
    return this.#page.evaluate(([name, count]) => globalThis.run(name, count), [what, times]);
  }

  runner(what) {
    return async (times) => (await this.ask(what, times)).ms;
  }

  end() {
    return this.#browser.close();
  }
}
