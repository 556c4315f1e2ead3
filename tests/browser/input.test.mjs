// Every way in: paste, drop, open, type, samples; and nothing given is ever lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { again, chip, drawn, drop, FULL, launch, open, paste, response, settled, stopOnce, WITHOUT_LAST_NAME } from "./browser.mjs";

const EXPLAINED = "Error 31 explained";
const NOT_EXPLAINED = "Error 31 not explained";
let world;
before(async () => { world = await launch(); });
after(() => world.close());

for (const door of ["file", "http"]) {
  const fresh = () => again(world, door);

  test(`${door}: paste, drop, open and type`, async () => {
    const page = await fresh();
    await paste(page, response(WITHOUT_LAST_NAME));
    await settled(page, EXPLAINED);
    await drop(page, "complete.xml", response(FULL));
    await settled(page, NOT_EXPLAINED);
    assert.equal(await page.locator("#source-h").innerText(), "complete.xml");
    const base64 = Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64");
    await page.setInputFiles("#file", { name: "saml.txt", mimeType: "text/plain", buffer: Buffer.from(base64) });
    await settled(page, EXPLAINED);
    await page.check("#view-input");
    assert.equal(await page.inputValue("#editor"), base64);
    await page.fill("#editor", `SAMLResponse=${encodeURIComponent(Buffer.from(response(FULL)).toString("base64"))}`);
    await settled(page, NOT_EXPLAINED);
    assert.deepEqual(page.complaints, []);
  });

  test(`${door}: each sample`, async () => {
    const page = await fresh();
    const expected = { complete: NOT_EXPLAINED, missing: EXPLAINED, "member-status": EXPLAINED, claims: EXPLAINED, encrypted: "Cannot tell" };
    for (const [id, word] of Object.entries(expected)) {
      await page.click(`#sample-${id}`);
      await settled(page, word);
      assert.equal(await page.locator(".cause").count(), 5);
      await page.click("#new-check");
    }
    assert.deepEqual(page.complaints, []);
  });
}

test("the error sentence alone", async () => {
  const page = await again(world);
  await paste(page, "Reason: Auto Account Creation failed (31).");
  await settled(page, "Webex’s answer");
  assert.equal(await page.locator(".cause").count(), 5);
  assert.match(await page.locator("#how").innerText(), /Preserve log/);
});

test("nothing found keeps the input", async () => {
  const page = await again(world);
  await paste(page, "only some words");
  await settled(page, "Nothing found");
  assert.equal(await page.inputValue("#editor"), "only some words");
});

test("a name of a file hides nothing", async () => {
  const page = await again(world);
  const buffer = Buffer.from(response(FULL));
  await page.setInputFiles("#file", { name: "a\u202Elmx\u2066.xml", mimeType: "text/xml", buffer });
  await settled(page, NOT_EXPLAINED);
  assert.equal(await page.locator("#source-h").innerText(), "a<U+202E>lmx<U+2066>.xml");
});

test("bytes that are no text stay bytes", async () => {
  const page = await again(world);
  const utf16 = Buffer.from(`\uFEFF${response(WITHOUT_LAST_NAME)}`, "utf16le");
  await page.setInputFiles("#file", { name: "utf16.xml", mimeType: "text/xml", buffer: utf16 });
  await settled(page, EXPLAINED);
  await page.check("#view-input");
  assert.match(await page.locator(".kept").innerText(), /utf16\.xml/);
});

test("a new check can be undone, by button and by key", async () => {
  const page = await again(world);
  const text = Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64");
  await paste(page, text);
  await settled(page, EXPLAINED);
  await page.click("#new-check");
  assert.equal(await page.locator(".chip").count(), 0);
  await page.click("#undo");
  await settled(page, EXPLAINED);
  await page.click("#new-check");
  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await settled(page, EXPLAINED);
  await page.check("#view-input");
  assert.equal(await page.inputValue("#editor"), text);
});

