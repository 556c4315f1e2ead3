// The page as a file: saved by itself it is the published one, byte for byte; saved by the browser it opens empty.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open, paste, response, settled, FULL, PATH, WITHOUT_LAST_NAME } from "./browser.mjs";

let world, folder, published;
before(async () => {
  world = await launch();
  folder = await mkdtemp(join(tmpdir(), "error31-"));
  published = sha256(await readFile(PATH));
});
after(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Presses “Save this page” and gives what was written. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".foot .save-page")]);
  assert.equal(download.suggestedFilename(), "error31.html");
  await page.waitForSelector(".foot .said:not(:empty)");
  return readFile(await download.path());
}

/** What a browser leaves on the disk: the elements as they stand. */
async function keep(page, name) {
  const text = await page.evaluate(() => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`);
  const path = join(folder, name);
  await writeFile(path, text);
  return { text, address: pathToFileURL(path).href };
}

for (const door of ["file", "http"]) {
  test(`${door}: the page saves itself as it was published, before and after use`, async () => {
    const page = await open(world.browser, world.doors[door]);
    assert.equal(sha256(await saved(page)), published);
    await paste(page, response({ ...WITHOUT_LAST_NAME, MemberStatus: "Active" }));
    await settled(page, "Error 31 explained");
    await page.click("#theme");
    assert.equal(sha256(await saved(page)), published);
    await page.selectOption("#language", "sr-Latn");
    await settled(page, "Greška 31 je objašnjena");
    assert.equal(sha256(await saved(page)), published);
    assert.equal(await page.locator(".saved-hash").innerText(), published);
    assert.match(await page.locator(".foot .said").innerText(), /^Sačuvano kao error31\.html, prazno/);
    assert.deepEqual(page.complaints, []);
  });
}

test("where a part was changed in the browser, the page says that the copy differs", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.evaluate(() => document.body.append("an extension was here"));
  assert.equal(sha256(await saved(page)), published, "what stands beside the parts is left out");
  await page.evaluate(() => { document.getElementById("style").textContent += "p { color: red }"; });
  assert.notEqual(sha256(await saved(page)), published);
  assert.match(await page.locator(".foot .said").innerText(), /the copy differs from what was published/);
});

test("what a browser saved after use opens empty, works, and saves itself as it was published", async () => {
  const page = await open(world.browser, world.doors.http, { context: { locale: "sr-RS" } });
  await paste(page, response({ ...WITHOUT_LAST_NAME, firstname: "Petronije" }));
  await settled(page, "Greška 31 je objašnjena");
  await page.click("#theme");
  const { text, address } = await keep(page, "used.html");
  assert.ok(text.includes("Petronije"));

  const again = await open(world.browser, address);
  assert.equal(await again.locator("h1").innerText(), "Why does Webex answer “Auto account creation failed (31)”?");
  assert.equal(await again.title(), "error31 · Auto account creation failed (31)");
  const left = await again.evaluate(() => ({
    values: document.documentElement.outerHTML.includes("Petronije"),
    theme: document.documentElement.dataset.theme, lang: document.documentElement.lang,
    icon: document.querySelector("link[rel=icon]").href,
    twice: ["header", "main", "footer", "dialog", "#file", "#status"].filter((one) => document.querySelectorAll(one).length !== 1),
  }));
  const fresh = await open(world.browser, world.doors.file);
  const icon = await fresh.evaluate(() => document.querySelector("link[rel=icon]").href);
  assert.deepEqual(left, { values: false, theme: undefined, lang: "en", icon, twice: [] });
  await paste(again, response(FULL));
  await settled(again, "Error 31 not explained");
  assert.equal(sha256(await saved(again)), published);
});

test("a file that was cut says so, also when it is saved", async () => {
  const path = join(folder, "cut.html");
  const whole = await readFile(PATH, "utf8");
  await writeFile(path, whole.replace(/(id="engine">.{100000})[^<]*/, "$1"));
  const page = await open(world.browser, pathToFileURL(path).href);
  assert.match(await page.locator(".verdict .sub").innerText(), /cut or changed on its way/);
  await page.click(".verdict .save-page");
  await page.waitForSelector(".verdict .said:not(:empty)");
  assert.match(await page.locator(".verdict .said").innerText(), /the copy differs/);
});
