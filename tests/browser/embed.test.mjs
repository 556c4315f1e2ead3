// The page as a part of another one: by the element, and in a plain frame. Portal and page have origins of their own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, paste, response, FULL, WITHOUT_LAST_NAME } from "./browser.mjs";
import { HEARD, portalPage, serve } from "./portal.mjs";

let world, tool, servers;
before(async () => {
  world = await launch();
  tool = await serve();
  servers = [tool];
});
after(async () => {
  await world.close();
  for (const server of servers) server.close();
});

const NAMED = { ...WITHOUT_LAST_NAME, firstname: "Petronije" };

/** Opens a page of a portal with this in its body. */
async function visit(body, { before, context = {}, headers = {}, head = "", viewport = { width: 900, height: 900 } } = {}) {
  const script = `${tool.origin}/error31/error31-embed.js`;
  const portal = await serve({ "/": portalPage(body, script, head), "/heard.js": HEARD }, headers);
  servers.push(portal);
  const page = await (await world.browser.newContext({ viewport, ...context })).newPage();
  page.setDefaultTimeout(30_000);
  page.complaints = [];
  page.on("console", (message) => page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  if (before) await page.addInitScript(before);
  await page.goto(`${portal.origin}/`);
  return page;
}

const element = (id = "tool", attributes = "") => `<error-31 id="${id}" src="${tool.origin}/error31/index.html" ${attributes}></error-31>`;

/** The frames that hold the page, once it can be used. */
async function frames(page, many = 1) {
  for (let tries = 0; tries < 100; tries += 1) {
    const inner = page.frames().slice(1);
    const ready = await Promise.all(inner.map((frame) => frame.locator("#verdict").count()));
    if (ready.length === many && ready.every((n) => n === 1)) return inner;
    await page.waitForTimeout(50);
  }
  throw new Error("the frames never came");
}

const settled = (frame, word) => frame.waitForFunction((wanted) => document.querySelector(".chip")?.textContent === wanted, word);
const heard = (page, type) => page.evaluate((wanted) => globalThis.heard.filter((one) => one.type === wanted), type);
const hears = (page, type, many = 1) => page.waitForFunction(([wanted, n]) => globalThis.heard.filter((one) => one.type === wanted).length >= n, [type, many]);
const heightOf = (page, id = "tool") => page.evaluate((one) => document.getElementById(one).getBoundingClientRect().height, id);

test("the element diagnoses, and tells the portal a verdict and counts, never a value", async () => {
  const page = await visit(element());
  const [frame] = await frames(page);
  await hears(page, "error31-ready");
  await paste(frame, response({ ...NAMED, MemberStatus: "Active" }));
  await settled(frame, "Error 31 explained");
  await hears(page, "error31-result");
  assert.deepEqual((await heard(page, "error31-result"))[0], {
    type: "error31-result", id: "tool",
    detail: { verdict: "explained", confirmed: 2, ruledOut: 0, cannotTell: 3, errors: 2, warnings: 0 },
  });
  const all = JSON.stringify(await page.evaluate(() => globalThis.heard));
  for (const value of ["Petronije", "jelena", "adriasoft", "lastname", "MemberStatus"]) assert.ok(!all.includes(value), value);
  assert.equal(await frame.title(), "error31 · Auto account creation failed (31)");
  assert.ok((await heard(page, "message")).every(({ origin }) => origin === "null"));
  assert.deepEqual(page.complaints, []);
});

test("no script of the portal can read the frame", async () => {
  const page = await visit(element());
  const [frame] = await frames(page);
  await paste(frame, response(NAMED));
  await settled(frame, "Error 31 explained");
  const seen = await page.evaluate(() => {
    const host = document.getElementById("tool");
    const inner = globalThis.caught[0].contentWindow;
    const attempt = (action) => { try { return String(action()); } catch (error) { return error.name; } };
    return {
      root: String(host.shadowRoot),
      document: attempt(() => inner.document.body.innerText),
      storage: attempt(() => inner.localStorage.length),
      text: document.documentElement.innerText + document.documentElement.outerHTML,
    };
  });
  assert.deepEqual([seen.root, seen.document, seen.storage], ["null", "SecurityError", "SecurityError"]);
  assert.ok(!seen.text.includes("Petronije"));
});

test("the same holds where portal and page share an origin", async () => {
  const portal = await serve({
    "/": portalPage(`<error-31 id="tool" src="/error31/index.html"></error-31>`, "/error31/error31-embed.js"), "/heard.js": HEARD,
  });
  servers.push(portal);
  const page = await (await world.browser.newContext()).newPage();
  await page.goto(`${portal.origin}/`);
  await frames(page);
  const read = await page.evaluate(() => { try { return globalThis.caught[0].contentWindow.document.body.innerText; } catch (error) { return error.name; } });
  assert.equal(read, "SecurityError");
});

test("a frame whose content its page can read says so before anything is given to it", async () => {
  const plain = `<iframe id="plain" width="600" height="700" src="/error31/index.html?embed&lang=en"></iframe>`;
  const sealed = plain.replace('id="plain"', 'id="sealed" sandbox="allow-scripts"');
  const portal = await serve({ "/": portalPage(plain + sealed, "/error31/error31-embed.js"), "/heard.js": HEARD });
  servers.push(portal);
  const page = await (await world.browser.newContext()).newPage();
  await page.goto(`${portal.origin}/`);
  await frames(page, 2);
  const said = (id) => page.frameLocator(`#${id}`).locator("#exposed");
  assert.match(await said("plain").innerText(), /can read what you paste/);
  assert.equal(await said("plain").getAttribute("role"), "alert");
  assert.equal(await said("sealed").count(), 0);
});

test("two of them on a page keep apart", async () => {
  const page = await visit(`${element("one", "lang=en")}${element("two", "lang=sr-Latn theme=dark")}`);
  const [one, two] = await frames(page, 2);
  await hears(page, "error31-ready", 2);
  await paste(two, response(FULL));
  await settled(two, "Greška 31 nije objašnjena");
  await hears(page, "error31-result");
  assert.deepEqual((await heard(page, "error31-result")).map(({ id }) => id), ["two"]);
  assert.equal(await one.locator(".chip").count(), 0);
  await page.waitForFunction(() => document.getElementById("two").offsetHeight > document.getElementById("one").offsetHeight);
  assert.equal(await one.evaluate(() => document.documentElement.dataset.theme), undefined);
});

test("language, theme, accent and font follow the attributes, and a result outlives them", async () => {
  const page = await visit(element("tool", `lang="sr-Cyrl" theme="dark"`), { head: "<style>:root { --brand: hsl(270 60% 40%) } body { font-family: Georgia, serif }</style>" });
  const [frame] = await frames(page);
  const set = (attributes) => page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) document.getElementById("tool").setAttribute(name, value);
  }, attributes);
  const style = (property, selector = "html") => frame.evaluate(([name, of]) => getComputedStyle(document.querySelector(of)).getPropertyValue(name), [property, selector]);
  assert.match(await frame.locator("h1").innerText(), /^Зашто Webex/);
  assert.equal(await style("--surface"), "#151D23");
  await paste(frame, response(NAMED));
  await settled(frame, "Грешка 31 је објашњена");
  await set({ lang: "en", theme: "light" });
  await settled(frame, "Error 31 explained");
  assert.equal(await style("--surface"), "#FFFFFF");

  await set({ accent: "var(--brand)", font: "inherit" });
  await frame.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue("--accent") === "rgb(102 41 163)");
  assert.match(await style("font-family", "body"), /^"?Georgia"?, "?serif"?, -apple-system/);
  await set({ accent: "yellow" });
  await frame.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue("--accent") === "#0E5A6B");
  await set({ accent: "red; } * { display: none", font: "x; } * { display: none } /*" });
  assert.equal(await style("display", "body"), "block");
  await set({ lang: "not a language", theme: "purple" });
  assert.match(await frame.locator("h1").innerText(), /^The message has no/);
});