test("a paste into the empty editor is a new input; later pastes are edits", async () => {
  const page = await again(world);
  await page.focus("#editor");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, response(WITHOUT_LAST_NAME));
  await settled(page, EXPLAINED);
  assert.equal(await page.locator(".cm-line").first().isVisible(), true);
});

test("what is typed into the box is checked, and the caret stays", async () => {
  const page = await again(world);
  await page.focus("#editor");
  await page.keyboard.insertText(response(WITHOUT_LAST_NAME).slice(0, -5));
  await drawn(page, ".chip");
  await page.keyboard.insertText("onse>");
  await settled(page, EXPLAINED);
  assert.equal(await page.evaluate(() => document.activeElement.id), "editor");
  assert.equal(await page.locator("#undo-edit").count(), 0);
});

test("an edit of the raw input is one that can be undone", async () => {
  const page = await again(world);
  const base64 = Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64");
  await paste(page, base64);
  await settled(page, EXPLAINED);
  await page.check("#view-input");
  await page.fill("#editor", Buffer.from(response(FULL)).toString("base64"));
  await settled(page, NOT_EXPLAINED);
  assert.match(await page.locator(".edited").innerText(), /A required field is missing: Confirmed → Ruled out/);
  await page.click("#undo-edit");
  await settled(page, EXPLAINED);
  await page.check("#view-input");
  assert.equal(await page.inputValue("#editor"), base64);
});

test("the Paste button reads the clipboard, or says which keys to press", async () => {
  const page = await open(world.browser, world.doors.http, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.evaluate((text) => navigator.clipboard.writeText(text), response(WITHOUT_LAST_NAME));
  await page.click("#paste");
  await settled(page, EXPLAINED);
  const refused = await open(world.browser, world.doors.http, {
    before: () => { navigator.clipboard.readText = () => Promise.reject(new Error("refused")); },
  });
  await refused.click("#paste");
  await refused.waitForSelector(".toast:not([hidden])");
  assert.match(await refused.locator(".toast").innerText(), /Ctrl\+V/);
  assert.equal(await refused.evaluate(() => document.activeElement.id), "editor");
});

test("XML that breaks off is a finding with its place", async () => {
  const page = await again(world);
  await paste(page, response(FULL).slice(0, 700));
  await settled(page, "Cannot tell");
  assert.equal(await page.locator("#f1-place").count(), 1);
});

test("a message for another service can be read as a Meetings site, and back", async () => {
  const page = await again(world);
  await paste(page, response(WITHOUT_LAST_NAME, "https://intranet.adriasoft.example", "https://intranet.adriasoft.example/acs"));
  await settled(page, "Cannot tell");
  await page.click("#treat");
  await settled(page, EXPLAINED);
  await page.click("#treat-back");
  await settled(page, "Cannot tell");
});

test("several messages: the most telling is open, another can be chosen", async () => {
  const page = await again(world);
  await paste(page, `${response(FULL)}\n\n${response(WITHOUT_LAST_NAME)}`);
  await settled(page, EXPLAINED);
  assert.equal(await page.locator("#messages tbody tr").count(), 2);
  await page.click("#message-1");
  await settled(page, NOT_EXPLAINED);
  assert.equal(await page.locator("tr[aria-current=true] #message-1").count(), 1);
});

test("a check that stops is started again, with the input kept", async () => {
  const page = await open(world.browser, world.doors.file, { before: stopOnce });
  const text = response(WITHOUT_LAST_NAME);
  await paste(page, text);
  await settled(page, "Stopped");
  assert.match(await page.locator("#verdict").innerText(), /Your input is still here[\s\S]*src\/xml\.rs:1:2/);
  assert.doesNotMatch(await page.locator("#verdict").innerText(), /jelena|adriasoft/i);
  assert.equal(await page.inputValue("#editor"), text);
  await page.click("#check-again");
  await settled(page, EXPLAINED);
  assert.deepEqual(page.complaints, []);
});

test("without WebAssembly the page says so", async () => {
  const page = await open(world.browser, world.doors.file, { before: () => { delete globalThis.WebAssembly; } });
  assert.match(await page.locator("#verdict").innerText(), /doesn’t let the check run/);
});
