// Pages of a portal, on an origin of its own, that hold the element or a plain frame.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PATH } from "./browser.mjs";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8" };

/** Serves `pages` by path, and what is built under `/error31/`, each with these headers. */
export async function serve(pages = {}, headers = {}) {
  const asked = [];
  const server = createServer(async ({ url }, response) => {
    asked.push(url);
    const path = url.split("?")[0];
    const built = /^\/error31\/(index\.html|error31-embed\.js)$/.exec(path)?.[1];
    const body = built ? await readFile(join(dirname(PATH), built)) : pages[path];
    const type = TYPES[path.split(".").at(-1)] ?? TYPES.html;
    response.writeHead(body ? 200 : 404, { "content-type": type, ...headers }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    asked,
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

/** A page that keeps what it hears in `heard`, and frames in `caught`, however well they are put away. */
export const portalPage = (body, script, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}<title>Portal</title></head>
<body><h1>Single sign-on</h1>${body}<script src="/heard.js"></script><script src="${script}"></script></body></html>`;

export const HEARD = `
  globalThis.heard = [];
  globalThis.caught = [];
  const create = document.createElement.bind(document);
  document.createElement = (...all) => {
    const made = create(...all);
    if (made.localName === "iframe") caught.push(made);
    return made;
  };
  for (const type of ["error31-ready", "error31-result"]) {
    addEventListener(type, ({ target, detail }) => heard.push({ type, id: target.id, detail }));
  }
  addEventListener("message", ({ data, origin }) => heard.push({ type: "message", data, origin }));`;