test("an accent that can't be read in the dark is left out there only", async () => {
  const page = await visit(element("tool", `theme="auto" accent="#123456"`), { context: { colorScheme: "light" } });
  const [frame] = await frames(page);
  const accent = (value) => frame.waitForFunction((wanted) => getComputedStyle(document.documentElement).getPropertyValue("--accent") === wanted, value);
  await accent("rgb(18 52 86)");
  await page.emulateMedia({ colorScheme: "dark" });
  await accent("#6FC6D6");
});

test("the frame is as high as its content, at every width, and nothing scrolls inside", async () => {
  const page = await visit(element("tool", `min-height="100"`));
  const [frame] = await frames(page);
  const fits = () => page.waitForFunction(() => document.getElementById("tool").getBoundingClientRect().height > 100)
    .then(() => frame.waitForFunction(() => innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height)));
  await fits();
  const empty = await heightOf(page);
  await paste(frame, response({ ...NAMED, MemberStatus: "Active" }));
  await settled(frame, "Error 31 explained");
  for (const width of [320, 420, 820, 1300, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await fits();
    const over = await frame.evaluate(() => [...document.querySelectorAll("html, body, .code")].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.tagName));
    assert.deepEqual(over, [], `${width}`);
    assert.ok(await frame.evaluate(() => innerWidth) < 1200);
  }
  assert.ok(await heightOf(page) > empty);
  await frame.click("#new-check");
  await page.waitForFunction((before) => document.getElementById("tool").getBoundingClientRect().height < before * 1.5, empty);
});

