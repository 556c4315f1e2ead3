// Hostile texts, each as name, value, issuer, status message, NameID, URL of a capture, file name, cell of a user list and as it is: all stay text.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";

const LIST = JSON.parse(await readFile(new URL("xss.json", import.meta.url), "utf8"))
  .map((one) => (typeof one === "string" ? one : one.text.repeat(one.times)));
/** What a page that makes links of texts would make a link to another server of. */
const isAddress = (text) => /^<?https?:/.test(text);
/** One of twelve, others for each `E31_SEED`, and each address; all 200 with `E31_WHOLE`. */
const TRIED = LIST.filter((text, i) => process.env.E31_WHOLE || isAddress(text) || i % 12 === Number(process.env.E31_SEED ?? 0) % 12);
const HARMLESS = ["plain", "", " spaces ", "zero\u200bwidth", "two\nlines", "\u0001", "\u202eturned", "1. step", "x".repeat(3000), "https://adriasoft.example/", "`code` **label**", "a=b&c=d"];

/** Every address that stands in our own sources: a link to another one came from the input. */
const OURS = new Set();
for (const folder of ["../../src", "../../www"].map((one) => new URL(one, import.meta.url))) {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(rs|ftl|ts|html)$/.test(name)) continue;
    for (const [address] of (await readFile(`${folder.pathname}/${name}`, "utf8")).matchAll(/https:\/\/[^\s"<>`]+/g)) OURS.add(address);
  }
}

/** The console of the site is the one address that is made of the input: of the first label of a host, and nothing else. */
const isOurs = (link) => link.startsWith("#") || OURS.has(link) || /^https:\/\/[a-z0-9-]+\.webex\.com\/admin\.php$/.test(link);

/** So many at a time, that a failure names few of them. */
const GROUPS = 10;

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const escaped = (text) => text.replace(/[&<>"'\r\n\t]/g, (one) => `&#${one.charCodeAt(0)};`);

function message(text) {
  const hostile = escaped(text);
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r" Version="2.0" Destination="https://adriasoft.webex.com/${hostile}">
<Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">${hostile}</Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/><samlp:StatusMessage>${hostile}</samlp:StatusMessage></samlp:Status>
<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><Issuer>${hostile}</Issuer><Subject><NameID>${hostile}</NameID></Subject>
<Conditions><AudienceRestriction><Audience>${hostile}</Audience></AudienceRestriction></Conditions>
<AttributeStatement><Attribute Name="${hostile}" FriendlyName="${hostile}"><AttributeValue>${hostile}</AttributeValue></Attribute>
<Attribute Name="email"><AttributeValue>${hostile}</AttributeValue></Attribute><Attribute Name="lastname"/></AttributeStatement></Assertion></samlp:Response>`;
}

/** A capture with a message and a refused one, the text in its addresses and headers; and the text by itself. */
function files(text, name) {
  const refused = message(text).replace(/Success"\/>/, 'Responder"/>').replace(/<Assertion[^]*<\/Assertion>/, "");
  const entry = (xml) => ({
    startedDateTime: "2026-11-21T09:14:08.000Z",
    request: {
      method: "POST", url: `https://adriasoft.webex.com/${text}`, headers: [{ name: text, value: text }],
      postData: { mimeType: "application/x-www-form-urlencoded", text: `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString("base64"))}&RelayState=${encodeURIComponent(text.toWellFormed?.() ?? text)}` },
    },
    response: { status: 200, content: { mimeType: "text/html", text: `<p>Reason: Auto Account Creation failed (31) ${text}` } },
  });
  const har = JSON.stringify({ log: { version: "1.2", creator: { name: text, version: text }, entries: [entry(message(text)), entry(refused)] } });
  const cell = `"${text.replaceAll('"', '""')}"`;
  const list = `User ID/Email (Required),User Status,${cell}\n${cell},${cell},x\nother@adriasoft.example,${cell},x\n`;
  return [[name, har], [`${name}.txt`, text || " "], [`${name}.csv`, list]];
}

