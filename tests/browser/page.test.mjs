// The built page in Chromium, from a disk: starts under its own policy and asks the network for nothing.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./chromium.mjs";

const page = pathToFileURL(join(process.env.E31_DIST, "index.html")).href;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test("starts from a disk, without a word on the console or a request", async () => {
  const tab = await browser.newPage();
  const noise = [];
  tab.on("console", (message) => noise.push(message.text()));
  tab.on("pageerror", (error) => noise.push(error.message));
  tab.on("request", (request) => request.url() === page || noise.push(request.url()));
  await tab.goto(page);
  await tab.waitForFunction(() => document.body.innerText.includes("error31 0."));
  assert.deepEqual(noise, []);
  await tab.close();
});
