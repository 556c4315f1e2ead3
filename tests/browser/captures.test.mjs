// Captures and files: what is found in them, where, and what is told about them.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { again, chip, launch, open, paste, response, settled, FULL, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fixture = (name) => readFile(new URL(`../fixtures/captures/${name}`, import.meta.url));
const text = (page, selector) => page.locator(selector).innerText();

/** Drops files, given as names and contents. */
async function dropAll(page, files) {
  const list = files.map(([name, content]) => [name, Buffer.from(content).toString("base64")]);
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const [name, base64] of all) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, list);
}

for (const door of ["file", "http"]) {
  test(`a capture becomes a table with a trail, over ${door}`, async () => {
    const page = await again(world, door);
    await dropAll(page, [["sign-in.har", await fixture("chrome.har")]]);
    await settled(page, "Error 31 explained");
    assert.equal(await text(page, ".trail"), "sign-in.har · HAR › request 5 of 5 › form body › percent › base64 › XML");
    assert.equal(await page.locator("#messages tr[aria-current=true] #message-2").count(), 1);
    assert.match(await text(page, "#messages tr.below"), /Webex answered “Reason: Auto Account Creation failed. Error code: 31” · code 31/);
    assert.match(await text(page, "#notices"), /This capture also holds: cookies 2, sign-in headers 1, passwords 1\./);
    await page.click("#message-1");
    await settled(page, "Cannot tell");
    assert.match(await text(page, ".trail"), /request 1 of 5 › URL › percent › base64 › deflate › XML$/);
    assert.equal(await page.locator("tr[aria-current=true] #message-1").count(), 1);
    assert.deepEqual(page.complaints, []);
    assert.equal(page.requests.filter((one) => !/^(data|blob):/.test(one)).length, 1);
  });
}

test("the same message twice is one, and each answer stands under its message", async () => {
  const page = await again(world);
  await dropAll(page, [["twin.har", await fixture("two-and-a-twin.har")]]);
  await page.waitForSelector("#messages");
  assert.equal(await page.locator("#messages tbody tr:not(.below)").count(), 2);
  assert.equal(await page.locator("#messages tr.below").count(), 2);
  assert.match(await text(page, "#messages"), /seen: 2/);
});

test("a file that breaks off says where, and keeps what stood before", async () => {
  const page = await again(world);
  await dropAll(page, [["cut.har", await fixture("cut.har")]]);
  await page.waitForSelector("#notices");
  assert.match(await text(page, "#notices"), /The file ends in the middle of request 5\. Messages before that are here\./);
  assert.equal(await chip(page), "Error 31 explained");
});

test("a capture without what was posted names the request and shows how to capture again", async () => {
  const page = await again(world);
  await dropAll(page, [["empty.har", await fixture("without-bodies.har")]]);
  await settled(page, "Nothing found");
  assert.match(await text(page, "h1"), /^Request 1 sent the message to Webex/);
  assert.equal(await page.locator("#how").count(), 1);
});

test("several files are read one after the other into one table", async () => {
  const page = await again(world);
  await dropAll(page, [
    ["a.xml", response(FULL)],
    ["notes.txt", "nothing of the kind"],
    ["b.har", await fixture("chrome.har")],
    ["c.xml", response(WITHOUT_LAST_NAME)],
  ]);
  await settled(page, "Error 31 explained");
  assert.equal(await page.locator("#messages tbody tr:not(.below)").count(), 4);
  assert.match(await text(page, "#messages"), /b\.har · request 5/);
  assert.match(await text(page, ".trail"), /^Files: 4 · b\.har › HAR › request 5 of 5/);
  assert.match(await text(page, "#notices"), /Files without a SAML message: 1/);
  await page.click("#message-4");
  assert.match(await text(page, "h1"), /last name/);
  assert.match(await text(page, ".trail"), /· c\.xml › XML$/);
});

/** A folder of the disk that is gone behind the test. */
async function folder(test) {
  const path = await mkdtemp(join(tmpdir(), "error31-"));
  test.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

test("a folder is read with the folders in it", async (context) => {
  const path = await folder(context);
  await mkdir(join(path, "ticket", "deep"), { recursive: true });
  await writeFile(join(path, "ticket", "a.xml"), response(FULL));
  await writeFile(join(path, "ticket", "deep", "b.har"), await fixture("chrome.har"));
  await writeFile(join(path, "ticket", "notes.txt"), "nothing of the kind");
  const page = await again(world);
  const devTools = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await devTools.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data: { items: [], files: [join(path, "ticket")], dragOperationsMask: 1 } });
  }
  await settled(page, "Error 31 explained");
  assert.equal(await rows(page), 3);
  assert.match(await text(page, "#messages"), /ticket\/a\.xml/);
  assert.match(await text(page, "#messages"), /ticket\/deep\/b\.har · request 5/);
  assert.match(await text(page, "#notices"), /Files without a SAML message: 1/);
  assert.deepEqual(page.complaints, []);
});

