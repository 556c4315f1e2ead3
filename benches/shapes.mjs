// Inputs in shapes that were slow once, hostile or merely large: what each takes now, beside what it took.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync, gzipSync } from "node:zlib";
import { around } from "./messages.mjs";

const { check, pretty, ticket } = await import(pathToFileURL(join(process.env.E31_DIST, "package/error31.js")).href);

const MB = 1 << 20;
const times = (one, size) => one.repeat(Math.ceil(size / one.length));
const counted = (one, size) => {
  const all = [];
  for (let n = 0, length = 0; length < size; n += 1) length += all[all.push(one(n)) - 1].length;
  return all.join("");
};
const attribute = (name, value) => `<Attribute Name="${name}"><AttributeValue>${value}</AttributeValue></Attribute>`;
const groups = (values) => around(`<Attribute Name="groups">${values}</Attribute>`);
const codes = (size) => {
  const levels = Math.floor(size / 32);
  return `<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol"><p:Status>${times('<p:StatusCode Value="a"><p:StatusCode Value="b"/></p:StatusCode>', levels * 32)}</p:Status></p:Response>`;
};

const bomb = encodeURIComponent(deflateRawSync(Buffer.alloc(31 * MB, "<a>")).toString("base64"));
const har = (count) => {
  const entry = { request: { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", postData: { text: `SAMLResponse=${bomb}` } }, response: {} };
  return Buffer.from(JSON.stringify({ log: { version: "1.2", entries: Array(count).fill(entry) } }));
};
const members = (count) => Buffer.concat(Array(count).fill(gzipSync("x")));

/** The finding, the shape, the input, what is done with it, and the seconds that it took in the review of 28 November 2026. */
const SHAPES = [
  ["F2", "HAR, 1 stream of 31 MB inflated", () => har(1), check, "1.3"],
  ["F2", "HAR, 12 of them", () => har(12), check, "12.4"],
  ["F2", "HAR, 30 of them", () => har(30), check, "59"],
  ["F2", "HAR, 240 of them", () => har(240), check, "over 150, killed"],
  ["F2", "JSON, 30 strings of them", () => Buffer.from(JSON.stringify(Array(30).fill(`SAMLResponse=${bomb}`))), check, "as the HAR"],
  ["F4", "elements, 252 deep, 900,000 side by side", () => `${"<d>".repeat(252)}${"<a/>".repeat(900_000)}${"</d>".repeat(252)}`, pretty, "460 MB of text"],
  ["F4", "elements, two levels", () => `<d>${times("<a><b/></a>", 4.95 * MB)}</d>`, pretty, "the engine stopped"],
  ["F4", "StatusCode in StatusCode", () => codes(7.6 * MB), ticket, "217 MB of text"],
  ...[0.25, 0.5, 1, 2, 10].map((size, at) => ["F5", "`Member Status`, many times", () => around(times(attribute("Member Status", "x"), size * MB)), ticket, ["0.35", "0.87", "3.1", "10.2", "over 150, killed"][at]]),
  ...[20, 40, 80, 160].map((count, at) => ["F6", `gzip, ${count},000 members`, () => members(count * 1000), check, ["0.12", "0.34", "1.5", "5.5"][at]]),
  ["F12", "numbers as values", () => groups(counted((n) => `<AttributeValue>${n}</AttributeValue>`, MB)), ticket, "3.8"],
  ["F12", "numbers as values", () => groups(counted((n) => `<AttributeValue>${n}</AttributeValue>`, 10 * MB)), ticket, "41"],
  ["F12", "attributes without values", () => around(times('<Attribute Name="a"/>', 10 * MB)), ticket, "11.7"],
  ["F12", "attributes without values", () => around(times('<Attribute Name="a"/>', 10 * MB)), check, "5.0"],
  ["F12", "names that are in no table", () => around(counted((n) => attribute(`warehouse${n}`, "x"), 10 * MB)), ticket, "8.0"],
  ["F12", "names that are in no table", () => around(counted((n) => attribute(`warehouse${n}`, "x"), 10 * MB)), check, "2.0"],
  ["F12", "one value of many words", () => groups(`<AttributeValue>${counted((n) => `w${n.toString(36)} `, 10 * MB)}</AttributeValue>`), ticket, "6"],
  ["F12", "one long name", () => around(attribute(times("aB-", 10 * MB), "x")), ticket, "5.1"],
  ["F12", "one long name", () => around(attribute(times("aB-", 10 * MB), "x")), check, "2.5"],
  ["F12", "lines of a letter", () => times("x\n", 10 * MB), check, "7.0"],
  ["F12", "“SSO error code ”, many times", () => times("SSO error code ", 10 * MB), check, "2.9"],
  ["F12", "the start of the error's sentence, many times", () => times("Auto account creation ", 10 * MB), check, "1.2"],
];

const options = { now: 0, serviceProvider: "meetings-site" };
console.log("| | Shape | Size | Asked for | Then | Now |\n|---|---|---:|---|---:|---:|");
for (const [finding, shape, make, act, before] of SHAPES) {
  const input = make();
  const report = act === ticket ? check(input, options) : undefined;
  // Of the processor, not of the clock: another program on the machine changes it less.
  const start = process.cpuUsage();
  const made = report ? ticket(report, 0, options) : act(input, options);
  const { user, system } = process.cpuUsage(start);
  const seconds = ((user + system) / 1e6).toFixed(2);
  const longer = act === pretty && made ? `, ${(made.text.length / input.length).toFixed(1)} × the input` : "";
  const asked = act === check ? "check" : act === ticket ? "ticket" : "pretty";
  const cells = [finding, shape, `${(input.length / MB).toFixed(2)} MB`, asked, /^[\d.]+$/.test(before) ? `${before} s` : before, `${seconds} s${longer}`];
  console.log(`| ${cells.join(" | ")} |`);
}
