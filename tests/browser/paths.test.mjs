// From every state there is a way on, and back: what can be given next, what was checked before, and Undo.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entered, STATES } from "../axe/states.mjs";
import { FULL, launch, open, paste, response, settled, stopOnce, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const turn = (name) => ({ state: STATES.find((state) => state.name === name), theme: "light", width: 1440, language: "en" });

for (const [name, checks] of [
  ["request", 0], ["metadata", 0], ["truncated", 1], ["doctype", 1], ["encrypted", 1], ["refused-by-the-provider", 1], ["capture-without-sign-in", 0], ["nothing-found", 0],
]) {
  test(`${name}: another file, Paste, and how to get the message`, async () => {
    const page = await entered(world.browser, world.doors.file, turn(name));
    assert.ok(await page.locator("#open-another, #open").first().isVisible());
    assert.ok(await page.locator("#paste-another, #paste").first().isVisible());
    assert.equal(await page.locator("#how").count(), 1);
    assert.equal(await page.locator("#checks").count(), checks);
    assert.equal(await page.locator("#copy-ticket").count(), checks);
    assert.equal(await page.locator(".verdict .pri:visible").count(), 1);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("Undo goes back as far as there was anything, also from the empty box", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, response(WITHOUT_LAST_NAME));
  await settled(page, "Error 31 explained");
  await paste(page, response(FULL));
  await settled(page, "Error 31 not explained");
  await page.click("#new-check");
  assert.equal(await page.evaluate(() => document.activeElement.id), "editor");
  await page.keyboard.press("Control+z");
  await settled(page, "Error 31 not explained");
  await page.click("h1");
  await page.keyboard.press("Control+z");
  await settled(page, "Error 31 explained");
});

test("Undo works wherever the focus is, and takes back what was typed there first", async () => {
  const page = await open(world.browser, world.doors.file);
  const title = () => page.locator("h1").innerText();
  await paste(page, response(WITHOUT_LAST_NAME));
  await page.waitForSelector("#causes");
  const first = await title();
  const back = async () => {
    await page.keyboard.press("Control+z");
    await page.waitForFunction((wanted) => document.querySelector("h1").innerText === wanted, first);
  };
  for (const focus of [
    () => page.focus("#after-box"),
    () => page.focus("#required-names"),
    () => page.evaluate(() => document.querySelector("#code").shadowRoot.querySelector(".cm-content").focus()),
    () => page.focus("#receiver-change"),
  ]) {
    await paste(page, response(FULL));
    await page.waitForFunction((before) => document.querySelector("h1").innerText !== before, first);
    await focus();
    await back();
  }
  await paste(page, response(FULL));
  await page.waitForFunction((before) => document.querySelector("h1").innerText !== before, first);
  const second = await title();
  await page.focus("#required-names");
  await page.keyboard.type("TC");
  await page.keyboard.press("Control+z");
  assert.equal(await title(), second);
  await page.fill("#required-names", "");
  await page.setViewportSize({ width: 390, height: 800 });
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("n");
  await page.waitForSelector("#sample-missing");
  await page.keyboard.press("Control+z");
  await page.waitForFunction((wanted) => document.querySelector("h1").innerText === wanted, second);
  assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().top < innerHeight), "the focus is in sight");
  assert.deepEqual(page.complaints, []);
});

test("a check that stopped, and an answer alone, lead on", async () => {
  const stopped = await open(world.browser, world.doors.file, { before: stopOnce });
  await paste(stopped, response(FULL));
  for (const id of ["check-again", "open", "paste"]) assert.ok(await stopped.locator(`#${id}`).isVisible(), id);
  const page = await open(world.browser, world.doors.file);
  await paste(page, "Auto account creation failed (31)");
  for (const id of ["open", "paste", "open-list"]) assert.ok(await page.locator(`#${id}`).isVisible(), id);
});

test("what was checked in this tab can be opened again, compared, and forgotten", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, response(WITHOUT_LAST_NAME));
  await settled(page, "Error 31 explained");
  assert.equal(await page.locator("#earlier").count(), 0);
  await paste(page, response(FULL));
  await settled(page, "Error 31 not explained");
  assert.match(await page.locator("#earlier").innerText(), /1 · Pasted text[\s\S]*2 · Pasted text[\s\S]*The same user/);
  await page.click("#compare-again");
  assert.match(await page.locator("#against").innerText(), /Last name\s+Missing\s+Read/);
  await page.locator("#earlier button").first().click();
  await settled(page, "Error 31 explained");
  await page.selectOption("#language", "sr-Latn");
  assert.match(await page.locator("#earlier").innerText(), /2 · Nalepljeni tekst/);
  await page.click("#earlier-forget");
  assert.equal(await page.locator("#earlier").count(), 0);
  assert.deepEqual(page.complaints, []);
});
