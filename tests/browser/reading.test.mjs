// Reading the report: keyboard, source and findings side by side, both themes, every width.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { again, FULL, launch, open, paste, response, settled } from "./browser.mjs";

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
  await page.waitForSelector("#verdict");
  assert.equal(await ground(), light);
});

/** How much a page is made of, its editor apart. */
const elements = (page) => page.evaluate(() => document.querySelectorAll("*").length);

test("a megabyte of one fault is drawn a hundred at a time", async () => {
  const page = await again(world);
  const many = '<Attribute Name="Member Status"><AttributeValue>A</AttributeValue></Attribute>'.repeat(14_000);
  await paste(page, response(FULL).replace("</AttributeStatement>", `${many}</AttributeStatement>`));
  await settled(page, "Error 31 explained");
  await page.waitForSelector("#findings .omitted");
  const drawn = await elements(page);
  assert.ok(drawn < 20_000, `${drawn}`);
  assert.match(await page.locator("#findings .omitted").innerText(), /member-status.*: 13,?900/);
});

test("long lists turn a hundred at a time, also by keys, and paper says which part it shows", async () => {
  const page = await again(world);
  const faults = [
    ...Array.from({ length: 150 }, (_, i) => `<Attribute Name="custom${i}"><AttributeValue>x</AttributeValue></Attribute>`),
    '<Attribute Name="Member Status"><AttributeValue>A</AttributeValue></Attribute>'.repeat(100),
    ...Array.from({ length: 60 }, () => '<Attribute Name="lastname"><AttributeValue>a<!-- x -->b</AttributeValue></Attribute>'),
  ].join("");
  await paste(page, response(FULL).replace("</AttributeStatement>", `${faults}</AttributeStatement>`));
  await settled(page, "Error 31 explained");
  assert.equal(await page.locator("#findings .finding").count(), 100);
  assert.match(await page.locator("#findings-paged").innerText(), /^1–100 of \d+/);
  await page.click("#findings-later");
  assert.match(await page.locator("#findings-paged").innerText(), /^101–/);
  assert.equal(await page.locator("#f1").count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.closest("#f101") !== null));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("#findings-paged span").isVisible());
  assert.equal(await page.locator("#findings-earlier").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  await page.click("#findings-earlier");
  await page.click("#f100-place");
  await page.keyboard.press("j");
  assert.equal(await page.locator("#f101.sel").count(), 1);
  await page.keyboard.press("k");
  assert.equal(await page.locator("#f100.sel").count(), 1);
  await page.click("#unlisted summary");
  await page.locator("#unlisted li").first().waitFor();
  assert.equal(await page.locator("#unlisted li").count(), 100);
  await page.click("#unlisted-later");
  assert.equal(await page.locator("#unlisted li").first().innerText(), "custom100");
});

test("a capture of many messages is a table of a hundred rows that turns", async () => {
  const page = await again(world);
  const all = Array.from({ length: 230 }, (_, i) => response(FULL).replace('ID="_r"', `ID="_r${i}"`).replace('ID="_a"', `ID="_a${i}"`));
  const entries = all.map((xml) => ({ request: { method: "POST", url: "https://adriasoft.webex.com/", postData: { text: `SAMLResponse=${encodeURIComponent(btoa(unescape(encodeURIComponent(xml))))}` } } }));
  await paste(page, JSON.stringify({ log: { version: "1.2", entries } }));
  await settled(page, "Error 31 not explained");
  assert.equal(await page.locator("#messages tbody tr:not(.below)").count(), 100);
  await page.click("#messages-later");
  assert.match(await page.locator("#messages-paged").innerText(), /^101–200 of 230/);
  await page.click("#messages-later");
  await page.click("#message-230");
  assert.equal(await page.locator("tr[aria-current=true] #message-230").count(), 1);
  assert.equal(await page.locator("#messages tbody tr:not(.below)").count(), 30);
});
