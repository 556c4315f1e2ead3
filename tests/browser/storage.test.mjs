// After everything was used nothing is kept but the theme and the language, and the console is silent.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawn, drop, launch, open, paste, response, settled, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

/** Whatever a page can keep, or hand on to the next. */
async function kept(page) {
  const inside = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    name: window.name,
    state: history.state,
    entries: history.length,
    address: location.href,
    databases: await indexedDB.databases().catch(() => []),
    caches: await caches.keys().catch(() => []),
    workers: (await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length ?? 0,
    files: await navigator.storage.getDirectory().then(async (folder) => { const all = []; for await (const name of folder.keys()) all.push(name); return all; }).catch(() => []),
  }));
  return { ...inside, cookies: await page.context().cookies() };
}

for (const door of ["file", "http"]) {
  test(`${door}: nothing is kept but theme and language`, async () => {
    const page = await open(world.browser, world.doors[door]);
    const before = await kept(page);
    for (const id of ["complete", "missing", "member-status", "claims", "encrypted"]) {
      await page.click(`#sample-${id}`);
      await drawn(page, ".chip");
      await page.click("#new-check");
    }
    await paste(page, Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64"));
    await settled(page, "Error 31 explained");
    await page.check("#view-input");
    await page.fill("#editor", response(WITHOUT_LAST_NAME));
    await settled(page, "Error 31 explained");
    await drop(page, "jelena.xml", `${response(WITHOUT_LAST_NAME)}${" ".repeat(5 << 20)}`);
    await settled(page, "Error 31 explained");
    await drop(page, "users.csv", "User ID/Email (Required),User Status\njelena.ilic@adriasoft.example,Inactive\n");
    await page.waitForSelector("#account");
    await page.check("#answer-partner-id-no");
    await page.setInputFiles("#after-file", { name: "after.xml", mimeType: "text/xml", buffer: Buffer.from(response(WITHOUT_LAST_NAME)) });
    await page.waitForSelector("#compared");
    await page.click("#theme");
    await page.selectOption("#language", "sr-Latn");
    await settled(page, "Greška 31 je objašnjena");
    await page.click("#licences > summary");
    await page.waitForSelector("#licences pre", { state: "attached" });
    const after = await kept(page);
    assert.deepEqual(after, { ...before, local: { "error31-theme": "dark", "error31-language": "sr-Latn" } });
    assert.equal(await page.locator("#requests").innerText(), "Poslatih zahteva: 0.");
    assert.deepEqual(page.complaints, []);
  });
}

test("on wish the tab tells nothing that the browser's history could keep", async () => {
  const page = await open(world.browser, world.doors.http);
  await paste(page, response(WITHOUT_LAST_NAME));
  await settled(page, "Error 31 explained");
  assert.match(await page.title(), /lastname/);
  const icon = () => page.locator("link[rel=icon]").getAttribute("href");
  const telling = await icon();
  await page.click(".foot summary");
  await page.uncheck("#tab-tells");
  assert.equal(await page.title(), "error31 · Auto account creation failed (31)");
  assert.notEqual(await icon(), telling);
  await page.click("#new-check");
  await page.click("#sample-member-status");
  await settled(page, "Error 31 explained");
  assert.equal(await page.title(), "error31 · Auto account creation failed (31)");
});
