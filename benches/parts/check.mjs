// One check of a message with nothing to mend, as XML and as base64, beside what gives its attributes elsewhere.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { raced, target } from "../document.mjs";
import { message, SHAPES } from "../messages.mjs";
import { error31 } from "../package.mjs";
import { PACKAGES, PEERS } from "../peers/saml.mjs";
import { versions } from "../peers/versions.mjs";
import { here, race } from "../race.mjs";
import { Browser, Program } from "../remote.mjs";

const DOES = "finds out what it was given; decode, place of everything, four fields, five causes, findings, words";
const WORDS = "a check gives a report with places and with every sentence written in words, handed over to JavaScript as objects; a parser gives names and values only";
const TINY = "the fixed part of a check (finding out what it was given, tables of the receiver, five causes, four fields, and the objects of the report) takes most of it in so small a message";
const PYTHON = {
  lxml: { does: "libxml2's tree; attributes by XPath" },
  pysaml2: { does: "objects of every element, by ElementTree; no signature" },
  "python3-saml": { does: "libxml2's tree; attributes by XPath; no signature" },
};

const file = (name) => fileURLToPath(new URL(`../../target/bench/${name}`, import.meta.url));
const FORMS = ["XML", "base64"];

/** What each size is held to; `of` gives how many times the limit's own measure. */
const TARGETS = [
  ["as fast as the fastest of npm that gives names and values", 1, ({ median, fastest }) => median("error31") / median(fastest)],
  ["as fast as DOMParser + XPath, in Chromium", 1, ({ median }) => median("error31 in Chromium") / median("DOMParser + XPath in Chromium")],
  ["beside the events of saxes alone", 2, ({ median }) => median("error31") / median("saxes, events alone")],
  ["beside @boxyhq/saml20", 0.6, ({ median }) => median("error31") / median("@boxyhq/saml20 parse"), 8],
];

export default async function part() {
  const browser = await Browser.start();
  const python = process.env.E31_PYTHON && new Program(process.env.E31_PYTHON, "-B", fileURLToPath(new URL("../peers/python.py", import.meta.url)));
  const sections = [];
  const all = [];
  await measured("Okta", 4 << 10, false, browser, python);
  for (const kb of [4, 8, 64]) {
    for (const shape of Object.keys(SHAPES)) {
      for (const form of FORMS) {
        const { figures, does, length, named } = await measured(shape, kb << 10, form === "base64", browser, python);
        const median = (name) => figures[name].median;
        const fastest = named.toSorted((a, b) => median(a) - median(b))[0];
        sections.push({ heading: `${shape}, ${(length / 1024).toFixed(1)} KB, ${form}`, table: raced(figures, { base: "error31", does }) });
        for (const [what, limit, of, only] of TARGETS) {
          if (only === undefined || only === kb) all.push({ kb, what, limit, which: `${shape}, ${form}`, figure: of({ median, fastest }) });
        }
      }
    }
  }
  const own = { Chromium: browser.version, ...versions(PACKAGES), ...(python ? (await python.ask("versions", "/dev/null", 1)).gave : {}) };
  await browser.end();
  python?.end();
  return {
    title: "One check",
    says: [
      "A message with nothing to mend (what fills it up is told as being in no table of Webex), issued now; `signatures: false`, since none of the others checks one here. Okta is filled up with attributes, Entra with ids of groups, AD FS with names of groups. For base64 each of the others is given what Node.js, Chromium or Python decodes, where it does not decode itself. Everything runs in Node.js, where nothing else is said; what runs in Python stands beside it without a target.",
      ...(python ? [] : ["The peers in Python could not be installed here."]),
    ],
    sections: [{ heading: "All shapes", before: ["Each target in each shape; above its limit in bold."], table: byShape(all) }, ...sections],
    targets: rowsOf(all).map(({ kb, what, limit, figures }) => {
      const worst = figures.toSorted((a, b) => b.figure - a.figure)[0];
      return target(`one check, ${kb} KB: ${what}`, worst.figure, { most: limit, reason: kb < 64 ? TINY : WORDS, beside: `the slowest of six: ${worst.which}` });
    }),
    versions: own,
  };
}

/** A row for each size and target, with the figures of all shapes. */
function rowsOf(all) {
  const rows = new Map();
  for (const { kb, what, limit, which, figure } of all) {
    const key = `${kb} ${what}`;
    if (!rows.has(key)) rows.set(key, { kb, what, limit, figures: [] });
    rows.get(key).figures.push({ which, figure });
  }
  return [...rows.values()];
}

function byShape(all) {
  const rows = rowsOf(all);
  const told = ({ figure }, limit) => (figure > limit ? `**${figure.toFixed(2)}**` : figure.toFixed(2));
  return {
    columns: ["", "limit", ...rows[0].figures.map(({ which }) => which)],
    rows: rows.map(({ kb, what, limit, figures }) => [`${kb} KB: ${what}`, `${limit} x`, ...figures.map((one) => told(one, limit))]),
  };
}

async function measured(shape, size, packed, browser, python) {
  const xml = message(shape, size);
  const base64 = Buffer.from(xml).toString("base64");
  const input = packed ? base64 : xml;
  const options = { now: Date.now(), signatures: false };
  const lastName = /Name="lastname".*?AttributeValue[^>]*>([^<]*)/.exec(xml)[1];
  const found = error31.check(input, options).messages[0].diagnostics.map(({ rule }) => rule).filter((rule) => rule !== "unlisted-attribute");
  if (found.length > 0) throw new Error(`${shape}: ${found}`);
  const runners = { error31: here(() => error31.check(input, options)) };
  const does = { error31: DOES };
  const peers = Object.entries(PEERS).filter(([, { packed: wants }]) => packed || !wants);
  for (const [name, { run, names, packed: wants, does: what }] of peers) {
    const asked = packed && !wants ? () => run(Buffer.from(base64, "base64").toString()) : () => run(input);
    same(name, names, await asked(), lastName);
    runners[name] = here(asked);
    does[name] = what;
  }
  await browser.hand(input);
  const inChromium = { "error31 in Chromium": "check", "DOMParser + XPath in Chromium": packed ? "xpath-base64" : "xpath" };
  for (const [name, what] of Object.entries(inChromium)) {
    same(name, true, (await browser.ask(what, 1)).gave, lastName);
    runners[name] = browser.runner(what);
  }
  does["error31 in Chromium"] = "the same";
  does["DOMParser + XPath in Chromium"] = "a document; the four attributes by XPath";
  if (python) {
    const path = file("message.txt");
    writeFileSync(path, input);
    for (const [name, { does: what }] of Object.entries(PYTHON)) {
      if (!packed && name === "python3-saml") continue;
      const asked = packed ? `${name}-base64` : name;
      same(name, true, (await python.ask(asked, path, 1)).gave, lastName);
      runners[`${name} in Python`] = python.runner(asked, path);
      does[`${name} in Python`] = what;
    }
  }
  return { figures: await race(runners), does, length: xml.length, named: peers.filter(([, { names }]) => names).map(([name]) => name) };
}

function same(name, names, gave, expected) {
  const one = Array.isArray(gave) ? gave[0] : gave;
  if (names && one !== expected) throw new Error(`${name} gave ${JSON.stringify(gave)}, not ${expected}`);
}
