// The engine beside what npm has, in one run: same input, every one warmed up, and what each does less or more said. Writes docs/benchmarks.md.

import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import boxyhq from "@boxyhq/saml20";
import { DOMParser } from "@xmldom/xmldom";
import { parse as csvParse } from "csv-parse/sync";
import { XMLParser } from "fast-xml-parser";
import Papa from "papaparse";
import { Extractor } from "samlify";
import { SaxesParser } from "saxes";
import { inferSchema, initParser } from "udsv";
import xpath from "xpath";
import { withAttributes } from "../messages.mjs";

const RUNS = 25;
const ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
const { check, init, loadAccounts } = await import(pathToFileURL(join(process.env.E31_DIST, "package/error31.js")).href);
await init();

const options = { now: 0, signatures: false };
const select = xpath.useNamespaces({ s: ASSERTION });
const fast = new XMLParser({ ignoreAttributes: false, removeNSPrefix: true });
const list = (one) => (one === undefined ? [] : Array.isArray(one) ? one : [one]);
const text = (one) => (typeof one === "object" ? one["#text"] : String(one));

/** Names and values of the attributes, or nothing where that is not what it gives. */
const PEERS = {
  error31: { does: "decode, place of everything, four fields, five causes, findings, words, redaction by request", run: (xml) => check(xml, options).messages[0].fields.length },
  "saxes, events alone": { does: "well-formedness and events; no tree, no names, no values", events: true, run: (xml) => {
    const parser = new SaxesParser({ xmlns: true });
    let n = 0;
    parser.on("opentag", () => { n += 1; });
    parser.write(xml).close();
    return n;
  } },
  "fast-xml-parser": { does: "a tree of objects, no namespaces, no places; attributes picked out of it", run: (xml) => {
    const { Response } = fast.parse(xml);
    return Object.fromEntries(list(Response.Assertion.AttributeStatement.Attribute).map((one) => [one["@_Name"], list(one.AttributeValue).map(text)]));
  } },
  "@xmldom/xmldom + xpath": { does: "a document; attributes by XPath", run: (xml) => {
    const document = new DOMParser().parseFromString(xml, "text/xml");
    return Object.fromEntries(select("//s:Attribute", document).map((one) => [one.getAttribute("Name"), select("s:AttributeValue", one).map((value) => value.textContent)]));
  } },
  "@boxyhq/saml20 parse": { does: "claims, audience and issuer; no signature", run: (xml) => boxyhq.default.parse(xml) },
  "samlify extract": { does: "attributes, issuer, conditions by XPath; no signature", run: (xml) => Extractor.extract(xml, [
    { key: "attributes", localPath: ["Response", "Assertion", "AttributeStatement", "Attribute"], index: ["Name"], attributePath: ["AttributeValue"], attributes: [] },
  ]) },
};

function sorted(times) {
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], min: times[0], max: times.at(-1) };
}

/** Medians of batches that take about 20 ms each; every one takes its turn in every round. */
async function race(runners) {
  const sizes = {};
  const times = {};
  for (const [name, run] of Object.entries(runners)) {
    for (const begin = performance.now(); performance.now() - begin < 300;) await run();
    const begin = performance.now();
    await run();
    sizes[name] = Math.max(1, Math.round(20 / Math.max(0.01, performance.now() - begin)));
    times[name] = [];
  }
  for (let round = 0; round < RUNS; round += 1) {
    for (const [name, run] of Object.entries(runners)) {
      const begin = performance.now();
      for (let i = 0; i < sizes[name]; i += 1) await run();
      times[name].push((performance.now() - begin) / sizes[name]);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, sorted(all)]));
}

/** Each target, and how it came out. */
const reached = [];
const lines = [];
const say = (line = "") => { lines.push(line); console.log(line); };
const ms = (n) => n.toFixed(n < 10 ? 3 : 1);

