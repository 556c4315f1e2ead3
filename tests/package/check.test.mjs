// The npm package in Node.js: ready on import, never throws, starts afresh after the engine stopped.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, openAsBlob, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = join(process.env.E31_DIST, "package");
const address = pathToFileURL(join(folder, "error31.js")).href;
const RESPONSE = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>`;

const instances = [];
let fails = false;

const { Instance } = WebAssembly;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Instance(module, imports);
    const check = (...values) => {
      if (fails) {
        throw new Error("error31 stopped at src/xml.rs:1:2");
      }
      return exports.check(...values);
    };
    instances.push(this);
    this.exports = { ...exports, check };
  }
};

const { check, init, isUserList, loadAccounts, overview, redact, scan, statuses, ticket, version } = await import(address);

test("is ready when the import resolves", async () => {
  const report = check(RESPONSE);
  assert.equal(report.schema, 1);
  assert.equal(report.engine, version());
  await init();
  assert.equal(instances.length, 1);
});

test("reads text and bytes", () => {
  const now = 0;
  const bytes = check(Buffer.from(RESPONSE), { now });
  assert.deepEqual(bytes, check(RESPONSE, { now }));
  assert.deepEqual(bytes, JSON.parse(JSON.stringify(bytes)));
});

test("reads a user list once for many checks", () => {
  const message = `<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Subject>
    <NameID>ana@adriasoft.example</NameID></Subject></Assertion>`;
  const list = Buffer.from("User ID/Email (Required),User Status\nAna@adriasoft.example,Inactive\n");
  assert.equal(isUserList(list), true);
  assert.equal(isUserList(message), false);
  const accounts = loadAccounts(list);
  assert.deepEqual([accounts.summary.format, accounts.summary.rows], ["control-hub", 1]);
  for (let i = 0; i < 2; i += 1) {
    const { account, error31 } = check(message, { accounts }).messages[0];
    assert.deepEqual([account.state, account.status], ["found", "inactive"]);
    assert.equal(error31.causes[2].provenance, "user-list");
  }
  accounts.free();
  assert.equal(check(message, { accounts }).messages[0].account, undefined);
  assert.equal(statuses("en").generations.length, 4);
});

test("throws on no input", () => {
  for (const input of ["", "\ud800", "<".repeat(1e6), new Uint8Array(1e6)]) {
    assert.equal(check(input, null).schema, 1);
  }
});

test("scans a file in slices, and tells each message when it is found", async () => {
  const found = [];
  const entry = (id) => ({ request: { method: "POST", url: "https://a.webex.com/", postData: { params: [{ name: "SAMLResponse", value: btoa(RESPONSE.replace("/>", ` ID="${id}"/>`)) }] } }, response: {} });
  const filler = { request: { method: "GET", url: `https://a.example/${"x".repeat(3 << 20)}` }, response: {} };
  const text = JSON.stringify({ log: { entries: [entry("_1"), filler, entry("_2")] } });
  const report = await scan(new Blob([text]), { now: 0 }, (message, done) => found.push([message, done]));
  assert.deepEqual(found.map(([message]) => message.xml), report.messages.map(({ xml }) => xml));
  assert.equal(found.length, 2);
  assert.ok(found[0][1] < found[1][1] && found[1][1] <= text.length);
  const told = [];
  const plain = await scan(new Blob([RESPONSE]), { now: 0 }, (message) => told.push(message));
  assert.deepEqual(told, plain.messages);
  assert.deepEqual(plain, check(Buffer.from(RESPONSE), { now: 0 }));
});

test("scans a file from the disk, and says so where it vanishes", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "error31-")), "response.xml");
  writeFileSync(path, RESPONSE);
  const blob = await openAsBlob(path);
  assert.equal((await scan(blob)).messages.length, 1);
  rmSync(path);
  const report = await scan(blob);
  assert.equal(report.messages.length, 0);
  assert.ok(report.problem || report.notices.length > 0);
});

test("says so when the engine stops, and goes on with a fresh one", () => {
  fails = true;
  const report = check(RESPONSE);
  fails = false;
  assert.equal(report.problem.kind, "engine-stopped");
  assert.match(report.problem.why, /`src\/xml\.rs:1:2`\.$/);
  assert.notEqual(check(RESPONSE).problem?.kind, "engine-stopped");
  fails = true;
  const serbian = check(RESPONSE, { language: "sr" });
  fails = false;
  assert.equal(serbian.language, "sr-Latn");
  assert.match(serbian.problem.title, /^Provera je stala/);
  assert.equal(instances.length, 3);
});

