// The most memory that one way to read a recording takes, in a process of its own: `memory-of.mjs WHAT PATH` prints it in KiB.

import { createReadStream, readFileSync } from "node:fs";
import { error31 } from "./package.mjs";
import { FROM_DISK } from "./peers/json.mjs";

const WAYS = {
  nothing: () => {},
  error31: async (path) => (await error31.scan(createReadStream(path, { highWaterMark: 2 << 20 }), { now: 0 })).messages.length,
  ...FROM_DISK,
};

const [what, path] = process.argv.slice(2);
const found = await WAYS[what](path);
// What `resourceUsage` tells holds the peak of the parent as well.
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
console.log(JSON.stringify({ found, peak }));
