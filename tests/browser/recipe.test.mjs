// The recipe for what is at fault: the product's own text, another product by choice, copied by keyboard, in both languages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, open, paste, response, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url));

test("of many messages the last too shows what the change comes to, once it is open", async () => {
  const page = await open(world.browser, world.doors.file);
  const long = "x".repeat(12_000);
  const all = Array.from({ length: 60 }, (_, i) => response({ ...WITHOUT_LAST_NAME, uid: `user${i}@adriasoft.example`, department: long }));
  await paste(page, all.join("\n"));
  await page.waitForSelector("#preview");
  await page.click("#message-60");
  await page.waitForSelector("#messages tr[aria-current] #message-60");
  assert.match(await page.locator("#preview").innerText(), /nothing in the message explains error 31/);
  assert.deepEqual(page.complaints, []);
});

test("the recipe follows the product that the reader chooses", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.setInputFiles("#file", { name: "message.xml", mimeType: "text/xml", buffer: await fixture("entra/default-claims.xml") });
  await page.waitForSelector("#recipe");
  const claims = await page.locator("#recipe pre >> nth=0").innerText();
  assert.deepEqual(claims.split("\n").map((line) => line.split(/\s{2,}/)), [
    ["Name", "Namespace", "Source attribute"], ["firstname", "user.givenname"], ["lastname", "user.surname"], ["email", "user.mail"]]);
  assert.match(await page.locator("#preview").innerText(), /nothing in the message explains error 31/);
  assert.deepEqual(await page.locator("#preview ins").allInnerTexts(), ["firstname", "lastname", "email"]);
  await page.click("#cause-2-why");
  assert.match(await page.locator("#cause-2-proof").innerText(), /With a value in firstname, lastname and email: ruled out/);
  await page.locator("#provider").selectOption("adfs");
  await page.waitForSelector("#copy-adfs-claim-rule");
  assert.match(await page.locator("#recipe pre >> nth=0").innerText(), /types = \("firstname", "lastname", "email"\)/);
  assert.match(await page.locator("#verdict .facts").innerText(), /AD FS/);
  await page.locator("#copy-adfs-claim-rule").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#recipe .copied:not(:empty)");
  await page.locator("#language").selectOption("sr-Latn");
  await page.waitForSelector("#recipe h2:has-text('Šta promeniti')");
  assert.equal(await page.locator("#provider").inputValue(), "adfs");
  await page.locator("#provider").selectOption("auto");
  await page.waitForSelector("#copy-entra-claims");
  assert.deepEqual(page.complaints, []);
});
