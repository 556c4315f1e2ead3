// One document to a tree, from 1 KB to the engine's bound.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { raced, target } from "../document.mjs";
import { plain } from "../messages.mjs";
import { PACKAGES, PEERS } from "../peers/xml.mjs";
import { versions } from "../peers/versions.mjs";
import { here, race } from "../race.mjs";
import { Browser, Program } from "../remote.mjs";

const SIZES = [[1 << 10, "1 KB"], [16 << 10, "16 KB"], [256 << 10, "256 KB"], [4 << 20, "4 MB"], [31 << 20, "31 MB"]];
const TREE = "well-formedness, namespaces, bounds; a tree with the place of everything";
const DOES = {
  "error31 in wasm": `${TREE}; the text handed over from JavaScript each time`,
  "error31 in wasm, text there": TREE,
  "error31, native": TREE,
  "quick-xml, native": "events; no tree, no namespaces, little well-formedness",
  "roxmltree, native": "a tree, namespaces, places",
  "DOMParser in Chromium": "a document",
  "lxml in Python": "libxml2's tree",
  ...Object.fromEntries(Object.entries(PEERS).map(([name, { does }]) => [name, does])),
};
const STRICT = "a tree of the engine holds the place of every name and value and checks names, characters, namespaces and bounds that the other does not";

async function engine() {
  const { instantiate } = await import(`${process.env.E31_TREE_WASM}/engine.js`);
  return instantiate(new WebAssembly.Module(readFileSync(`${process.env.E31_TREE_WASM}/engine_bg.wasm`)));
}

export default async function part() {
  const { tree_of: treeOf, Held } = await engine();
  const browser = await Browser.start();
  const native = new Program(process.env.E31_TREE);
  const python = process.env.E31_PYTHON && new Program(process.env.E31_PYTHON, "-B", fileURLToPath(new URL("../peers/python.py", import.meta.url)));
  const path = fileURLToPath(new URL("../../target/bench/document.xml", import.meta.url));
  const medians = {};
  const sections = [];
  for (const [size, name] of SIZES) {
    const text = plain(size);
    const bytes = Buffer.from(text);
    writeFileSync(path, text);
    await browser.hand(text);
    const held = new Held(text);
    const figures = await race({
      "error31 in wasm": here(() => treeOf(text)),
      "error31 in wasm, text there": here(() => held.tree()),
      "error31, native": native.runner("tree", path),
      "quick-xml, native": native.runner("quick-xml", path),
      "roxmltree, native": native.runner("roxmltree", path),
      ...Object.fromEntries(Object.entries(PEERS).map(([peer, { run }]) => [peer, here(() => run(text, bytes))])),
      "DOMParser in Chromium": browser.runner("dom"),
      ...(python ? { "lxml in Python": python.runner("tree", path) } : {}),
    }, { warm: 60 });
    held.free();
    medians[name] = figures;
    sections.push({ heading: `A document of ${name}`, table: raced(figures, { base: "error31 in wasm", does: DOES }) });
  }
  const own = { Chromium: browser.version, ...versions(PACKAGES) };
  await browser.end();
  native.end();
  python?.end();
  return { title: "Growth", says: ["One element after the other to the longest that the engine reads: a document over 32 MiB is refused at once, and the report says so; so 64 MB is no row."], sections: [speeds(medians), ...sections], targets: targetsOf(medians), versions: own };
}

const perMegabyte = (figures, name, size) => figures[name].median / (size / 1e6);

function speeds(medians) {
  const names = Object.keys(medians["1 KB"]);
  return { heading: "Milliseconds for each megabyte", before: ["A straight line has the same figure in each column."],
    table: { columns: ["", ...SIZES.map(([, name]) => name)], rows: names.map((name) => [name, ...SIZES.map(([size, at]) => perMegabyte(medians[at], name, size))]) } };
}

function targetsOf(medians) {
  const own = "error31 in wasm";
  const least = (name) => SIZES.slice(1).map(([, size]) => ({ size, figure: medians[size][name].median / medians[size][own].median })).toSorted((a, b) => a.figure - b.figure)[0];
  const [dom, saxes] = [least("DOMParser in Chromium"), least("saxes")];
  const wasm = SIZES.slice(1).map(([, size]) => ({ size, figure: medians[size]["error31 in wasm, text there"].median / medians[size]["error31, native"].median })).toSorted((a, b) => b.figure - a.figure)[0];
  const each = SIZES.slice(1).map(([size, name]) => perMegabyte(medians[name], own, size));
  return [
    target("growth from 16 KB to 31 MB: a straight line, the dearest megabyte beside the cheapest", Math.max(...each) / Math.min(...each), { most: 1.5, reason: "the tree of a large document no longer fits the processor's caches, and memory of wasm grows while it is built" }),
    target("tree beside DOMParser", dom.figure, { least: 5, beside: `the least, at ${dom.size}`, reason: STRICT }),
    target("tree beside saxes", saxes.figure, { least: 1.5, beside: `the least, at ${saxes.size}`, reason: STRICT }),
    target("tree in wasm beside native", wasm.figure, { most: 1.4, beside: `the most, at ${wasm.size}`, reason: "the wasm is built for size as well: fewer copies of functions in their callers, and sixteen bytes at a time where the native one takes thirty-two" }),
  ];
}
