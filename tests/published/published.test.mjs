// What is published: sums, licences of all that is inside, and locked dependencies that run nothing on installation.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = process.env.E31_DIST ?? resolve(root, "dist");
const page = await readFile(resolve(dist, "index.html"), "utf8");
const packed = (id) => gunzipSync(Buffer.from(new RegExp(`id="${id}">([^<]*)<`).exec(page)[1], "base64"));
const json = async (path) => JSON.parse(await readFile(resolve(root, path), "utf8"));

test("the sums are those of the files", async () => {
  const lines = (await readFile(resolve(dist, "SHA256SUMS"), "utf8")).trimEnd().split("\n");
  const names = [];
  for (const line of lines) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line);
    assert.equal(createHash("sha256").update(await readFile(resolve(dist, name))).digest("hex"), sum, name);
    names.push(name);
  }
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  assert.equal(entries.filter((entry) => entry.isFile()).length, names.length + 1);
  assert.ok(names.includes("index.html") && names.includes("package/error31.js"), `${names}`);
});

test("nothing tells who built it where", async () => {
  const published = [Buffer.from(page), packed("engine"), packed("licences-data"), await readFile(resolve(dist, "package/error31.js"))];
  for (const bytes of published) {
    for (const folder of [root, `${homedir()}/`, ".cargo/registry"]) assert.ok(!bytes.includes(folder), folder);
  }
});

test("each bundled package stands in the list of licences, with its text", async () => {
  const groups = JSON.parse(packed("licences-data"));
  const listed = new Map(groups.flatMap(({ packages, text }) => packages.map(([name, version]) => [name, { version, text }])));
  const inputs = [...Object.keys((await json("target/page/inputs.json")).inputs), ...Object.keys((await json("target/page/engine-inputs.json")).inputs)];
  const lock = (await json("package-lock.json")).packages;
  const npm = new Set(inputs.flatMap((path) => /^(node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  assert.ok(npm.size > 10);
  for (const path of npm) {
    const { version, text } = listed.get(path.replace("node_modules/", "")) ?? {};
    assert.equal(version, lock[path].version, path);
    assert.match(text, /Copyright|Apache License/, path);
  }
  // Panics in the engine name the crates that they stand in; those of Rust's own library have no version of ours.
  const crates = [...packed("engine").toString("latin1").matchAll(/\/(?:deps|deps-[^/]+|vendor|registry\/src\/[^/]+)\/([a-z0-9_-]+?)-(\d+\.\d+\.\d+)\//g)];
  assert.ok(crates.length > 0);
  const others = await readFile(resolve(dist, "package/LICENSES-OTHERS.txt"), "utf8");
  for (const [, name, version] of crates) {
    assert.ok(["", version].includes(listed.get(name)?.version), `${name} ${version}`);
    assert.ok(others.includes(`\n${name} `), name);
  }
});

test("npm packages are locked by their content, and none needs a script to be installed", async () => {
  const { packages } = await json("package-lock.json");
  const { "": own, ...others } = packages;
  for (const [path, { integrity, link }] of Object.entries(others)) assert.match(integrity ?? "", /^sha512-/, `${path} ${link}`);
  for (const [name, version] of Object.entries(own.devDependencies)) assert.match(version, /^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/, name);
  // esbuild's script only chooses the binary that its optional package brings; without it `esbuild` starts a moment later.
  const scripted = Object.entries(others).filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional).map(([path]) => path);
  assert.deepEqual(scripted, ["node_modules/esbuild", "node_modules/vite/node_modules/esbuild"]);
});
