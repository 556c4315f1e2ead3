// What is handed to somebody else: copied, saved, printed; nothing of the person is in it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { again, drop, launch, open, paste, response, settled, FULL } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const MEMBER_STATUS = response({ uid: FULL.uid, firstname: FULL.firstname, email: FULL.email, MemberStatus: "Active" });
/** What a capture says about people, companies, sessions and computers. */
const SECRETS = [
  "Jelena", "Ilić", "Ilic", "adriasoft", "_webex_7a11", "_7f0c2b41", "_c2d84d10", "5f1c9e02", "e0N8IDIP", "IrNx1RFR",
  "JSESSIONID", "8A1F", "made-up", "not-a-real-one", "WebInspector",
];

const har = () => readFile(new URL("../fixtures/captures/chrome.har", import.meta.url), "utf8");
const text = (page, selector) => page.locator(selector).innerText();
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

function assertClean(handed) {
  for (const secret of SECRETS) {
    for (const form of [secret, encodeURIComponent(secret), btoa(unescape(encodeURIComponent(secret))).slice(0, -4)]) {
      assert.ok(form.length < 4 || !handed.toLowerCase().includes(form.toLowerCase()), `${form} is in\n${handed}`);
    }
  }
}

/** Counts the pages of a PDF. */
const pages = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;

