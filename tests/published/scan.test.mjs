// No script of the page navigates, sends, keeps or runs a text, but for the places listed here with their reasons.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { scan } from "./scan.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = process.env.E31_DIST ?? resolve(root, "dist");

const ALLOWED = {
  "www/dom/elements.ts": {
    "createElement(any)": "h() makes every element; the names that it is given are checked where it is called",
    "setAttribute(any)": "so with attributes",
  },
  "www/dom/svg.ts": { "createElementNS(any)": "parts of our own signs and of the picture of the statuses", "setAttribute(any)": "so" },
  "www/dom/markup.ts": { "href:": "links of our texts and sources, which begin with https:, opened by the reader" },
  "www/view/entry-link.ts": { "href:": "# and ids of our tables" },
  "www/state/lookup.ts": {
    "location.hash =": "the fragment of such a link, which the reader pressed",
    ".replaceState": "the same address without its fragment, when an input closes the reference",
  },
  "www/view/causes.ts": { "href:": "# and an id of our own" },
  "www/announce/icon.ts": { ".href =": "the tab's icon, a data: URL of our own pictures" },
  "www/engine/background.ts": {
    Worker: "the page's own script, from a blob: URL that Trusted Types let through",
    ".postMessage": "to the page's own worker",
  },
  "www/engine/worker.ts": { postMessage: "back to the page" },
  "www/frame/host.ts": { ".postMessage": "heights and counts, to the page around the frame" },
  "www/view/links-in-frame.ts": { "open()": "a link of ours that the reader follows, from a frame" },
  "www/view/shell.ts": { "href:": "ids of our own, and the page's own address" },
  "www/view/contact.ts": { "href:": "the project's own address, with version, browser and place, pressed by the reader" },
  "www/view/save-page.ts": { "href:": "the page's own address" },
  "www/handover/download.ts": { "href:": "a blob: URL of what the reader saves" },
  "embed/element.ts": {
    "<iframe>": "the page", ".src =": "the page's address, which the portal gives", ".postMessage": "settings, to the page",
  },
  "www/begin.js": { localStorage: "the language, and light or dark, before the first picture" },
  "www/frame/keys.ts": { localStorage: "whether keys without a modifier do something" },
  "www/frame/theme.ts": { localStorage: "light or dark" },
  "www/view/jumps.ts": { "href:": "a place in this page" },
  "www/view/sign-ins/picture.ts": { "href:": "a code of the reference, in this page" },
  "www/words/language.ts": { localStorage: "the language" },
  "www/announce/live-region.ts": { "action:": "an argument of a text" },
  "www/view/code.ts": { "action:": "an argument of a text" },
  "package/cli/text.ts": { "action:": "a field of the report" },
  "www/view/verdict.ts": { "action:": "an argument of a text" },
  "target/engine/engine.js": { fetch: "wasm-bindgen's loader for a module that is an address; ours is never one" },
  crelt: { "createElement(any)": "CodeMirror's own h()", "setAttribute(any)": "so" },
  "@codemirror/view": {
    "createElement(any)": "elements of the editor, by names that its extensions give",
    "setAttribute(any)": "attributes of these elements",
    "h(any)": "a callback of that name",
    "<img>": "an empty picture beside widgets, without an address",
    Function: "instanceof",
  },
  "@noble/hashes": { ".constructor": "the class of an array and of a hash: another of the same kind" },
  "@lezer/lr": { ".pushState": "the parser's own stack" },
};

const page = await readFile(resolve(dist, "index.html"), "utf8");
const metafile = async (name) => JSON.parse(await readFile(resolve(root, `target/page/${name}.json`), "utf8"));
const bundled = new Set([...Object.keys((await metafile("inputs")).inputs), ...Object.keys((await metafile("engine-inputs")).inputs)]);

/** The sources in a folder. */
async function sources(folder) {
  const names = await readdir(resolve(root, folder), { recursive: true });
  return names.map((name) => `${folder}/${name}`).filter((path) => /(?<!\.d)\.[tj]s$/.test(path));
}

