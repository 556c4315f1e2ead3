// WebKitGTK by plain WebDriver, on a screen of Xvfb.

import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keeps what is complained of from now on; WebDriver has no way to read the console. */
function listen() {
  globalThis.complaints = [];
  const keep = (what) => globalThis.complaints.push(String(what));
  for (const level of ["log", "info", "warn", "error", "debug"]) console[level] = (...all) => keep(all.join(" "));
  addEventListener("error", (event) => keep(event.message));
  addEventListener("unhandledrejection", (event) => keep(event.reason));
  addEventListener("securitypolicyviolation", (event) => keep(`${event.effectiveDirective} ${event.blockedURI}`));
}

/** Starts WebKitGTK; it shows one page at a time. */
export async function launch() {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["--auto-servernum", process.env.E31_WEBKIT_DRIVER, `--port=${port}`], { detached: true, stdio: "ignore" });
  const end = () => process.kill(-driver.pid);
  process.once("exit", end);
  const ask = (method, path, body) => command(`http://127.0.0.1:${port}${path}`, method, body);
  await until(() => ask("GET", "/status"));
  const browserOptions = { binary: process.env.E31_WEBKIT, args: ["--automation"] };
  const { sessionId, capabilities } = await ask("POST", "/session", {
    capabilities: { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": browserOptions } },
  });
  const session = `/session/${sessionId}`;
  const evaluate = (action, argument) => ask("POST", `${session}/execute/async`, {
    script: "const done = arguments[2]; Promise.resolve(arguments[1]).then(" + `(argument) => (${action})(argument)` + ").then((value) => done({ value }), (error) => done({ error: String(error) }));",
    args: [null, argument ?? null],
  }).then(({ value, error }) => { if (error) throw new Error(error); return value; });
  const find = async (selector) => (await ask("POST", `${session}/element`, { using: "css selector", value: selector }))[ELEMENT];
  return {
    name: "webkit",
    version: capabilities.browserVersion,
    async open(address) {
      await ask("POST", `${session}/url`, { url: address });
      await evaluate(() => { try { localStorage.clear(); } catch { /* a file has none */ } });
      await ask("POST", `${session}/url`, { url: address });
      await evaluate(listen);
      return {
        complaints: () => evaluate(() => globalThis.complaints),
        evaluate,
        inFrame: async (action, argument) => {
          await ask("POST", `${session}/frame`, { id: 0 });
          try {
            return await evaluate(action, argument);
          } finally {
            await ask("POST", `${session}/frame`, { id: null });
          }
        },
        click: async (selector) => ask("POST", `${session}/element/${await find(selector)}/click`, {}),
        setFiles: async (selector, paths) => ask("POST", `${session}/element/${await find(selector)}/value`, { text: paths.join("\n") }),
        screenshot: async (path) => writeFile(path, Buffer.from(await ask("GET", `${session}/screenshot`), "base64")),
        close: () => ask("POST", `${session}/url`, { url: "about:blank" }),
      };
    },
    close: async () => {
      await ask("DELETE", session);
      process.off("exit", end);
      end();
    },
  };
}

async function command(address, method, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${address}: ${value?.error}: ${value?.message}`);
  return value;
}

async function until(action) {
  for (let tries = 0; tries < 300; tries += 1) {
    const done = await action().then(() => true, () => false);
    if (done) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error("the WebDriver of WebKit does not answer");
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
