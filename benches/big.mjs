// Big captures on the page from a disk: time, speed, memory of the engine; and what the browser's own JSON takes.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../tests/browser/chromium.mjs";

const SIGN_INS = 40;
const folder = mkdtempSync(join(tmpdir(), "error31-"));
const path = join(folder, "made-up.har");
const address = pathToFileURL(join(process.env.E31_DIST, "index.html")).href;
const browser = await launch();

/** Lets the worker tell the size of its memory with each of its messages, and notes when a file was chosen and read. */
function watch() {
  document.addEventListener("change", () => { window.chosen = performance.now(); }, true);
  new MutationObserver(() => {
    if (window.chosen !== undefined && document.querySelector("#messages") && !document.querySelector("#cancel")) {
      window.took ??= performance.now() - window.chosen;
    }
  }).observe(document, { childList: true, subtree: true });
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => createObjectURL(new Blob([`{
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = class extends Instance { constructor(...all) { super(...all); memory = this.exports.memory; } };
    const { postMessage } = self;
    self.postMessage = (message) => postMessage({ ...message, memory: memory?.buffer.byteLength ?? 0 });
  }`, blob]));
  const { Worker } = window;
  window.memory = 0;
  window.Worker = class extends Worker {
    constructor(url) {
      super(url);
      this.addEventListener("message", ({ data }) => { window.memory = Math.max(window.memory, data.memory); });
    }
  };
}

async function fresh() {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(600_000);
  await page.addInitScript(watch);
  await page.goto(address);
  await page.waitForSelector("h1");
  return page;
}

/** From the choice of the file to the first drawing of all of it. */
async function scan() {
  const page = await fresh();
  await page.setInputFiles("#file", path);
  await page.waitForFunction((count) => !document.querySelector("#cancel")
    && document.querySelectorAll("#messages tbody tr:not(.below)").length === count, SIGN_INS, { polling: 50 });
  const seen = await page.evaluate(() => ({ took: window.took, memory: window.memory }));
  await page.close();
  return seen;
}

/** Cancels at some moments; how long the page takes to say so. */
async function cancel() {
  const page = await fresh();
  let longest = 0;
  for (const wait of [0, 50, 300, 1000]) {
    await page.setInputFiles("#file", path);
    await page.waitForSelector("#cancel");
    await page.waitForTimeout(wait);
    const start = performance.now();
    await page.keyboard.press("Escape");
    await page.waitForSelector("#cancel", { state: "detached" });
    longest = Math.max(longest, performance.now() - start);
  }
  await page.close();
  return longest;
}

async function ownJson() {
  const page = await fresh();
  const chosen = page.evaluate(() => new Promise((done) => {
    const input = document.body.appendChild(document.createElement("input"));
    input.type = "file";
    input.id = "own";
    input.onchange = async () => {
      const start = performance.now();
      try {
        let found = 0;
        const walk = (value) => {
          if (typeof value === "string") found += value.includes("SAMLResponse=");
          else if (value && typeof value === "object") Object.values(value).forEach(walk);
        };
        walk(JSON.parse(await input.files[0].text()));
        done(found > 0 ? performance.now() - start : undefined);
      } catch {
        done(undefined);
      }
    };
  }));
  await page.setInputFiles("#own", path);
  const took = await chosen;
  await page.close();
  return took;
}

console.log("\nindex.html from a disk in Chromium, a HAR with 40 sign-ins");
console.log("      size         time        speed   engine's memory   text() + JSON.parse + walk");
for (const megabytes of [10, 100, 1000]) {
  execFileSync("cargo", ["bench", "--quiet", "--bench", "scan", "--", "write", path, String(megabytes)], { stdio: ["ignore", "ignore", "inherit"] });
  const size = statSync(path).size / 1e6;
  const { took, memory } = await scan();
  const own = await ownJson();
  const cells = [
    `${size.toFixed(0)} MB`.padStart(10), `${took.toFixed(0)} ms`.padStart(12), `${(1000 * size / took).toFixed(0)} MB/s`.padStart(12),
    `${(memory / 2 ** 20).toFixed(0)} MiB`.padStart(17), (own === undefined ? "not possible" : `${own.toFixed(0)} ms`).padStart(28),
  ];
  console.log(cells.join(" "));
}
console.log(`cancelled at four moments, the longest wait: ${(await cancel()).toFixed(0)} ms`);
await browser.close();
rmSync(folder, { recursive: true });
