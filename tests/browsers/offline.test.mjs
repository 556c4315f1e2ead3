// What a browser saved after use opens empty, works, and saves itself as it was published.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { FULL, response, WITHOUT_LAST_NAME } from "../browser/browser.mjs";
import { BROWSERS, choose, count, launch, paste, PATH, settled, text, wait } from "./world.mjs";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const published = sha256(await readFile(PATH));
const folder = await mkdtemp(join(tmpdir(), "error31-"));
after(() => rm(folder, { recursive: true }));

/** Presses “Save this page”; gives what would be written, and the hash that the page tells. */
async function saved(page) {
  await page.evaluate(() => {
    URL.createObjectURL = (blob) => { globalThis.written = blob; return "data:,"; };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await page.click(".foot .save-page");
  await wait(page, () => document.querySelector(".saved-hash") !== null);
  return { hash: sha256(await page.evaluate(() => globalThis.written.text())), told: await text(page, ".saved-hash") };
}

for (const name of BROWSERS) {
  let world;
  before(async () => { world = await launch(name); });
  after(() => world.close());

  for (const door of ["file", "http"]) {
    test(`${name}, ${door}: after use the page saves itself as it was published, and so does what the browser saved`, async () => {
      const page = await world.open(world.doors[door]);
      await paste(page, response({ ...WITHOUT_LAST_NAME, firstname: "Petronije" }));
      await settled(page, "Error 31 explained");
      await choose(page, "#language", "sr-Latn");
      await settled(page, "Greška 31 je objašnjena");
      assert.deepEqual(await saved(page), { hash: published, told: published });
      const kept = await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`);
      await page.close();
      assert.ok(kept.includes("Petronije"));
      const path = join(folder, `${name}-${door}.html`);
      await writeFile(path, kept);

      const again = await world.open(pathToFileURL(path).href);
      assert.ok(!(await again.evaluate(() => document.documentElement.outerHTML)).includes("Petronije"));
      assert.equal(await count(again, "main"), 1);
      assert.equal(await count(again, ".chip"), 0);
      await choose(again, "#language", "en");
      await paste(again, response(FULL));
      await settled(again, "Error 31 not explained");
      assert.deepEqual(await saved(again), { hash: published, told: published });
      await again.close();
    });
  }
}
