// A module of wasm taken apart: what each crate, each room of the engine and its data come to.

import { gzipSync } from "node:zlib";

const CODE = 10;
const DATA = 11;
const IMPORT = 2;

class Cursor {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at];
      this.at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("latin1", this.at - length, this.at);
  }
}

function sections(bytes) {
  const found = [];
  const cursor = new Cursor(bytes, 8);
  while (cursor.at < bytes.length) {
    const id = bytes[cursor.at];
    cursor.at += 1;
    const size = cursor.number();
    const own = new Cursor(bytes, cursor.at);
    found.push({ id, name: id === 0 ? own.text() : "", start: own.at, end: cursor.at + size });
    cursor.at += size;
  }
  return found;
}

/** Names of functions by their index. */
function names(bytes, { start, end }) {
  const cursor = new Cursor(bytes, start);
  const found = new Map();
  while (cursor.at < end) {
    const id = cursor.number();
    const size = cursor.number();
    const after = cursor.at + size;
    if (id === 1) for (let left = cursor.number(); left > 0; left -= 1) found.set(cursor.number(), cursor.text());
    cursor.at = after;
  }
  return found;
}

function importedFunctions(bytes, { start }) {
  const cursor = new Cursor(bytes, start);
  let count = 0;
  for (let left = cursor.number(); left > 0; left -= 1) {
    cursor.text();
    cursor.text();
    const kind = cursor.number();
    if (kind === 0) count += 1;
    if (kind === 1) cursor.number();
    if (kind === 1 || kind === 2) {
      if (cursor.number() & 1) cursor.number();
    } else {
      cursor.number();
    }
    if (kind > 1 && kind !== 2) cursor.number();
  }
  return count;
}

/** Crate and first module of a mangled name, of either scheme. */
function owner(name) {
  const path = /Cs[0-9A-Za-z]*_(\d+.*)/.exec(name)?.[1] ?? /^_ZN(?:\d+_\$LT\$(?:impl\$u20\$)?([\w]+))?(.*)/.exec(name)?.slice(1).find(Boolean) ?? name;
  const parts = [];
  for (let rest = path; parts.length < 2;) {
    const [whole, length] = /^_?(\d+)_?/.exec(rest) ?? [];
    if (!length) break;
    parts.push(rest.slice(whole.length, whole.length + Number(length)));
    rest = rest.slice(whole.length + Number(length));
  }
  return parts.length ? parts : [path.split("..")[0]];
}

/** Says to wasm-bindgen what its functions take, and is gone when that has run. */
const DESCRIBES = /WasmDescribe|__wbindgen_describe|__wbg_.*_describe/;

/** Each function with who owns it, and the data, as ranges of the bytes; `gone` is not in what is published. */
export function ranges(bytes) {
  const all = sections(bytes);
  const named = names(bytes, all.find(({ name }) => name === "name"));
  const code = all.find(({ id }) => id === CODE);
  const cursor = new Cursor(bytes, code.start);
  let index = importedFunctions(bytes, all.find(({ id }) => id === IMPORT));
  const functions = [];
  const gone = [];
  for (let left = cursor.number(); left > 0; left -= 1) {
    const start = cursor.at;
    const size = cursor.number();
    cursor.at += size;
    const name = named.get(index) ?? "";
    if (DESCRIBES.test(name)) gone.push({ start, end: cursor.at });
    else functions.push({ start, end: cursor.at, owner: owner(name) });
    index += 1;
  }
  const data = all.find(({ id }) => id === DATA);
  return { functions, data, gone, kept: all.filter(({ id }) => id !== 0) };
}

/** What gzip makes of the module without these ranges. */
export function packedWithout(bytes, kept, parts) {
  const pieces = [];
  let at = kept[0].start;
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    pieces.push(bytes.subarray(at, start));
    at = end;
  }
  pieces.push(bytes.subarray(at, kept.at(-1).end));
  return gzipSync(Buffer.concat(pieces), { level: 9 }).length;
}
