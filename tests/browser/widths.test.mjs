// Nothing sticks out of the page: in every language and state, from a phone to a desk, with letters as wide as any face's.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { drawn, drop, FULL, launch, open, paste, response, WITHOUT_LAST_NAME } from "./browser.mjs";
import { setLetters, sticksOut, sticksOutSpaced, WIDEST } from "./faces.mjs";

/** Phones, where the bar holds more once the verdict is out of sight; and wider. */
const PHONES = [320, 361, 390, 421];
const SCREENS = [...PHONES, 641, 820, 1200, 1440];
const LANGUAGES = ["en", "sr-Latn", "sr-Cyrl"];
const CAPTURE = await readFile(new URL("../fixtures/captures/chrome.har", import.meta.url), "utf8");
const SIGN_INS = await readFile(new URL("../fixtures/sign-ins/holes.har", import.meta.url), "utf8");
const LIST = "First Name,Last Name,User ID/Email (Required),User Status\nJelena,Ilić,jelena.ilic@adriasoft.example,Inactive\n";

/** Each enters a state from an empty page. */
const STATES = {
  empty: async () => {},
  ...Object.fromEntries(["complete", "missing", "member-status", "claims", "encrypted"].map((id) => [id, async (page) => {
    await page.click(`#sample-${id}`);
    await drawn(page, ".chip");
  }])),
  "two messages": async (page) => {
    await paste(page, `${response(FULL)}\n${response(WITHOUT_LAST_NAME)}`);
    await page.waitForSelector("#messages");
  },
  capture: async (page) => {
    await drop(page, `${"sign-in".repeat(30)}.har`, CAPTURE);
    await page.waitForSelector("#messages");
  },
  "sign-ins": async (page) => {
    await drop(page, "holes.har", SIGN_INS);
    await page.waitForSelector("#sign-in");
  },
  "long names": async (page) => {
    await paste(page, response({ ...WITHOUT_LAST_NAME, firstname: "y".repeat(300), [`urn:${"x".repeat(300)}`]: "z".repeat(300) }));
    await drawn(page, ".chip");
  },
  "user list": async (page) => {
    await paste(page, response(FULL));
    await drop(page, "users.csv", LIST);
    await page.waitForSelector("#account");
  },
  "after the fix": async (page) => {
    await paste(page, response(WITHOUT_LAST_NAME));
    await page.waitForSelector("#after-box");
    await page.setInputFiles("#after-file", { name: "fixed.xml", mimeType: "text/xml", buffer: Buffer.from(response(FULL)) });
    await page.waitForSelector("#compared");
  },
  sentence: async (page) => {
    await paste(page, "Auto account creation failed (31)");
    await page.waitForSelector("#paste");
  },
  "nothing found": async (page) => {
    await paste(page, "<html><body>nothing</body></html>");
    await page.waitForSelector(".tried");
  },
};

/** Opens whatever is folded. */
const unfold = (page) => page.evaluate(() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  document.querySelectorAll(".why[aria-expanded=false]").forEach((one) => one.click());
});

/** What the page says, without the list of how Webex words the error in each language. */
const ownWords = (page) => page.evaluate(() => [...document.querySelectorAll(".spellings")]
  .reduce((text, one) => text.replace(one.innerText, ""), document.body.innerText));

let world;
before(async () => { world = await launch(); });
after(() => world.close());

for (const locale of LANGUAGES) {
  test(`${locale}: every state has its words, and fits at every width with every face`, async () => {
    const page = await open(world.browser, world.doors.file, { context: { locale } });
    const faults = [];
    for (const [state, enter] of Object.entries(STATES)) {
      await enter(page);
      await unfold(page);
      for (const letters of ["own", WIDEST]) {
        if (letters === WIDEST) await setLetters(page, letters);
        for (const width of SCREENS) {
          await page.setViewportSize({ width, height: 900 });
          for (const end of PHONES.includes(width) ? [1e6, 0] : [0]) {
            await page.evaluate((top) => new Promise((next) => { scrollTo(0, top); requestAnimationFrame(() => setTimeout(next)); }), end);
            for (const one of await sticksOut(page)) faults.push(`${state}, ${width} px, ${letters} em: ${one}`);
          }
        }
      }
      for (const one of await sticksOutSpaced(page, [320, 1440])) faults.push(`${state}, ${one}`);
      await page.evaluate(() => scrollTo(0, 0));
      await page.setViewportSize({ width: 1440, height: 900 });
      const text = await ownWords(page);
      assert.doesNotMatch(text, /\{ ?\$/);
      if (locale === "sr-Latn") assert.doesNotMatch(text.replace("Српски (ћирилица)", ""), /[Ѐ-ӿ]/);
      if (state !== "empty") await page.click("#new-check");
    }
    assert.deepEqual(faults, []);
    assert.deepEqual(page.complaints, []);
  });
}
