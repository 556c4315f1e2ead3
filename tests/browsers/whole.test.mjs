// The whole path: only a capture of a failed sign-in, and three actions later an explanation without the person to paste.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { BROWSERS, choose, DOORS, drop, launch, settled, wait } from "./world.mjs";

const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals";
const portal = (body) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Portal</title>${body}`;
const LANGUAGES = {
  en: { chip: "Error 31 explained", ticket: /^## The message names first name, last name/ },
  "sr-Latn": { chip: "Greška 31 je objašnjena", ticket: /^## Poruka prenosi ime, prezime i e‑adresu pod nazivom kog nema u Cisco tabeli/ },
};
const PAGES = Object.fromEntries(Object.keys(LANGUAGES).flatMap((language) => [
  [`/element/${language}`, portal(`<error-31 src="/" lang="${language}"></error-31><script src="/error31-embed.js"></script>`)],
  [`/frame/${language}`, portal(`<iframe sandbox="${SANDBOX}" allow="clipboard-write" src="/?embed&amp;lang=${language}" width="900" height="900"></iframe>`)],
]));
const CAPTURE = await readFile(new URL("../fixtures/captures/chrome.har", import.meta.url), "utf8");
const PERSON = /jelena|ilić|ilic|adriasoft|JSESSIONID|_7f0c2b41|made-up/i;

/** Keeps what the page gives to the clipboard; the browsers let no test read it. */
const listen = () => {
  const { clipboard } = navigator;
  const write = clipboard?.writeText.bind(clipboard);
  if (write) clipboard.writeText = (given) => write(given).then(() => { globalThis.given = given; });
};

/** What is in the clipboard, or selected for it where the browser keeps it closed. */
const handed = () => {
  const box = document.querySelector("#export textarea");
  const isSelected = box && box.selectionStart === 0 && box.selectionEnd > 0 && box.selectionEnd === box.value.length;
  return globalThis.given ?? (isSelected ? box.value : undefined);
};

/** `page` is where the page runs; `press` presses a button of it. */
async function explain(page, press, language) {
  const { chip, ticket } = LANGUAGES[language];
  await page.evaluate(listen);
  await drop(page, "sign-in.har", CAPTURE);
  await settled(page, chip);
  await press("#copy-ticket");
  await wait(page, handed);
  const explanation = await page.evaluate(handed);
  assert.match(explanation, ticket);
  assert.match(explanation, /\*\*(Code|Kod) 31\*\*/);
  assert.match(explanation, /`lastname`/);
  assert.doesNotMatch(explanation, PERSON);
}

for (const name of BROWSERS) {
  let world;
  before(async () => { world = await launch(name, PAGES); });
  after(() => world.close());

  for (const language of Object.keys(LANGUAGES)) {
    for (const door of DOORS) {
      test(`${name}, ${door}, ${language}: from a capture to the ticket in three actions`, async () => {
        const page = await world.open(world.doors[door]);
        await choose(page, "#language", language);
        await explain(page, page.click, language);
        assert.deepEqual(await page.complaints(), []);
        await page.close();
      });
    }

    // WebDriver can't enter a frame in a closed shadow root, so WebKit gets the frame that the element makes.
    const way = name === "webkit" ? "frame" : "element";
    test(`${name}, embedded, ${language}: from a capture to the ticket in three actions`, async () => {
      const page = await world.browser.open(`${world.home}${way}/${language}`);
      const inside = { evaluate: (action, argument) => page.inFrame(action, argument) };
      await wait(inside, () => document.querySelector("#verdict") !== null);
      await explain(inside, (selector) => inside.evaluate((wanted) => document.querySelector(wanted).click(), selector), language);
      await page.close();
    });
  }
}