/** Drops each in turn, opens every message of it, and gathers what the document consists of. */
async function use(page, all) {
  return page.evaluate(async (groups) => {
    const shape = new Set();
    const links = new Set();
    const shown = [];
    const look = (root) => {
      for (const element of root.querySelectorAll("*")) {
        const names = element.getAttributeNames();
        shape.add(element.localName);
        for (const name of names) shape.add(`@${name}`);
        if (element.localName === "a") links.add(element.getAttribute("href"));
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    look(document);
    const isDrawn = () => document.querySelector("#messages") && !document.querySelector("[role=progressbar]");
    for (const [i, given] of groups.entries()) {
      const data = new DataTransfer();
      for (const [name, content] of given) data.items.add(new File([content], name));
      const title = document.title;
      document.querySelector("#new-check").click();
      if (isDrawn()) throw new Error(`still there: ${i}, ${title}`);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      for (let tries = 0; !isDrawn() && tries < 500; tries += 1) await frame();
      if (!isDrawn()) throw new Error(`never drawn: ${i}, ${title}`);
      const seen = new Set();
      const other = document.querySelector("#messages tr:not([aria-current]) [id^=message-]");
      for (const open of [undefined, other]) {
        open?.click();
        await frame();
        look(document);
        seen.add(document.body.textContent).add(document.querySelector("#source :is(div, section)")?.textContent);
        for (const one of document.querySelectorAll("*")) if (one.shadowRoot) seen.add(one.shadowRoot.textContent);
      }
      shown.push([...seen].join("\n"));
    }
    return { shape: [...shape], links: [...links], shown };
  }, all);
}

test("a link to another server is told from ours, however much it looks like one", () => {
  const ours = [...OURS].filter((address) => address.startsWith("https://help.webex.com/"));
  assert.ok(ours.length > 3 && ours.every(isOurs));
  const hostile = LIST.filter(isAddress).map((text) => text.replace(/^</, ""));
  for (const address of [...hostile, "https://127.0.0.1:9/", "https://help.webex.com.adriasoft.example/", `${ours[0]}?x`, `${ours[0]}@127.0.0.1`,
    "https://adriasoft.webex.com.example/admin.php", "https://x@adriasoft.webex.com/admin.php", "https://adriasoft.webex.com/admin.php?x"]) {
    assert.ok(!isOurs(address), address);
  }
  assert.ok(TRIED.some((text) => text.startsWith("https:")), "one is tried in each run");
});

test(`${TRIED.length} of 200 hostile texts stay text in every place`, async () => {
  assert.equal(LIST.length, 200);
  assert.equal(new Set(LIST).size, 200);
  const before = () => {
    globalThis.fired = [];
    globalThis.xss = () => globalThis.fired.push("xss");
    addEventListener("securitypolicyviolation", (event) => globalThis.fired.push(event.effectiveDirective));
  };
  const page = await open(world.browser, world.doors.http, { before });
  page.on("dialog", (dialog) => { page.complaints.push(dialog.message()); void dialog.dismiss(); });
  // A bar of progress, where reading took a while; and where a name may break.
  const bar = ["@aria-valuemin", "@aria-valuemax", "@aria-valuenow", "@aria-valuetext", "wbr"];
  const known = new Set([...(await use(page, HARMLESS.map((text, i) => files(text, `harmless ${i}`)))).shape, ...bar]);
  const unseen = [];
  for (let at = 0; at < TRIED.length; at += GROUPS) {
    const batch = TRIED.slice(at, at + GROUPS);
    const { shape, links, shown } = await use(page, batch.map((text) => files(text, text.slice(0, 200))));
    assert.deepEqual(shape.filter((one) => !known.has(one)), [], JSON.stringify(batch).slice(0, 500));
    assert.deepEqual(links.filter((link) => !isOurs(link)), [], JSON.stringify(batch).slice(0, 500));
    for (const [i, text] of batch.entries()) if (!shown[i].includes(text)) unseen.push(text);
  }
  // Texts of several lines, control characters and very long ones are shown in another way, or are no XML.
  assert.deepEqual(unseen.filter((text) => /^[\x20-\x7e]{1,150}$/.test(text)), []);
  assert.deepEqual(await page.evaluate(() => globalThis.fired), []);
  assert.equal(await page.evaluate(() => Object.keys({}.__proto__).length), 0);
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.requests.filter((one) => one !== world.doors.http && !/^(data|blob):/.test(one)), []);
  assert.equal(await page.evaluate(() => document.getElementById("requests").textContent), "Requests made: 0.");
});
