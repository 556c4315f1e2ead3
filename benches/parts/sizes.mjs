// What is published in bytes, beside its budget, and what each larger part has of it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { target } from "../document.mjs";
import { packedWithout, ranges } from "../wasm-parts.mjs";

const KB = 1000;
const CRYPTO = /^(rsa|p256|p384|p521|primeorder|primefield|elliptic_curve|ecdsa|crypto_bigint|crypto_primes|sha1|sha2|digest|block_buffer|hybrid_array|signature|der|spki|pkcs1|pkcs8|const_oid|sec1|base16ct|ff|group|subtle|rfc6979|hmac|typenum|zeroize|cpubits|ctutils|cmov)$/;
const BORDER = /^(serde|serde_core|serde_wasm_bindgen|tsify|wasm_bindgen|js_sys|web_sys|console_error_panic_hook|__wb.*|__externref.*)$/;
const RUST = /^(core|alloc|std|hashbrown|dlmalloc|compiler_builtins|rustc_demangle|memcpy|memmove|memset|memcmp|__rust.*|rust_.*)$/;
const LEAST = 0.01;

const read = (path) => readFileSync(path);
const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

export default function part() {
  const page = read(join(process.env.E31_DIST, "index.html"));
  const files = {
    "engine": [read("target/engine/engine_bg.wasm"), read("target/engine/engine.wasm.gz").length],
    "index.html": [page],
    "error31-embed.js": [read(join(process.env.E31_DIST, "error31-embed.js"))],
    "package, error31.js": [read(join(process.env.E31_DIST, "package/error31.js"))],
  };
  const budget = Object.fromEntries([...read("budget.toml").toString().matchAll(/^(\w+) = ([\d_]+)/gm)].map(([, name, size]) => [name, Number(size.replaceAll("_", ""))]));
  const sizes = Object.fromEntries(Object.entries(files).map(([name, [bytes, gzip]]) => [name, { raw: bytes.length, gzip: gzip ?? gzipped(bytes) }]));
  const held = [["engine", "gzip", "wasm_gzip"], ["index.html", "raw", "index_html"], ["error31-embed.js", "raw", "embed_js"], ["package, error31.js", "gzip", "package_gzip"]];
  return {
    title: "Sizes",
    says: ["In kB, of 1000 bytes each; gzip at its best level."],
    sections: [
      { table: { columns: ["", "raw kB", "gzip kB", "budget kB"], rows: held.map(([name, how, key]) => [name, sizes[name].raw / KB, sizes[name].gzip / KB, `${(budget[key] / KB).toFixed(1)} ${how}`]) } },
      engine(), pageParts(page.toString()), script(),
    ],
    targets: held.map(([name, how, key]) => target(`${name}, ${how}`, sizes[name][how] / KB, { most: budget[key] / KB, unit: "kB", reason: "above its budget" })),
  };
}

/** What gzip saves where a part's functions or data are left out. */
function engine() {
  const bytes = read("target/bench/named.wasm");
  const { functions, data, gone, kept } = ranges(bytes);
  const groups = new Map();
  for (const one of functions) {
    const name = groupOf(one.owner);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const serbian = read("src/text/sr.ftl");
  const at = bytes.indexOf(serbian, data.start);
  const texts = at < 0 ? [] : [{ start: at, end: at + serbian.length }];
  const english = texts.length ? [{ start: data.start, end: at }, { start: at + serbian.length, end: data.end }] : [data];
  if (texts.length) groups.set("data: the texts in Serbian, from which both scripts are made", texts);
  groups.set("data: the texts in English, and all tables", english);
  const gzip = packedWithout(bytes, kept, gone);
  const raw = (list) => list.reduce((sum, { start, end }) => sum + end - start, 0);
  const whole = [...groups.values()].reduce((sum, list) => sum + raw(list), 0);
  const sorted = [...groups].toSorted(([, a], [, b]) => raw(b) - raw(a));
  const large = sorted.filter(([, list]) => raw(list) >= LEAST * whole);
  const small = sorted.slice(large.length);
  const rows = [...large, [`${small.length} smaller ones`, small.flatMap(([, list]) => list)]];
  return { heading: "The engine, by dropping", before: ["Each part's functions or data taken out of the module, and what that saves raw and by gzip; what is copied into a caller counts for the caller."],
    table: { columns: ["", "raw kB", "gzip kB", "share"], rows: rows.map(([name, list]) => [name, raw(list) / KB, (gzip - packedWithout(bytes, kept, [...gone, ...list])) / KB, `${(100 * raw(list) / whole).toFixed(1)} %`]) } };
}

function groupOf([crate, module]) {
  if (CRYPTO.test(crate)) return "arithmetic of signatures, hashes, DER";
  if (BORDER.test(crate)) return "the border to JavaScript";
  if (RUST.test(crate)) return "Rust's own library";
  if (crate === "error31") return `engine: ${module ?? "other"}`;
  return crate || "without a name";
}

function pageParts(page) {
  const inside = (id) => new RegExp(`<(style|script)[^>]* id="${id}"[^>]*>([^]*?)</\\1>`).exec(page)?.[2].length ?? 0;
  const rows = [["engine, gzip in base64", inside("engine")], ["script", inside("program")], ["script that makes engines, here and in the worker", inside("engine-program")], ["style", inside("first-style") + inside("style")], ["licences, gzip in base64", inside("licences-data")]];
  const rest = page.length - rows.reduce((sum, [, size]) => sum + size, 0);
  return { heading: "index.html", table: { columns: ["", "kB", "share"], rows: [...rows, ["document", rest]].map(([name, size]) => [name, size / KB, `${(100 * size / page.length).toFixed(1)} %`]) } };
}

function script() {
  const { outputs } = JSON.parse(read("target/page/inputs.json").toString());
  const [{ inputs }] = Object.values(outputs);
  const groups = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const name = scriptGroup(path);
    groups.set(name, (groups.get(name) ?? 0) + bytesInOutput);
  }
  const whole = [...groups.values()].reduce((sum, size) => sum + size, 0);
  return { heading: "Its script", table: { columns: ["", "kB", "share"], rows: [...groups].toSorted(([, a], [, b]) => b - a).map(([name, size]) => [name, size / KB, `${(100 * size / whole).toFixed(1)} %`]) } };
}

function scriptGroup(path) {
  if (/@codemirror|@lezer|style-mod|w3c-keyname|crelt|@marijn/.test(path)) return "CodeMirror";
  if (path.includes("node_modules/")) return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)[1];
  const language = /page\/(\w+)\.ftl/.exec(path)?.[1];
  if (language) return `the page's texts, ${language}`;
  if (path.includes("template")) return "the document, to save a copy";
  if (/tests\/fixtures|\.(txt|xml)$/.test(path)) return "samples";
  return `www/${/www\/([^/]+)\//.exec(path)?.[1] ?? "main"}`;
}