test("takes the person out", () => {
  const xml = readFileSync(new URL("../fixtures/entra/member-status.xml", import.meta.url), "utf8");
  const report = check(xml);
  const made = ticket(report, 0, {}, { language: "sr" });
  assert.ok(!/jelena|ilić|ilic|adriasoft/i.test(made.markdown));
  assert.equal(made.receipt.same, true);
  assert.equal(made.report.language, "sr-Latn");
  assert.match(made.admin, /adriasoft/);
  assert.deepEqual(redact(report).report.messages[0].error31.causes, report.messages[0].error31.causes);
  for (const odd of [undefined, null, 31, {}, { messages: [31] }, { messages: [{ xml: "<a/>" }] }]) {
    assert.equal(ticket(odd, 0), undefined);
    assert.deepEqual(redact(odd).report.messages, []);
  }
  assert.equal(ticket(report, 1), undefined);
});

test("says so where an option is misspelt, or has a value that it does not take", () => {
  const names = (options, input = RESPONSE) => check(input, options).notices.filter(({ kind }) => kind === "option-ignored").map(({ title }) => /`(.*)`/.exec(title)[1]);
  const metadata = readFileSync(new URL("../fixtures/signatures/other.metadata", import.meta.url));
  assert.deepEqual(names({ language: "en", now: 0, signedInAt: new Date(0), code: 13, serviceProvider: "auto", required: ["x"], memberStatus: [], answers: { account: "none", licencesBought: 3 }, accounts: undefined, metadata }), []);
  assert.deepEqual(names({ metadata: new Uint8Array(3) }), ["metadata"]);
  const wrong = { languge: "sr", now: "tomorrow", signedInAt: {}, code: 99, serviceProvider: "webex", required: "x", memberStatus: [1], answers: { partnerID: "yes", hostLicences: true, licencesBought: -1 }, accounts: 31, metadata: "x" };
  const told = ["accounts", "answers.hostLicences", "answers.licencesBought", "answers.partnerID", "code", "languge", "memberStatus", "metadata", "now", "required", "serviceProvider", "signedInAt"];
  assert.deepEqual(names(wrong).sort(), told);
  for (const options of [31, "sr", true]) assert.deepEqual(names(options), ["options"]);
  const [{ why }] = check(RESPONSE, { serviceProvider: "webex" }).notices;
  assert.match(why, /^It takes one of `auto`, `meetings-site`, .*`other`/);
  assert.match(check(RESPONSE, { code: 99, language: "sr-Cyrl" }).notices[0].why, /^Прима цео број од 1 до 3\d\. /);
});

test("says so of what is no input and no report", async () => {
  for (const odd of [undefined, null, 31, {}, [], true, () => {}]) {
    assert.equal(check(odd).problem.kind, "not-an-input");
    assert.equal((await scan(odd)).problem.kind, "not-an-input");
    assert.equal(redact(odd).report.problem.kind, "not-a-report");
  }
  assert.equal(redact({ messages: [31] }).report.problem.kind, "not-a-report");
  assert.equal(redact(check("")).report.problem, undefined);
});

test("reads every view of bytes alike, and streams of them", async () => {
  const text = RESPONSE.replace("/>", " ".repeat(RESPONSE.length % 2)) + "/>";
  const bytes = new TextEncoder().encode(text);
  const expected = check(bytes, { now: 0 });
  const views = [bytes.buffer, new DataView(bytes.buffer), new Uint16Array(bytes.buffer), Buffer.from(bytes)];
  for (const view of views) assert.deepEqual(check(view, { now: 0 }), expected);
  async function* pieces() {
    yield bytes.subarray(0, 7);
    yield text.slice(7);
  }
  const given = [bytes, new Blob([bytes]), new Blob([bytes]).stream(), pieces(), [bytes]];
  for (const one of given) assert.equal((await scan(one, { now: 0 })).messages[0]?.xml, text);
  assert.deepEqual(await scan(RESPONSE, { now: 0 }), check(RESPONSE, { now: 0 }));
  async function* broken() {
    yield bytes.subarray(0, 7);
    throw new Error("gone");
  }
  const { notices, problem } = await scan(broken());
  assert.ok(problem || notices.length > 0);
});

test("takes a user list as bytes or text as well", () => {
  const message = `<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Subject><NameID>ana@adriasoft.example</NameID></Subject></Assertion>`;
  const list = "User ID/Email (Required),User Status\nana@adriasoft.example,Inactive\n";
  for (const accounts of [list, Buffer.from(list)]) assert.equal(check(message, { accounts }).messages[0].account.status, "inactive");
});

