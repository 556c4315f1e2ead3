// A user list of half a million rows, piece by piece in Node.js: its reading, its memory, and a check with it.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { instantiate } from "../target/engine/engine.js";
import { head, line } from "./figures.mjs";
import { withGroups } from "./messages.mjs";

const ROWS = 500_000;
const PIECE = 2 << 20;
const RUNS = 5;

const headers = ["First Name", "Last Name", "Display Name", "User ID/Email (Required)", "User Status",
  "Last Service Accessed Time", "Days since Last Service Accessed", ...Array.from({ length: 34 }, (_, i) => `Service ${i}`),
  "adriasoft.webex.com - WebEx Enterprise Edition [Sub104]"];
const statuses = ["Active", "Active", "Active", "Verified", "Not Verified", "Inactive"];
const row = (i) => `Ime${i},Prezime,"Prezime, Ime${i}",ime${i}.prezime@adriasoft.example,${statuses[i % 6]},2026-06-23T18:53:09.064Z,3,${"FALSE,".repeat(34)}${i % 3 ? "TRUE" : "FALSE"}`;

function* pieces() {
  let text = headers.join();
  for (let i = 0; i < ROWS; i += 1) {
    text += `\n${row(i)}`;
    if (text.length >= PIECE) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(text);
}

const list = [...pieces()];
const size = list.reduce((sum, piece) => sum + piece.length, 0);
const module = new WebAssembly.Module(gunzipSync(readFileSync("target/engine/engine.wasm.gz")));
const { Instance } = WebAssembly;
let memory;
WebAssembly.Instance = function (...parts) {
  const instance = new Instance(...parts);
  ({ memory } = instance.exports);
  return instance;
};

function read() {
  const engine = instantiate(module);
  const before = memory.buffer.byteLength;
  const start = performance.now();
  const reader = new engine.AccountsReader();
  for (const piece of list) {
    reader.feed(piece);
  }
  const accounts = reader.finish();
  return { engine, accounts, time: performance.now() - start, grown: memory.buffer.byteLength - before };
}

function timed(action) {
  const start = performance.now();
  action();
  return performance.now() - start;
}

head("a user list");
const reads = Array.from({ length: RUNS }, read);
const { engine, accounts, grown } = reads.at(-1);
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
line(`${ROWS} rows, ${megabytes(size)}, in pieces of ${megabytes(PIECE)}`, reads.map(({ time }) => time));
const message = (user) => `<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Subject><NameID>${user}</NameID></Subject></Assertion>`;
for (const [name, user] of [["user in it", `ime${ROWS - 1}.prezime@adriasoft.example`], ["user not in it", "iva.horvat@adriasoft.example"]]) {
  line(`one check, ${name}`, Array.from({ length: RUNS }, () => timed(() => engine.check(message(user), { now: 0, accounts }))));
}
line("one check of 8 KB without a list", Array.from({ length: RUNS }, () => timed(() => engine.check(withGroups(8192), { now: 0 }))));
console.log(`memory: ${megabytes(grown)} of wasm, rows: ${accounts.summary.rows}`);