function table(figures, base, does) {
  say(`| | median ms | min | max | beside error31 | ${does ? "what it does | " : ""}`.trimEnd());
  say(`| --- | ---: | ---: | ---: | ---: |${does ? " --- |" : ""}`);
  for (const [name, { median, min, max }] of Object.entries(figures)) {
    say(`| ${name} | ${ms(median)} | ${ms(min)} | ${ms(max)} | ${(median / figures[base].median).toFixed(2)} x |${does ? ` ${does[name]} |` : ""}`);
  }
  say();
}

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;

say("# Speed, measured beside the others in one run");
say();
say(`Written by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node.js ${process.versions.node}. Medians of ${RUNS} rounds in which each takes its turn; \`signatures: false\`, since none of the others checks one here.`);
say();
say(`Versions: ${["@boxyhq/saml20", "@xmldom/xmldom", "xpath", "fast-xml-parser", "samlify", "saxes", "papaparse", "csv-parse", "udsv"].map((name) => `${name} ${version(name)}`).join(", ")}.`);
say();
for (const kb of [4, 8, 64]) {
  const faulty = withAttributes(kb << 10);
  const xml = faulty.replace("</saml2:AttributeStatement>", '<saml2:Attribute Name="lastname"><saml2:AttributeValue>Ilić</saml2:AttributeValue></saml2:Attribute>$&');
  const encoded = Buffer.from(xml).toString("base64");
  say(`## One message of ${(xml.length / 1024).toFixed(1)} KB`);
  say();
  const runners = Object.fromEntries(Object.entries(PEERS).map(([name, { run }]) => [name, () => run(xml)]));
  runners["error31, from base64"] = () => PEERS.error31.run(encoded);
  runners["error31, no last name"] = () => PEERS.error31.run(faulty);
  const figures = await race(runners);
  const beside = (name) => (figures.error31.median / figures[name].median).toFixed(2);
  const kilobytes = `${kb} KB`;
  reached.push([`${kilobytes}: faster than each that gives names and values`, ["fast-xml-parser", "@xmldom/xmldom + xpath", "@boxyhq/saml20 parse", "samlify extract"].map((name) => `${name} ${beside(name)} x`).join(", ")]);
  reached.push([`${kilobytes}: at most twice the events of saxes`, `${beside("saxes, events alone")} x`]);
  if (kb === 8) reached.push(["8 KB: at most 0.6 x @boxyhq/saml20", `${beside("@boxyhq/saml20 parse")} x`]);
  reached.push([`${kilobytes}: with what to change and what that comes to, at most 3 checks`, `${(figures["error31, no last name"].median / figures.error31.median).toFixed(2)} checks`]);
  table(figures, "error31", { "error31, no last name": "the same, and what to change, what that would come to, and the smallest change", ...Object.fromEntries(Object.entries(PEERS).map(([name, { does }]) => [name, does])), "error31, from base64": "the same, and finds out what it was given" });
}

const ROWS = 50_000;
const csv = ["First Name,Last Name,User ID/Email (Required),User Status", ...Array.from({ length: ROWS }, (_, i) => `Ime${i},"Prezime, ${i}",ime${i}@adriasoft.example,Active`)].join("\n");
const bytes = Buffer.from(csv);
say(`## A user list of ${ROWS} rows, ${(bytes.length / 1e6).toFixed(1)} MB`);
say();
table(await race({
  error31: () => loadAccounts(bytes),
  papaparse: () => Papa.parse(csv).data.length,
  "csv-parse": () => csvParse(bytes).length,
  uDSV: () => initParser(inferSchema(csv)).stringArrs(csv).length,
}), "error31", { error31: "reads, finds the columns, and makes the index by which accounts are found", papaparse: "rows of texts", "csv-parse": "rows of texts", uDSV: "rows of texts" });

say("## What was to be reached, and what is");
say();
say("| to reach | reached |");
say("| --- | --- |");
for (const [target, told] of reached) say(`| ${target} | ${told} |`);
say();
say("Why a small message takes longer than a parser that gives names and values: every statement of the report is written in words, and handed to JavaScript with its place, whoever reads it. With a fault, a message is judged once more for each part of what to change.");

writeFileSync(new URL("../../docs/benchmarks.md", import.meta.url), `${lines.join("\n").trimEnd()}\n`);
