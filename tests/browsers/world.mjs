// The built page in each browser of E31_BROWSERS, from a file and over HTTP, and what a reader does there.

import { createServer } from "node:http";
import { createSocket } from "node:dgram";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = process.env.E31_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** The page. */
export const PATH = resolve(folder, "index.html");
/** The element. */
export const ELEMENT = resolve(folder, "error31-embed.js");

/** Names of the browsers to test in: chromium, firefox, webkit. */
export const BROWSERS = (process.env.E31_BROWSERS ?? "chromium,firefox,webkit").split(",");

/** Where the page opens from. */
export const DOORS = ["file", "http"];

/** Starts a browser and a server of the page; `pages` are further ones by path. It has to be closed. */
export async function launch(name, pages = {}) {
  const { launch: start } = await import(`./drivers/${name}.mjs`);
  const browser = await start();
  const asked = [];
  const server = createServer(async ({ url }, response) => {
    asked.push(url);
    const [path] = url.split("?");
    const page = path === "/" ? await readFile(PATH) : path === "/error31-embed.js" ? await readFile(ELEMENT) : pages[path];
    const type = path.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(page ? 200 : 404, { "content-type": `${type}; charset=utf-8` }).end(page);
  });
  await listening(server);
  const home = `http://127.0.0.1:${server.address().port}/`;
  const doors = { file: pathToFileURL(PATH).href, http: home };
  return {
    browser, asked, doors, home,
    /** The page, ready to be used. */
    open: async (address) => {
      const page = await browser.open(address);
      await wait(page, () => document.querySelector("#verdict") !== null && !document.querySelector("[aria-busy=true]"));
      return page;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A server outside of the page, which notes whatever arrives: bytes, requests, datagrams. */
export async function outside() {
  const arrived = [];
  const server = createServer(({ url }, response) => {
    arrived.push(url);
    response.writeHead(204).end();
  });
  server.on("connection", (socket) => socket.once("data", () => arrived.push("bytes")));
  server.on("upgrade", ({ url }, socket) => {
    arrived.push(url);
    socket.destroy();
  });
  await listening(server);
  const { port } = server.address();
  const datagrams = createSocket("udp4", () => arrived.push("a datagram")).bind(port, "127.0.0.1");
  return {
    arrived,
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
      datagrams.close();
    },
  };
}

function listening(server) {
  return new Promise((done) => server.listen(0, "127.0.0.1", done));
}

/** Waits until something on the page is so. */
export async function wait(page, condition, argument) {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    if (await page.evaluate(condition, argument)) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`never came: ${condition}, ${JSON.stringify(argument)}`);
}

/** Waits until the word in the chip is this. */
export const settled = (page, word) => wait(page, (wanted) => document.querySelector(".chip")?.textContent === wanted && !document.querySelector("[aria-busy=true]"), word);

export const text = (page, selector) => page.evaluate((wanted) => document.querySelector(wanted)?.innerText, selector);

export const count = (page, selector) => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);

/** Chooses in a list. */
export const choose = (page, selector, value) => page.evaluate(([wanted, chosen]) => {
  const list = document.querySelector(wanted);
  list.value = chosen;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}, [selector, value]);

/** Drops a file; `times` repeats its content. */
export const drop = (page, name, content, times = 1) => page.evaluate(([file, part, n]) => {
  const data = new DataTransfer();
  data.items.add(new File(Array(n).fill(part), file));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}, [name, content, times]);

/** Pastes outside any text field; not every browser takes the data with the event. */
export const paste = (page, content) => page.evaluate((pasted) => {
  const data = new DataTransfer();
  data.setData("text/plain", pasted);
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", { value: data });
  document.body.dispatchEvent(event);
}, content);
