// What is released: the files and their sums, and the commands of SECURITY.md as far as they run offline.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = resolve(root, "target/release-files");
const read = (path) => readFileSync(resolve(root, path), "utf8");
const sum = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

test("the release holds the page, the embed files, the package and the sums of all", () => {
  const names = readdirSync(folder).sort();
  const [, version] = /^version = "(.*)"/m.exec(read("Cargo.toml"));
  assert.deepEqual(names, ["NOTES.md", "SHA256SUMS", "error31-" + version + ".tgz", "error31-embed.d.ts", "error31-embed.js", "error31.html"].sort());
  const lines = readFileSync(resolve(folder, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  assert.deepEqual(lines, names.filter((name) => name !== "SHA256SUMS").map((name) => `${sum(resolve(folder, name))}  ${name}`));
  assert.equal(sum(resolve(folder, "error31.html")), sum(resolve(process.env.E31_DIST, "index.html")));
  assert.match(readFileSync(resolve(folder, "NOTES.md"), "utf8"), /Built with Rust \d+\.\d+\.\d+ and Node\.js \d+\.\d+\.\d+\./);
});

test("the workflow verifies with the commands of SECURITY.md, and those that need no network run here", () => {
  const [, block] = /## A file of a release\n[^]*?```sh\n([^]*?)```/.exec(read("SECURITY.md"));
  const commands = block.trim().split("\n");
  const workflow = read(".github/workflows/release.yml");
  const isAttestation = (line) => line.startsWith("gh attestation verify ");
  assert.ok(commands.some(isAttestation));
  const offline = commands.filter((line) => !isAttestation(line));
  for (const line of offline) {
    assert.ok(workflow.includes(line), line);
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, `${line}: ${stdout}${stderr}`);
  }
  assert.ok(workflow.includes('gh attestation verify "$file" --repo "$GITHUB_REPOSITORY"'));
});

test("the commands of “Check it in five minutes” that build nothing run here", () => {
  const [, steps] = /## Check it in five minutes\n([^]*?)\n## /.exec(read("SECURITY.md"));
  const commands = [...steps.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block]) => block.trim().split("\n").map((line) => line.trim()));
  const [ours, builds] = [commands.filter((line) => !line.startsWith("cargo ")), commands.filter((line) => line.startsWith("cargo "))];
  const ran = ours.map((line) => {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: root, encoding: "utf8" });
    assert.equal(status, 0, `${line}: ${stdout}${stderr}`);
    return stdout;
  });
  assert.equal(ran.length, 2);
  assert.match(ran[0], /default-src 'none'; script-src 'sha256-/);
  assert.match(ran[1], /^index\.html: OK$/m);
  const tasks = read("xtask/src/main.rs");
  for (const line of builds) assert.ok(tasks.includes(`["${line.split(" ")[2]}"`), line);
});

test("actions are pinned to commits, and what the workflows publish is what is built here", () => {
  for (const name of ["test", "release", "pages", "advisories"]) {
    const workflow = read(`.github/workflows/${name}.yml`);
    for (const [, used] of workflow.matchAll(/uses: (\S+.*)$/gm)) assert.match(used, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    assert.match(workflow, /^permissions: \{\}$/m);
  }
  assert.ok(read(".github/workflows/release.yml").includes("cargo xtask release"));
});