/** The package that a file belongs to, or the file where it is ours. */
const owner = (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;

async function scanFile(path) {
  const source = await readFile(resolve(root, path), "utf8");
  return scan((await transform(source, { loader: path.endsWith(".ts") ? "ts" : "js" })).code);
}

const found = new Map();
const paths = new Set([...await sources("www"), ...await sources("embed"), ...await sources("package"), ...[...bundled].filter((path) => /\.[mc]?[jt]s$/.test(path))]);
for (const path of paths) {
  for (const kind of await scanFile(path)) {
    const counts = found.get(owner(path)) ?? found.set(owner(path), new Map()).get(owner(path));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
}

test("sources and libraries hold nothing that isn't explained", () => {
  const listed = Object.entries(ALLOWED).flatMap(([where, kinds]) => Object.keys(kinds).map((kind) => `${where}: ${kind}`));
  const present = [...found].flatMap(([where, kinds]) => [...kinds.keys()].map((kind) => `${where}: ${kind}`));
  assert.deepEqual(present.sort(), listed.sort());
});

/** A source can stand in the page's script and in the one that makes engines. */
test("the built page holds no more than its sources", () => {
  const built = new Map();
  const scripts = [...page.matchAll(/<script id="(?:floor-|begin-|engine-)?program">([^]*?)<\/script>/g)].map(([, script]) => script);
  assert.equal(scripts.length, 4);
  for (const script of scripts) for (const kind of scan(script)) built.set(kind, (built.get(kind) ?? 0) + 1);
  const known = new Map();
  for (const kinds of found.values()) for (const [kind, n] of kinds) known.set(kind, (known.get(kind) ?? 0) + n * 2);
  // Short names of the minifier look like our own `h`.
  built.delete("h(any)");
  for (const [kind, n] of built) assert.ok(n <= (known.get(kind) ?? 0), `${kind}: ${n} in the page, ${known.get(kind) ?? 0} in its sources`);
});

test("the scan finds what it is for", () => {
  const cases = {
    "location = x": "location =", "window.location.href = x": ".href =", "location.assign(x)": "location.assign()", "top.location.replace(x)": "location.replace()",
    "open(x)": "open()", "window.open(x)": "open()", "a.href = x": ".href =", "location.hash = x": "location.hash =", "f.action = x": ".action =", "f.submit()": ".submit()",
    "document.write(x)": "document.write()", "history.pushState(1, '', x)": ".pushState", "history['replaceState'](1, '', x)": ".replaceState",
    "e.innerHTML = x": ".innerHTML", "e.outerHTML": ".outerHTML", "e.insertAdjacentHTML('a', x)": ".insertAdjacentHTML", "eval(x)": "eval", "(0, eval)(x)": "eval",
    "new Function(x)": "Function", "setTimeout('x', 1)": "setTimeout(text)", "setTimeout(`${x}`, 1)": "setTimeout(text)", "import(x)": "import()",
    "fetch(x)": "fetch", "self.fetch(x)": ".fetch", "parent.postMessage(x, y)": ".postMessage", "new WebSocket(x)": "WebSocket", "navigator.sendBeacon(x)": ".sendBeacon", "h('iframe')": "<iframe>",
    "document.createElement('form')": "<form>", "document.createElement(x)": "createElement(any)", "h('a', { href: x })": "href:", "e.setAttribute('src', x)": "setAttribute(src)",
    "(() => {}).constructor(x)": ".constructor", "'javascript:x'": "javascript:", "document.cookie": ".cookie",
  };
  for (const [script, kind] of Object.entries(cases)) assert.ok(scan(script).includes(kind), `${script}: ${scan(script)}`);
  assert.deepEqual(scan("a.href = 'https://x'; setTimeout(f, 1); e.open(); h('p', { id: x }); const o = { fetch() {} }; o.location"), []);
});