test("a place that is asked for comes into view on the portal", async () => {
  const page = await visit(`<p class="tall"></p>${element("tool", `min-height="100"`)}`, { head: "<style>.tall { height: 2000px }</style>", context: { reducedMotion: "reduce" } });
  const [frame] = await frames(page);
  await paste(frame, response({ ...NAMED, MemberStatus: "Active" }));
  await settled(frame, "Error 31 explained");
  const top = (selector) => frame.locator(selector).evaluate((one) => one.getBoundingClientRect().top)
    .then((inside) => page.evaluate((y) => document.getElementById("tool").getBoundingClientRect().top + y, inside));
  await frame.click("#todo-1");
  await page.waitForFunction(() => scrollY > 2500);
  assert.ok(Math.abs(await top("#f2")) < 900);
  await frame.click("#f2 .loc");
  await page.waitForTimeout(300);
  const line = await top("#code");
  assert.ok(line > -600 && line < 900, `${line}`);
});

test("the source is folded to its marked lines, and unfolds", async () => {
  const page = await visit(element());
  const [frame] = await frames(page);
  await frame.click("#sample-member-status");
  await settled(frame, "Error 31 explained");
  const lines = () => frame.evaluate(() => document.getElementById("code").shadowRoot.querySelectorAll(".cm-line").length);
  const folded = await lines();
  assert.ok(await frame.locator("#code .u").count() > 0);
  await frame.click("#show-all");
  await frame.waitForFunction((few) => document.getElementById("code").shadowRoot.querySelectorAll(".cm-line").length > 2 * few, folded);
  assert.equal(await frame.locator("#show-all").count(), 0);
});