for (const door of ["file", "http"]) {
  test(`three actions lead from a capture to an explanation for the ticket, over ${door}`, async () => {
    const page = await open(world.browser, world.doors[door], { context: CLIPBOARD });
    await drop(page, "sign-in.har", await har());
    await page.click("#message-2");
    await page.click("#copy-ticket");
    await page.waitForSelector("#copied:not([hidden])");
    assert.match(await text(page, "#copied"), /^Copied without personal data\. Removed: \d+\.$/);
    assert.equal(await text(page, "#status"), await text(page, "#copied"));
    const ticket = await copied(page);
    assert.match(ticket, /^## The message names first name, last name and e‑mail differently from Cisco’s table\./);
    assert.match(ticket, /\| From \| Microsoft Entra ID \|/);
    assert.match(ticket, /har › request 5\/5 › form › percent › base64/);
    assert.match(ticket, /\*\*Code 31\*\*/);
    assert.match(ticket, /<saml:Attribute Name="http:\/\/schemas\.xmlsoap\.org\/ws\/2005\/05\/identity\/claims\/surname">/);
    assert.match(ticket, /Removing it changed no finding\./);
    assertClean(ticket);
    assert.deepEqual(page.complaints, []);
    assert.equal(page.requests.filter((one) => !/^(data|blob):/.test(one)).length, 1);
  });
}

test("who reads Serbian can send English, and takes the choice along to the next message", async () => {
  const page = await open(world.browser, world.doors.file, { context: { ...CLIPBOARD, locale: "sr-RS" } });
  await paste(page, MEMBER_STATUS);
  await page.keyboard.press("c");
  await page.waitForSelector("#copied:not([hidden])");
  assert.match(await text(page, "#copied"), /^Kopirano bez ličnih podataka\. Uklonjeno: \d+\.$/);
  assert.match(await copied(page), /^## Poruka sadrži atribut Member Status, a ne prenosi prezime\./);
  await page.click("#export-toggle");
  await page.click("label:has(#ticket-language-en)");
  await page.click("#copy-text");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("## The message carries"));
  await page.click("#receipt summary");
  assert.match(await text(page, "#receipt"), /Vrednosti atributa: 4/);
  await page.click("#new-check");
  await paste(page, MEMBER_STATUS.replace("_r", "_s"));
  await page.waitForSelector("#copy-ticket");
  assert.equal(await page.locator("#export").isVisible(), false);
  await page.click("#copy-ticket");
  await page.waitForSelector("#copied:not([hidden])");
  assert.match(await copied(page), /^## The message carries Member Status/);
  assert.deepEqual(page.complaints, []);
});

test("each class is shared when the reader ticks it, and never the person", async () => {
  const page = await again(world);
  await paste(page, MEMBER_STATUS);
  await page.click("#export-toggle");
  const shown = () => page.locator("#ticket-text").inputValue();
  assertClean(await shown());
  assert.match(await shown(), /Another user with the same fault would give the same text\./);
  for (const [tick, told] of [
    ["#share-site", /adriasoft\.webex\.com/],
    ["#share-tenant", /https:\/\/idp\.adriasoft\.example\//],
    ["#share-times", /IssueInstant="20[1-9]/],
    ["#share-names", /Kept on request: attribute names that are in no table\./],
  ]) {
    assert.doesNotMatch(await shown(), told);
    assert.equal(await page.isChecked(tick), false);
    await page.check(tick);
    assert.match(await shown(), told);
    assert.doesNotMatch(await shown(), /jelena|ilić/i);
    await page.uncheck(tick);
  }
  await page.click("label:has(#ticket-format-json)");
  const { report, receipt } = JSON.parse(await shown());
  assert.equal(report.messages[0].error31.verdict, "explained");
  assert.equal(receipt.same, true);
  assertClean(JSON.stringify(report));
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-text")]);
  assert.equal(download.suggestedFilename(), "error31-ticket.json");
  assert.deepEqual(JSON.parse(await readFile(await download.path(), "utf8")).receipt, receipt);
  const admin = await page.locator("#admin-text").inputValue();
  assert.match(admin, /Search for jelena\.ilic@adriasoft\.example/);
  assert.match(admin, /^Control Hub/m);
  assert.deepEqual(page.complaints, []);
});

test("one finding, and a letter in a language of its own, without the person", async () => {
  const page = await open(world.browser, world.doors.file, { context: CLIPBOARD });
  await paste(page, MEMBER_STATUS);
  await page.waitForSelector("#f1-copy");
  await page.click("#f1-copy");
  await page.waitForSelector("#f1-body .copied:not(:empty)");
  const finding = await copied(page);
  assert.match(finding, /^The assertion carries Member Status[\s\S]*\n1\. [\s\S]*https:\/\/help\.webex\.com/);
  assertClean(finding);
  await page.click("#export-toggle");
  const letter = () => page.locator("#letter-identity-provider-text").inputValue();
  assert.match(await letter(), /^Hello,/);
  await page.click("label:has(#letter-identity-provider-language-sr-Cyrl)");
  assert.match(await letter(), /^Поштовање,/);
  assertClean(await letter());
  assert.match(await page.locator("#ticket-text").inputValue(), /^## The message/);
  await page.click("label:has(#admin-language-sr-Latn)");
  assert.match(await page.locator("#admin-text").inputValue(), /Potražite[\s\S]*jelena\.ilic@adriasoft\.example/);
  await page.click("#copy-letter-identity-provider");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("Поштовање"));
  assert.deepEqual(page.complaints, []);
});

test("the message alone, and the capture with nothing but its sign-in, without the person or as they came", async () => {
  const page = await open(world.browser, world.doors.file, { context: CLIPBOARD });
  await drop(page, "sign-in.har", await har());
  await page.click("#message-2");
  await page.click("#export-toggle");
  const message = () => page.locator("#message-text").inputValue();
  const file = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
    return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
  };
  const code = async () => [await text(page, ".chip"), await page.locator(".findings .finding").count()];
  const told = await code();
  assert.match(await message(), /^<samlp:Response/);
  assertClean(await message());
  await page.click("label:has(#message-form-base64)");
  assert.match(Buffer.from(await message(), "base64").toString(), /^<samlp:Response/);
  assert.deepEqual(await file("#save-message"), ["error31-message.txt", await message()]);
  const [name, clean] = await file("#save-capture");
  assert.equal(name, "error31-sign-in.har");
  assertClean(clean);
  const bare = clean.replace(/SAML(?:Request|Response)=([^"]*)/g, (_, one) => Buffer.from(decodeURIComponent(one), "base64").toString());
  assertClean(bare);
  await page.check("#message-as-is");
  assert.match(Buffer.from(await message(), "base64").toString(), /jelena/i);
  const [, whole] = await file("#save-capture");
  for (const secret of ["JSESSIONID", "made-up", "not-a-real-one", "Cookie", "WebInspector"]) assert.ok(!whole.includes(secret), secret);
  for (const capture of [whole, clean]) {
    await page.click("#new-check");
    await drop(page, "again.har", capture);
    await page.waitForSelector("#message-2");
    await page.click("#message-2");
    assert.deepEqual(await code(), told);
  }
  assert.deepEqual(page.complaints, []);
});

test("a response that came in an address stays in one in the capture with nothing but its sign-in", async () => {
  const page = await open(world.browser, world.doors.file);
  await drop(page, "by-get.har", await readFile(new URL("../fixtures/codes/by-get-5.har", import.meta.url), "utf8"));
  await page.waitForSelector("#f1");
  const title = await page.locator("#verdict h1").innerText();
  assert.match(title, /5/);
  await page.click("#export-toggle");
  for (const asIs of [false, true]) {
    if (asIs) await page.check("#message-as-is");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-capture")]);
    const capture = await readFile(await download.path(), "utf8");
    const other = await open(world.browser, world.doors.file);
    await drop(other, "again.har", capture);
    await other.waitForSelector("#f1");
    assert.equal(await other.locator("#verdict h1").innerText(), title);
    assert.ok(await other.locator(".rule:has-text('response-by-get')").count() > 0);
    await other.context().close();
  }
  assert.deepEqual(page.complaints, []);
});

test("what is compared is in the ticket, and on paper without the person", async () => {
  const before = () => { window.print = () => { dispatchEvent(new Event("beforeprint")); window.onPaper = document.querySelector("#against").textContent; dispatchEvent(new Event("afterprint")); }; };
  const page = await open(world.browser, world.doors.file, { before });
  await drop(page, "jelena.xml", MEMBER_STATUS);
  await page.waitForSelector("#copy-ticket");
  await drop(page, "jelena-2.xml", response(FULL));
  await page.click("#toast-more");
  await page.waitForSelector("#against");
  await page.click("#export-toggle");
  const ticket = await page.locator("#ticket-text").inputValue();
  assert.match(ticket, /### Compared with another message\n\nWhat explains error 31 in the first message is not in the second\.[\s\S]*\| Last name \| Missing \| Read \|/);
  assertClean(ticket);
  await page.click("#print-redacted");
  const paper = await page.evaluate(() => window.onPaper);
  assert.match(paper, /is not in the second/);
  assert.doesNotMatch(paper, /jelena|adriasoft|Before:/i);
  await page.waitForSelector("#against");
  assert.deepEqual(page.complaints, []);
});

test("where the clipboard is refused the text is selected", async () => {
  const refuse = () => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); };
  const page = await open(world.browser, world.doors.http, { before: refuse });
  await paste(page, MEMBER_STATUS);
  await page.click("#copy-ticket");
  await page.waitForSelector("#copied:not([hidden])");
  assert.match(await text(page, "#copied"), /press (Ctrl\+C|⌘C)\.$/);
  const selected = await page.evaluate(() => {
    const box = document.activeElement;
    return [box.id, box.selectionEnd - box.selectionStart === box.value.length, box.value.length > 1000];
  });
  assert.deepEqual(selected, ["ticket-text", true, true]);
});

test("an edit is what is copied", async () => {
  const page = await open(world.browser, world.doors.file, { context: CLIPBOARD });
  await paste(page, response(FULL));
  await settled(page, "Error 31 not explained");
  await page.click("#copy-ticket");
  await page.waitForSelector("#copied:not([hidden])");
  assert.match(await copied(page), /### Check next, at Webex/);
  assertClean(await copied(page));
});

for (const locale of ["en-GB", "sr-RS"]) {
  test(`three pages of paper hold the report, with the steps of both consoles, ${locale}`, async () => {
    const page = await open(world.browser, world.doors.file, { context: { locale, colorScheme: "dark" } });
    await page.locator(".samples button").nth(2).click();
    await page.waitForSelector("#copy-ticket");
    await page.click("#export-toggle");
    assert.ok(pages(await page.pdf()) <= 3);
    await page.emulateMedia({ media: "print" });
    assert.match(await text(page, "main"), /jelena\.ilic@adriasoft\.example/);
    for (const selector of [".top", "#source", "#export", ".first .doing"]) assert.equal(await page.locator(selector).isVisible(), false, selector);
    assert.equal(await page.locator(".finding .body:visible").count(), await page.locator(".finding").count());
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    assert.match(await text(page, ".foot"), /error31 \d/);
  });
}

test("paper without personal data, and the page as it was behind it", async () => {
  const page = await open(world.browser, world.doors.file, { before: () => { window.print = () => { window.printed = document.body.innerText; }; } });
  await page.locator(".samples button").nth(2).click();
  await page.click("#export-toggle");
  await page.click("#print-redacted");
  assertClean(await text(page, "main > #verdict"));
  for (const id of ["#causes", "#fields", "#findings", "#checks"]) assertClean(await text(page, id));
  await page.emulateMedia({ media: "print" });
  assertClean(await text(page, "body"));
  assert.ok(pages(await page.pdf()) <= 3);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.match(await text(page, "#fields"), /jelena\.ilic@adriasoft\.example/);
  assert.deepEqual(page.complaints, []);
});

test("a hundred findings of a rule are listed, on the page and in the ticket, and the rest is counted", async () => {
  const page = await open(world.browser, world.doors.file);
  const one = '<Attribute Name="MemberStatus"><AttributeValue>Active</AttributeValue></Attribute>';
  await paste(page, MEMBER_STATUS.replace("</AttributeStatement>", `${one.repeat(129)}</AttributeStatement>`));
  await page.waitForSelector(".omitted");
  assert.equal(await text(page, ".omitted"), "Findings of member-status that are not listed: 30");
  assert.ok(await page.locator(".finding").count() < 110);
  await page.click("#export-toggle");
  assert.match(await page.locator("#ticket-text").inputValue(), /Findings of `member-status` that are not listed: 30/);
  assert.deepEqual(page.complaints, []);
});
