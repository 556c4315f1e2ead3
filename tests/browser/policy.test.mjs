// The privacy promise in use: no request, no storage, no markup from a message. What a script could try: tests/browsers/policy.test.mjs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawn, FULL, launch, open, paste, response, settled } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

for (const door of ["file", "http"]) {
  test(`${door}: nothing is asked for but the page itself`, async () => {
    const page = await open(world.browser, world.doors[door]);
    world.asked.length = 0;
    await page.reload();
    await page.waitForSelector("#verdict");
    for (const id of ["complete", "missing", "member-status", "claims", "encrypted"]) {
      await page.click(`#sample-${id}`);
      await drawn(page, ".chip");
      await page.click("#new-check");
    }
    const others = page.requests.filter((address) => address !== world.doors[door] && !address.startsWith("data:"));
    assert.deepEqual(others, []);
    if (door === "http") assert.deepEqual(world.asked, ["/"]);
    assert.deepEqual(page.complaints, []);
  });
}

test("the one policy of Trusted Types is taken at the start, before anything is given, and no other can be made", async () => {
  const before = () => {
    globalThis.made = [];
    const { createPolicy } = TrustedTypePolicyFactory.prototype;
    TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
      globalThis.made.push(`${name}, ${globalThis.Worker.used ? "with" : "before"} a worker`);
      return createPolicy.call(this, name, rules);
    };
    globalThis.Worker = class extends globalThis.Worker {
      static used = false;
      constructor(...all) {
        globalThis.Worker.used = true;
        super(...all);
      }
    };
  };
  const page = await open(world.browser, world.doors.http, { before });
  assert.deepEqual(await page.evaluate(() => globalThis.made), ["error31, before a worker"]);
  const refused = await page.evaluate(() => ["error31", "default", "other"].map((name) => {
    try { return String(trustedTypes.createPolicy(name, { createHTML: (text) => text })); } catch (error) { return error.name; }
  }));
  assert.deepEqual(refused, ["TypeError", "TypeError", "TypeError"]);
  const run = await page.evaluate(() => [
    () => { document.body.innerHTML = "<p>"; },
    () => new Worker("data:text/javascript,"),
    () => { document.createElement("script").src = "https://127.0.0.1:9/"; },
  ].map((attempt) => { try { attempt(); return "ran"; } catch (error) { return error.name; } }));
  assert.deepEqual(run, ["TypeError", "TypeError", "TypeError"]);
});

test("markup in names and values stays text", async () => {
  const page = await open(world.browser, world.doors.file);
  const bad = "&lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;";
  await paste(page, response({ ...FULL, firstname: bad, [bad]: bad, "javascript:alert(3)": "**bold** `code`" }));
  await drawn(page, ".chip");
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.equal(await page.locator("a[href^='javascript:']").count(), 0);
  assert.match(await page.locator("#fields").innerText(), /<img src=x onerror=alert\(1\)>/);
  assert.deepEqual(page.complaints, []);
});

test("no value reaches the title, the address or storage", async () => {
  const page = await open(world.browser, world.doors.http);
  await page.click("#sample-member-status");
  await settled(page, "Error 31 explained");
  await page.click("#theme");
  const kept = await page.evaluate(() => ({
    title: document.title, address: location.href, local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie,
  }));
  assert.match(kept.title, /^Explained: Member Status, lastname · error31$/);
  assert.equal(kept.address, world.doors.http);
  assert.deepEqual(Object.keys(kept.local), ["error31-theme"]);
  assert.deepEqual(kept.session, {});
  assert.equal(kept.cookie, "");
});

test("links go out without a referrer, in a tab of their own", async () => {
  const page = await open(world.browser, world.doors.file);
  await page.click("#sample-missing");
  await settled(page, "Error 31 explained");
  const links = await page.$$eval("main a[href^='http']", (all) => all.map((a) => [a.target, a.rel]));
  assert.ok(links.length > 0);
  for (const link of links) assert.deepEqual(link, ["_blank", "noreferrer noopener"]);
});
