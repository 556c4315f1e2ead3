// Memory after many checks: of wasm, and the heap of JavaScript.

import { target } from "../document.mjs";
import { message, withoutLastName } from "../messages.mjs";

const COUNTS = [1, 100, 1_000, 10_000];
/** What V8 itself keeps of code that ran often, in KiB. */
const SLACK = 128;

export default async function part() {
  const { Instance } = WebAssembly;
  let memory;
  WebAssembly.Instance = class extends Instance {
    constructor(...all) {
      super(...all);
      ({ memory } = this.exports);
    }
  };
  const { error31 } = await import("../package.mjs");
  const options = { now: Date.now() };
  const whole = message("Okta", 8 << 10);
  const texts = [whole, withoutLastName("Entra", 8 << 10), Buffer.from(whole).toString("base64"), message("AD FS", 64 << 10)];
  const rows = [];
  let done = 0;
  for (const count of COUNTS) {
    for (; done < count; done += 1) error31.check(texts[done % texts.length], options);
    // Twice: what the first finds to be finalised, the second frees.
    globalThis.gc();
    await new Promise((turn) => { setTimeout(turn, 20); });
    globalThis.gc();
    rows.push({ count, wasm: memory.buffer.byteLength, heap: process.memoryUsage().heapUsed });
  }
  const at = (count) => rows.find((row) => row.count === count);
  const grown = (what) => (at(10_000)[what] - at(100)[what]) / 1024;
  return {
    title: "Memory after many checks",
    says: ["Four messages of 8 to 64 KB in turn, as XML and base64, with and without a fault; the heap after it was collected."],
    sections: [{ table: { columns: ["checks", "wasm, KiB", "heap of JavaScript, KiB"], rows: rows.map(({ count, wasm, heap }) => [String(count), wasm / 1024, heap / 1024]) } }],
    targets: [
      target("memory of wasm from the 100th to the 10,000th check", grown("wasm"), { most: 0, unit: "KiB", reason: "something is kept from check to check" }),
      target("heap of JavaScript from the 100th to the 10,000th check", grown("heap"), { most: SLACK, unit: "KiB", beside: `up to ${SLACK} KiB are V8's own, of code that ran often`, reason: "something is kept from check to check" }),
    ],
  };
}
