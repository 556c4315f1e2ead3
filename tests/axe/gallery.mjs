// Draws every state whole in both themes, three widths and all languages into a folder, and on paper and in forced colours, with a contact sheet a state and an index.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, PATH } from "../browser/browser.mjs";
import { entered, languagesOf, STATES, THEMES, WIDTHS } from "./states.mjs";

/** Pages that are drawn side by side. */
const LANES = 2;
/** A phone's width is drawn by touch; the page in a state is entered once for each, and again only for another language. */
const HANDS = [WIDTHS.filter((width) => width < 640), WIDTHS.filter((width) => width >= 640)];
/** A4 less its margins, in pixels of CSS. */
const PAPER = 688;
/** No picture is higher: the reference alone would be, and no browser draws that much at once. */
const HIGHEST = 16_000;
/** What a sheet shows of a picture: so much of its size, from the top. */
const SCALE = 0.3;
const SHOWN = 3000;

const [to = "target/gallery", ...only] = process.argv.slice(2);
const folder = resolve(to);
const address = pathToFileURL(PATH).href;
const states = STATES.filter(({ name }) => only.length === 0 || only.includes(name));
const start = performance.now();
const failures = [];
let drawn = 0;

/** From this width on the source stands beside the report and is as high as the window. */
const BESIDE = 1200;

/** How high the page is, once it has been laid out. */
function heightOf(page) {
  return page.evaluate(() => new Promise((done) => {
    scrollTo(0, 0);
    requestAnimationFrame(() => requestAnimationFrame(() => done(document.documentElement.scrollHeight)));
  }));
}

/** The page as it is now, and how it is found on the sheet. Where all stands in one column the window is as high as the page: what is out of sight is drawn only there, and a finger stays one. */
async function picture(page, state, { width, language, look }) {
  const file = `${state.name}-${language}-${width}-${look}.jpg`;
  const isColumn = width < BESIDE && look !== "print";
  if (isColumn) await page.evaluate(() => document.querySelector(".frame")?.style.setProperty("min-block-size", "0"));
  let height = Math.min(await heightOf(page), HIGHEST);
  if (isColumn) {
    await page.setViewportSize({ width, height });
    height = Math.min(await heightOf(page), HIGHEST);
    await page.setViewportSize({ width, height });
  }
  const clip = { x: 0, y: 0, width, height };
  await page.screenshot({ path: join(folder, file), type: "jpeg", quality: 85, animations: "disabled", fullPage: !isColumn, clip });
  if (isColumn) {
    await page.evaluate(() => document.querySelector(".frame")?.style.removeProperty("min-block-size"));
    await page.setViewportSize({ width, height: 1000 });
  }
  drawn += 1;
  return { file, width, language, look };
}

/** Every picture of a state that can be drawn without entering it again. */
async function drawing(state, language, widths) {
  const page = await entered(world.browser, address, { state, width: widths[0], language });
  const pictures = [];
  try {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 1000 });
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        pictures.push(await picture(page, state, { width, language, look: theme }));
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    if (widths.includes(WIDTHS.at(-1)) && language === "en") {
      await page.emulateMedia({ forcedColors: "active" });
      pictures.push(await picture(page, state, { width: WIDTHS.at(-1), language, look: "forced" }));
      await page.emulateMedia({ forcedColors: "none", media: "print" });
      await page.setViewportSize({ width: PAPER, height: 1000 });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      pictures.push(await picture(page, state, { width: PAPER, language, look: "print" }));
    }
    failures.push(...page.complaints.map((one) => `${state.name}, ${language}: ${one}`));
  } finally {
    await page.context().close();
  }
  return pictures;
}

/** Puts the pictures of a state on one sheet, one after another, so that only one at a time is in memory at its full size. */
async function sheet(state, pictures) {
  const page = await world.browser.newPage({ viewport: { width: 2400, height: 800 } });
  const path = join(folder, `${state.name}.html`);
  await writeFile(path, `<!doctype html><html lang="en"><meta charset="utf-8"><title>${state.name}</title>
<style>body { font: 13px sans-serif; margin: 12px; background: #ccc } div { white-space: nowrap } a { display: inline-block; margin: 4px; color: #000; text-decoration: none; vertical-align: top } canvas { display: block }</style>
<h1>${state.name}</h1>${languagesOf(state).map((row) => `<div>${pictures.filter(({ language }) => language === row).map(({ file, width, language, look }) =>
  `<a href="${file}">${language}, ${width}, ${look}<canvas></canvas></a>`).join("")}</div>`).join("\n")}
<script>globalThis.done = (async () => {
  for (const place of document.querySelectorAll("a")) {
    const whole = new Image();
    whole.src = place.getAttribute("href");
    await whole.decode();
    const height = Math.min(whole.height, ${SHOWN});
    const canvas = place.lastChild;
    canvas.width = whole.width * ${SCALE};
    canvas.height = height * ${SCALE};
    const brush = canvas.getContext("2d");
    brush.imageSmoothingQuality = "high";
    brush.drawImage(whole, 0, 0, whole.width, height, 0, 0, canvas.width, canvas.height);
    whole.src = "";
  }
})();</script></html>`);
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(() => globalThis.done);
  await page.screenshot({ path: join(folder, `${state.name}.sheet.png`), fullPage: true });
  await page.close();
}

const rank = ({ language, look, width }) => [language, [...THEMES, "forced", "print"].indexOf(look), String(width).padStart(4, "0")].join();

/** Draws states until none is left. */
async function lane() {
  for (let state = waiting.shift(); state; state = waiting.shift()) {
    const pictures = [];
    for (const language of languagesOf(state)) {
      for (const widths of HANDS) {
        try {
          pictures.push(...await drawing(state, language, widths));
        } catch (error) {
          failures.push(`${state.name}, ${language}, ${widths.join(" and ")}: ${error}`);
        }
      }
    }
    await sheet(state, pictures.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
    console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${state.name}: ${pictures.length}`);
  }
}

if (only.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const world = await launch();
const waiting = [...states];
await Promise.all(Array.from({ length: LANES }, lane));
await world.close();
const index = states.map(({ name }) => `<section><h2><a href="${name}.html">${name}</a></h2><a href="${name}.html"><img src="${name}.sheet.png" alt="${name}" width="900" loading="lazy"></a></section>`);
await writeFile(join(folder, "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every state</title>
<style>body { font: 14px sans-serif; margin: 2rem; background: #ccc } img { border: 1px solid #888 }</style>
${index.join("\n")}</html>`);
console.log(`${drawn} pictures, ${states.length} sheets in ${join(folder, "index.html")}, ${((performance.now() - start) / 60_000).toFixed(1)} min`);
for (const one of failures) console.error(one);
process.exitCode = failures.length > 0 ? 1 : 0;
