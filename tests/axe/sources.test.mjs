// No statement of a result is without the page that it rests on, in results of many kinds; with E31_WHOLE in all, else in a fifth by E31_SEED.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, open } from "../browser/browser.mjs";
import { statements, withoutSource } from "./statements.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const RESULTS = [
  "entra/default-claims.xml", "adfs/failed-status.xml", "clean/auth0.xml", "clean/pingone-case.xml", "sign-ins/five.har", "sign-ins/proxy.har",
  "captures/two-and-a-twin.har", "answers/messenger-to-a-message.txt",
  "signatures/edited.xml", "signatures/xsw1.xml",
];
const tried = RESULTS.filter((_, i) => process.env.E31_WHOLE || i % 5 === Number(process.env.E31_SEED ?? 0) % 5);

for (const locale of ["en-GB", "sr-RS"]) {
  for (const name of tried) {
    test(`${locale}, ${name}`, async () => {
      const page = await open(world.browser, world.doors.file, { context: { locale } });
      const buffer = await readFile(new URL(`../fixtures/${name}`, import.meta.url));
      await page.setInputFiles("#file", { name, mimeType: "text/plain", buffer });
      await page.waitForSelector("#causes .why");
      const stated = await page.evaluate(statements);
      assert.deepEqual(withoutSource(stated), []);
      assert.ok(stated.length >= 6, String(stated.length));
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}