test("files of several megabytes are read in the frame", async () => {
  const page = await visit(element());
  const [frame] = await frames(page);
  const entry = { request: { method: "POST", url: "https://adriasoft.webex.com/", postData: { params: [{ name: "SAMLResponse", value: encodeURIComponent(btoa(unescape(encodeURIComponent(response(NAMED))))) }] } }, response: {} };
  const filler = { request: { method: "GET", url: `https://a.example/${"x".repeat(6 << 20)}` }, response: {} };
  await frame.evaluate((har) => {
    const data = new DataTransfer();
    data.items.add(new File([har], "sign-in.har"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, JSON.stringify({ log: { entries: [filler, entry] } }));
  await settled(frame, "Error 31 explained");
  assert.deepEqual(page.complaints, []);
});

test("a portal with a strict policy of its own needs two lines for it", async () => {
  const policy = `default-src 'none'; style-src 'none'; script-src 'self' ${tool.origin}; frame-src ${tool.origin}; require-trusted-types-for 'script'`;
  const page = await visit(element(), { headers: { "content-security-policy": policy } });
  const [frame] = await frames(page);
  await hears(page, "error31-ready");
  await paste(frame, response(NAMED));
  await settled(frame, "Error 31 explained");
  await page.waitForFunction(() => document.getElementById("tool").getBoundingClientRect().height > 900);
  assert.deepEqual(page.complaints.filter((one) => !one.includes("data:")), []);
});

test("where the portal forbids the frame, what stands inside the element is shown", async () => {
  const policy = `default-src 'none'; script-src 'self' ${tool.origin}`;
  const body = `<error-31 id="tool" src="${tool.origin}/error31/index.html"><a href="${tool.origin}/error31/index.html">Open error31</a></error-31>`;
  const page = await visit(body, { headers: { "content-security-policy": policy } });
  await page.waitForSelector("#tool a", { state: "visible" });
});

test("what is misspelt is told once on the portal's console, by name", async () => {
  const page = await visit(`<error-31 languag="sr" theme="purple" accent="no colour" data-x="1" class="wide"></error-31>`);
  await page.evaluate((src) => document.querySelector("error-31").setAttribute("src", src), `${tool.origin}/error31/index.html`);
  await frames(page);
  await hears(page, "error31-ready");
  assert.deepEqual([...page.complaints].sort(), [
    `<error-31>: accent="no colour" is no color that this browser knows.`,
    "<error-31>: src has to be the address of index.html: http, https or file.",
    "<error-31>: there is no attribute languag; there are src, lang, theme, accent, font, min-height, title, open.",
    `<error-31>: there is no theme "purple"; there are light, dark, auto.`,
  ]);
});

test("a frame whose sandbox was opened is not loaded", async () => {
  const opened = `const create = document.createElement.bind(document);
    document.createElement = (...all) => { const made = create(...all); made.setAttribute("sandbox", "allow-scripts allow-same-origin"); made.setAttribute = () => {}; return made; };`;
  const page = await visit(element(), { before: opened });
  await page.waitForTimeout(300);
  assert.equal(page.frames().slice(1).filter((frame) => frame.url().includes("index.html")).length, 0);
  assert.match(page.complaints.join(), /a script of this page changed the frame's sandbox/);
});

test("a frame is made no higher than the bound, whatever it says", async () => {
  const page = await visit(element());
  const [frame] = await frames(page);
  await hears(page, "error31-ready");
  await frame.evaluate(() => parent.postMessage({ error31: 1, kind: "height", height: 999_999 }, "*"));
  await page.waitForFunction(() => document.getElementById("tool").getBoundingClientRect().height === 60_000);
});

test("messages that are not of the frame, or not of the host, change nothing", async () => {
  const page = await visit(element());
  const [frame] = await frames(page);
  await hears(page, "error31-ready");
  await page.evaluate(() => {
    const result = { verdict: "explained", confirmed: 5, ruledOut: 0, cannotTell: 0, errors: 0, warnings: 0 };
    postMessage({ error31: 1, kind: "result", result }, "*");
    globalThis.caught[0].contentWindow.postMessage({ error31: 2, kind: "settings", settings: { language: "sr-Latn" } }, "*");
    globalThis.caught[0].contentWindow.postMessage({ kind: "settings", settings: { language: "sr-Latn" } }, "*");
    globalThis.caught[0].contentWindow.postMessage(null, "*");
  });
  await frame.evaluate(() => postMessage({ error31: 1, kind: "settings", settings: { language: "sr-Latn" } }, "*"));
  await page.waitForTimeout(200);
  assert.deepEqual(await heard(page, "error31-result"), []);
  assert.equal(await frame.evaluate(() => document.documentElement.lang), "en");
});

test("a plain frame with nothing but scripts diagnoses, and says what it forbids", async () => {
  const page = await visit(`<iframe sandbox="allow-scripts" width="420" height="700" src="${tool.origin}/error31/index.html?embed&lang=sr-Latn"></iframe>`);
  const [frame] = await frames(page);
  assert.match(await frame.locator("h1").innerText(), /^Zašto Webex/);
  await paste(frame, response(NAMED));
  await settled(frame, "Greška 31 je objašnjena");
  assert.deepEqual(await heard(page, "message"), []);
  await frame.click(".foot .new-tab");
  assert.equal(page.context().pages().length, 1);
  const box = frame.locator(".foot .refused .handed");
  const address = `${tool.origin}/error31/index.html?lang=sr-Latn`;
  assert.equal(await box.inputValue(), address);
  assert.equal(await box.evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd)), address);
  assert.match(await frame.locator(".foot .refused").innerText(), /ne dozvoljava nove kartice/);
  const source = frame.locator("#f1 a[target=_blank]").first();
  await source.click();
  assert.equal(await frame.locator("#f1 .refused .handed").inputValue(), await source.evaluate((one) => one.href));
  await frame.click(".foot .save-page");
  await frame.waitForFunction(() => document.querySelector(".elsewhere > .said:last-child")?.textContent.includes("Ako datoteka nije stigla"));
});

test("from the element the page opens in a tab of its own, and saves itself", async () => {
  const page = await visit(element("tool", `lang="sr-Latn"`));
  const [frame] = await frames(page);
  const [tab] = await Promise.all([page.context().waitForEvent("page"), frame.click(".foot .new-tab")]);
  await tab.waitForSelector("#verdict");
  assert.equal(tab.url(), `${tool.origin}/error31/index.html?lang=sr-Latn`);
  assert.match(await tab.locator("h1").innerText(), /^Zašto Webex/);
  assert.equal(await tab.evaluate(() => window.opener), null);
  assert.equal(await tab.evaluate(() => { localStorage.setItem("own", "1"); return localStorage.length; }), 1);
  const [download] = await Promise.all([page.waitForEvent("download"), frame.click(".foot .save-page")]);
  assert.equal(download.suggestedFilename(), "error31.html");
});

/** Lets the engine stop at its first check. */
function stopOnce() {
  const Real = WebAssembly.Instance;
  let failures = 1;
  WebAssembly.Instance = function (...given) {
    const real = new Real(...given);
    const check = (...values) => {
      if (failures-- > 0) throw new Error("error31 stopped at src/xml.rs:1:2");
      return real.exports.check(...values);
    };
    return { exports: { ...real.exports, check } };
  };
}

/** Version, browser and place, and nothing else. */
const DETAILS = /^error31 \d+\.\d+\.\d+, built [\d-]{10}\nMozilla[^\n]*\nin a frame\nstopped at src\/xml\.rs:1:2$/;

test("what is to be copied goes to the clipboard, or into a box where the frame forbids that", async () => {
  const plain = `<iframe sandbox="allow-scripts" width="420" height="700" src="${tool.origin}/error31/index.html?embed"></iframe>`;
  for (const [body, allowed] of [[element(), true], [plain, false]]) {
    const page = await visit(body, { before: stopOnce, context: { permissions: ["clipboard-read", "clipboard-write"] } });
    const [frame] = await frames(page);
    await paste(frame, response(NAMED));
    await settled(frame, "Stopped");
    await frame.click("#stopped-copy");
    await frame.waitForSelector(".verdict .copied:not(:empty)");
    const box = frame.locator(".verdict .handed");
    if (allowed) {
      assert.equal(await frame.locator(".verdict .copied").innerText(), "Copied.");
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), DETAILS);
    } else {
      assert.match(await box.evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd)), DETAILS);
      assert.equal(await frame.evaluate(() => document.activeElement.className), "handed");
    }
  }
});

