// What axe-core finds: nothing, in any state, theme, width and language; and what a statement rests on stands beside it. With E31_WHOLE in all of them, else each state once.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch, PATH } from "../browser/browser.mjs";
import { entered, turns } from "./states.mjs";
import { statements, withoutSource } from "./statements.mjs";

/** What axe can't see, with the reason. */
const FALSE_ALARMS = {
  // The editor's text inside takes the focus, and its keys scroll it.
  "scrollable-region-focusable": (target) => target.includes(".cm-scroller"),
  // The report is hidden behind the reference, with the place that the skip link leads to and steps of the same name.
  "duplicate-id-aria": (target) => target.startsWith("main > "),
  "skip-link": (target) => target === ".skip",
  // Three dots in place of what is folded are a picture, not words; and the lines of a drawn text are taken as one word.
  "label-content-name-mismatch": (target) => target.includes(".folded") || /^(#leg-|\.outside|g\[data-(status|message))/.test(target),
};

const AXE = await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let world;
before(async () => { world = await launch(); });
after(() => world.close());

/** Rule and place of all that was found, and of what axe could not decide. */
async function faults(page) {
  // What is half behind the bar is so for as long as the reader leaves it there; what follows the scrolling is drawn two frames later.
  await page.evaluate(() => new Promise((done) => {
    scrollTo(0, 0);
    requestAnimationFrame(() => requestAnimationFrame(done));
  }));
  const found = await looked(page);
  return found.filter(({ id, target }) => !FALSE_ALARMS[id]?.(target)).map(({ id, target, html, why }) => `${id}: ${target} ${html.slice(0, 160)} ${why.replace(/\s+/g, " ").slice(0, 200)}`);
}

/** Where the editor draws a line anew while axe looks, axe knows no place for it and looks again. */
async function looked(page, left = 3) {
  await page.evaluate(AXE);
  try {
    return await page.evaluate(async (tags) => {
      const { violations, incomplete } = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"] });
      const flat = (all) => all.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => ({ id, target: target.flat().join(" "), html, why: failureSummary })));
      // Contrast over pictures and in the editor is counted by hand from the tokens.
      return [...flat(violations), ...flat(incomplete).filter(({ id }) => id !== "color-contrast")];
    }, TAGS);
  } catch (error) {
    if (left === 0 || !String(error).includes("'nthChild'")) throw error;
    return looked(page, left - 1);
  }
}

/** Ids that stand on two elements, which no rule of axe looks for any more; behind the reference the report keeps its own. */
const twice = () => {
  const ids = [...document.querySelectorAll("[id]")].filter((one) => !one.closest("main[hidden]")).map(({ id }) => id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
};

let counted = 0;
after(() => console.log(`${counted} statements, each with the page that it rests on`));

for (const turn of turns(process.env.E31_WHOLE !== undefined)) {
  const { state: { name }, theme, width, language } = turn;
  test(`${name}, ${theme}, ${width} px, ${language}`, async () => {
    const page = await entered(world.browser, pathToFileURL(PATH).href, turn);
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(await page.evaluate(twice), []);
    const stated = await page.evaluate(statements);
    assert.deepEqual(withoutSource(stated), []);
    counted += stated.length;
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
