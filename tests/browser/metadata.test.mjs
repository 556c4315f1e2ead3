// Metadata beside the message: dropped, opened or pasted, it stays out of the way of the message and is held against it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { again, drawn, drop, launch, paste } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/contradictions/${name}`, import.meta.url), "utf8");
const findings = (page) => page.locator("#findings h3").allInnerTexts();

async function message() {
  const page = await again(world);
  await paste(page, await fixture("metadata-other.xml"));
  await page.waitForSelector("#metadata");
  return page;
}

test("metadata that is dropped keeps the message and is held against it, until it is removed", async () => {
  const page = await message();
  const before = await page.locator("h1").innerText();
  await drop(page, "idp.xml", await fixture("other-idp.metadata"));
  await page.waitForSelector("#metadata-remove-1");
  assert.equal(await page.locator("h1").innerText(), before);
  assert.match(await page.locator("#metadata li").innerText(), /idp\.xml[\s\S]*Identity provider: https:\/\/login\.adriasoft\.example\/saml2/);
  assert.match((await findings(page)).join(), /not in the identity provider’s metadata/);
  await page.click("#metadata-remove-1");
  assert.equal(await page.locator("#metadata li").count(), 0);
  assert.doesNotMatch((await findings(page)).join(), /metadata/);
  assert.deepEqual(page.complaints, []);
});

test("metadata is pasted or opened, the same once, and holds for the next message", async () => {
  const page = await message();
  const site = await fixture("other-site.metadata");
  await paste(page, site);
  await page.waitForSelector("#metadata-remove-1");
  await page.setInputFiles("#metadata-file", { name: "site.xml", mimeType: "text/xml", buffer: Buffer.from(site) });
  await page.waitForFunction(() => document.querySelector("#metadata li strong")?.textContent === "site.xml");
  assert.equal(await page.locator("#metadata li").count(), 1);
  await paste(page, await fixture("metadata-agreeing.xml"));
  await page.waitForSelector("#metadata li");
  assert.match((await findings(page)).join(), /not the entity ID in the service’s metadata/);
});

test("metadata alone says what it is, and what is none is refused", async () => {
  const page = await again(world);
  await drop(page, "idp.xml", await fixture("other-idp.metadata"));
  await drawn(page, ".chip");
  assert.match(await page.locator("#findings").innerText(), /This is SAML metadata, not a message/);
  const other = await message();
  await other.setInputFiles("#metadata-file", { name: "notes.xml", mimeType: "text/xml", buffer: Buffer.from("<a/>") });
  await other.waitForFunction(() => document.querySelector(".toast:not([hidden])")?.textContent.includes("notes.xml"));
  assert.equal(await other.locator("#metadata li").count(), 0);
});

test("a signature is held against the metadata that is given, and the line of facts says so, with the last day", async () => {
  const signed = await readFile(new URL("../fixtures/signatures/other-certificate.xml", import.meta.url), "utf8");
  const metadata = (name) => readFile(new URL(`../fixtures/signatures/${name}.metadata`, import.meta.url), "utf8");
  const page = await again(world);
  await paste(page, signed);
  await page.waitForSelector("#signatures table");
  const facts = () => page.locator(".facts").innerText();
  assert.match(await facts(), /assertion: intact, by the key in the message \(its certificate runs until 31\sMay\s2028: \d+ days more\)/);
  for (const [name, said] of [["other", /intact, but by none of the keys you gave/], ["rollover", /intact, by a key you gave \(its certificate runs until 31\sMay\s2028: \d+ days more\)/]]) {
    await drop(page, "idp.xml", await metadata(name));
    await page.waitForSelector("#metadata-remove-1");
    assert.match(await facts(), said, name);
    await page.click("#metadata-remove-1");
  }
  assert.match(await page.locator("#signatures .note").innerText(), /can’t be seen here/);
  assert.deepEqual(page.complaints, []);
});

test("of a federation’s metadata the sender’s own keys count, wherever it stands", async () => {
  const read = (name) => readFile(new URL(`../fixtures/signatures/${name}`, import.meta.url), "utf8");
  const [signed, own, other] = await Promise.all(["other-certificate.xml", "rollover.metadata", "other.metadata"].map(read));
  const others = Array.from({ length: 2_500 }, (_, i) => other.replace(/entityID="[^"]*"/, `entityID="https://${i}.example"`));
  const federation = (last) => `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${others.join("")}${last}</md:EntitiesDescriptor>`;
  const page = await again(world);
  await paste(page, signed);
  await page.waitForSelector("#signatures table");
  for (const [last, said] of [[own, /intact, by a key you gave \(its certificate runs until/], [other, /intact, but by none of the keys you gave for its sender/]]) {
    await drop(page, "federation.xml", federation(last));
    await page.waitForSelector("#metadata-remove-1");
    assert.match(await page.locator(".facts").innerText(), said);
    assert.match(await page.locator("#metadata li").innerText(), /Identity provider: https:\/\/0\.example/);
    await page.click("#metadata-remove-1");
  }
  assert.deepEqual(page.complaints, []);
});

test("what an intact signature covers is marked in the source, and nothing else is", async () => {
  const page = await again(world);
  await paste(page, await readFile(new URL("../fixtures/signatures/intact.xml", import.meta.url), "utf8"));
  await page.waitForSelector("#signatures table");
  await page.click("#view-pretty");
  const marked = () => page.locator("#code .reach").allInnerTexts();
  assert.deepEqual(await marked(), []);
  await page.click("#signatures .wire");
  const lines = await marked();
  assert.match(lines[0], /^\s*<saml:Assertion /);
  assert.ok(lines.length > 20, String(lines.length));
  await page.locator("#fields .wire").first().click();
  assert.deepEqual(await marked(), []);
  assert.deepEqual(page.complaints, []);
});
