// Nothing can leave: each way out is tried from the page's own world and from its worker, against a server that notes what arrives.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inPage, inWorker } from "./attempts.mjs";
import { BROWSERS, DOORS, drop, launch, outside, settled, text, wait } from "./world.mjs";

/** A big file, so that a worker reads it. */
const LINE = `${"nothing of the kind ".repeat(50)}\n`;

/** Has the page's own worker run something more, with its answer in `told`, and live on. */
function addToWorker(action) {
  const more = `\n;${action}.then((told) => postMessage({ told }));`;
  globalThis.Blob = class extends Blob {
    constructor(parts, options) {
      super(options?.type === "text/javascript" ? [...parts, more] : parts, options);
    }
  };
  globalThis.Worker = class extends Worker {
    constructor(address) {
      super(address);
      this.addEventListener("message", ({ data }) => { globalThis.told ??= data.told; });
    }
    terminate() {}
  };
}

for (const name of BROWSERS) {
  let world;
  before(async () => { world = await launch(name, { "/free": "<!doctype html><title>no policy</title><body></body>" }); });
  after(() => world.close());

  test(`${name}: without the policy the same attempts do arrive`, async () => {
    const out = await outside();
    const page = await world.browser.open(`${world.home}free`);
    const ran = await page.evaluate(inPage, out.address);
    for (const way of ["fetch", "xhr", "websocket", "eventsource", "beacon", "image", "css", "stylesheet", "iframe", "object", "script", "import", "form"]) {
      assert.ok(out.arrived.includes(`/${way}`), `${way}: ${out.arrived}`);
    }
    assert.deepEqual(new Set(ran), new Set(["eval", "function", "timeout", "inline", "handler", "address", "markup", "blob"]));
    await page.close();
    out.close();
  });

  for (const door of DOORS) {
    test(`${name}, ${door}: no attempt of a script in the page arrives, and no text runs`, async () => {
      const out = await outside();
      const page = await world.open(world.doors[door]);
      assert.equal(await text(page, "#requests"), "Requests made: 0.");
      assert.deepEqual(await page.evaluate(inPage, out.address), []);
      assert.deepEqual(out.arrived, []);
      assert.match(await text(page, "#requests"), /^Requests made: 0, refused by the policy: [1-9]\d*\.$/);
      await page.close();
      out.close();
    });

    test(`${name}, ${door}: no attempt of a script in the worker arrives, and WebRTC is gone there`, async () => {
      const out = await outside();
      const page = await world.open(world.doors[door]);
      await page.evaluate(addToWorker, `(${inWorker})("${out.address}")`);
      await drop(page, "big.log", LINE, 6000);
      await settled(page, "Nothing found");
      await wait(page, () => globalThis.told !== undefined);
      assert.deepEqual(await page.evaluate(() => globalThis.told), { ran: [], webrtc: [] });
      assert.deepEqual(out.arrived, []);
      assert.match(await text(page, "#requests"), /^Requests made: 0[.,]/);
      await page.close();
      out.close();
    });
  }

  test(`${name}: WebRTC is gone before anything is read`, async () => {
    const page = await world.open(world.doors.http);
    assert.deepEqual(await page.evaluate(() => Object.getOwnPropertyNames(globalThis).filter((one) => /RTC/.test(one))), []);
    await page.close();
  });
}
