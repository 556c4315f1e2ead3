// What the reader knows better than the message: its receiver, the site's required fields, the site's list of classes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { FULL, launch, open, paste, response, settled } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url));
const WINDOWS = "urn:federation:authentication:windows";
const PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

/** At once as text, and little by little as one of two files: judged then, it says the same. */
const DOORS = [
  ["pasted", async (page, bytes) => paste(page, bytes.toString())],
  ["among files", (page, bytes) => page.setInputFiles("#file", [
    { name: "input.xml", mimeType: "text/plain", buffer: bytes },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("-") },
  ])],
];

for (const [door, give] of DOORS) {
  test(`the class of a message ${door} stands beside the site's list, character by character`, async () => {
    const page = await open(world.browser, world.doors.file);
    await give(page, await fixture("contexts/listed.xml"));
    await page.waitForSelector("#class");
    assert.equal(await page.locator("#class-state").count(), 0);
    await page.focus("#contexts");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(`${WINDOWS}; ${PASSWORD}`);
    await page.keyboard.press("Tab");
    await page.waitForSelector("#class-state.found");
    assert.match(await page.locator("#findings").innerText(), /almost, but not quite/);
    await page.fill("#contexts-box", `${WINDOWS};${PASSWORD}`);
    await page.keyboard.press("Tab");
    await page.waitForSelector("#class-state.clear");
    await page.selectOption("#language", "sr-Cyrl");
    assert.equal(await page.inputValue("#contexts-box"), `${WINDOWS};${PASSWORD}`);
    assert.deepEqual(page.complaints, []);
  });

  test(`fields that the site requires of a message ${door} are judged, and the answer agrees`, async () => {
    const page = await open(world.browser, world.doors.file);
    await give(page, Buffer.from(response(FULL)));
    await page.waitForSelector("#required-names");
    await page.fill("#required-names", "TC1, PhoneOffice");
    await page.keyboard.press("Tab");
    await settled(page, "Error 31 explained");
    assert.match(await page.locator("#fields").innerText(), /TC1/);
    assert.ok(await page.isChecked("#answer-other-fields-missing"));
    await page.click("label:has(#answer-other-fields-none)");
    await settled(page, "Error 31 not explained");
    assert.equal(await page.inputValue("#required-names"), "");
    await page.fill("#required-names", "email");
    await page.keyboard.press("Tab");
    await page.click("#unanswer-other-fields");
    assert.equal(await page.inputValue("#required-names"), "");
    assert.equal(await page.locator("input[name=answer-other-fields]:checked").count(), 0);
    assert.deepEqual(page.complaints, []);
  });
}

test("the receiver is chosen with the keyboard, and stays chosen with the focus where it was", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, response(FULL));
  await page.focus("#receiver-change");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "receiver");
  await page.selectOption("#receiver", "control-hub");
  await settled(page, "Error 31 not explained");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "receiver");
  assert.equal(await page.inputValue("#receiver"), "control-hub");
  await page.click("#treat-back");
  assert.equal(await page.inputValue("#receiver"), "auto");
  assert.deepEqual(page.complaints, []);
});

test("two files of one user with two classes are told once", async () => {
  const page = await open(world.browser, world.doors.file);
  const swapped = Buffer.from((await fixture("contexts/listed.xml")).toString().replaceAll(PASSWORD, WINDOWS));
  await page.setInputFiles("#file", [
    { name: "inside.xml", mimeType: "text/plain", buffer: swapped },
    { name: "outside.xml", mimeType: "text/plain", buffer: await fixture("contexts/listed.xml") },
  ]);
  await page.waitForSelector("#notices");
  assert.match(await page.locator("#notices").innerText(), /The same user comes with two classes/);
  assert.deepEqual(page.complaints, []);
});
