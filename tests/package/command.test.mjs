// The command as its users get it: packed, installed from the tarball into an empty folder, and run there.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import Ajv from "ajv";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const folder = mkdtempSync(join(tmpdir(), "error31-"));
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const command = join(folder, "node_modules/.bin/error31");
const environment = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" };

/** Runs it in the folder; gives how it ended and what it wrote. */
function run(given, { input, env = environment, node = [] } = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...node, command, ...given], { cwd: folder, input: input ?? "", encoding: "utf8", env, maxBuffer: 1 << 30 });
  assert.equal(signal, null);
  return { status, stdout, stderr };
}

before(() => {
  const execute = (...all) => execFileSync(npm, all, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [{ filename }] = JSON.parse(execute("pack", "--json", join(process.env.E31_DIST, "package")));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true }));
  execute("install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${filename}`);
  const copies = { "explained.xml": "entra/member-status.xml", "clean.xml": "clean/okta-member-of.xml", "sign-in.har": "captures/chrome.har", "answer.txt": "answers/sentence.txt", "cut.zip": "captures/cut-archive.zip" };
  for (const [to, from] of Object.entries(copies)) cpSync(join(fixtures, from), join(folder, to));
  writeFileSync(join(folder, "nothing.txt"), "Monday: call the dentist\n");
});
after(() => rmSync(folder, { recursive: true }));

test("npx runs it", () => {
  const { status, stdout } = spawnSync(npm, ["exec", "--offline", "--", "error31", "explained.xml"], { cwd: folder, encoding: "utf8", env: environment });
  assert.equal(status, 1);
  assert.match(stdout, /^Error 31 explained\nThe message carries Member Status and has no last name\.\n/);
});

test("how it ends says what was found", () => {
  const ends = {
    "explained.xml": 1, "clean.xml": 0, "answer.txt": 2, "nothing.txt": 3, "missing.xml": 66,
    "clean.xml explained.xml": 1, "clean.xml nothing.txt": 3, "clean.xml nothing.txt answer.txt": 2, "clean.xml missing.xml": 0,
    "": 64, "--format xml clean.xml": 64, "--unknown clean.xml": 64, "--code 99 clean.xml": 64, "--code x clean.xml": 64, "--receiver webex clean.xml": 64, "--idp webex clean.xml": 64, "--idp okta clean.xml": 0, "--message x clean.xml": 64, "--message 9 clean.xml": 64, "--lang en --lang sr clean.xml": 64,
    "--accounts missing.csv clean.xml": 66, "explain nobody": 64, "--help": 0, "--version": 0, "explain 31": 0, "verify missing.html": 66, "verify clean.xml": 1,
  };
  for (const [given, status] of Object.entries(ends)) {
    const ended = run(given.split(" ").filter(Boolean));
    assert.equal(ended.status, status, `${given}: ${ended.stderr}`);
    if (status >= 64) assert.match(ended.stderr, /^error31: /);
    assert.doesNotMatch(ended.stderr, /at .*cli\.js/);
  }
});

