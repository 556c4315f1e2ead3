// llms.txt: every link leads somewhere, every command runs.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(resolve(root, "llms.txt"), "utf8");

test("every link leads to a file", () => {
  const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S/gm)].map(([, path]) => path);
  assert.equal(links.length, (text.match(/\]\(/g) ?? []).length);
  assert.ok(links.length >= 10);
  for (const path of links) assert.ok(existsSync(resolve(root, path)), path);
});

test("every command runs", () => {
  const commands = [...text.matchAll(/^- `error31 ([^`]+)`: /gm)].map(([, given]) => given.split(" "));
  assert.ok(commands.length >= 3);
  for (const given of commands) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(process.env.E31_DIST, "package/cli.js"), ...given], { encoding: "utf8" });
    assert.deepEqual([status, stderr], [0, ""], given.join(" "));
    assert.ok(stdout.length > 100);
  }
});
