// One check in Node.js, decode to report.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { head, line } from "./figures.mjs";
import { withAttributes, withGroups } from "./messages.mjs";

const { check } = await import(pathToFileURL(join(process.env.E31_DIST, "package/error31.js")).href);

const small = withGroups(8192);
const inputs = [
  ["8 KB, text", 1000, small],
  ["8 KB, bytes", 1000, Buffer.from(small)],
  ["8 KB, base64", 1000, Buffer.from(small).toString("base64")],
  ["1 MB, one attribute of many values", 15, withGroups(1 << 20)],
  ["1 MB, many attributes", 15, withAttributes(1 << 20)],
];

head("one check");
for (const [name, runs, input] of inputs) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    check(input, { now: 0 });
    times.push(performance.now() - start);
  }
  line(`${name} (${input.length} bytes, ${runs} runs)`, times);
}
