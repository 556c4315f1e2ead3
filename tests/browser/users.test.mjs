// Several users: one table of a folder, a capture or several files, sorted, saved as CSV, and as far as it was read.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { again, launch, open, response, settled, FULL, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const text = (page, selector) => page.locator(selector).innerText();
const names = (page) => page.locator("#users tbody th").evaluateAll((all) => all.map((one) => one.querySelector("button")?.textContent ?? one.lastChild.textContent));
const heads = (page) => page.locator("#users thead th").evaluateAll((all) => all.map((one) => one.getAttribute("aria-sort")));

/** The message of this user, with these attributes. */
function message(user, attributes) {
  return response(attributes).replaceAll("jelena.ilic@adriasoft.example", `${user}@adriasoft.example`);
}

/** A capture of the sign-in of this user. */
function capture(user, attributes) {
  const body = `SAMLResponse=${encodeURIComponent(Buffer.from(message(user, attributes)).toString("base64"))}`;
  return JSON.stringify({ log: { entries: [{ request: { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", postData: { text: body } } }] } });
}

/** Drops files, given as names and contents. */
async function dropAll(page, files) {
  const list = files.map(([name, content]) => [name, Buffer.from(content).toString("base64")]);
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const [name, base64] of all) data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, list);
}

/** A folder of the disk that is gone behind the test. */
async function folder(test) {
  const path = await mkdtemp(join(tmpdir(), "error31-"));
  test.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

test("a folder of 200 captures is one table, in both languages", async (context) => {
  const path = join(await folder(context), "captures");
  await mkdir(path);
  for (let i = 0; i < 200; i += 1) await writeFile(join(path, `${String(i).padStart(3, "0")}.har`), capture(`user${i}`, i < 20 ? FULL : WITHOUT_LAST_NAME));
  await writeFile(join(path, "zz-broken.har"), "nothing of the kind");
  const page = await again(world);
  assert.equal(await text(page, "#open-folder"), "Open a folder…");
  await page.setInputFiles("#folder", path);
  await settled(page, "Error 31 explained");
  assert.equal(await text(page, "#users .lead:not(.paged)"), "Users: 200 · Explained: 180 · Not explained by the message: 20 · Without a sign-in: 1");
  assert.equal(await text(page, "#users .common"), "Without lastname: 180 of 200. That is more likely the rule at the identity provider than single profiles.");
  assert.equal(await page.locator("#users tbody tr").count(), 100);
  assert.match(await text(page, "#users-paged"), /^1–100 of 201/);
  await page.click("#users-later");
  await page.click("#users-later");
  assert.equal(await page.locator("#users tbody tr").count(), 1);
  assert.match(await text(page, "#users tbody tr"), /^201\. captures\/zz-broken\.har/);
  assert.equal(await page.locator("#users tbody button").count(), 0);
  await page.click("#users-earlier");
  await page.click("#user-150");
  await page.waitForFunction(() => document.querySelector("#verdict")?.textContent.includes("user149@"));
  assert.equal(await page.locator("#users tr[aria-current=true] #user-150").count(), 1);
  await page.selectOption("#language", "sr-Cyrl");
  await page.waitForFunction(() => document.querySelector("#users .lead:not(.paged)")?.textContent === "Корисници: 200 · Објашњено: 180 · Порука не објашњава грешку: 20 · Без пријаве: 1");
  assert.match(await text(page, "#users .common"), /^Без lastname: 180 од 200\. То пре указује на правило/);
  await page.selectOption("#language", "en");
  await page.waitForSelector("#users");
  assert.deepEqual(page.complaints, []);
});

const FEW = [
  ["b.xml", message("user10", FULL)],
  ["a.xml", message("user2", WITHOUT_LAST_NAME)],
  ["broken.txt", "nothing of the kind"],
  ["c.xml", message("user1", { uid: "user1" })],
];

test("the heads sort by keyboard, down, and back to the order of the input", async () => {
  const page = await again(world);
  await dropAll(page, FEW);
  await settled(page, "Error 31 explained");
  const asGiven = ["user10@adriasoft.example", "user2@adriasoft.example", "broken.txt", "user1@adriasoft.example"];
  assert.deepEqual(await names(page), asGiven);
  await page.focus("#users-by-1");
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(page), ["broken.txt", "user1@adriasoft.example", "user2@adriasoft.example", "user10@adriasoft.example"]);
  assert.deepEqual(await heads(page), ["ascending", null, null, null, null]);
  await page.keyboard.press("Space");
  assert.deepEqual(await names(page), ["user10@adriasoft.example", "user2@adriasoft.example", "user1@adriasoft.example", "broken.txt"]);
  assert.deepEqual(await heads(page), ["descending", null, null, null, null]);
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(page), asGiven);
  assert.deepEqual(await heads(page), [null, null, null, null, null]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "users-by-1");
  await page.focus("#users-by-3");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  assert.equal((await names(page))[0], "user1@adriasoft.example");
  await page.click("#user-1");
  await settled(page, "Error 31 not explained");
  assert.deepEqual(await heads(page), [null, null, "descending", null, null]);
  assert.deepEqual(page.complaints, []);
});

test("the CSV has everything but the users and the files", async () => {
  const page = await again(world);
  await dropAll(page, FEW);
  await settled(page, "Error 31 explained");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#users-csv")]);
  assert.equal(download.suggestedFilename(), "error31-users.csv");
  const csv = await readFile(await download.path(), "utf8");
  assert.equal(csv, [
    "\uFEFFNo.,Identity provider,Verdict,Missing,Webex code,Sign-ins",
    "1,,Not explained by the message,,,1",
    "2,,Explained,lastname,,1",
    "3,,No SAML message,,,0",
    "4,,Explained,\"firstname, lastname, email\",,1",
    "",
  ].join("\r\n"));
});

/** For a page's start: a disk that stands still before each big piece. */
function slowDisk() {
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => createObjectURL(new Blob([`{
    const { readAsArrayBuffer } = FileReaderSync.prototype;
    FileReaderSync.prototype.readAsArrayBuffer = function (slice) {
      const end = performance.now() + (slice.size > 100_000 ? 60_000 : 0);
      while (performance.now() < end);
      return readAsArrayBuffer.call(this, slice);
    };
  }`, blob]));
}

test("rows appear while it is read, and stay where it is stopped", async () => {
  const page = await open(world.browser, world.doors.file, { before: slowDisk });
  await page.evaluate(([one, two]) => {
    const data = new DataTransfer();
    const noise = `{"request":{"comment":"${"x".repeat(1 << 20)}"}},`;
    data.items.add(new File([one], "a.har"));
    data.items.add(new File([two], "b.har"));
    data.items.add(new File(["{\"log\":{\"entries\":[", ...Array(3).fill(noise), "{}]}}"], "huge.har"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [capture("user1", FULL), capture("user2", WITHOUT_LAST_NAME)]);
  await page.waitForSelector("#users #user-2");
  await page.click("#cancel");
  await page.waitForSelector("#read-on");
  assert.deepEqual(await names(page), ["user1@adriasoft.example", "user2@adriasoft.example"]);
  await page.click("#user-2");
  await settled(page, "Error 31 explained");
  await page.context().close();
});

test("a capture with several users is a table, one user is none", async () => {
  const page = await again(world);
  await page.setInputFiles("#file", new URL("../fixtures/sign-ins/five.har", import.meta.url).pathname);
  await settled(page, "Error 31 explained");
  assert.deepEqual(await names(page), ["jelena.ilic@adriasoft.example", "marko.petrovic@adriasoft.example"]);
  assert.match(await text(page, "#users .common"), /Without lastname: 2 of 2/);
  await page.click("#user-2");
  await page.waitForSelector("#users tr[aria-current=true] #user-2");
  await page.click("#new-check");
  await page.setInputFiles("#file", new URL("../fixtures/captures/chrome.har", import.meta.url).pathname);
  await settled(page, "Error 31 explained");
  assert.equal(await page.locator("#users").count(), 0);
});

test("on a phone the heads are there to sort by, big enough for a finger", async () => {
  const page = await open(world.browser, world.doors.file, { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
  assert.equal(await text(page, "#open-folder"), "Open several files…");
  await dropAll(page, FEW);
  await page.waitForSelector("#users");
  const boxes = await page.locator("#users :is(thead, tbody) button, #users-csv").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(boxes.length === 9 && boxes.every((height) => height >= 40), boxes.join());
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.locator("#users-by-1").tap();
  assert.equal((await names(page))[1], "user1@adriasoft.example");
});
