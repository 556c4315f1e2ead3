// Opens the built page in Chromium, from a file and over HTTP, and watches what it asks for and what it complains of.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch as chromium } from "./chromium.mjs";

const folder = process.env.E31_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** Longer than anything takes, also where every core has other things to do; in ms. */
const PATIENCE = 30_000;

const DESK = { width: 1440, height: 1000 };

/** The page. */
export const PATH = resolve(folder, "index.html");

export async function launch() {
  const browser = await chromium();
  const asked = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    if (request.url !== "/") return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(await readFile(PATH));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const doors = { file: pathToFileURL(PATH).href, http: `http://127.0.0.1:${server.address().port}/` };
  return {
    browser, asked, doors,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** A page that is ready, with lists of its requests and complaints. */
export async function open(browser, address, { context = {}, before } = {}) {
  const page = await (await browser.newContext({ viewport: DESK, ...context })).newPage();
  page.setDefaultTimeout(PATIENCE);
  page.requests = [];
  page.complaints = [];
  page.on("request", (request) => page.requests.push(request.url()));
  page.on("console", (message) => page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  if (before) await page.addInitScript(before);
  await page.goto(address);
  await drawn(page, "#verdict");
  return page;
}

/** The one page of a file of tests, as after “New check”, with no request but for itself: for tests that leave no choice, storage or changed browser behind. */
export async function again(world, door = "file") {
  world.pages ??= {};
  const page = world.pages[door] ??= await open(world.browser, world.doors[door]);
  await page.setViewportSize(DESK);
  if (await page.locator("#new-check").isVisible()) await page.click("#new-check");
  await drawn(page, "#sample-missing");
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
  page.complaints.length = 0;
  page.requests.splice(1);
  return page;
}

/** Waits until this is there, and all that is drawn behind the first paint. */
export async function drawn(page, selector = "main") {
  await page.waitForFunction((wanted) => document.querySelector(wanted) && !document.querySelector("[aria-busy=true]"), selector);
}

export const chip = (page) => page.locator(".chip").innerText();

/** Waits until the word in the chip is this. */
export async function settled(page, word) {
  await page.waitForFunction((wanted) => document.querySelector(".chip")?.textContent === wanted, word);
  await drawn(page);
}

/** Pastes outside any text field. */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await drawn(page);
}

/** Drops a file on the page. */
export async function drop(page, name, text) {
  await page.evaluate(([file, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], file));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, text]);
}

/** A response with these attributes, for the Meetings site `adriasoft`. */
export function response(attributes, audience = "http://www.webex.com", recipient = "https://adriasoft.webex.com/dispatcher/SAML2AuthService?siteurl=adriasoft") {
  const list = Object.entries(attributes)
    .map(([name, value]) => `<Attribute Name="${name}"><AttributeValue>${value}</AttributeValue></Attribute>`)
    .join("\n");
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r" Version="2.0" IssueInstant="2026-11-21T09:14:07Z" Destination="${recipient}">
<Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">https://idp.adriasoft.example/</Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a" Version="2.0" IssueInstant="2026-11-21T09:14:07Z">
<Issuer>https://idp.adriasoft.example/</Issuer>
<Subject><NameID>jelena.ilic@adriasoft.example</NameID></Subject>
<Conditions><AudienceRestriction><Audience>${audience}</Audience></AudienceRestriction></Conditions>
<AttributeStatement>
${list}
</AttributeStatement>
</Assertion>
</samlp:Response>`;
}

export const FULL = {
  uid: "jelena.ilic@adriasoft.example", firstname: "Jelena", lastname: "Ilić", email: "jelena.ilic@adriasoft.example",
};
export const WITHOUT_LAST_NAME = Object.fromEntries(Object.entries(FULL).filter(([name]) => name !== "lastname"));

/** For a page's start: the first check stops as a panic would stop it. */
export function stopOnce() {
  const Real = WebAssembly.Instance;
  let failures = 1;
  WebAssembly.Instance = function (...given) {
    const real = new Real(...given);
    const exports = { ...real.exports };
    exports.check = (...values) => {
      if (failures-- > 0) throw new Error("error31 stopped at src/xml.rs:1:2");
      return real.exports.check(...values);
    };
    return { exports };
  };
}
