// The reference: opened by its address, searched, and left with the message as it was.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, paste, response, WITHOUT_LAST_NAME } from "./browser.mjs";

let browser;

before(async () => { browser = await launch(); });
after(() => browser.close());

const at = (page, fragment) => page.evaluate((wanted) => { location.hash = wanted; }, fragment);
const focused = (page) => page.evaluate(() => document.activeElement?.id);
const waitFor = (page, selector) => page.locator(selector).waitFor();

test("every kind of address opens its entry, and a wrong one says so", async () => {
  const page = await open(browser.browser, browser.doors.file);
  for (const [address, id] of [
    ["cause=3", "reference-cause-3"], ["cause=account-state", "reference-cause-3"], ["rule=missing-attribute", "reference-rule-missing-attribute"],
    ["attribute=FIRSTNAME", "reference-attribute-firstname"], ["attribute=upgrade%20site", "reference-attribute-upgrade-site"],
    ["status=inactive", "reference-status-inactive"], ["service-provider=messenger", "reference-service-provider-messenger"],
    ["identity-provider=okta", "reference-identity-provider-okta"], ["codes", "reference-code-h"], ["reference", "reference-h"],
  ]) {
    await at(page, address);
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id, { timeout: 5000 }).catch(async () => assert.equal(await focused(page), id, address));
    assert.equal(await page.locator("#reference-wrong").isVisible(), false, address);
  }
  for (const address of ["code=99", "rule=nope", "how=lynx", "nothing=1", "cause=%E0%A4%A"]) {
    await at(page, address);
    await page.waitForFunction(() => document.activeElement?.id === "reference-h");
    assert.equal(await page.locator("#reference-wrong").isVisible(), true, address);
  }
});

test("the search filters, counts, and Esc clears it before it closes", async () => {
  const page = await open(browser.browser, browser.doors.file);
  await page.click("#to-reference");
  await waitFor(page, "#reference-search");
  const all = await page.locator("#reference .entry:visible").count();
  assert.ok(all > 150, String(all));
  await page.fill("#reference-search", "AuthnContextClassRef");
  const some = await page.locator("#reference .entry:visible").count();
  assert.ok(some > 0 && some < all, String(some));
  assert.equal(await page.locator("#reference-count").innerText(), `Entries: ${some}`);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#reference .entry:visible").count(), all);
  await page.keyboard.press("Escape");
  await page.locator("#reference").waitFor({ state: "detached" });
  assert.equal(await page.locator("#verdict").isVisible(), true);
});

test("forth and back: the message, the selected finding and the focus are as they were", async () => {
  const page = await open(browser.browser, browser.doors.file);
  await paste(page, response(WITHOUT_LAST_NAME));
  await waitFor(page, "#f1 .rule");
  const verdict = await page.locator("#verdict h1").innerText();
  await page.focus("#f1 .rule");
  await page.evaluate(() => { document.activeElement.id = "from"; });
  await page.keyboard.press("Enter");
  await waitFor(page, "#reference");
  assert.equal(await page.locator("main").isVisible(), false);
  await page.goBack();
  await page.locator("#reference").waitFor({ state: "detached" });
  assert.equal(await page.locator("#verdict h1").innerText(), verdict);
  assert.equal(await focused(page), "from");
  await at(page, "code=13");
  await waitFor(page, "#answered");
  assert.match(await page.locator("#verdict h1").innerText(), /13/);
  assert.equal(await page.locator("#reference").count(), 0);
  await page.goBack();
  await page.locator("#answered").waitFor({ state: "detached" });
  assert.equal(await page.locator("#verdict h1").innerText(), verdict);
});

test("a code in the address is explained in the empty page, and Webex's message takes its place", async () => {
  const page = await open(browser.browser, browser.doors.file);
  await at(page, "code=13");
  await waitFor(page, "#asked-h");
  assert.match(await page.locator("#asked").innerText(), /13 · Invalid SAML Assertion[\s\S]*AuthnContextClassRef/);
  await paste(page, response(WITHOUT_LAST_NAME));
  await waitFor(page, "#f1");
  assert.equal(await page.locator("#asked").count(), 0);
});

test("a link whose address stands there already leads there again", async () => {
  const page = await open(browser.browser, browser.doors.file);
  await page.click("#to-reference");
  await waitFor(page, "#reference");
  await paste(page, response(WITHOUT_LAST_NAME));
  await page.locator("#reference").waitFor({ state: "detached" });
  await page.click("#to-reference");
  await waitFor(page, "#reference");
});

test("nothing of a message stands in an address that the page offers or has", async () => {
  const page = await open(browser.browser, browser.doors.file);
  await paste(page, response({ ...WITHOUT_LAST_NAME, Petronije: "Petronije" }));
  await waitFor(page, "#f1");
  const addresses = () => page.evaluate(() => [location.hash, ...[...document.querySelectorAll('a[href^="#"]')].map((a) => a.hash)]);
  const before = await addresses();
  await page.click("#f1 .rule");
  await waitFor(page, "#reference");
  for (const address of [...before, ...await addresses()]) assert.doesNotMatch(address, /Petronije|jelena|adriasoft/i);
});

test("the steps for a browser and the statuses are shown where the page has them, else in the reference", async () => {
  const page = await open(browser.browser, browser.doors.file);
  await at(page, "how=firefox");
  await page.waitForFunction(() => document.activeElement?.id === "how-h");
  assert.equal(await page.locator("#how-firefox").isChecked(), true);
  await at(page, "statuses");
  await page.waitForFunction(() => document.activeElement?.id === "statuses-h");
  await paste(page, response(WITHOUT_LAST_NAME));
  await waitFor(page, "#f1");
  await at(page, "how=safari");
  await waitFor(page, "#reference #how-safari:checked");
});

test("another language keeps the entry, and nothing is wider than a phone", async () => {
  const page = await open(browser.browser, browser.doors.file);
  await page.setViewportSize({ width: 390, height: 800 });
  await at(page, "rule=missing-attribute");
  await waitFor(page, "#reference-rule-missing-attribute");
  await page.selectOption("#language", "sr-Latn");
  await waitFor(page, "#reference-rule-missing-attribute");
  assert.match(await page.locator("#reference-h").innerText(), /Pregled/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});