test("what is made for a ticket is copied, saved and printed, as far as the frame allows", async () => {
  const plain = `<iframe sandbox="allow-scripts" width="420" height="700" src="${tool.origin}/error31/index.html?embed"></iframe>`;
  for (const [body, allowed] of [[element(), true], [plain, false]]) {
    const page = await visit(body, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
    const [frame] = await frames(page);
    await paste(frame, response(NAMED));
    await settled(frame, "Error 31 explained");
    await frame.click("#copy-ticket");
    await frame.waitForSelector("#copied:not([hidden])");
    const said = await frame.locator("#copied").innerText();
    assert.match(said, allowed ? /^Copied without personal data/ : /The text is selected/);
    if (allowed) {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(copied.includes("lastname") && !copied.includes("Petronije"));
      continue;
    }
    const box = frame.locator("#ticket-text");
    assert.equal(await box.evaluate((one) => one.selectionEnd - one.selectionStart), (await box.inputValue()).length);
    await frame.click("#save-text");
    assert.match(await frame.locator(".toast").innerText(), /the frame that holds this page forbids it/);
    await frame.click("#print-redacted");
    assert.match(await frame.locator(".toast").innerText(), /forbids printing/);
    assert.match(await frame.locator("main").innerText(), /Petronije/);
  }
});

for (const [lang, sentence, open] of [
  ["en", "This browser or page doesn’t let the check run.", "Open in a new tab"],
  ["sr-Latn", "Ovaj pregledač ili stranica ne dozvoljava da provera radi.", "Otvori u novoj kartici"],
]) {
  test(`where WebAssembly is refused, the page says so in ${lang} and offers itself in a new tab`, async () => {
    const strict = await serve({}, { "content-security-policy": "script-src 'unsafe-inline'" });
    servers.push(strict);
    const page = await visit(`<error-31 id="tool" lang="${lang}" src="${strict.origin}/error31/index.html"></error-31>`);
    const [frame] = await frames(page);
    assert.equal(await frame.locator("h1").innerText(), sentence);
    const [tab] = await Promise.all([page.context().waitForEvent("page"), frame.click(`.verdict a:text("${open}")`)]);
    await tab.waitForSelector("#verdict");
    assert.equal(tab.url(), `${strict.origin}/error31/index.html?lang=${lang}`);
  });
}

test("open shows an entry, follows its changes with the message as it was, and warns once of what is none", async () => {
  const page = await visit(element("tool", 'open="rule=missing-attribute"'));
  await hears(page, "error31-ready");
  const frame = page.frames()[1];
  await frame.locator("#reference-rule-missing-attribute").waitFor();
  await paste(frame, response(WITHOUT_LAST_NAME));
  await settled(frame, "Error 31 explained");
  const turn = (value) => page.evaluate((wanted) => document.getElementById("tool").setAttribute("open", wanted), value);
  await turn("code=13");
  await frame.locator("#answered-h").waitFor();
  assert.match(await frame.locator("#answered-h").innerText(), /13/);
  assert.match(await frame.locator("#verdict h1").innerText(), /13/);
  await turn("");
  await frame.locator("#reference").waitFor({ state: "detached" });
  await settled(frame, "Error 31 explained");
  const warnings = () => page.complaints.filter((one) => one.includes("open="));
  assert.deepEqual(warnings(), []);
  for (const wrong of ["code=99", "", "code=99"]) await turn(wrong);
  await page.waitForFunction(() => true);
  assert.equal(warnings().length, 1);
  await settled(frame, "Error 31 explained");
});
