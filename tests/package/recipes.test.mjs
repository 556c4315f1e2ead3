// What the READMEs show is run as it stands there: each block of JavaScript, with the package installed from its tarball.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build as vite } from "vite";
import { launch } from "../browser/chromium.mjs";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "error31-"));
const fixture = (name) => readFileSync(join(root, "tests/fixtures", name), "utf8");
const blocks = (path) => [...readFileSync(join(root, path), "utf8").matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code);
const all = blocks("package/README.md");
const used = new Set();

/** The one block with this text in it. */
function block(text) {
  const found = all.filter((code) => code.includes(text));
  assert.equal(found.length, 1, text);
  used.add(found[0]);
  return found[0];
}

function run(name, code, ...given) {
  writeFileSync(join(folder, name), code);
  // In the environment of a test runner another one only reports to it.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...given, name], { cwd: folder, encoding: "utf8", env });
  return { status, stdout, stderr };
}

function succeeds(name, code) {
  const { status, stdout, stderr } = run(name, code);
  assert.equal(status, 0, stderr);
  return stdout;
}

before(() => {
  const execute = (...given) => execFileSync(npm, given, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [{ filename }] = JSON.parse(execute("pack", "--json", join(process.env.E31_DIST, "package")));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  execute("install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${filename}`);
  symlinkSync(join(root, "node_modules/express"), join(folder, "node_modules/express"));
  writeFileSync(join(folder, "response.txt"), fixture("entra/member-status.xml"));
  writeFileSync(join(folder, "exported_users.csv"), "User ID/Email (Required),User Status\njelena.ilic@adriasoft.example,Inactive\n");
  cpSync(join(root, "tests/fixtures/captures/chrome.har"), join(folder, "sign-in.har"));
  mkdirSync(join(folder, "captures"));
  for (const name of ["captures/firefox.har", "sign-ins/five.har"]) cpSync(join(root, "tests/fixtures", name), join(folder, "captures", name.replace("/", "-")));
});
after(() => rmSync(folder, { recursive: true }));

test("the first steps", () => {
  assert.match(succeeds("first.js", block("for (const message of report.messages)")), /^explained The message carries Member Status and has no last name\.\nerror member-status: /);
  assert.match(succeeds("list.js", block("loadAccounts(readFileSync")), /inactive/i);
  assert.match(succeeds("scan.js", block("openAsBlob")), /\S/);
  assert.match(succeeds("overview.js", block("overview(inputs")), /^Users: 2 · Explained: 2 Without `lastname`: 2 of 2\./);
  assert.match(readFileSync(join(folder, "users.csv"), "utf8"), /^\uFEFFNo\.,.*\r\n1,.*\r\n2,.*\r\n$/);
  assert.match(succeeds("ticket.js", block("receipt.removed")), /true\n$/);
});

test("the example of the project's README", () => {
  const [code] = blocks("README.md").filter((one) => one.includes("check(samlResponse"));
  const told = succeeds("readme.js", `import { readFileSync } from "node:fs";\nconst samlResponse = readFileSync("response.txt", "utf8");\n${code}`);
  assert.match(told, /^The message .*has no last name\.\n$/);
});

test("CommonJS takes it by require", () => {
  const code = block("require(\"error31\")");
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) return;
  assert.equal(succeeds("required.cjs", code), "1\n");
});

test("a help desk's upload, with Express", async () => {
  const code = block("from \"express\"");
  const port = await free();
  writeFileSync(join(folder, "upload.js"), code.replace("8080", String(port)));
  const server = spawn(process.execPath, ["upload.js"], { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  try {
    const post = (body) => answered(`http://127.0.0.1:${port}/explain`, { method: "POST", body });
    const explained = await post(fixture("entra/member-status.xml"));
    assert.match(explained.headers.get("content-type"), /^text\/markdown/);
    const text = await explained.text();
    assert.match(text, /^## The message carries Member Status and has no last name/);
    assert.doesNotMatch(text, /jelena|adriasoft/i);
    assert.match(await (await post("Monday: call the dentist")).text(), /\S/);
  } finally {
    server.kill();
  }
});

test("a page bundled by Vite", async () => {
  const page = join(folder, "page");
  mkdirSync(page);
  symlinkSync(join(folder, "node_modules"), join(page, "node_modules"));
  writeFileSync(join(page, "page.js"), block("await init();"));
  writeFileSync(join(page, "index.html"), '<!doctype html><input type="file"><output></output><script type="module" src="/page.js"></script>');
  await vite({ root: page, configFile: false, logLevel: "error", build: { target: "es2022", chunkSizeWarningLimit: 1000 } });
  const server = createServer(({ url }, response) => {
    const path = url === "/" ? "/index.html" : url;
    if (path === "/favicon.ico") return response.writeHead(404).end();
    response.writeHead(200, { "content-type": path.endsWith(".js") ? "text/javascript" : "text/html" }).end(readFileSync(join(page, "dist", path)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await launch();
  try {
    const opened = await browser.newPage();
    await opened.goto(`http://127.0.0.1:${server.address().port}/`);
    await opened.waitForLoadState("networkidle");
    await opened.setInputFiles("input", join(folder, "response.txt"));
    await opened.waitForFunction(() => document.querySelector("output").textContent !== "");
    assert.match(await opened.locator("output").innerText(), /^The message carries Member Status/);
  } finally {
    await browser.close();
    server.close();
  }
});

test("a test in CI fails where the sample response lacks a field, and passes where it has all", () => {
  const code = block("from \"node:test\"");
  const whole = fixture("clean/okta-member-of.xml");
  const attribute = '<saml2:Attribute Name="costcenter"><saml2:AttributeValue>4711</saml2:AttributeValue></saml2:Attribute>';
  const samples = [whole.replace(/(<\/\w+:AttributeStatement>)/, `${attribute}$1`), whole, fixture("entra/member-status.xml")];
  const ends = samples.map((sample) => {
    writeFileSync(join(folder, "response.xml"), sample);
    const { status, stdout } = run("sample.test.js", code, "--test");
    return [status, /# fail (\d)/.exec(stdout)?.[1]];
  });
  assert.deepEqual(ends, [[0, "0"], [1, "1"], [1, "1"]]);
});

test("no other block is shown", () => {
  assert.deepEqual(all.filter((code) => !used.has(code)), []);
});

/** A port that nobody listens on. */
async function free() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Asks until the server has begun to listen. */
async function answered(address, request) {
  for (;;) {
    const response = await fetch(address, request).catch(() => undefined);
    if (response) return response;
    await new Promise((next) => setTimeout(next, 50));
  }
}
