// The page in Chromium, opened afresh, with a recording chosen on it.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../tests/browser/chromium.mjs";

/** As many sign-ins as `scan.rs` writes into a recording. */
export const SIGN_INS = 40;

const address = pathToFileURL(join(process.env.E31_DIST, "index.html")).href;

/** Lets the worker tell the size of its memory with each of its messages, and notes when a file was chosen and read. */
function watch() {
  document.addEventListener("change", () => { window.chosen = performance.now(); }, true);
  new MutationObserver(() => {
    if (window.chosen !== undefined && document.querySelector("#messages") && !document.querySelector("#cancel")) {
      window.took ??= performance.now() - window.chosen;
    }
  }).observe(document, { childList: true, subtree: true });
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => createObjectURL(new Blob([`{
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = class extends Instance { constructor(...all) { super(...all); memory = this.exports.memory; } };
    const { postMessage } = self;
    self.postMessage = (message) => postMessage({ ...message, memory: memory?.buffer.byteLength ?? 0 });
  }`, blob]));
  const { Worker } = window;
  window.memory = 0;
  window.Worker = class extends Worker {
    constructor(url) {
      super(url);
      this.addEventListener("message", ({ data }) => { window.memory = Math.max(window.memory, data.memory); });
    }
  };
}

export class PageOnDisk {
  #browser;

  static async start() {
    const made = new PageOnDisk();
    made.#browser = await launch();
    return made;
  }

  async #fresh() {
    const page = await (await this.#browser.newContext()).newPage();
    page.setDefaultTimeout(600_000);
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForSelector("#file", { state: "attached" });
    return page;
  }

  /** From the choice of the file to the first drawing of all of it. */
  async scan(path) {
    const page = await this.#fresh();
    await page.setInputFiles("#file", path);
    await page.waitForFunction((count) => !document.querySelector("#cancel")
      && document.querySelectorAll("#messages tbody tr:not(.below)").length === count, SIGN_INS, { polling: 20 });
    const seen = await page.evaluate(() => ({ took: window.took, memory: window.memory }));
    await page.context().close();
    return seen;
  }

  /** What the browser's own JSON takes of the same file; undefined where it can't. */
  async ownJson(path) {
    const page = await this.#fresh();
    const chosen = page.evaluate(() => new Promise((done) => {
      const input = document.body.appendChild(document.createElement("input"));
      input.type = "file";
      input.id = "own";
      input.onchange = async () => {
        const start = performance.now();
        try {
          let found = 0;
          const walk = (value) => {
            if (typeof value === "string") found += value.includes("SAMLResponse=");
            else if (value && typeof value === "object") Object.values(value).forEach(walk);
          };
          walk(JSON.parse(await input.files[0].text()));
          done(found > 0 ? performance.now() - start : undefined);
        } catch {
          done(undefined);
        }
      };
    }));
    await page.setInputFiles("#own", path);
    const took = await chosen;
    await page.context().close();
    return took;
  }

  /** Cancels at some moments; how long the page takes to say so. */
  async cancel(path) {
    const page = await this.#fresh();
    let longest = 0;
    for (const wait of [0, 50, 150, 300]) {
      await page.setInputFiles("#file", path);
      await page.waitForSelector("#cancel");
      await page.waitForTimeout(wait);
      const start = performance.now();
      await page.keyboard.press("Escape");
      await page.waitForSelector("#cancel", { state: "detached" });
      longest = Math.max(longest, performance.now() - start);
    }
    await page.context().close();
    return longest;
  }

  end() {
    return this.#browser.close();
  }
}
