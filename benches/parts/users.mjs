// A user list of half a million rows: beside what splits rows in npm, and as Control Hub exports it, with its memory.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { instantiate } from "../../target/engine/engine.js";
import { raced, target } from "../document.mjs";
import { message } from "../messages.mjs";
import { error31 } from "../package.mjs";
import { PACKAGES, PEERS } from "../peers/lists.mjs";
import { versions } from "../peers/versions.mjs";
import { figures, here, race } from "../race.mjs";

const ROWS = 500_000;
const PIECE = 2 << 20;
const RUNS = 5;
const STATUSES = ["Active", "Active", "Active", "Verified", "Not Verified", "Inactive"];
const narrow = { head: "First Name,Last Name,User ID/Email (Required),User Status",
  row: (i) => `Ime${i},"Prezime, ${i}",ime${i}@adriasoft.example,${STATUSES[i % 6]}` };
const wide = { head: ["First Name", "Last Name", "Display Name", "User ID/Email (Required)", "User Status", "Last Service Accessed Time",
  "Days since Last Service Accessed", ...Array.from({ length: 34 }, (_, i) => `Service ${i}`), "adriasoft.webex.com - WebEx Enterprise Edition [Sub104]"].join(),
row: (i) => `Ime${i},Prezime,"Prezime, Ime${i}",ime${i}.prezime@adriasoft.example,${STATUSES[i % 6]},2026-06-23T18:53:09.064Z,3,${"FALSE,".repeat(34)}${i % 3 ? "TRUE" : "FALSE"}` };
const INDEX = "reads the charset, finds the columns and makes the index by which accounts are found, none of which bare splitting does";

function* pieces({ head, row }) {
  let text = head;
  for (let i = 0; i < ROWS; i += 1) {
    text += `\n${row(i)}`;
    if (text.length >= PIECE) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(text);
}

export default async function part() {
  const bytes = Buffer.concat([...pieces(narrow)]);
  for (const [name, { run }] of Object.entries(PEERS)) {
    if (run(bytes) !== ROWS + 1) throw new Error(`${name} gave ${run(bytes)} rows`);
  }
  const does = { error31: INDEX, ...Object.fromEntries(Object.entries(PEERS).map(([name, { does: what }]) => [name, what])) };
  const raceOf = await race({
    error31: here(() => error31.loadAccounts(bytes).free()),
    ...Object.fromEntries(Object.entries(PEERS).map(([name, { run }]) => [name, here(() => run(bytes))])),
  }, { warm: 1 });
  const beside = (name) => raceOf.error31.median / raceOf[name].median;
  return {
    title: "A user list of 500,000 rows",
    sections: [
      { heading: `Four columns, ${(bytes.length / 1e6).toFixed(0)} MB`, before: ["From bytes in memory, as they were read."], table: raced(raceOf, { base: "error31", does }) },
      whole(),
    ],
    targets: Object.entries(PEERS).map(([name, { splits }]) => target(`user list beside ${name}`, beside(name), { most: splits ? 1.5 : 1, reason: `error31 ${INDEX}` })),
    versions: versions(PACKAGES),
  };
}

/** As the page reads a list from a disk: in pieces, so that memory does not grow with the file. */
function whole() {
  const list = [...pieces(wide)];
  const module = new WebAssembly.Module(gunzipSync(readFileSync("target/engine/engine.wasm.gz")));
  const { Instance } = WebAssembly;
  let memory;
  WebAssembly.Instance = function (...all) {
    const instance = new Instance(...all);
    ({ memory } = instance.exports);
    return instance;
  };
  const read = () => {
    const engine = instantiate(module);
    const before = memory.buffer.byteLength;
    const start = performance.now();
    const reader = new engine.AccountsReader();
    for (const piece of list) reader.feed(piece);
    const accounts = reader.finish();
    return { engine, accounts, time: performance.now() - start, grown: memory.buffer.byteLength - before };
  };
  const reads = Array.from({ length: RUNS }, read);
  const { engine, accounts, grown } = reads.at(-1);
  const row = (what, times) => [what, ...Object.values(figures(times))];
  const check = (user) => {
    const text = message("Okta", 8 << 10).replaceAll("marko.petrovic@adriasoft.example", user);
    const start = performance.now();
    engine.check(text, { now: Date.now(), accounts, signatures: false });
    return performance.now() - start;
  };
  const many = (user) => Array.from({ length: 15 }, () => check(user));
  const size = list.reduce((sum, piece) => sum + piece.length, 0) / 1e6;
  WebAssembly.Instance = Instance;
  return { heading: `As Control Hub exports it: 42 columns, ${size.toFixed(0)} MB in pieces of 2 MB`,
    table: { columns: ["", "median ms", "min", "max"], rows: [
      row(`reading, ${RUNS} runs`, reads.map(({ time }) => time)),
      row("one check, its user in the list", many(`ime${ROWS - 1}.prezime@adriasoft.example`)),
      row("one check, its user not in the list", many("iva.horvat@adriasoft.example")),
    ] },
    after: [`The list takes ${(grown / 2 ** 20).toFixed(0)} MiB of the engine's memory.`] };
}
