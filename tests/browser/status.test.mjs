// The user statuses: every way of the table is in the picture, keyboard and phone reach the same words.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { again, launch, open } from "./browser.mjs";

const GENERATIONS = ["to-2024", "2025", "2026", "site-administration"];
let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fresh = (context) => (context ? open(world.browser, world.doors.file, { context }) : again(world));
const choose = (page, generation) => page.locator(`#generation-${generation}`).check({ force: true });
const focused = (page) => page.evaluate(() => document.activeElement.dataset.status);

/** Boxes that overlap each other, words that overlap a box or other words, and words outside the picture. */
function collisions() {
  const inside = document.querySelector(".dia").getBoundingClientRect();
  const named = (elements, name) => [...elements].map((element) => ({ name: name(element), box: element.getBoundingClientRect() }));
  const nodes = named(document.querySelectorAll(".node rect"), (rect) => rect.parentElement.dataset.status);
  const words = named(document.querySelectorAll(".dia > g[aria-hidden] > text.label"), (text) => text.textContent);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const all = [...nodes, ...words];
  return all.flatMap((one, i) => [
    ...all.slice(i + 1).filter((other) => meet(one.box, other.box)).map((other) => `${one.name} × ${other.name}`),
    ...(one.box.left < inside.left - 1 || one.box.right > inside.right + 1 || one.box.bottom > inside.bottom + 1 ? [`${one.name} outside`] : []),
  ]);
}

for (const locale of ["en-GB", "sr-RS"]) {
  test(`${locale}: each list is drawn whole, and no words meet`, async () => {
    const page = await fresh({ locale });
    const ways = { "to-2024": 11, 2025: 11, 2026: 15, "site-administration": 5 };
    for (const generation of GENERATIONS) {
      await choose(page, generation);
      assert.equal(await page.locator(".dia .way").count(), ways[generation], generation);
      assert.equal(await page.locator(".node:not(.outside)").count(), await page.locator(".statelist > li").count(), generation);
      assert.deepEqual(await page.evaluate(collisions), [], generation);
    }
    assert.deepEqual(page.complaints, []);
  });
}

test("the empty page leads to the statuses, their clocks and their words", async () => {
  const page = await fresh();
  await page.click("#to-statuses");
  assert.equal(await page.evaluate(() => document.activeElement.id), "statuses-h");
  await page.click("#status-clocks summary");
  assert.match(await page.locator("#status-clocks").innerText(), /14 days[\s\S]*30 days[\s\S]*7 days/);
  await page.click("#status-words summary");
  assert.match(await page.locator("#status-words").innerText(), /Claim a domain/);
});

test("arrow keys move along the ways, Enter opens the words", async () => {
  const page = await fresh();
  await choose(page, "to-2024");
  await page.focus("[data-status=new]");
  for (const [key, to] of [["ArrowRight", "not-verified"], ["ArrowRight", "verified"], ["ArrowRight", "active"], ["ArrowDown", "inactive"], ["ArrowRight", "deleted"], ["ArrowLeft", "inactive"]]) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), to, key);
  }
  assert.equal(await page.locator("#status-pane").isVisible(), false);
  await page.keyboard.press("Enter");
  assert.match(await page.locator("#status-pane").innerText(), /Confirms the cause[\s\S]*Inactive[\s\S]*Ways out[\s\S]*30 days/);
  assert.equal(await page.getAttribute("[data-status=inactive]", "aria-pressed"), "true");
  assert.match(await page.getAttribute("[data-status=inactive]", "aria-label"), /^Inactive cannot sign in/);
});

test("a phone has the list, and the picture can be had as a list", async () => {
  const phone = await fresh({ viewport: { width: 390, height: 800 } });
  assert.equal(await phone.locator(".dia").isVisible(), false);
  await choose(phone, "to-2024");
  await phone.locator(".statelist summary").filter({ hasText: "Inactive" }).click();
  assert.match(await phone.locator(".statelist").innerText(), /Reactivate User/);
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  const wide = await fresh({});
  await wide.click("#statuses-as-list");
  assert.equal(await wide.locator(".dia").isVisible(), false);
  assert.equal(await wide.locator(".statelist > li").count(), 7);
});

test("forced colours keep the boxes and the lines", async () => {
  const page = await fresh({ forcedColors: "active" });
  const stroke = await page.evaluate(() => getComputedStyle(document.querySelector(".node rect")).stroke);
  assert.notEqual(stroke, "none");
});
