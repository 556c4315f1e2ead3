// What is drawn behind the first paint is there at once for whoever goes there, prints, or never sees a paint.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, response, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

/** The browser is never idle, so that nothing comes by itself. */
const busy = () => { globalThis.requestIdleCallback = () => 0; };

async function waiting() {
  const page = await (await world.browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  await page.addInitScript(busy);
  await page.goto(world.doors.file);
  await page.waitForSelector("#verdict");
  return page;
}

/** The same without waiting for what is drawn later. */
const pasteAtOnce = (page, text) => page.evaluate((pasted) => {
  const data = new DataTransfer();
  data.setData("text/plain", pasted);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, text);

const state = (page) => page.evaluate(() => ({
  checks: document.querySelectorAll(".check").length > 0,
  statuses: document.querySelectorAll(".node").length > 0,
  editor: document.querySelector("#code")?.shadowRoot?.querySelector(".cm-content") != null,
  waits: document.querySelectorAll("[aria-busy=true]").length > 0,
}));

const NOTHING = { checks: false, statuses: false, editor: false, waits: true };
const ALL = { checks: true, statuses: true, editor: true, waits: false };

const WAYS = {
  "a jump link": (page) => page.click(".jumps a >> nth=-1"),
  "the key of a cause": (page) => page.keyboard.press("5"),
  "paper": (page) => page.evaluate(() => dispatchEvent(new Event("beforeprint"))),
};
for (const [way, go] of Object.entries(WAYS)) {
  test(`${way} finds all of the report`, async () => {
    const page = await waiting();
    await pasteAtOnce(page, response(WITHOUT_LAST_NAME));
    assert.equal(await page.locator(".chip").innerText(), "Error 31 explained");
    assert.deepEqual(await state(page), NOTHING);
    await go(page);
    assert.deepEqual(await state(page), ALL);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the text of the message can be reached and written in before it is painted", async () => {
  const page = await waiting();
  await pasteAtOnce(page, response(WITHOUT_LAST_NAME));
  await page.keyboard.press("s");
  assert.deepEqual((await state(page)).editor, true);
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("x");
  await page.waitForSelector("#undo-edit");
  await page.click("#undo-edit");
  assert.equal(await page.locator("#undo-edit").count(), 0);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the empty page takes what is typed before anything else is drawn, and Undo gives it back", async () => {
  const page = await waiting();
  await page.focus("#editor");
  await page.keyboard.type("Auto account creation failed (31)");
  await page.waitForSelector("#observed, .chip");
  assert.equal(await page.inputValue("#editor"), "Auto account creation failed (31)");
  assert.equal(await page.evaluate(() => document.activeElement.id), "editor");
  await page.context().close();
});

test("what is drawn later moves nothing that can be seen, and takes no focus", async () => {
  const page = await waiting();
  const seen = () => page.evaluate(() => ({
    places: [...document.querySelectorAll("#verdict > *, .cause, #source, .stool")].map((one) => { const { top, left, height } = one.getBoundingClientRect(); return [top, left, height]; }),
    focus: document.activeElement?.id, top: scrollY,
  }));
  await page.focus("#paste");
  await pasteAtOnce(page, response(WITHOUT_LAST_NAME));
  const before = await seen();
  assert.ok(before.places.length > 10);
  await WAYS.paper(page);
  assert.deepEqual(await state(page), ALL);
  assert.deepEqual(await seen(), before);
  await page.context().close();
});
