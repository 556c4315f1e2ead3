// Captures and files: what is found in them, where, and what is told about them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { chip, launch, open, response, settled, FULL, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/captures/${name}`, import.meta.url));
const text = (page, selector) => page.locator(selector).innerText();

/** Drops files, given as names and contents. */
async function dropAll(page, files) {
  const list = files.map(([name, content]) => [name, Buffer.from(content).toString("base64")]);
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const [name, base64] of all) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, list);
}

for (const door of ["file", "http"]) {
  test(`a capture becomes a table with a trail, over ${door}`, async () => {
    const page = await open(world.browser, world.doors[door]);
    await dropAll(page, [["sign-in.har", await fixture("chrome.har")]]);
    await settled(page, "Error 31 explained");
    assert.equal(await text(page, ".trail"), "sign-in.har · HAR › request 5 of 5 › form body › percent › base64 › XML");
    assert.equal(await page.locator("#messages tr[aria-current=true] #message-2").count(), 1);
    assert.match(await text(page, "#messages tr.below"), /Webex answered “Reason: Auto Account Creation failed. Error code: 31” · code 31/);
    assert.match(await text(page, "#notices"), /This capture also holds: cookies 2, sign-in headers 1, passwords 1\./);
    await page.click("#message-1");
    await settled(page, "Cannot tell");
    assert.match(await text(page, ".trail"), /request 1 of 5 › URL › percent › base64 › deflate › XML$/);
    assert.equal(await page.locator("tr[aria-current=true] #message-1").count(), 1);
    assert.deepEqual(page.complaints, []);
    assert.equal(page.requests.filter((one) => !one.startsWith("data:")).length, 1);
  });
}

test("the same message twice is one, and each answer stands under its message", async () => {
  const page = await open(world.browser, world.doors.file);
  await dropAll(page, [["twin.har", await fixture("two-and-a-twin.har")]]);
  await page.waitForSelector("#messages");
  assert.equal(await page.locator("#messages tbody tr:not(.below)").count(), 2);
  assert.equal(await page.locator("#messages tr.below").count(), 2);
  assert.match(await text(page, "#messages"), /times in this input: 2/);
});

test("a file that breaks off says where, and keeps what stood before", async () => {
  const page = await open(world.browser, world.doors.file);
  await dropAll(page, [["cut.har", await fixture("cut.har")]]);
  await page.waitForSelector("#notices");
  assert.match(await text(page, "#notices"), /The file ends inside request 5\. Messages before that are here\./);
  assert.equal(await chip(page), "Cannot tell");
});

test("a capture without what was posted names the request and shows how to capture again", async () => {
  const page = await open(world.browser, world.doors.file);
  await dropAll(page, [["empty.har", await fixture("without-bodies.har")]]);
  await settled(page, "Nothing found");
  assert.match(await text(page, "h1"), /^Request 1 of this recording/);
  assert.equal(await page.locator("#how").count(), 1);
});

test("several files are read one after the other into one table", async () => {
  const page = await open(world.browser, world.doors.file);
  await dropAll(page, [
    ["a.xml", response(FULL)],
    ["notes.txt", "nothing of the kind"],
    ["b.har", await fixture("chrome.har")],
    ["c.xml", response(WITHOUT_LAST_NAME)],
  ]);
  await settled(page, "Error 31 explained");
  assert.equal(await page.locator("#messages tbody tr:not(.below)").count(), 4);
  assert.match(await text(page, "#messages"), /b\.har · request 5/);
  assert.match(await text(page, ".trail"), /^Files: 4 · b\.har › HAR › request 5 of 5/);
  assert.match(await text(page, "#notices"), /Files without a SAML message: 1/);
  await page.click("#message-4");
  assert.match(await text(page, "h1"), /last name/);
  assert.match(await text(page, ".trail"), /· c\.xml › XML$/);
});
