// Another code than 31: from Webex's answer in a capture, from a pasted sentence, from the address, and by the reader's choice.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { drop, launch, open, paste, response, settled, FULL } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/codes/${name}`, import.meta.url), "utf8");
const text = (page, selector) => page.locator(selector).innerText();
const icon = (page) => page.locator("link[rel=icon]").getAttribute("href");

const CAPTURES = [
  ["no-class-13.har", "en-GB", {
    chip: "Error 13 explained", title: "Error 13 explained · error31", heading: /^Webex answered 13, not 31: The message names no class of authentication\.$/,
    first: /Send a class of authentication/, said: /^Webex answered 13, not 31: .* First: Send a class of authentication/s, ticket: /^## Webex answered 13, not 31: /, isExplained: true,
  }],
  ["no-class-13.har", "sr-RS", {
    chip: "Greška 13 je objašnjena", title: "Greška 13 objašnjena · error31", heading: /^Webex je odgovorio kodom 13, a ne 31: Poruka ne navodi klasu autentifikacije\.$/,
    first: /Pošaljite klasu autentifikacije/, said: /^Webex je odgovorio kodom 13, a ne 31: .*Pošaljite klasu autentifikacije/s, ticket: /^## Webex je odgovorio kodom 13, a ne 31: /, isExplained: true,
  }],
  ["class-13.har", "en-GB", {
    chip: "Cannot tell", title: "Error 13 · error31", heading: /^Webex answered 13, not 31: “Invalid SAML Assertion”\.$/,
    first: /Compare AuthnContextClassRef with the value at the site/, said: /^Webex answered 13, not 31: .*Compare AuthnContextClassRef/s, ticket: /^## Webex answered 13, not 31: /, isExplained: false,
  }],
  ["class-13.har", "sr-RS", {
    chip: "Ne može se utvrditi", title: "Greška 13 · error31", heading: /^Webex je odgovorio kodom 13, a ne 31: „Invalid SAML Assertion”\.$/,
    first: /AuthnContextClassRef/, said: /^Webex je odgovorio kodom 13, a ne 31: .*AuthnContextClassRef/s, ticket: /^## Webex je odgovorio kodom 13, a ne 31: /, isExplained: false,
  }],
];
for (const [name, locale, told] of CAPTURES) {
  test(`${name}, ${locale}: a capture with answer 13 is headed by 13 wherever the outcome is told`, async () => {
    const page = await open(world.browser, world.doors.file, { context: { locale } });
    const empty = await icon(page);
    await drop(page, name, await fixture(name));
    await settled(page, told.chip);
    assert.match(await text(page, "#verdict h1"), told.heading);
    assert.equal(await page.title(), told.title);
    assert.match(await text(page, ".todo"), told.first);
    await page.waitForFunction(() => document.querySelector("#status").textContent !== "");
    assert.match((await page.locator("#status").textContent()).replaceAll("\u2011", "-"), told.said);
    assert.notEqual(await icon(page), empty);
    assert.equal(decodeURIComponent(await icon(page)).includes("#C8382A"), told.isExplained);
    await page.click("#export-toggle");
    assert.match(await page.locator("#ticket-text").inputValue(), told.ticket);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a pasted sentence gives the code, and with a message what in it explains it", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, "Invalid SAML assertion (13)");
  await page.waitForSelector("#verdict .chip");
  assert.match(await text(page, "#verdict"), /Invalid SAML assertion \(13\)[\s\S]*code 13/);
  assert.match(await text(page, "main"), /AuthnContextClassRef, or another than the one entered at the site/);
  await paste(page, `${response(FULL)}\n\nInvalid SAML assertion (13)`);
  await settled(page, "Error 13 explained");
  assert.match(await text(page, "#verdict h1"), /names no class of authentication/);
  assert.deepEqual(page.complaints, []);
});

test("a sentence with a number that is no code says so and guesses none", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, "Invalid SAML assertion (99)");
  await page.waitForFunction(() => /Webex has no code 99/.test(document.querySelector("#verdict")?.textContent));
  assert.doesNotMatch(await text(page, "#verdict"), /may be error|code 13/);
});

test("a code in the address is explained by the message, and never outvotes Webex's answer", async () => {
  const page = await open(world.browser, `${world.doors.file}#code=13`);
  await page.waitForSelector("#asked-h");
  await paste(page, response(FULL));
  await settled(page, "Error 13 explained");
  assert.match(await text(page, "#verdict"), /The link that opened this page names this code/);
  await paste(page, `${response(FULL)}\n\nReason: Auto Account Creation failed (31)`);
  await settled(page, "Error 31 not explained");
});

test("the reader's choice counts for the message after the fix too", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, response(FULL));
  await settled(page, "Error 31 not explained");
  await page.click("#code-change");
  await page.selectOption("#code-choice", "13");
  await settled(page, "Error 13 explained");
  const statement = "<AuthnStatement><AuthnContext><AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</AuthnContextClassRef></AuthnContext></AuthnStatement>";
  const fixed = response(FULL).replace("<AttributeStatement>", `${statement}<AttributeStatement>`);
  await page.setInputFiles("#after-file", { name: "fixed.xml", mimeType: "text/xml", buffer: Buffer.from(fixed) });
  await page.waitForSelector("#compared table");
  assert.match(await text(page, "#compared"), /Explained\s+Cannot tell/);
  assert.deepEqual(page.complaints, []);
});
