// Where the page can't run it says so in plain words: old browsers, refused scripts, no WebAssembly.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { BROWSERS, count, launch, text, wait } from "./world.mjs";

const folder = process.env.E31_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const built = await readFile(resolve(folder, "index.html"), "utf8");

const behindProgram = built.lastIndexOf("</script>\n<script id=\"floor-program\">");

/** The page in a browser without something: a script before the policy takes it away. */
const without = (action) => built.replace("<head>", () => `<head><script>${action}</script>`);

const PAGES = {
  "/stream": without("delete window.DecompressionStream"),
  "/wasm": without("delete window.WebAssembly"),
  // The hash of the policy no longer fits, so it does not run: as with a browser that can't read today's JavaScript.
  "/script": `${built.slice(0, behindProgram)}\n${built.slice(behindProgram)}`,
};
const FLOOR = /Chrome or Edge 109, Firefox 115, Safari 16\.4, or newer/;

for (const name of BROWSERS) {
  let world;
  before(async () => { world = await launch(name, PAGES); });
  after(() => world.close());

  for (const [path, says] of [["stream", FLOOR], ["wasm", /WebAssembly is switched off here/]]) {
    test(`${name}: without ${path} the page says what is missing`, async () => {
      const page = await world.open(`${world.home}${path}`);
      assert.match(await text(page, "#verdict"), says);
      assert.equal(await count(page, "#floor"), 0);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });
  }

  test(`${name}: where the program can't run, a sentence stands instead of a blank page`, async () => {
    const page = await world.browser.open(`${world.home}script`);
    await wait(page, () => document.readyState === "complete");
    const said = await text(page, "#floor");
    assert.match(said, FLOOR);
    assert.match(said, /Potrebni su Chrome ili Edge 109, Firefox 115, Safari 16\.4 ili noviji/);
    await page.close();
  });
}
