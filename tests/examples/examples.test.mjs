// Each example as it was built, on a server of its own, to a verdict in Chromium.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../browser/chromium.mjs";

const { E31_EXAMPLES } = process.env;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function visit(name) {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://host").pathname));
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const content = await readFile(join(E31_EXAMPLES, name, file)).catch(() => undefined);
    response.writeHead(content ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const page = await (await browser.newContext({ colorScheme: "light", viewport: { width: 1200, height: 900 } })).newPage();
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.outside = [];
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  const home = `http://127.0.0.1:${server.address().port}/`;
  page.on("request", (request) => /^https?:/.test(request.url()) && !request.url().startsWith(home) && page.outside.push(request.url()));
  await page.goto(home);
  await page.waitForSelector("error-31");
  await page.evaluate(() => {
    globalThis.results = [];
    addEventListener("error31-result", ({ detail }) => globalThis.results.push(detail.verdict));
  });
  return { page, close: () => { server.closeAllConnections(); server.close(); } };
}

/** The frame, once the page in it can be used. */
async function frameOf(page) {
  for (let tries = 0; tries < 200; tries += 1) {
    const frame = page.frames().find((one) => one.url().includes("/error31/index.html"));
    if (frame && await frame.locator("h1").count().catch(() => 0) === 1) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error("the frame never came");
}

const theme = (frame, wanted) => frame.waitForFunction((one) => document.documentElement.dataset.theme === one, wanted);

const accent = (frame, wanted) =>
  frame.waitForFunction((one) => getComputedStyle(document.documentElement).getPropertyValue("--accent") === one, wanted);

/** The accent in light and in dark, and how a portal is switched; what is too pale on a ground leaves the page's own there. */
const PORTALS = {
  html: { accents: ["rgb(122 31 92)"] },
  docusaurus: {
    accents: ["rgb(42 93 176)", "rgb(154 184 240)"],
    turn: (page) => page.locator("button[class*=toggleButton]").first().click(),
  },
  mkdocs: { accents: ["rgb(64 81 181)", "#6FC6D6"], turn: (page) => page.locator("label[title=Dark]").click() },
};

for (const [name, { accents, turn }] of Object.entries(PORTALS)) {
  test(`${name}: the embedded page comes to a verdict, in the portal's look`, async () => {
    const { page, close } = await visit(name);
    try {
      const frame = await frameOf(page);
      await frame.click("#sample-missing");
      await frame.waitForSelector(".chip");
      assert.equal(await frame.locator(".chip").innerText(), "Error 31 explained");
      await page.waitForFunction(() => globalThis.results.length > 0);
      assert.deepEqual(await page.evaluate(() => globalThis.results), ["explained"]);
      await page.waitForFunction(() => document.querySelector("error-31").getBoundingClientRect().height > 1500);
      await accent(frame, accents[0]);
      if (turn) {
        await theme(frame, "light");
        await turn(page);
        await theme(frame, "dark");
        await accent(frame, accents[1]);
        assert.equal(await frame.locator(".chip").innerText(), "Error 31 explained");
      }
      assert.deepEqual(page.complaints, []);
      assert.deepEqual(page.outside, []);
    } finally {
      close();
    }
  });
}
