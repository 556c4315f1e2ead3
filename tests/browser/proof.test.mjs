// What a statement rests on: it opens to a page, and says when that was last looked at.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, paste, response, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

test("the small i opens by key, says the page and the rule, and closes again", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, response(WITHOUT_LAST_NAME));
  await page.waitForSelector("#cause-2-why");
  assert.equal(await page.locator("#cause-2-proof").isVisible(), false);
  await page.focus("#cause-2-why");
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("#cause-2-why", "aria-expanded"), "true");
  assert.match(await page.locator("#cause-2-proof").innerText(), /What Cisco says[\s\S]*WBX54421[\s\S]*checked on \d+ \w+ \d{4}[\s\S]*missing-attribute/);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#cause-2-proof").isVisible(), false);
  await page.click("#for-why");
  assert.match(await page.locator("#for-proof").innerText(), /Recognised by/);
  assert.deepEqual(page.complaints, []);
});

test("sender and receiver stand with every sign of one, the strongest first, and can be switched there", async () => {
  const page = await open(world.browser, world.doors.file);
  const tenant = "http://schemas.microsoft.com/identity/claims/tenantid";
  const hub = "https://idbroker.webex.com/11111111-2222";
  await paste(page, response({ ...WITHOUT_LAST_NAME, [tenant]: "x" }, hub).replaceAll("https://idp.adriasoft.example/", "http://www.okta.com/exk1"));
  await page.click("#from-why");
  const signs = (id) => page.locator(`#${id}-proof .reasons li`).allInnerTexts();
  assert.deepEqual(await signs("from"), [
    "Issuer http://www.okta.com/exk1",
    `Attribute ${tenant}, which this product usually sends speaks for Microsoft Entra ID`,
  ]);
  await page.focus("#sender");
  await page.selectOption("#sender", "entra");
  await page.waitForFunction(() => document.querySelector("#from-proof li")?.textContent === "You said so");
  assert.match((await page.locator("#from-proof .reasons").innerText()), /speaks for Okta/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "sender");
  assert.equal(await page.getAttribute("#from-why", "aria-expanded"), "true");
  await page.click("#for-why");
  const [address, audience] = await signs("for");
  assert.match(address, /^Address https:\/\/adriasoft\.webex\.com\/dispatcher/);
  assert.match(audience, /^Audience https:\/\/idbroker\.webex\.com\/11111111-2222 speaks for /);
  await page.click("#receiver-change");
  await page.selectOption("#receiver", "control-hub");
  await page.waitForFunction(() => document.querySelector("#for-proof li")?.textContent === "You said so");
  assert.deepEqual(page.complaints, []);
});

test("each verdict says what would change it", async () => {
  const page = await open(world.browser, world.doors.file);
  await paste(page, response(WITHOUT_LAST_NAME));
  await page.click("#cause-2-why");
  assert.match(await page.locator("#cause-2-proof").innerText(), /What would change it\s+With a value in lastname: ruled out/);
  await page.click("#cause-1-why");
  assert.match(await page.locator("#cause-1-proof").innerText(), /What would change it\s+Another message/);
  await page.click("#verdict-why");
  assert.match(await page.locator("#verdict-proof").innerText(), /What would change it\s+With a value in lastname/);
  await page.evaluate(() => document.getElementById("answer-partner-id-yes").click());
  await page.waitForFunction(() => document.querySelector("#cause-5-proof")?.textContent.includes("Another answer"));
  assert.deepEqual(page.complaints, []);
});

test("what was looked at long ago says its age", async () => {
  const page = await open(world.browser, world.doors.file, { before: () => { Date.now = () => Date.UTC(2027, 9, 1); } });
  await paste(page, response(WITHOUT_LAST_NAME));
  await page.click("#verdict-why");
  assert.match(await page.locator("#verdict-proof").innerText(), /more than half a year ago/);
});
