// What every browser has to do alike: sample, message, capture, language; from a file and over HTTP, with a silent console.

import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { response, WITHOUT_LAST_NAME } from "../browser/browser.mjs";
import { BROWSERS, choose, count, DOORS, drop, launch, paste, settled, text, wait } from "./world.mjs";

const SAYS = {
  en: { explained: "Error 31 explained", found: /^The message has no .*last name/, requests: "Requests made: 0." },
  "sr-Latn": { explained: "Greška 31 je objašnjena", found: /^Poruka ne prenosi .*prezime/, requests: "Poslatih zahteva: 0." },
  "sr-Cyrl": { explained: "Грешка 31 је објашњена", found: /^Порука не преноси .*презиме/, requests: "Послатих захтева: 0." },
};

const CAPTURE = await readFile(new URL("../fixtures/captures/chrome.har", import.meta.url), "utf8");

const PROXY = await readFile(new URL("../fixtures/sign-ins/proxy.har", import.meta.url), "utf8");

/** As big as what a worker reads. */
const BIG_CAPTURE = CAPTURE + " ".repeat(5 << 20);

for (const name of BROWSERS) {
  let world;
  before(async () => { world = await launch(name); });
  after(() => world.close());

  for (const door of DOORS) {
    test(`${name}, ${door}: a sample, and the language`, async () => {
      const page = await world.open(world.doors[door]);
      await choose(page, "#language", "en");
      await page.click("#sample-missing");
      for (const [language, { explained, found, requests }] of Object.entries(SAYS)) {
        await choose(page, "#language", language);
        await settled(page, explained);
        assert.match(await text(page, "h1"), found);
        assert.equal(await count(page, ".cause"), 5);
        assert.equal(await text(page, "#requests"), requests);
      }
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test(`${name}, ${door}: the reference, and back to the message as it was`, async () => {
      const page = await world.open(world.doors[door]);
      await choose(page, "#language", "en");
      await page.click("#sample-missing");
      await settled(page, SAYS.en.explained);
      await page.evaluate(() => { location.hash = "cause=3"; });
      await wait(page, () => document.activeElement?.id === "reference-cause-3");
      await page.evaluate(() => history.back());
      await wait(page, () => !document.getElementById("reference"));
      await settled(page, SAYS.en.explained);
      assert.match(await text(page, "h1"), SAYS.en.found);
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    test(`${name}, ${door}: the sign-in as it happened, by pointer and by key`, async () => {
      const page = await world.open(world.doors[door]);
      await choose(page, "#language", "en");
      await drop(page, "proxy.har", PROXY);
      await settled(page, SAYS.en.explained);
      assert.equal(await count(page, ".seq .arrow"), 5);
      assert.equal(await page.evaluate(() => document.querySelector(".seq .arrow.answer .label").textContent), "Error 31");
      await page.click("#leg-1 .row");
      await wait(page, () => document.querySelector("#leg-1[aria-current]") !== null);
      await page.evaluate(() => {
        document.querySelector("#leg-3").focus();
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      });
      await wait(page, () => document.querySelector("#leg-3[aria-current]") !== null);
      assert.equal(await page.evaluate(() => document.activeElement.id), "leg-3");
      assert.deepEqual(await page.complaints(), []);
      await page.close();
    });

    for (const language of ["en", "sr-Latn"]) {
      test(`${name}, ${door}, ${language}: a message dropped, pasted, opened`, async () => {
        const { explained, found } = SAYS[language];
        const page = await world.open(world.doors[door]);
        await choose(page, "#language", language);
        await drop(page, "saml.xml", response(WITHOUT_LAST_NAME));
        await settled(page, explained);
        assert.match(await text(page, "h1"), found);
        assert.equal(await count(page, ".cause"), 5);
        await page.click("#new-check");
        await paste(page, Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64"));
        await settled(page, explained);
        await page.click("#new-check");
        const folder = await mkdtemp(join(tmpdir(), "error31-"));
        await writeFile(join(folder, "saml.xml"), response(WITHOUT_LAST_NAME));
        await page.setFiles("#file", [join(folder, "saml.xml")]);
        await settled(page, explained);
        await rm(folder, { recursive: true });
        assert.deepEqual(await page.complaints(), []);
        await page.close();
      });

      test(`${name}, ${door}, ${language}: a capture, read by a worker`, async () => {
        const page = await world.open(world.doors[door]);
        await choose(page, "#language", language);
        await page.evaluate(() => {
          globalThis.workers = 0;
          globalThis.Worker = class extends Worker {
            constructor(address) {
              super(address);
              globalThis.workers += 1;
            }
          };
        });
        await drop(page, "sign-in.har", BIG_CAPTURE);
        await settled(page, SAYS[language].explained);
        assert.equal(await count(page, "#messages tbody tr[aria-current=true]"), 1);
        assert.equal(await page.evaluate(() => globalThis.workers), 1);
        assert.deepEqual(await page.complaints(), []);
        await page.close();
      });
    }
  }
}
