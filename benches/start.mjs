// The page in Chromium: from the start of navigation to the end of loading, engine compiled.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { launch } from "../tests/browser/chromium.mjs";

const RUNS = 15;
const page = pathToFileURL(join(process.env.E31_DIST, "index.html")).href;

const browser = await launch();
const times = [];
for (let run = 0; run < RUNS; run += 1) {
  const tab = await browser.newPage();
  await tab.addInitScript(() => {
    const { compile } = WebAssembly;
    WebAssembly.compile = async (...values) => {
      const module = await compile.apply(WebAssembly, values);
      performance.mark("compiled");
      return module;
    };
  });
  await tab.goto(page);
  await tab.waitForFunction(() => performance.getEntriesByName("compiled").length > 0);
  times.push(await tab.evaluate(() => performance.getEntriesByName("compiled")[0].startTime));
  await tab.close();
}
await browser.close();

times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(share * (RUNS - 1))].toFixed(0).padStart(8);
console.log(`\nindex.html from a disk to a compiled engine, ${RUNS} runs, in ms`);
console.log("Chromium".padEnd(54), at(0), at(0.5), at(0.95));
