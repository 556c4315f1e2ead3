// llms.txt: every link leads somewhere, every command runs.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
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

test("every link in the files that it lists leads to a file, and to a heading of it", () => {
  const pages = [...text.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, path]) => resolve(root, path));
  let followed = 0;
  for (const page of pages) {
    for (const [, path, place] of prose(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)) {
      const target = path === "" ? page : resolve(dirname(page), path);
      assert.ok(existsSync(target), `${page}: ${path}`);
      if (place !== undefined) assert.ok(places(target).has(place), `${page}: ${path}#${place}`);
      followed += 1;
    }
  }
  assert.ok(followed > 250, `${followed}`);
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

/** A page without its code. */
function prose(path) {
  return readFileSync(path, "utf8").replace(/^```[^]*?^```/gm, "").replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, (code, ticks, at, all) => (all[at - 1] === "[" ? "code" : ""));
}

const known = new Map();

/** The places in a page: its headings as they are named by whoever shows Markdown, and its own anchors. */
function places(path) {
  if (known.has(path)) return known.get(path);
  const page = readFileSync(path, "utf8").replace(/^```[^]*?^```/gm, "");
  const all = new Set([...page.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id));
  for (const [, heading] of page.matchAll(/^#{1,6} (.*)$/gm)) {
    const place = heading.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, "").replaceAll(" ", "-");
    let n = 0;
    const named = () => (n === 0 ? place : `${place}-${n}`);
    while (all.has(named())) n += 1;
    all.add(named());
  }
  known.set(path, all);
  return all;
}
