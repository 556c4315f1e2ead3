// Whom to tell of a problem: details to copy as long as the project has no address, then a form with them; never a word of the message.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { drawn, FULL, launch, open, paste, PATH, response, settled, stopOnce } from "./browser.mjs";

const PROJECT = "https://git.example/team/error31";
const DETAILS = /^error31 \d+\.\d+\.\d+, built [\d-]{10}\nMozilla[^\n]*\nfrom a (file|server)$/;

let world;
before(async () => { world = await launch(); });
after(() => world.close());

/** The page as it is built, or as with an address in Cargo.toml. */
async function built(project, options) {
  const context = { permissions: ["clipboard-read", "clipboard-write"] };
  if (!project) return open(world.browser, world.doors.file, { context, ...options });
  const html = await readFile(PATH, "utf8");
  const named = html.replace(/<meta name="error31" [^>]*>/, (one) => `${one}\n<meta name="error31-project" content="${project}">`);
  assert.notEqual(named, html);
  const address = `${world.doors.http}named`;
  return open({ newContext: async (wishes) => {
    const made = await world.browser.newContext({ ...context, ...wishes });
    await made.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: named }));
    return made;
  } }, address, options);
}

const copied = async (page, button) => {
  await page.click(button);
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
  return page.evaluate(() => navigator.clipboard.readText());
};

test("without an address the foot has what can be told, and no link", async () => {
  const page = await built();
  assert.match(await page.locator(".foot").innerText(), /Not affiliated with Cisco[\s\S]*error31 \d+\.\d+\.\d+/);
  await paste(page, response(FULL));
  await drawn(page, ".chip");
  assert.match(await copied(page, "#foot-copy"), DETAILS);
  assert.equal(await page.locator("#foot-report, #foot-project").count(), 0);
  await page.click("#foot-details summary");
  assert.match(await page.locator("#foot-details").innerText(), /Nothing of your message/);
  assert.deepEqual(page.complaints, []);
});

for (const [name, before, where, tail] of [["in the foot", undefined, "foot", ""], ["where the check stopped", stopOnce, "stopped", "\nstopped at src/xml.rs:1:2"]]) {
  test(`with an address a problem can be reported ${name}, with version and place and no word of the message`, async () => {
    const page = await built(PROJECT, { before });
    await paste(page, response(FULL));
    await settled(page, before ? "Stopped" : "Error 31 not explained");
    const link = new URL(await page.getAttribute(`#${where}-report`, "href"));
    assert.equal(`${link.origin}${link.pathname}`, `${PROJECT}/issues/new`);
    assert.deepEqual([...link.searchParams.keys()], ["title", "body"]);
    assert.match(link.searchParams.get("title"), before ? /^error31 \d+\.\d+\.\d+ stopped at src\/xml\.rs:1:2$/ : /^error31 \d+\.\d+\.\d+: $/);
    const body = link.searchParams.get("body");
    assert.ok(body.endsWith(`from a server${tail}`), body);
    assert.match(body.replace(tail, ""), DETAILS);
    assert.doesNotMatch(decodeURIComponent(link.href), /jelena|adriasoft|127\.0/i);
    assert.equal(await page.getAttribute("#foot-project", "href"), PROJECT);
    assert.equal(await page.getAttribute("#foot-report", "rel"), "noreferrer noopener");
    assert.deepEqual(page.complaints, []);
  });
}
