// The page opened cold: from the navigation to the first paint, ready, and the first verdict, and where the time goes.

import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { launch } from "../../tests/browser/chromium.mjs";
import { target } from "../document.mjs";
import { message } from "../messages.mjs";
import { figures, ROUNDS } from "../race.mjs";

const EMPTY = fileURLToPath(new URL("../../target/bench/empty.html", import.meta.url));
const PAGES = { error31: join(process.env.E31_DIST, "index.html"), empty: EMPTY };

/** How much of the document is read when the engine can be unpacked, and all of it, in MB. */
function readBefore() {
  const page = readFileSync(PAGES.error31, "latin1");
  const end = page.indexOf("</script>", page.indexOf('id="engine"'));
  return [end, page.length].map((bytes) => (bytes / 1e6).toFixed(1));
}

const [before, whole] = readBefore();

/** The steps in their order, and what each holds. */
const STEPS = [
  ["unpacking", `reading the document, to the engine in base64: ${before} of ${whole} MB`],
  ["script", "reading the rest, while the engine is inflated and compiled"],
  ["started", "the script compiled and begun, the rest of the engine awaited, an instance of it made"],
  ["ready", "the empty page drawn, its texts asked of the engine"],
];
const AFTER = [
  ["asked", "the paste taken up"],
  ["checked", "the check: the engine's first, before the browser has optimised it"],
  ["verdict", "the report drawn, without what is drawn behind the first paint"],
  ["painted", "laid out and painted"],
];

/** Puts marks where the page calls the browser, and pastes a message when it is ready. */
function watch(text) {
  const at = window.marks = {};
  const mark = (name) => { at[name] ??= performance.now(); };
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class {
    constructor(...all) {
      const { exports } = new Instance(...all);
      this.exports = { ...exports, check: (...given) => {
        mark("asked");
        const made = exports.check(...given);
        mark("checked");
        return made;
      } };
      queueMicrotask(() => mark("started"));
    }
  };
  const { DecompressionStream } = window;
  window.DecompressionStream = class extends DecompressionStream {
    constructor(format) {
      mark("unpacking");
      super(format);
    }
  };
  const paste = () => {
    mark("ready");
    const data = new DataTransfer();
    data.setData("text/plain", text);
    at.pasted = performance.now();
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  };
  new MutationObserver(() => {
    if (document.querySelector("#program")) mark("script");
    if (!at.ready && document.querySelector("#file")) paste();
    if (!at.verdict && document.querySelector(".chip")) {
      mark("verdict");
      requestAnimationFrame(() => setTimeout(() => mark("painted")));
    }
  }).observe(document, { childList: true, subtree: true });
}

/** A page with nothing but the same editor. */
async function writeEmpty() {
  const contents = `
    import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
    import { xmlLanguage } from "@codemirror/lang-xml";
    import { search } from "@codemirror/search";
    import { EditorState } from "@codemirror/state";
    import { EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
    const extensions = [lineNumbers(), xmlLanguage, history(), search(), EditorView.lineWrapping, highlightSpecialChars(), keymap.of([...historyKeymap, ...defaultKeymap])];
    new EditorView({ parent: document.body, state: EditorState.create({ extensions }) });
    window.marks = { ready: performance.now() };`;
  const { outputFiles: [script] } = await build({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, write: false, minify: true, format: "iife", target: "es2022" });
  writeFileSync(EMPTY, `<!doctype html><meta charset="utf-8"><title>empty</title><body><script>${script.text.replaceAll("</script", "<\\/script")}</script>`);
}

