// Reading the report: keyboard, source and findings side by side, both themes, every width.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { again, launch, open, settled } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const focused = (page) => page.evaluate(() => document.activeElement?.id);

test("the first stop leads to the verdict", async () => {
  const page = await again(world);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the verdict");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "verdict");
});

test("single keys move, and can be switched off", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.click("#sample-member-status");
  await settled(page, "Error 31 explained");
  await page.keyboard.press("j");
  assert.equal(await page.locator("#f2.sel").count(), 1);
  await page.keyboard.press("k");
  assert.equal(await page.locator("#f1.sel").count(), 1);
  await page.keyboard.press("3");
  assert.equal(await focused(page), "cause-3");
  await page.keyboard.press("?");
  await page.click("#keys-on");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  assert.equal(await page.locator("#f2.sel").count(), 0);
});

test("the switches leave only the steps that fit", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.click("#sample-complete");
  await settled(page, "Error 31 not explained");
  assert.equal(await page.isChecked("#console-site-administration"), false);
  assert.equal(await page.isChecked("#console-control-hub"), false);
  const before = await page.locator("#checks .way").count();
  await page.check("#history-worked-before");
  assert.ok(await page.locator("#checks .way").count() < before);
  assert.equal(await focused(page), "history-worked-before");
  const order = await page.$$eval("main > section", (all) => all.map((one) => one.id));
  assert.ok(order.indexOf("checks") === order.indexOf("causes") + 1);
});

test("the live region tells the verdict", async () => {
  const page = await again(world);
  await page.click("#sample-member-status");
  await settled(page, "Error 31 explained");
  assert.match(await page.locator("#status").innerText(), /Confirmed: 2\. Cannot tell: 3\./);
});

test("the theme follows the system until it is chosen", async () => {
  const page = await open(world.browser, world.doors.http, { context: { colorScheme: "dark" } });
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector("main")).backgroundColor);
  const dark = await ground();
  await page.click("#theme");
  const light = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  await page.waitForSelector("h1");
  assert.equal(await ground(), light);
});
