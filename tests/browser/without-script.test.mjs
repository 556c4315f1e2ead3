// Without scripts the page still says what it is, and what the five causes are.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

test("heading, reason and the five causes stand there, in English and in Serbian", async () => {
  const page = await (await world.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 1000 } })).newPage();
  await page.goto(world.doors.file);
  assert.equal(await page.locator("h1:visible").innerText(), "Why does Webex answer “Auto account creation failed (31)”?");
  for (const [lang, why, causes] of [["en", /JavaScript is switched off here/, /Member Status.*partner ID/s], ["sr-Latn", /JavaScript je ovde isključen/, /Member Status.*partnera/s]]) {
    const part = page.locator(`.noscript[lang=${lang}]`);
    assert.match(await part.locator("p").innerText(), why);
    assert.equal(await part.locator("li:visible").count(), 5);
    assert.match(await part.locator("ol").innerText(), causes);
  }
  const { y, height } = await page.locator(".noscript[lang=en]").boundingBox();
  assert.ok(y + height < 1000, "the English part is on the first screen");
});
