// Recordings of 1, 10 and 105 MB: from memory in Node.js, from a disk on the page, and the most memory of each.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { raced, target } from "../document.mjs";
import { error31 } from "../package.mjs";
import { PageOnDisk, SIGN_INS } from "../page.mjs";
import { FROM_DISK, PACKAGES, PEERS } from "../peers/json.mjs";
import { versions } from "../peers/versions.mjs";
import { figures, here, race, ROUNDS } from "../race.mjs";
import { recorded } from "../recording.mjs";

const SIZES = [1, 10, 100];
const PIECE = 2 << 20;
const DOES = "reads JSON, finds what is of a sign-in, reads and judges its messages, writes the report";
const FLAT = "what is kept grows with the sign-ins of a recording, not with its size; a slice of the file is 4 MB at most";

function piecesOf(bytes) {
  return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, at) => bytes.subarray(at * PIECE, (at + 1) * PIECE));
}

export default async function part() {
  const page = await PageOnDisk.start();
  const all = [];
  for (const mebibytes of SIZES) all.push(await recorded(mebibytes, (path, size) => measured(page, path, size, mebibytes)));
  await page.end();
  const [, middle, last] = all;
  const peak = (one) => Math.max(...one.memories);
  return {
    title: "Recordings",
    says: [`HAR files with ${SIGN_INS} sign-ins among other traffic.`],
    sections: [
      ...all.map(({ size, memory }) => ({ heading: `From memory in Node.js, ${size.toFixed(0)} MB, without reading time`, table: raced(memory, { base: "error31", does: { error31: DOES, ...Object.fromEntries(Object.entries(PEERS).map(([name, { does }]) => [name, does])) } }) })),
      onThePage(all),
      memoryOf(all),
    ],
    targets: [
      target(`${last.size.toFixed(0)} MB without reading time: JSON.parse + walk beside error31`, last.memory["JSON.parse + walk"].median / last.memory.error31.median, { least: 2, reason: "JSON.parse reads a text that is there already and makes objects at the processor's pace; error31 reads bytes, finds out their charset and what each string holds" }),
      target(`${last.size.toFixed(0)} MB without reading time: JSON.parse + walk of the same bytes beside error31`, last.memory["TextDecoder + JSON.parse + walk"].median / last.memory.error31.median, { least: 2, reason: "the same, with the time that decoding takes" }),
      target(`${last.size.toFixed(0)} MB on the page: the engine's memory`, peak(last) / 2 ** 20, { most: 128, unit: "MiB", reason: FLAT }),
      target(`the engine's memory, ${last.size.toFixed(0)} MB beside ${middle.size.toFixed(0)} MB: flat`, peak(last) / peak(middle), { most: 1.25, reason: FLAT }),
    ],
    versions: versions(PACKAGES),
  };
}

async function measured(page, path, size, mebibytes) {
  const bytes = readFileSync(path);
  const pieces = piecesOf(bytes);
  const text = bytes.toString();
  const runners = { error31: async () => (await error31.scan(pieces, { now: 0 })).messages.length };
  for (const [name, { run }] of Object.entries(PEERS)) runners[name] = () => run(pieces, text);
  for (const [name, run] of Object.entries(runners)) {
    const found = await run();
    if (found !== SIGN_INS) throw new Error(`${name} found ${found} sign-ins`);
  }
  const slow = mebibytes === SIZES.at(-1) ? ["@streamparser/json"] : [];
  const quick = Object.entries(runners).filter(([name]) => !slow.includes(name));
  const memory = await race(Object.fromEntries(quick.map(([name, run]) => [name, here(run)])), { warm: 1 });
  for (const name of slow) {
    memory[`${name}, 3 runs`] = (await race({ [name]: here(runners[name]) }, { warm: 1, rounds: 3 }))[name];
  }
  const scans = [];
  const own = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    scans.push(await page.scan(path));
    own.push(await page.ownJson(path));
  }
  const cancelled = mebibytes === SIZES.at(-1) ? await page.cancel(path) : undefined;
  return { size, memory, cancelled, took: scans.map(({ took }) => took), memories: scans.map((one) => one.memory), own, peaks: peaks(path) };
}

function onThePage(all) {
  const row = (size, what, times, memory) => {
    const { median, min, max } = figures(times);
    return [`${size.toFixed(0)} MB, ${what}`, median, min, max, `${(1000 * size / median).toFixed(0)} MB/s`, memory];
  };
  return {
    heading: "On the page from a disk in Chromium, with reading time",
    before: ["From the choice of the file to the drawing of all sign-ins; beside it the browser's own JSON, `text()` + JSON.parse + walk, which draws nothing."],
    table: { columns: ["", "median ms", "min", "max", "speed", "engine's memory"], rows: all.flatMap(({ size, took, own, memories }) => [
      row(size, "error31", took, `${(Math.max(...memories) / 2 ** 20).toFixed(0)} MiB`),
      row(size, "text() + JSON.parse + walk", own, "–"),
    ]) },
    after: [`Cancelled at four moments, the longest wait was ${all.at(-1).cancelled.toFixed(0)} ms.`],
  };
}

/** The most memory of a process that reads it from a disk, above one that does nothing. */
export function peaks(path) {
  const script = fileURLToPath(new URL("../memory-of.mjs", import.meta.url));
  const of = (what) => JSON.parse(execFileSync(process.execPath, ["--max-old-space-size=8192", script, what, path], { encoding: "utf8" })).peak * 1024;
  const bare = of("nothing");
  return Object.fromEntries(["error31", ...Object.keys(FROM_DISK)].map((what) => [what, of(what) - bare]));
}

export function memoryOf(all) {
  return {
    heading: "The most memory of a process of Node.js that reads it from a disk, above one that does nothing, in MiB",
    table: { columns: ["", ...all.map(({ size }) => `${size.toFixed(0)} MB`)],
      rows: Object.keys(all[0].peaks).map((what) => [what, ...all.map(({ peaks: of }) => of[what] / 2 ** 20)]) },
  };
}
