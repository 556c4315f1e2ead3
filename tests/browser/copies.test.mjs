// A copy of the page, dropped or opened, is told from this page: byte for byte, by digits and by words.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { again, drop, launch, open, paste, response, settled, PATH, WITHOUT_LAST_NAME } from "./browser.mjs";

let world, published;
before(async () => {
  world = await launch();
  published = await readFile(PATH);
});
after(() => world.close());

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const file = (name, buffer) => ({ name, mimeType: "text/html", buffer });

/** What is shown of each: its name, what came of it, its sum, and the sum that its words spell. */
async function shown(page) {
  await page.waitForSelector("#copies[open]");
  return page.locator("#copies .copy").evaluateAll((all) => all.map((one) => ({
    name: one.querySelector("h3").textContent,
    outcome: one.querySelector(".outcome p")?.textContent,
    says: one.querySelector("dd").textContent,
    sum: one.querySelector(".sum").textContent,
    words: [...one.querySelectorAll(".spelled li")].map(({ textContent }) => textContent).join(" "),
  })));
}

function assertSpelled({ sum, words }) {
  assert.match(sum, /^[0-9a-f]{64}$/);
  assert.equal(words.split(" ").length, 24);
  assert.equal(Buffer.from(mnemonicToEntropy(words, wordlist)).toString("hex"), sum);
}

for (const door of ["file", "http"]) {
  test(`${door}: the same bytes are the same, one byte less is another`, async () => {
    const page = await again(world, door);
    await paste(page, response(WITHOUT_LAST_NAME));
    await settled(page, "Error 31 explained");
    await page.setInputFiles("#file", [file("a copy.html", published), file("error31 (1).htm", published.subarray(0, -1))]);
    const [same, other, own] = await shown(page);
    assert.deepEqual([same.name, same.outcome, same.sum], ["a copy.html", "The same as this page, byte for byte.", sha256(published)]);
    assert.match(same.says, /^error31 \d+\.\d+\.\d+ · built \d+ \w+ \d{4}$/);
    assert.deepEqual([other.name, other.outcome, other.sum], ["error31 (1).htm", "Not the same as this page.", sha256(published.subarray(0, -1))]);
    assert.deepEqual([own.name, own.outcome, own.says, own.sum, own.words], ["This page", undefined, same.says, same.sum, same.words]);
    for (const one of [same, other, own]) assertSpelled(one);
    assert.notEqual(other.words, own.words);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#copies").count(), 0);
    assert.equal(await page.locator(".chip").innerText(), "Error 31 explained", "the message stays");
    assert.deepEqual(page.complaints, []);
  });
}

test("a version of another day says so, in Serbian as well, and a message that comes with it is read", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.selectOption("#language", "sr-Cyrl");
  const older = '<!doctype html><meta name="error31" content="0.0.9, built 2026-10-02"><title>error31</title>';
  await page.setInputFiles("#file", [file("error31.html", Buffer.from(older)), file("response.xml", Buffer.from(response(WITHOUT_LAST_NAME)))]);
  const [one] = await shown(page);
  assert.deepEqual([one.name, one.outcome, one.says, one.sum], ["error31.html", "Није исто што и ова страница.", "error31 0.0.9 · направљено 2. 10. 2026.", sha256(older)]);
  assertSpelled(one);
  await page.keyboard.press("Escape");
  await settled(page, "Грешка 31 је објашњена");
});

test("the page’s own sum is in its foot; where a part was changed, nothing is called the same", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.click("#compare-copies");
  const [own] = await shown(page);
  assert.equal(own.sum, sha256(published));
  await page.keyboard.press("Escape");
  await page.evaluate(() => { document.getElementById("style").textContent += "p { color: red }"; });
  await drop(page, "error31.html", published.toString("utf8"));
  const [one, changed] = await shown(page);
  assert.deepEqual([one.sum, one.outcome], [sha256(published), "This page can’t say whether it is the same: it was changed. Its sum can be compared with the published one."]);
  assert.notEqual(changed.sum, one.sum);
  assert.match(await page.locator("#copies .copy").last().innerText(), /an extension most likely/);
});

test("a page of somebody else is read for messages, whatever its name", async () => {
  const page = await again(world);
  await drop(page, "error31.html", "<title>Webex</title><h1>Auto account creation failed (31)</h1>");
  await page.waitForSelector("#checks-h");
  assert.equal(await page.locator("#copies").count(), 0);
});
