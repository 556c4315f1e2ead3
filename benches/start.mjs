// The page in Chromium, from the start of its loading: the engine compiled, and the first verdict drawn after a paste.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../tests/browser/chromium.mjs";
import { head, line } from "./figures.mjs";
import { withGroups } from "./messages.mjs";

const RUNS = 15;
const page = pathToFileURL(join(process.env.E31_DIST, "index.html")).href;

/** Pastes as soon as the page draws its first heading, and notes when the heading has changed to the verdict. */
function pasteEarly(text) {
  const { compile } = WebAssembly;
  WebAssembly.compile = async (...values) => {
    const module = await compile.apply(WebAssembly, values);
    performance.mark("compiled");
    return module;
  };
  let pasted = false;
  new MutationObserver(() => {
    if (document.querySelector(".chip")) {
      if (performance.getEntriesByName("verdict").length === 0) performance.mark("verdict");
    } else if (!pasted && document.querySelector("h1")) {
      pasted = true;
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }
  }).observe(document, { childList: true, subtree: true });
}

const browser = await launch();
const compiled = [];
const verdict = [];
for (let run = 0; run < RUNS; run += 1) {
  const tab = await browser.newPage();
  await tab.addInitScript(pasteEarly, withGroups(8192));
  await tab.goto(page);
  await tab.waitForFunction(() => performance.getEntriesByName("verdict").length > 0);
  const at = (name) => tab.evaluate((mark) => performance.getEntriesByName(mark)[0].startTime, name);
  compiled.push(await at("compiled"));
  verdict.push(await at("verdict"));
  await tab.close();
}
await browser.close();

head(`index.html from a disk in Chromium, ${RUNS} runs`);
line("engine compiled", compiled);
line("first verdict, a paste of 8 KB", verdict);
