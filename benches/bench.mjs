// Runs the parts, each in a process of its own, and writes docs/benchmarks.md; one part alone is printed.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { documentOf, partOf, targetsOf } from "./document.mjs";

const PARTS = ["check", "growth", "captures", "users", "start", "costs", "memory", "sizes"];
/** Too long for the whole. */
const ALONE = ["gigabyte"];

const folder = fileURLToPath(new URL("../target/bench/", import.meta.url));
mkdirSync(folder, { recursive: true });
const [asked] = process.argv.slice(2);
if (asked && ![...PARTS, ...ALONE].includes(asked)) {
  console.error(`no part “${asked}”; there are ${[...PARTS, ...ALONE].join(", ")}`);
  process.exit(1);
}

const loads = [];
const begin = Date.now();
const parts = (asked ? [asked] : PARTS).map((name) => {
  const start = Date.now();
  const runner = fileURLToPath(new URL("part.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, ["--expose-gc", "--max-old-space-size=8192", runner, name, `${folder}${name}.json`], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  loads.push(loadavg()[0]);
  console.log(`${name.padEnd(10)} ${((Date.now() - start) / 1000).toFixed(0).padStart(4)} s`);
  return JSON.parse(readFileSync(`${folder}${name}.json`, "utf8"));
});

if (asked) {
  console.log(["", ...parts.flatMap(partOf), ...targetsOf(parts[0].targets)].join("\n"));
} else {
  writeFileSync(new URL("../docs/benchmarks.md", import.meta.url), documentOf(parts, { loads, minutes: (Date.now() - begin) / 60_000 }));
  console.log("written: docs/benchmarks.md");
}
