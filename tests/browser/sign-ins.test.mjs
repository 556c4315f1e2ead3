// The sign-in as it happened: every arrow in the picture and in the list, mouse and keyboard open its message, and what is missing says so.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { again, drop, launch, open } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/sign-ins/${name}`, import.meta.url), "utf8");

/** A capture, read; with a context of its own where one is given. */
async function read(name, context) {
  const page = context ? await open(world.browser, world.doors.file, { context }) : await again(world);
  await drop(page, name, await fixture(name));
  await page.waitForSelector("#sign-in");
  return page;
}

/** What the arrows of the picture say, and what the list says. */
const arrows = (page) => page.locator(".seq .arrow .label").allTextContents();
const legs = (page) => page.locator(".legs > li").allTextContents();
const openLabel = (page) => page.locator(".seq .arrow[aria-current]").getAttribute("aria-label");
const focused = (page) => page.evaluate(() => document.activeElement.id);

/** Words that meet other words or stick out of the picture. */
function collisions() {
  const inside = document.querySelector(".seq").getBoundingClientRect();
  const all = [...document.querySelectorAll(".seq text")].map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }));
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return all.flatMap((one, i) => [
    ...all.slice(i + 1).filter((other) => meet(one.box, other.box)).map((other) => `${one.name} × ${other.name}`),
    ...(one.box.left < inside.left - 1 || one.box.right > inside.right + 1 || one.box.bottom > inside.bottom + 1 ? [`${one.name} outside`] : []),
  ]);
}

test("a sign-in through a proxy has a lane each, and an arrow each way", async () => {
  const page = await read("proxy.har");
  assert.deepEqual(await page.locator(".seq .name").allTextContents(), ["Browser", "WebexMeetings site", "Okta", "AD FS"]);
  assert.deepEqual(await arrows(page), ["AuthnRequest", "AuthnRequest", "Response", "Response", "Error 31"]);
  assert.deepEqual(await page.locator(".seq .time").allTextContents(), ["09:13:40", "+2 s", "+24 s", "+2 s"]);
  assert.match(await openLabel(page), /^Okta → Webex Meetings site: says who the user is \(Response\) \(2 s later\)$/);
  assert.deepEqual(page.complaints, []);
});

for (const locale of ["en-GB", "sr-RS"]) {
  test(`${locale}: no words meet, and the list says what the picture says`, async () => {
    for (const name of ["proxy.har", "holes.har", "mixed.har", "tracer-holes.json"]) {
      const page = await read(name, { locale });
      for (const button of await page.locator("[data-sign-in]").all()) {
        await button.click();
        assert.deepEqual(await page.evaluate(collisions), [], name);
      }
      assert.equal((await arrows(page)).length, (await legs(page)).length, name);
      await page.context().close();
    }
  });
}

test("a press on an arrow opens its message, and stays under the pointer", async () => {
  const page = await read("proxy.har");
  const arrow = page.locator("#leg-1");
  await arrow.scrollIntoViewIfNeeded();
  const { y } = await arrow.boundingBox();
  await arrow.click();
  assert.match(await openLabel(page), /^Webex Meetings site → Okta/);
  assert.match(await page.locator("h1").innerText(), /request/i);
  const moved = Math.abs((await arrow.boundingBox()).y - y);
  assert.ok(moved <= 1, `moved by ${moved} pixels`);
});

test("keys move from arrow to arrow, Enter opens, the code leads to the reference and back", async () => {
  const page = await read("proxy.har");
  await page.focus("#leg-1");
  for (const [key, to] of [["ArrowDown", "leg-2"], ["ArrowDown", "leg-3"], ["ArrowUp", "leg-2"], ["Enter", "leg-2"]]) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), to, key);
  }
  assert.match(await openLabel(page), /^Okta → AD FS/);
  await page.focus("#leg-5");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "reference-code-31");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.id === "leg-5");
});

test("several sign-ins: a row each, the chosen one is drawn, an opened message brings its own", async () => {
  const page = await read("five.har");
  assert.equal(await page.locator("[data-sign-in]").count(), 5);
  assert.match(await page.locator("#sign-in table").innerText(), /Error 31[\s\S]*Error 13[\s\S]*no error text[\s\S]*Error 19[\s\S]*Error 31/);
  await page.click("#sign-in-2");
  assert.equal((await arrows(page)).at(-1), "Error 13");
  assert.equal(await page.locator("#sign-in tr[aria-current]").innerText().then((text) => text.includes("Error 13")), true);
  await page.click("#leg-2");
  assert.equal((await arrows(page)).at(-1), "Error 13");
  await page.locator("#messages tbody [id^=message-]").last().click();
  assert.equal(await page.locator("#sign-in tr[aria-current] [data-sign-in]").getAttribute("data-sign-in"), "4");
});

test("what the capture lacks is dashed, leads nowhere, and is told", async () => {
  const page = await read("middle.har");
  const missing = page.locator(".seq .arrow.missing");
  assert.equal(await missing.count(), 1);
  assert.equal(await missing.getAttribute("role"), "img");
  assert.match(await missing.getAttribute("aria-label"), /\(not in the capture\)$/);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector(".seq .missing .way")).strokeDasharray), "none");
  assert.match(await page.locator("#sign-in .notice summary").innerText(), /begins in the middle/);
});

test("an answer alone has its sign-in too", async () => {
  const page = await read("answer-alone.har");
  assert.match((await legs(page)).join("\n"), /not in the capture[\s\S]*error 31/i);
});

test("a phone has the list, whose lines open their messages; a desk has it on demand, and keeps it", async () => {
  const phone = await read("proxy.har", { viewport: { width: 390, height: 800 } });
  assert.equal(await phone.locator(".seq").isVisible(), false);
  await phone.locator(".leg-open").first().click();
  assert.match(await phone.locator("h1").innerText(), /request/i);
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await phone.context().close();
  const desk = await read("five.har");
  assert.equal(await desk.locator(".legs").isVisible(), false);
  await desk.click("#sign-in-as-list");
  assert.equal(await desk.locator(".seq").isVisible(), false);
  await desk.click("#sign-in-3");
  assert.equal(await desk.locator(".legs").isVisible(), true);
});

test("forced colours and paper keep lines, words and tips", async () => {
  const page = await read("holes.har", { forcedColors: "active" });
  const painted = () => page.evaluate(() => [".seq .way", ".seq .party"].map((one) => getComputedStyle(document.querySelector(one)).stroke));
  assert.ok((await painted()).every((stroke) => stroke !== "none"));
  await page.emulateMedia({ media: "print", forcedColors: "none" });
  assert.equal(await page.locator(".seq").isVisible(), true);
  assert.equal(await page.locator("#sign-in-as-list").isVisible(), false);
  assert.ok((await painted()).every((stroke) => stroke !== "none"));
  await page.context().close();
});

test("printed without the person the sign-in has no times, no hosts, and opens nothing", async () => {
  const page = await open(world.browser, world.doors.file, { before: () => { window.print = () => { window.printed = document.getElementById("sign-in").textContent; }; } });
  await drop(page, "proxy.har", await fixture("proxy.har"));
  await page.waitForSelector("#sign-in");
  await page.click("#export-toggle");
  await page.click("#print-redacted");
  const printed = await page.evaluate(() => window.printed);
  assert.match(printed, /Okta[\s\S]*AD FS[\s\S]*Error 31/);
  assert.doesNotMatch(printed, /09:13|adriasoft|2026/i);
});
