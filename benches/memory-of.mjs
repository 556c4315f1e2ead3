// The most memory that one way to read a recording takes, in a process of its own: `memory-of.mjs WHAT PATH` prints it in KiB.

import { createReadStream } from "node:fs";
import { error31 } from "./package.mjs";
import { FROM_DISK } from "./peers/json.mjs";

const WAYS = {
  nothing: () => {},
  error31: async (path) => (await error31.scan(createReadStream(path, { highWaterMark: 2 << 20 }), { now: 0 })).messages.length,
  ...FROM_DISK,
};

const [what, path] = process.argv.slice(2);
const found = await WAYS[what](path);
console.log(JSON.stringify({ found, peak: process.resourceUsage().maxRSS }));
