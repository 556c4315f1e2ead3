// The page as a part of another one, in each browser: by the element, and in a plain frame that allows only scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { response, WITHOUT_LAST_NAME } from "../browser/browser.mjs";
import { BROWSERS, launch, wait } from "./world.mjs";

const portal = (body) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Portal</title>${body}`;
const PAGES = {
  "/element": portal(`<script>
    globalThis.heard = [];
    for (const type of ["error31-ready", "error31-result"]) addEventListener(type, ({ detail }) => heard.push({ type, detail }));
  </script>
  <error-31 src="/" lang="sr-Latn" theme="dark" min-height="50"></error-31><script src="/error31-embed.js"></script>`),
  "/plain": portal('<iframe sandbox="allow-scripts" src="/?embed&amp;lang=sr-Latn" width="420" height="600"></iframe>'),
};

/** What runs in the frame, as one that `wait` can look into. */
const inside = (page) => ({ evaluate: (action, argument) => page.inFrame(action, argument) });

/** Typed, since Firefox gives a frame without an origin nothing of a clipboard that a script made up. */
const give = (message) => {
  const box = document.getElementById("editor");
  box.value = message;
  box.dispatchEvent(new Event("input", { bubbles: true }));
};

for (const name of BROWSERS) {
  let world;
  before(async () => { world = await launch(name, PAGES); });
  after(() => world.close());

  test(`${name}: the element makes a frame as high as its content, and no script outside can read it`, async () => {
    const page = await world.browser.open(`${world.home}element`);
    await wait(page, () => globalThis.heard.length > 0);
    assert.deepEqual(await page.evaluate(() => globalThis.heard.map(({ type }) => type)), ["error31-ready"]);
    await wait(page, () => document.querySelector("error-31").getBoundingClientRect().height > 500);
    assert.equal(await page.evaluate(() => document.querySelector("error-31").shadowRoot), null);
    assert.deepEqual(await page.complaints(), []);
    // WebDriver can't enter a frame in a closed shadow root.
    if (name !== "webkit") {
      await inside(page).evaluate(give, response(WITHOUT_LAST_NAME));
      await wait(page, () => globalThis.heard.length > 1);
      const { detail } = await page.evaluate(() => globalThis.heard[1]);
      assert.deepEqual(detail, { verdict: "explained", confirmed: 1, ruledOut: 1, cannotTell: 3, errors: 1, warnings: 0 });
      const seen = await inside(page).evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]);
      assert.deepEqual(seen, ["sr-Latn", "dark"]);
    }
    await page.close();
  });

  test(`${name}: a plain frame that allows only scripts diagnoses`, async () => {
    const page = await world.browser.open(`${world.home}plain`);
    await wait(inside(page), () => document.querySelector("#verdict") !== null);
    await inside(page).evaluate(give, response(WITHOUT_LAST_NAME));
    await wait(inside(page), () => document.querySelector(".chip")?.textContent === "Greška 31 je objašnjena");
    await page.close();
  });
}