for (const size of [1 << 10, 20 << 20]) {
  test(`a file of ${size} bytes that vanished before it is read is told, and the page goes on`, async (context) => {
    const path = join(await folder(context), "gone.har");
    await writeFile(path, " ".repeat(size));
    const page = await again(world);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "own" })));
    await page.setInputFiles("#own", path);
    await rm(path);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(document.querySelector("#own").files[0]);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.getByText("gone.har could not be read.").first().waitFor();
    await dropAll(page, [["a.xml", response(WITHOUT_LAST_NAME)]]);
    await settled(page, "Error 31 explained");
  });
}

/** A disk that gives the first pieces, and the next one only when the file is no longer what it was. */
function untilChanged() {
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => createObjectURL(new Blob([`{
    const { readAsArrayBuffer } = FileReaderSync.prototype;
    const isSame = (slice) => {
      try { return readAsArrayBuffer.call(new FileReaderSync(), slice.slice(0, 1)) !== undefined; } catch { return false; }
    };
    let pieces = 0;
    FileReaderSync.prototype.readAsArrayBuffer = function (slice) {
      pieces += 1;
      while (pieces > 2 && isSame(slice));
      return readAsArrayBuffer.call(this, slice);
    };
  }`, blob]));
}

test("a file that changes while it is read keeps what was found before, and says so", async (context) => {
  const path = join(await folder(context), "growing.har");
  const message = encodeURIComponent(Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64"));
  const entry = `{"request":{"method":"POST","url":"https://adriasoft.webex.com/dispatcher/SAML2AuthService","postData":{"text":"SAMLResponse=${message}"}}},`;
  const noise = `{"request":{"comment":"${"x".repeat(1 << 20)}"}},`;
  await writeFile(path, `{"log":{"entries":[${entry}${noise.repeat(20)}`);
  const page = await open(world.browser, world.doors.file, { before: untilChanged });
  await page.setInputFiles("#file", path);
  await page.waitForSelector("#messages");
  await writeFile(path, "{}");
  await utimes(path, 1, 1);
  await settled(page, "Error 31 explained");
  assert.match(await text(page, "#notices"), /The file vanished or changed while it was read/);
  assert.match(await text(page, "h1"), /last name/);
  await page.context().close();
});

/** Drops a HAR of so many megabytes, made in the page, with sign-ins spread over it. */
async function dropBig(page, megabytes, signIns) {
  await page.evaluate(([size, count, xml]) => {
    const entry = (url, posted, body) => JSON.stringify({
      startedDateTime: "2026-11-21T09:14:08.000Z",
      request: { method: posted ? "POST" : "GET", url, headers: [], ...(posted && { postData: { mimeType: "application/x-www-form-urlencoded", text: posted } }) },
      response: { status: 200, content: { mimeType: "text/html", text: body } },
    });
    const noise = entry("https://cdn.adriasoft.example/app.js", undefined, "function(e){return e} ".repeat(47_000));
    const parts = ['{"log":{"version":"1.2","entries":[\n'];
    for (let i = 0; i < size; i += 1) {
      if (i % Math.ceil(size / count) === 0) {
        const message = encodeURIComponent(btoa(unescape(encodeURIComponent(xml.replace('ID="_r"', `ID="_r${i}"`)))));
        parts.push(entry("https://adriasoft.webex.com/dispatcher/SAML2AuthService", `SAMLResponse=${message}`, ""), ",\n");
      }
      parts.push(noise, i === size - 1 ? "\n]}}" : ",\n");
    }
    const data = new DataTransfer();
    data.items.add(new File(parts, "week47.har"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [megabytes, signIns, response(WITHOUT_LAST_NAME)]);
}

const rows = (page) => page.locator("#messages tbody tr:not(.below)").count();

for (const door of ["file", "http"]) {
  test(`a big capture is read in a worker, over ${door}`, async () => {
    const page = await again(world, door);
    let workers = 0;
    page.on("worker", () => { workers += 1; });
    await dropBig(page, 20, 4);
    await settled(page, "Error 31 explained");
    assert.equal(workers, 1);
    assert.equal(await rows(page), 4);
    assert.match(await text(page, ".trail"), /^week47\.har · HAR › request 1 of 24/);
    assert.deepEqual(page.complaints, []);
    assert.equal(page.requests.filter((one) => !/^(data|blob):/.test(one)).length, 1);
  });
}

/** A disk that takes its time, so that there is something to see while a file is read. */
function slowDisk() {
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => createObjectURL(new Blob([`{
    const { readAsArrayBuffer } = FileReaderSync.prototype;
    FileReaderSync.prototype.readAsArrayBuffer = function (slice) {
      const end = performance.now() + 400;
      while (performance.now() < end);
      return readAsArrayBuffer.call(this, slice);
    };
  }`, blob]));
}

test("reading shows how far it is, opens what is found, and keeps it when it is cancelled", async () => {
  const page = await open(world.browser, world.doors.file, { before: slowDisk });
  await dropBig(page, 100, 50);
  await page.waitForSelector("#messages");
  const first = await page.$("#message-1");
  assert.equal(await chip(page), "Reading");
  assert.match(await page.title(), /^\d+ % · Reading · error31$/);
  assert.match(await text(page, "#pace"), /[\d.]+ [KM]B of \d+ MB\s+[\d.]+ [KM]B\/s\s+about .* left\s+SAML messages: \d+/);
  const bar = page.locator("[role=progressbar]");
  assert.equal(await bar.getAttribute("aria-label"), "Reading week47.har");
  assert.match(await bar.getAttribute("aria-valuetext"), / of \d+ MB$/);
  assert.match(await text(page, "#status"), /^(Reading week47\.har|Read: \d+ %)$/);
  await page.waitForSelector("#message-3");
  await first.click();
  await page.waitForSelector("#opened");
  await page.keyboard.press("Escape");
  await settled(page, "Error 31 explained");
  assert.match(await text(page, ".stopped"), /Stopped at [\d.]+ [KM]B\. What was found so far is shown\./);
  const found = await rows(page);
  assert.ok(found > 0 && found < 50, `${found}`);
  await dropBig(page, 20, 2);
  await page.waitForFunction(() => document.querySelectorAll("#messages tbody tr:not(.below)").length === 2);
  assert.deepEqual(page.complaints, []);
});

/** Counts the workers that a page starts from now on. */
function countWorkers(page) {
  let workers = 0;
  page.on("worker", () => { workers += 1; });
  return () => workers;
}

const ON_PAGE = /No worker could be started here, so this was read on the page itself, piece by piece\./;

const har = () => fixture("chrome.har").then(String);
for (const [what, give, workers] of [
  ["a small capture that is dropped", async (page) => dropAll(page, [["sign-in.har", await har()]]), 1],
  ["a small capture that is pasted", async (page) => paste(page, await har()), 1],
  ["a long text that is pasted", (page) => paste(page, `${response(WITHOUT_LAST_NAME)}${" ".repeat(1 << 18)}`), 1],
  ["a short message that is pasted", (page) => paste(page, response(WITHOUT_LAST_NAME)), 0],
  ["a short message that is dropped", (page) => dropAll(page, [["a.xml", response(WITHOUT_LAST_NAME)]]), 0],
]) {
  test(`${what} is read ${workers ? "in a worker" : "at once"}`, async () => {
    const page = await again(world);
    const started = countWorkers(page);
    await give(page);
    if (what === "a short message that is pasted") assert.equal(await chip(page), "Error 31 explained");
    await settled(page, "Error 31 explained");
    assert.equal(started(), workers);
    assert.equal(await page.getByText("No worker").count(), 0);
    assert.deepEqual(page.complaints, []);
  });
}

test("a long text that was pasted is read as text, whatever charset it declares", async () => {
  const page = await again(world);
  const declared = `<?xml version="1.0" encoding="ISO-8859-2"?>${response(WITHOUT_LAST_NAME)}`;
  const told = [];
  for (const given of [declared, `${declared}<!--${"x".repeat(1 << 18)}-->`]) {
    await again(world);
    await paste(page, given);
    await settled(page, "Error 31 explained");
    told.push(await page.locator("#findings h3").allInnerTexts());
  }
  assert.deepEqual(told[1], told[0]);
});

/** For a page's start: a worker that is never heard of, as where a browser refuses it without a word. */
const silent = () => { window.Worker = class { postMessage() {} terminate() {} }; };

test("while a worker is waited for, Cancel is there for the smallest capture", async () => {
  const page = await open(world.browser, world.doors.http, { before: silent });
  await dropAll(page, [["sign-in.har", await har()]]);
  await page.click("#cancel");
  await page.getByText("Nothing was found up to there").first().waitFor();
  assert.deepEqual(page.complaints, []);
});

const refusing = () => { window.Worker = class { constructor() { throw new Error("no worker here"); } }; };
for (const [what, give, found] of [
  ["a big capture", (page) => dropBig(page, 20, 3), 3],
  ["a small capture", async (page) => dropAll(page, [["sign-in.har", await har()]]), 2],
  ["a pasted capture", async (page) => paste(page, await har()), 2],
]) {
  test(`without a worker ${what} is read in slices on the page, and it is said`, async () => {
    const page = await open(world.browser, world.doors.http, { before: refusing });
    await give(page);
    await settled(page, "Error 31 explained");
    assert.equal(await rows(page), found);
    assert.match(await text(page, "#notices"), ON_PAGE);
    assert.deepEqual(page.complaints, []);
  });
}

/** No worker, and a disk that takes its time, so that there is something to cancel. */
const refusingSlowly = () => {
  window.Worker = class { constructor() { throw new Error("no worker here"); } };
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = async function () {
    await new Promise((done) => setTimeout(done, 40));
    return arrayBuffer.call(this);
  };
};

test("without a worker Cancel works between two slices, and what was found stays", async () => {
  const page = await open(world.browser, world.doors.http, { before: refusingSlowly });
  await dropBig(page, 60, 30);
  await page.waitForSelector("#messages");
  assert.match(await text(page, "#on-page"), /No worker could be started here/);
  await page.click("#cancel");
  await settled(page, "Error 31 explained");
  assert.match(await text(page, ".stopped"), /Stopped at/);
  assert.ok(await rows(page) < 30);
});