export default async function part() {
  await writeEmpty();
  const served = Object.fromEntries(Object.entries(PAGES).map(([name, path]) => [`/${name}`, readFileSync(path)]));
  const server = createServer(({ url }, answer) => {
    const body = served[url];
    answer.writeHead(body ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" }).end(body);
  });
  await new Promise((done) => { server.listen(0, "127.0.0.1", done); });
  const addresses = {
    "from a disk": (name) => pathToFileURL(PAGES[name]).href,
    "by http": (name) => `http://127.0.0.1:${server.address().port}/${name}`,
  };
  const browser = await launch();
  const seen = [];
  for (const [scheme, address] of Object.entries(addresses)) {
    for (const slower of [1, 4]) {
      const runs = { error31: [], empty: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const name of Object.keys(runs)) runs[name].push(await opened(browser, address(name), slower, name === "error31"));
      }
      seen.push({ which: `${scheme}${slower > 1 ? `, CPU x ${slower}` : ""}`, slower, ...runs });
    }
  }
  await browser.close();
  server.close();
  return { title: "Start", says: ["Cold: each in a fresh profile of a browser that runs. Ready is when the page takes a paste; the first verdict is that of 4 KB pasted at that moment. CPU x 4 is the browser's own brake."],
    sections: [table(seen), steps(seen)], targets: seen.flatMap(targetsOf) };
}

async function opened(browser, address, slower, isOwn) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (slower > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slower });
  if (isOwn) await page.addInitScript(watch, message("Okta", 4 << 10));
  await page.goto(address);
  await page.waitForFunction((last) => window.marks?.[last] !== undefined, isOwn ? "painted" : "ready", { polling: 20 });
  const marks = await page.evaluate(() => ({ ...window.marks, paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime }));
  await context.close();
  return marks;
}

const of = (runs, name) => runs.map((marks) => marks[name]).filter((at) => at !== undefined);
const span = (runs, from, to) => runs.map((marks) => marks[to] - (from ? marks[from] : 0));
const median = (times) => figures(times).median;

function table(seen) {
  const row = (what, times) => (times.length ? [what, ...Object.values(figures(times))] : [what, "–", "–", "–"]);
  return { heading: "From the navigation", table: { columns: ["", "median ms", "min", "max"], rows: seen.flatMap(({ which, error31, empty }) => [
    row(`${which}: first paint`, of(error31, "paint")),
    row(`${which}: ready`, of(error31, "ready")),
    row(`${which}: first verdict, painted`, of(error31, "painted")),
    row(`${which}: from the paste to the painted verdict`, span(error31, "pasted", "painted")),
    row(`${which}: an empty page with the same CodeMirror, ready`, of(empty, "ready")),
  ]) } };
}

/** The medians of each step, from the one before. */
function steps(seen) {
  const rows = (all, first) => all.map(([name, what], at) => [what, ...seen.map(({ error31 }) => median(span(error31, at > 0 ? all[at - 1][0] : first, name)))]);
  return { heading: "Where each millisecond goes", before: ["Medians of each step, from the end of the one before; to ready, then from the paste."],
    table: { columns: ["step", ...seen.map(({ which }) => `${which} ms`)], rows: [...rows(STEPS), ...rows(AFTER, "pasted")] } };
}

function targetsOf({ which, slower, error31, empty }) {
  const over = median(of(error31, "ready")) - median(of(empty, "ready"));
  const largest = [...STEPS.map(([name, what], at) => [what, median(span(error31, STEPS[at - 1]?.[0], name))])].toSorted((a, b) => b[1] - a[1])[0];
  const longest = AFTER.map(([name, what], at) => [what, median(span(error31, AFTER[at - 1]?.[0] ?? "pasted", name))]).toSorted((a, b) => b[1] - a[1])[0];
  const most = ([what, ms]) => `the longest step is ${ms.toFixed(0)} ms: ${what}`;
  if (slower > 1) return [target(`${which}: the verdict after the navigation`, median(of(error31, "painted")), { most: 700, unit: "ms", reason: most(largest) })];
  return [
    target(`${which}: ready, over an empty page with CodeMirror`, over, { most: 80, unit: "ms", reason: most(largest) }),
    target(`${which}: from a paste of 4 KB to the painted verdict`, median(span(error31, "pasted", "painted")), { most: 100, unit: "ms", reason: most(longest) }),
  ];
}