test("the reference in the docs has every call, and is made of these types", async () => {
  const root = new URL("../../", import.meta.url);
  const docs = readFileSync(new URL("docs/api.md", root), "utf8");
  // `UPDATE=1 cargo xtask build` writes it.
  assert.equal(docs, readFileSync(new URL("target/package/api.md", root), "utf8"));
  const [calls] = docs.split("\n## Shapes\n");
  const named = [...calls.matchAll(/^### `(\w+)`$/gm)].map(([, name]) => name);
  assert.deepEqual(named.sort(), Object.keys(await import(address)).sort());
  assert.doesNotMatch(docs, /::|\[`[^`\]]*`\](?!\(#)/);
  const places = new Set();
  for (const [, name] of docs.matchAll(/^#{1,3} (.*)$/gm)) {
    const place = name.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-");
    let n = 0;
    while (places.has(n === 0 ? place : `${place}-${n}`)) n += 1;
    places.add(n === 0 ? place : `${place}-${n}`);
  }
  for (const [, place] of docs.matchAll(/\]\(#([^)]*)\)/g)) assert.ok(places.has(place), place);
});

test("publint and attw find nothing", () => {
  const run = (name, ...all) => spawnSync(fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url)), all, { encoding: "utf8" });
  const publint = run("publint", "run", folder, "--strict");
  assert.equal(publint.status, 0, publint.stdout + publint.stderr);
  assert.match(publint.stdout, /All good/);
  const attw = run("attw", "--pack", folder, "--profile", "esm-only", "--format", "json");
  assert.equal(attw.status, 0, attw.stdout + attw.stderr);
  const problems = Object.values(JSON.parse(attw.stdout).problems ?? {}).flat();
  assert.deepEqual(problems.filter(({ resolutionKind }) => resolutionKind !== "node10" && resolutionKind !== "node16-cjs"), []);
});

test("starts from init() where there is no Node.js", () => {
  const script = `
    delete globalThis.process;
    const { check, init } = await import(${JSON.stringify(address)});
    let early;
    try { check("") } catch (error) { early = error.message }
    await init();
    console.log(JSON.stringify([early, check("").schema]));`;
  const [early, schema] = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", script]));
  assert.match(early, /init/);
  assert.equal(schema, 1);
});

test("ships what its manifest names", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const shipped = readdirSync(folder).sort();
  assert.deepEqual(shipped, [...manifest.files, "README.md", "package.json"].sort());
  assert.equal(manifest.type, "module");
  assert.match(version(), new RegExp(`${manifest.version}$`));
});

/** A capture of one sign-in, whose message carries these attributes. */
function capture(user, attributes) {
  const list = Object.entries(attributes).map(([name, value]) => `<Attribute Name="${name}"><AttributeValue>${value}</AttributeValue></Attribute>`);
  const message = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Version="2.0" ID="_r" Destination="https://adriasoft.webex.com/dispatcher/SAML2AuthService">
    <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    <Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_a"><Issuer>https://sts.windows.net/00000000-0000-0000-0000-000000000031/</Issuer>
    <Subject><NameID>${user}</NameID></Subject><Conditions><AudienceRestriction><Audience>http://www.webex.com</Audience></AudienceRestriction></Conditions>
    <AttributeStatement>${list.join("")}</AttributeStatement></Assertion></samlp:Response>`;
  const text = `SAMLResponse=${encodeURIComponent(Buffer.from(message).toString("base64"))}`;
  return JSON.stringify({ log: { entries: [{ request: { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", postData: { text } } }] } });
}

test("a folder of 200 captures is one table, in both languages", () => {
  const inputs = (language) => Array.from({ length: 200 }, (_, i) => {
    const user = `planted${i}@adriasoft.example`;
    const whole = { uid: user, firstname: "Planted", email: user, ...(i < 20 && { lastname: "Planted" }) };
    return { name: `planted${i}.har`, report: check(capture(user, whole), { language }) };
  }).concat({ name: "planted-gone.har" });
  for (const [language, title, common] of [
    ["en", "Users: 200 · Explained: 180 · Not explained by the message: 20 · Without a sign-in: 1", "Without `lastname`: 180 of 200. That is more likely the rule at the identity provider than single profiles."],
    ["sr-Cyrl", "Корисници: 200 · Објашњено: 180 · Порука не објашњава грешку: 20 · Без пријаве: 1", "Без `lastname`: 180 од 200. То пре указује на правило код провајдера идентитета него на појединачне профиле."],
  ]) {
    const table = overview(inputs(language), language);
    assert.equal(table.title, title);
    assert.deepEqual(table.common, [{ text: common, count: 180, of: 200 }]);
    assert.equal(table.rows.length, 201);
    assert.deepEqual(table.rows[30].fields.map(({ name, state }) => [name, state]), [["lastname", "missing"]]);
    assert.deepEqual([table.rows[30].user, table.rows[30].file, table.rows[30].input, table.rows[30].message], ["planted30@adriasoft.example", "planted30.har", 30, 0]);
    assert.equal(table.csv.split("\r\n").length, 203);
    assert.doesNotMatch(table.csv, /planted/i);
  }
});

test("a table takes whatever stands where a report should", () => {
  const nothing = overview([undefined, null, 31, "text", {}, { report: "none" }, { report: { messages: 1 } }, { report: {} }], "en");
  assert.deepEqual(nothing.rows.map(({ words }) => words), Array(8).fill("The file could not be read"));
  for (const inputs of [undefined, null, {}, "text"]) assert.deepEqual(overview(inputs, "en").rows, []);
});
