// Neither a change of the language nor Undo loses what the reader opened and chose.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";

let browser;

before(async () => { browser = await launch(); });
after(() => browser.close());

const message = (user) => `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_${user}" Version="2.0" IssueInstant="2026-11-20T08:00:00Z">
  <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a${user}" Version="2.0" IssueInstant="2026-11-20T08:00:00Z">
    <saml:Subject><saml:NameID>${user}@adriasoft.example</saml:NameID></saml:Subject>
  </saml:Assertion>
</samlp:Response>`;

const capture = () => {
  const entries = ["ana", "iva"].map((user) => ({ request: {
    method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", headers: [],
    postData: { mimeType: "application/x-www-form-urlencoded", text: `SAMLResponse=${encodeURIComponent(btoa(message(user)))}` },
  } }));
  return { name: "two.har", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ log: { entries } })) };
};

const opened = (page) => page.locator("#messages tr.on").innerText();

async function secondOpen() {
  const page = await open(browser.browser, browser.doors.file);
  await page.setInputFiles("#file", capture());
  await page.click("#message-2");
  assert.match(await opened(page), /iva@/);
  return page;
}

test("another language shows the same message, ticket, list of statuses and choice of keys", async () => {
  const page = await secondOpen();
  await page.click("#keys");
  await page.uncheck("#keys-on");
  await page.keyboard.press("Escape");
  await page.click("#statuses-as-list");
  await page.click("#export-toggle");
  await page.check("#share-site");
  await page.locator("input[name=ticket-format][value=json]").check({ force: true });
  await page.selectOption("#language", "sr-Latn");
  assert.match(await opened(page), /iva@/);
  assert.equal(await page.getAttribute("#export-toggle", "aria-expanded"), "true");
  assert.match(await page.inputValue("#ticket-text"), /^\{/);
  assert.equal(await page.isChecked("#share-site"), true);
  assert.equal(await page.getAttribute("#statuses-as-list", "aria-pressed"), "true");
  await page.click("#keys");
  assert.equal(await page.isChecked("#keys-on"), false);
  assert.deepEqual(page.complaints, []);
});

test("Undo brings back the message that was open, and how it was shown", async () => {
  const page = await secondOpen();
  await page.click("#statuses-as-list");
  await page.click("#export-toggle");
  await page.click("#new-check");
  assert.equal(await page.getAttribute("#statuses-as-list", "aria-pressed"), "false");
  await page.click("#undo");
  assert.match(await opened(page), /iva@/);
  assert.equal(await page.getAttribute("#statuses-as-list", "aria-pressed"), "true");
  assert.equal(await page.getAttribute("#export-toggle", "aria-expanded"), "true");
  assert.deepEqual(page.complaints, []);
});
