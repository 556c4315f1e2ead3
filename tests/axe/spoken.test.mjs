// What a screen reader is given: role, name and state of everything in a report, the tab's title and the live region, held as texts. UPDATE=1 writes them.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch, PATH } from "../browser/browser.mjs";
import { entered, STATES } from "./states.mjs";

/** States that are the same on each day; what the sample messages say has the day in it. */
const SPOKEN = ["empty", "capture", "sign-ins", "answer-13", "list-inactive", "refused-by-the-provider", "request", "nothing-found"];

let world;
before(async () => { world = await launch(); });
after(() => world.close());

/** The day of the facts: what is looked at later says its age. */
const thatDay = () => { Date.now = () => Date.UTC(2026, 10, 29, 9); };

/** The sections of the page without the source, which is an editor with a name of its own. */
async function spoken(page) {
  const sections = page.locator("main > section:not(#source)");
  const parts = [];
  for (const one of await sections.all()) if (await one.isVisible()) parts.push(await one.ariaSnapshot());
  const title = await page.title();
  const said = await page.evaluate(() => [...document.querySelectorAll("[aria-live=polite], [role=status]")].map((one) => one.textContent.trim()).filter((text) => text !== ""));
  return `title: ${title}\nsaid: ${said.join(" | ")}\n\n${parts.join("\n\n")}\n`;
}

for (const language of ["en", "sr-Latn"]) {
  for (const name of SPOKEN) {
    test(`${name}, ${language}`, async () => {
      const state = STATES.find((one) => one.name === name);
      const page = await entered(world.browser, pathToFileURL(PATH).href, { state: { ...state, before: thatDay }, theme: "light", width: 1440, language });
      const file = new URL(`./spoken/${name}.${language}.txt`, import.meta.url);
      if (process.env.UPDATE) {
        await page.waitForTimeout(1000);
        await writeFile(file, await spoken(page));
      }
      const expected = await readFile(file, "utf8");
      let found = await spoken(page);
      // What is said in the live region waits until the page is still.
      for (let tries = 0; found !== expected && tries < 50; tries += 1) {
        await page.waitForTimeout(100);
        found = await spoken(page);
      }
      assert.equal(found, expected);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}
