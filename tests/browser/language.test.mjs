// The page in Serbian: as the browser asks for it, as the reader chooses it, in both scripts.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { transform } from "esbuild";
import { chip, launch, open, paste, response, settled, FULL, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const heading = (page) => page.locator("h1").innerText();
const language = (page) => page.evaluate(() => document.documentElement.lang);
const from = (locale) => ({ context: { locale } });

/** A file of the page that imports no other. */
async function module(file) {
  const source = await readFile(new URL(`../../www/${file}`, import.meta.url), "utf8");
  const { code } = await transform(source, { loader: "ts", format: "esm" });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

test("the browser's language comes first; neighbours read Serbian in Latin letters", async () => {
  for (const [locale, expected] of [
    ["sr-RS", "sr-Latn"], ["sr-Latn-ME", "sr-Latn"], ["sr-Cyrl-RS", "sr-Cyrl"], ["hr-HR", "sr-Latn"], ["bs", "sr-Latn"],
    ["en-US", "en"], ["de-DE", "en"],
  ]) {
    const page = await open(world.browser, world.doors.file, from(locale));
    assert.equal(await language(page), expected, locale);
    assert.equal(await page.inputValue("#language"), expected, locale);
    await page.context().close();
  }
});

test("the report, the title and the facts are Serbian", async () => {
  const page = await open(world.browser, world.doors.file, from("sr-RS"));
  assert.equal(await heading(page), "Zašto Webex odgovara „Auto account creation failed (31)”?");
  await paste(page, response({ ...WITHOUT_LAST_NAME, MemberStatus: "Active" }));
  await settled(page, "Greška 31 je objašnjena");
  assert.equal(await heading(page), "Poruka sadrži atribut Member Status, a ne prenosi prezime.");
  assert.equal(await page.title(), "Objašnjeno: Member Status, lastname · error31");
  assert.match(await page.locator(".facts").innerText(), /21\. 11\. 2026, 09:14\sUTC/);
  assert.match(await page.locator("#status").innerText(), /Utvrđeno: 2\. Ne može se utvrditi: 3\. Prvo: Uklonite atribut MemberStatus\./);
  const labels = await page.$$eval(".ui", (all) => all.map((one) => one.lang));
  assert.ok(labels.length > 0 && labels.every((lang) => lang === "en"));
  assert.deepEqual(page.complaints, []);
});

test("the choice changes the page in place, and lasts", async () => {
  const page = await open(world.browser, world.doors.http);
  await paste(page, response(WITHOUT_LAST_NAME));
  await settled(page, "Error 31 explained");
  await page.selectOption("#language", "sr-Cyrl");
  await settled(page, "Грешка 31 је објашњена");
  assert.equal(await heading(page), "Порука не преноси презиме.");
  assert.equal(await page.evaluate(() => document.activeElement.id), "language");
  assert.equal(await page.locator("header").count(), 1);
  await page.click("#new-check");
  await page.click("#undo");
  await settled(page, "Грешка 31 је објашњена");
  await page.reload();
  assert.equal(await language(page), "sr-Cyrl");
  assert.match(await heading(page), /^Зашто Webex/);
  await page.selectOption("#language", "en");
  assert.match(await heading(page), /^Why does Webex/);
});

test("what was typed, opened and chosen outlives the change", async () => {
  const page = await open(world.browser, world.doors.file, from("sr"));
  await paste(page, `${response(FULL)}\n${response(WITHOUT_LAST_NAME)}`);
  await page.click("#message-1");
  await settled(page, "Greška 31 nije objašnjena");
  await page.selectOption("#language", "en");
  await settled(page, "Error 31 not explained");
  await page.click("#new-check");
  await page.fill("#editor", "only some words");
  await page.selectOption("#language", "sr-Latn");
  await settled(page, "Ništa nije nađeno");
  assert.equal(await page.inputValue("#editor"), "only some words");
  await page.keyboard.press("Escape");
  await paste(page, response(FULL));
  await settled(page, "Greška 31 nije objašnjena");
});

test("where storage is refused, the choice lasts as long as the page", async () => {
  const refuse = () => Object.defineProperty(window, "localStorage", { get() { throw new Error("refused"); } });
  const page = await open(world.browser, world.doors.file, { before: refuse });
  await page.selectOption("#language", "sr-Latn");
  assert.match(await heading(page), /^Zašto Webex/);
  assert.deepEqual(page.complaints, []);
});

test("without an engine the page says so in Serbian", async () => {
  const page = await open(world.browser, world.doors.file, { ...from("sr-RS"), before: () => { delete window.DecompressionStream; } });
  assert.equal(await chip(page), "Zaustavljeno");
  await page.selectOption("#language", "sr-Cyrl");
  assert.equal(await heading(page), "Овај прегледач или страница не дозвољава да провера ради.");
});

test("the page writes Latin letters as the engine does", async () => {
  const { latin } = await module("words/latin.ts");
  for (const [cyrillic, expected] of [
    ["Љубав, њива и џеп: ђак, ћук, чаша", "Ljubav, njiva i džep: đak, ćuk, čaša"],
    ["ЏЕП, Џеп, ЊЕГОШ, МОЉ", "DŽEP, Džep, NJEGOŠ, MOLJ"],
    ["Атрибут `lastname` у **Edit User**", "Atribut `lastname` u **Edit User**"],
    ["абвгдежзијклмнопрстуфхцш АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ", "abvgdežzijklmnoprstufhcš ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ"],
    ["у Webex-у, преко API-ја, е‑адреса, веб-страница", "u Webexu, preko API-ja, e‑adresa, veb-stranica"],
  ]) assert.equal(latin(cyrillic), expected);
});

test("what a language lacks is English by itself, step by step", async () => {
  const { inEnglish, pieces, withoutMarks } = await module("dom/english.ts");
  const english = "In the console:\n1. Open **Users**.\n1. Search for `a`.\n\nDone.";
  const shown = pieces(`Потражите: ${inEnglish(english)} Готово.`);
  assert.deepEqual(shown.filter((piece) => piece.english).map((piece) => piece.text), [
    "In the console:", "Open **Users**.", "Search for `a`.", "Done.",
  ]);
  assert.deepEqual(shown.filter((piece) => !piece.english).map((piece) => piece.text), [
    "Потражите: ", "\n1. ", "\n1. ", "\n\n", " Готово.",
  ]);
  assert.equal(withoutMarks(inEnglish(english)), english);
  assert.equal(inEnglish(inEnglish(english)), inEnglish(english));
  assert.deepEqual(pieces("Потражите"), [{ text: "Потражите", english: false }]);
});
