// A file's message under a user list or an answer: all that is known of it besides its text stays.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { drop, launch, open } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url));
const LIST = "First Name,Last Name,Display Name,User ID/Email (Required),User Status\r\nMarko,Petrović,M,marko.petrovic@adriasoft.example,Active\r\n";
const charset = async (page) => assert.match(await page.locator("#findings").innerText(), /its bytes are UTF-8/);
const messenger = async (page) => assert.match(await page.locator("#verdict .facts").innerText(), /Messenger, adriasoft/);

const CASES = [
  ["a declaration that contradicts the bytes", "charsets/declared-iso-8859-1-is-utf-8.xml", charset],
  ["an answer of Webex Messenger", "answers/messenger-to-a-message.txt", messenger],
];
for (const [name, path, isKept] of CASES) {
  test(`${name} stays known`, async () => {
    const page = await open(world.browser, world.doors.file);
    await page.setInputFiles("#file", [
      { name: "input.xml", mimeType: "text/plain", buffer: await fixture(path) },
      { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("-") },
    ]);
    await page.waitForSelector("#verdict");
    await isKept(page);
    await drop(page, "users.csv", LIST);
    await page.waitForSelector("#accounts");
    await isKept(page);
    await page.click("#check-partner-id label:has-text('has no partner ID')");
    await page.waitForSelector("#check-partner-id .settled");
    await isKept(page);
    assert.deepEqual(page.complaints, []);
  });
}
