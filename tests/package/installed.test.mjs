// The package as its users get it: packed, installed from the tarball, and used under Node.js, TypeScript, esbuild and Vite.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import { launch } from "../browser/chromium.mjs";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "error31-"));
const run = (program, ...all) => execFileSync(program, all, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const PROGRAM = `
import { check, init, scan } from "error31";
await init();
const input = '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>';
const { messages } = check(input, { language: "sr-Latn" });
const streamed = await scan(new Blob([input]));
`;
const EXPECTED = "cannot-tell, 1";
const TOLD = "[messages[0].error31.verdict, streamed.messages.length].join(', ')";

before(() => {
  const [{ filename }] = JSON.parse(run(npm, "pack", "--json", join(process.env.E31_DIST, "package")));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  run(npm, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${filename}`);
  writeFileSync(join(folder, "page.js"), `${PROGRAM}document.title = ${TOLD};`);
  writeFileSync(join(folder, "index.html"), '<!doctype html><title>-</title><script type="module" src="page.js"></script>');
});
after(() => rmSync(folder, { recursive: true }));

test("Node.js imports it by name, and finds its manifest", () => {
  assert.equal(run(process.execPath, "--input-type=module", "--eval", `${PROGRAM}console.log(${TOLD});`).trim(), EXPECTED);
  const manifest = "import manifest from 'error31/package.json' with { type: 'json' }; console.log(manifest.name)";
  assert.equal(run(process.execPath, "--no-warnings", "--input-type=module", "--eval", manifest).trim(), "error31");
});

test("TypeScript finds its types, as Node.js and as bundlers look for them", () => {
  const program = 'import { check, type Report } from "error31";\nexport const report: Report = check("");\n// @ts-expect-error neither text nor bytes\ncheck(31);\n';
  writeFileSync(join(folder, "program.ts"), program);
  for (const resolution of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const [module, resolving] = resolution;
    run(tsc, "--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom,esnext.disposable",
      "--module", module, "--moduleResolution", resolving, "--types", "", "program.ts");
  }
});

test("a page bundled by esbuild checks in the browser", async () => {
  await esbuild({ absWorkingDir: folder, entryPoints: ["page.js"], bundle: true, format: "esm", outfile: "esbuild/page.js", logLevel: "error" });
  writeFileSync(join(folder, "esbuild/index.html"), readFileSync(join(folder, "index.html")));
  assert.equal(await told(join(folder, "esbuild")), EXPECTED);
});

test("a page bundled by Vite checks in the browser", async () => {
  await vite({ root: folder, configFile: false, logLevel: "error", build: { outDir: "vite", target: "es2022", chunkSizeWarningLimit: 1000 } });
  assert.equal(await told(join(folder, "vite")), EXPECTED);
});

/** Opens a built page under the policy that the README asks for; gives what it says in its title. */
async function told(built) {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
  const server = createServer(({ url }, response) => {
    const type = url.endsWith(".js") ? "text/javascript" : "text/html";
    const read = () => readFileSync(join(built, url === "/" ? "index.html" : url));
    try {
      response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(read());
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => document.title !== "-", undefined, { timeout: 10_000 });
    return await page.title();
  } finally {
    await browser.close();
    server.close();
  }
}
