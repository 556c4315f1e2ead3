// Messages in shapes that were slow once: what a check, a ticket and the formatted message take, by size.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { head } from "./figures.mjs";
import { around } from "./messages.mjs";

const { check, pretty, ticket } = await import(pathToFileURL(join(process.env.E31_DIST, "package/error31.js")).href);

const SIZE = 1 << 20;
const times = (one, size = SIZE) => one.repeat(Math.ceil(size / one.length));
const counted = (one) => {
  let out = "";
  for (let n = 0; out.length < SIZE; n += 1) out += one(n);
  return out;
};
const attribute = (name, value) => `<Attribute Name="${name}"><AttributeValue>${value}</AttributeValue></Attribute>`;

const SHAPES = [
  ["Member Status, many times", around(times(attribute("MemberStatus", "x")))],
  ["names that stand in no table", around(counted((n) => attribute(`warehouse${n}`, "x")))],
  ["values of one attribute", around(`<Attribute Name="groups">${times("<AttributeValue>staff of the warehouse</AttributeValue>")}</Attribute>`)],
  ["numbers", around(attribute("groups", counted((n) => `${n} `)))],
  ["words", around(attribute("groups", counted((n) => `w${n.toString(36)} `)))],
  ["a long name", around(attribute(times("aB-"), "x"))],
  ["attributes without values", around(times('<Attribute Name="a"/>'))],
  ["elements, deep and many", `${"<d>".repeat(250)}${times("<a/>")}${"</d>".repeat(250)}`],
  ["elements, two levels", `<d>${times("<a><b/></a>")}</d>`],
];

head("shapes of a megabyte: check, ticket, formatted (and how many times as long)");
for (const [name, xml] of SHAPES) {
  const timed = (act) => {
    const start = performance.now();
    const made = act();
    return [made, `${Math.round(performance.now() - start)} ms`];
  };
  const [report, checked] = timed(() => check(xml, { now: 0 }));
  const [, ticketed] = timed(() => ticket(report, 0, { now: 0 }));
  const [formatted, took] = timed(() => pretty(xml));
  const longer = formatted ? ` (${(formatted.text.length / xml.length).toFixed(1)})` : "";
  console.log(`${name.padEnd(36)} ${checked.padStart(9)} ${ticketed.padStart(9)} ${took.padStart(9)}${longer}`);
}
