// Draws every state in both themes, three widths and all languages into a folder, with a contact sheet for each state and an index.

import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, PATH } from "../browser/browser.mjs";
import { entered, turns } from "./states.mjs";

const folder = resolve(process.argv[2] ?? "target/gallery");
const only = process.argv.slice(3);
await mkdir(folder, { recursive: true });
const world = await launch();
const address = pathToFileURL(PATH).href;
const sheets = new Map();
for (const turn of turns(true)) {
  const { state: { name }, theme, width, language } = turn;
  if (only.length > 0 && !only.includes(name)) continue;
  const file = `${name}-${theme}-${width}-${language}.png`;
  const page = await entered(world.browser, address, turn);
  await page.screenshot({ path: join(folder, file), animations: "disabled" });
  await page.context().close();
  sheets.set(name, [...(sheets.get(name) ?? []), { file, says: `${language}, ${width}, ${theme}`, width }]);
}
const sheet = (name, pictures) => `<section><h2>${name}</h2><p>${pictures.map(({ file, says, width }) =>
  `<a href="${file}"><img src="${file}" alt="${says}" height="300" width="${Math.round(0.3 * width)}" loading="lazy"><br>${says}</a>`).join(" ")}</p></section>`;
const index = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every state</title>
<style>body { font: 14px sans-serif; margin: 2rem; background: #ccc } a { display: inline-block; margin: 0.25rem; color: inherit; font-size: 12px } img { border: 1px solid #888 }</style>
${[...sheets].map(([name, pictures]) => sheet(name, pictures)).join("\n")}</html>`;
await writeFile(join(folder, "index.html"), index);
const drawer = await (await world.browser.newContext({ viewport: { width: 1900, height: 900 } })).newPage();
for (const [name, pictures] of sheets) {
  await writeFile(join(folder, `${name}.html`), `<!doctype html><meta charset="utf-8"><style>body { font: 12px sans-serif; margin: 8px } a { display: inline-block; margin: 4px; color: inherit; text-decoration: none }</style>${sheet(name, pictures).replaceAll(" loading=\"lazy\"", "")}`);
  await drawer.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  await drawer.screenshot({ path: join(folder, `${name}.sheet.png`), fullPage: true });
}
await world.close();
console.log(`${sheets.size} states in ${join(folder, "index.html")}`);