test("text is the report as the page says it, with places", () => {
  const { stdout } = run(["explained.xml"]);
  assert.match(stdout, /^Do first\n {2}1\. Remove the attribute `MemberStatus` \(Finding 1\)$/m);
  assert.match(stdout, /Error · explained\.xml:44:24 · member-status\n {5}\| <Attribute Name="MemberStatus">\n {5}\| {18}\^{12}\n/);
  assert.match(stdout, /✗ 1\. Member Status is in the message\n {7}Confirmed, from the message\n/);
  assert.match(stdout, /jelena\.ilic@adriasoft\.example/);
  assert.doesNotMatch(stdout, /\x1b|\*\*|[\ufff9\ufffb]/);
  const coloured = run(["explained.xml"], { env: { ...environment, NO_COLOR: "", FORCE_COLOR: "1" } }).stdout;
  assert.equal(coloured.replace(/\x1b\[\d+m/g, "").replaceAll("`", ""), stdout.replaceAll("`", ""));
  assert.notEqual(coloured, stdout);
});

test("what steers a terminal is shown, not obeyed", () => {
  const [escape, turn] = ["\x1b[31mred", "\u202eabc"];
  const har = JSON.parse(readFileSync(join(folder, "sign-in.har"), "utf8"));
  const posts = har.log.entries.filter(({ request }) => request.postData);
  for (const { request } of posts) request.url = `${request.url}/${escape}${turn}`;
  writeFileSync(join(folder, "steering.har"), JSON.stringify(har));
  writeFileSync(join(folder, "turned.xml"), readFileSync(join(folder, "explained.xml"), "utf8").replace("Jelena<", `Jelena${turn}\x9b31m<`));
  for (const file of ["steering.har", "turned.xml"]) {
    for (const format of ["text", "json", "sarif"]) {
      const { stdout } = run([file, "--format", format]);
      assert.doesNotMatch(stdout, /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/, `${file} ${format}`);
    }
  }
  assert.match(run(["turned.xml"]).stdout, /<U\+202E>/);
});

test("speaks the page's languages, and says so where one isn't there", () => {
  assert.match(run(["explained.xml", "--lang", "sr"]).stdout, /^Greška 31/);
  assert.match(run(["explained.xml", "--lang", "sr-Cyrl"]).stdout, /^Грешка 31/);
  const other = run(["explained.xml", "--lang", "xx"]);
  assert.equal(other.status, 1);
  assert.match(other.stderr, /no language “xx”/);
  assert.match(other.stdout, /^Error 31 explained/);
});

test("options reach the engine", () => {
  writeFileSync(join(folder, "users.csv"), "User ID/Email (Required),User Status\njelena.ilic@adriasoft.example,Inactive\n");
  const report = JSON.parse(run(["clean.xml", "--format", "json", "--required", "costcenter, department", "--code", "13", "--receiver", "meetings-site", "--lang", "sr-Latn"]).stdout);
  assert.equal(report.language, "sr-Latn");
  assert.deepEqual(report.messages[0].fields.filter(({ need }) => need === "site").map(({ id }) => id), ["costcenter", "department"]);
  assert.equal(report.messages[0].sp.id, "meetings-site");
  const listed = JSON.parse(run(["explained.xml", "--format", "json", "--accounts", "users.csv"]).stdout);
  assert.equal(listed.messages[0].account.status, "inactive");
});

test("metadata, classes of authentication and the number of a message reach it as well", () => {
  for (const name of ["metadata-other.xml", "other-idp.metadata"]) cpSync(join(fixtures, "contradictions", name), join(folder, name));
  const rules = (...given) => JSON.parse(run(["metadata-other.xml", "--format", "json", ...given]).stdout).messages[0].diagnostics.map(({ rule }) => rule);
  const alone = rules();
  assert.ok(rules("--metadata", "other-idp.metadata").length > alone.length);
  assert.ok(!alone.includes("authn-context") && rules("--authn-contexts", "urn:oasis:names:tc:SAML:2.0:ac:classes:X509").includes("authn-context"));
  cpSync(join(fixtures, "captures/two-and-a-twin.har"), join(folder, "two.har"));
  const [first, second] = ["1", "2"].map((n) => run(["two.har", "--message", n]).stdout);
  assert.match(first, /^› 1|› 1 /m);
  assert.match(second, /› 2 /);
  assert.match(run(["metadata-other.xml", "--metadata", "missing.xml"]).stderr, /^error31: missing\.xml: /);
});

test("json is the package's report", async () => {
  const { check } = await import(pathToFileURL(join(process.env.E31_DIST, "package/error31.js")).href);
  const { stdout } = run(["sign-in.har", "--format", "json"]);
  assert.deepEqual(JSON.parse(stdout).messages, JSON.parse(JSON.stringify(check(readFileSync(join(folder, "sign-in.har"))).messages)));
});

test("markdown is the ticket, and names nobody; the others name nobody where that is wished", () => {
  const { status, stdout } = run(["explained.xml", "--format", "markdown"]);
  assert.equal(status, 1);
  assert.match(stdout, /^## The message carries Member Status and has no last name/);
  const whole = ["text", "json", "sarif"].map((format) => run(["explained.xml", "--format", format, "--redact"]).stdout);
  for (const text of [stdout, ...whole]) assert.doesNotMatch(text, /jelena|ili[cć]|adriasoft|explained\.xml/i);
  assert.match(run(["answer.txt", "--format", "markdown"]).stdout, /code 31/);
  const several = run(["explained.xml", "nothing.txt", "sign-in.har", "--format", "markdown"]).stdout;
  assert.equal(several.split("\n---\n").length, 3);
});

test("sarif fits its schema, with places of the file or of the message taken out of it", () => {
  const require = createRequire(import.meta.url);
  // Written for draft 4; what it uses of it means the same in later ones.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(join(require.resolve("@microsoft/jest-sarif"), "../../lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
  const fits = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  for (const given of [["explained.xml"], ["sign-in.har"], ["nothing.txt", "answer.txt", "cut.zip", "missing.xml", "clean.xml"], ["explained.xml", "--redact"], ["sign-in.har", "--lang", "sr-Cyrl"]]) {
    const log = JSON.parse(run([...given, "--format", "sarif"]).stdout);
    assert.ok(fits(log), `${given}: ${JSON.stringify(fits.errors?.slice(0, 3))}`);
    const [{ results, artifacts }] = log.runs;
    for (const { locations: [{ physicalLocation: { artifactLocation: { uri, index }, region } }] } of results) {
      const artifact = artifacts[index];
      assert.equal(artifact.location.uri, uri);
      const text = artifact.contents?.text ?? readFileSync(join(folder, decodeURIComponent(uri)), "utf8");
      assert.equal(uri.includes("#"), artifact.contents !== undefined);
      if (region) assert.ok(text.split(/\r\n|\r|\n/)[region.startLine - 1].length + 1 >= (region.startColumn ?? 1), `${uri} ${JSON.stringify(region)}`);
    }
  }
  const [{ results }] = JSON.parse(run(["explained.xml", "--format", "sarif"]).stdout).runs;
  const { region } = results.find(({ ruleId }) => ruleId === "member-status").locations[0].physicalLocation;
  assert.deepEqual(region, { startLine: 44, startColumn: 24, endLine: 44, endColumn: 36 });
  const [{ artifacts }] = JSON.parse(run(["sign-in.har", "--format", "sarif"]).stdout).runs;
  assert.ok(artifacts.some(({ location, contents }) => /^sign-in\.har#\d$/.test(location.uri) && contents.text.startsWith("<")));
});

test("standard input is read, also in pieces, and its end may be closed early by who reads", () => {
  const input = readFileSync(join(folder, "sign-in.har"));
  assert.equal(run(["-"], { input }).stdout.replaceAll("stdin", "sign-in.har"), run(["sign-in.har"]).stdout);
  const quoted = [process.execPath, command].map((path) => `"${path}"`).join(" ");
  const piped = spawnSync("sh", ["-c", `cat explained.xml | ${quoted} - | head -1; cat explained.xml | ${quoted} - --format json | tail -1`], { cwd: folder, encoding: "utf8", env: environment });
  assert.equal(piped.stdout, "Error 31 explained\n}\n");
  assert.equal(piped.stderr, "");
});

test("two hundred files, a broken one and a missing one among them, give a table and one summary", () => {
  const many = join(folder, "many");
  mkdirSync(join(many, "inner"), { recursive: true });
  for (let i = 0; i < 197; i += 1) cpSync(join(folder, i % 2 ? "clean.xml" : "nothing.txt"), join(many, `${String(i).padStart(3, "0")}.txt`));
  cpSync(join(folder, "cut.zip"), join(many, "inner/broken.zip"));
  cpSync(join(folder, "explained.xml"), join(many, "inner/one.xml"));
  symlinkSync(join(folder, "nowhere"), join(many, "inner/lost.xml"));
  const { status, stdout, stderr } = run(["many", "--out", "reports"]);
  assert.equal(status, 1);
  assert.match(stderr, /lost\.xml: there is no such file/);
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.length, 203);
  assert.match(lines.at(-1), /^Files: 200 · Explained: 2 · Not explained: 98 · .*Files that could not be read: 1$/);
  const written = readdirSync(join(folder, "reports"));
  assert.equal(written.length, 199);
  assert.match(readFileSync(join(folder, "reports/one.xml.txt"), "utf8"), /^Error 31 explained/);
  const json = JSON.parse(run(["many/inner", "--format", "json"]).stdout);
  assert.deepEqual(json.files.map(({ unreadable }) => unreadable !== undefined), [false, true, false]);
});

test("Ctrl+C ends it", async () => {
  const child = spawn(process.execPath, [command, "-"], { cwd: folder, env: environment, stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise((done) => child.on("close", (code, signal) => done({ code, signal })));
  child.stdin.on("error", () => {});
  // Its progress tells that it reads.
  const told = new Promise((done) => child.stderr.once("data", done));
  child.stdin.write(Buffer.alloc(45_000_000, "no message here. "));
  assert.match(String(await told), /^error31: Reading -: \d+ MB/);
  child.kill("SIGINT");
  assert.deepEqual(await ended, { code: 130, signal: null });
});

test("memory does not grow with a file, and its progress is told", () => {
  const entry = (url) => `{"request":{"method":"GET","url":"${url}"},"response":{"content":{"text":"${"x".repeat(1 << 20)}"}}}`;
  writeFileSync(join(folder, "rss.mjs"), 'process.on("exit", () => process.stderr.write(`rss ${process.resourceUsage().maxRSS}\\n`));');
  const used = [24, 96].map((n) => {
    writeFileSync(join(folder, "long.har"), `{"log":{"entries":[${Array.from({ length: n }, (_, i) => entry(`https://a.example/${i}`)).join(",")}]}}`);
    const { status, stderr } = run(["long.har"], { node: ["--import", pathToFileURL(join(folder, "rss.mjs")).href] });
    assert.equal(status, 3);
    assert.match(stderr, /Reading long\.har: \d+ MB of \d+ MB, [\d.]+ \S+\/s/);
    return Number(/rss (\d+)/.exec(stderr)[1]);
  });
  assert.ok(used[1] - used[0] < 40_000, `${used} KiB`);
});

test("nothing is sent: every socket and every look-up of a name is refused, and without a network it works as well", () => {
  writeFileSync(join(folder, "refuse.cjs"), `
    const refused = () => { require("node:fs").writeSync(2, "SENT"); process.exit(99); };
    require("node:net").Socket.prototype.connect = refused;
    require("node:dgram").Socket.prototype.send = refused;
    require("node:dns").lookup = refused;
    require("node:dns").promises.lookup = refused;
    globalThis.fetch = refused;
  `);
  const given = ["explained.xml", "sign-in.har", "answer.txt", "--format", "json"];
  const refused = run(given, { node: ["--require", join(folder, "refuse.cjs")] });
  assert.deepEqual([refused.status, refused.stderr], [1, ""]);
  assert.equal(run(["-e"], { node: ["--require", join(folder, "refuse.cjs"), "-e", "fetch('http://127.0.0.1:1')"] }).status, 99);
  const apart = spawnSync("unshare", ["-rn", process.execPath, command, ...given], { cwd: folder, encoding: "utf8", env: environment });
  const isPossible = spawnSync("unshare", ["-rn", "true"]).status === 0;
  if (isPossible) assert.equal(apart.stdout, refused.stdout);
});

test("explain knows the codes, causes and rules", () => {
  const { stdout } = run(["explain", "31", "member-status"]);
  assert.match(stdout, /^31 · Auto Account Creation failed\ncode 31\n/);
  for (const kind of ["cause 1", "rule member-status"]) assert.match(stdout, new RegExp(`^${kind}$`, "m"));
  assert.match(stdout, /^Source: https:\/\/help\.webex\.com\/article\/WBX54421$/m);
  const entry = JSON.parse(run(["explain", "13", "--format", "json"]).stdout);
  assert.deepEqual([entry.kind, entry.id], ["code", "13"]);
  assert.match(run(["explain", "31", "--lang", "sr-Latn"]).stdout, /Značenje/);
});

test("verify tells a copy of the page from another one", () => {
  const page = readFileSync(join(process.env.E31_DIST, "index.html"));
  writeFileSync(join(folder, "error31.html"), page);
  const same = run(["verify", "error31.html"]);
  assert.equal(same.status, 0);
  const sum = createHash("sha256").update(page).digest("hex");
  assert.ok(same.stdout.includes(sum));
  assert.match(same.stdout, /says of itself {2}error31 \d+\.\d+\.\d+, built \d{4}-\d\d-\d\d/);
  assert.equal(/in words ((?:\s*[a-z]+){24})/.exec(same.stdout)[1].trim().split(/\s+/).length, 24);
  writeFileSync(join(folder, "error31.html"), page.subarray(0, -1));
  const other = run(["verify", "error31.html"]);
  assert.equal(other.status, 1);
  assert.ok(other.stdout.includes(sum) && /Another than/.test(other.stdout));
});

test("help, man page and docs say the same", () => {
  const { stdout } = run(["--help"]);
  const man = readFileSync(join(process.env.E31_DIST, "package/error31.1"), "utf8");
  const docs = readFileSync(fileURLToPath(new URL("../../docs/command.md", import.meta.url)), "utf8");
  // `UPDATE=1 cargo xtask build` writes it.
  assert.equal(docs, readFileSync(fileURLToPath(new URL("../../target/package/command.md", import.meta.url)), "utf8"));
  const named = (text) => [...new Set(text.replaceAll("\\-", "-").match(/--[a-z][a-z-]*(?= |`|,|$)/gm))].sort();
  assert.ok(named(stdout).length >= 12);
  assert.deepEqual(named(man), named(stdout));
  assert.deepEqual(named(docs), named(stdout));
  for (const code of ["0", "1", "2", "3", "64", "66", "70", "130"]) {
    assert.match(stdout, new RegExp(`^  ${code} +\\S`, "m"));
    assert.match(docs, new RegExp(`^\\| \`${code}\` \\|`, "m"));
    assert.ok(man.includes(`.B ${code}\n`), code);
  }
});
