// Two messages of one input are held against each other.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url));

test("two messages of one capture are compared by meaning", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.setInputFiles("#file", { name: "two.txt", mimeType: "text/plain", buffer: await fixture("contexts/inside-and-outside.txt") });
  await page.waitForSelector("#beside-2");
  assert.equal(await page.locator("#beside-1").count(), 0);
  await page.focus("#beside-2");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#against");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "against-h");
  const told = await page.locator("#against").innerText();
  assert.match(told, /Class of authentication/);
  assert.match(told, /authentication:windows[^]*PasswordProtectedTransport/);
  await page.click("#against-close");
  assert.equal(await page.locator("#against").count(), 0);
  assert.deepEqual(page.complaints, []);
});
