// What is made of a report, in units of one check.

import { target } from "../document.mjs";
import { message, withoutLastName } from "../messages.mjs";
import { error31 } from "../package.mjs";
import { here, race } from "../race.mjs";

const REASONS = {
  redact: "a cleaned report is a second report: the message is cleaned, judged again from the start, and held against the first, so that nothing is told that the first did not tell",
  ticket: "a ticket is written of a cleaned message, which is judged again from the start, as the reader of the ticket will",
  compare: "two messages are read and judged, then each name and value of one is held against the other's",
  remedy: "the message is judged once more with the change made, to say what it comes to, and where the change has several parts for each of them, to say which are enough",
};

export default async function part() {
  const sections = [];
  const targets = [];
  for (const kb of [8, 64]) {
    const options = { now: Date.now(), signatures: false };
    const whole = message("Okta", kb << 10);
    const faulty = withoutLastName("Okta", kb << 10);
    const of = (text) => error31.check(text, options);
    const [report, wrong] = [of(whole), of(faulty)];
    const runners = {
      "one check": [() => of(whole)],
      ticket: [() => error31.ticket(report, 0, options), "ticket"],
      "ticket of a message with a fault": [() => error31.ticket(wrong, 0, options), "ticket"],
      redact: [() => error31.redact(report, options), "redact"],
      compare: [() => error31.compare(faulty, whole, options), "compare"],
      "a check with a remedy and its preview": [() => of(faulty), "remedy"],
    };
    const figures = await race(Object.fromEntries(Object.entries(runners).map(([name, [run]]) => [name, here(run)])));
    const checks = (name) => figures[name].median / figures["one check"].median;
    sections.push({ heading: `Okta, ${(whole.length / 1024).toFixed(1)} KB`, table: { columns: ["", "median ms", "min", "max", "checks"],
      rows: Object.entries(figures).map(([name, { median, min, max }]) => [name, median, min, max, checks(name)]) } });
    for (const [name, [, reason]] of Object.entries(runners)) {
      if (reason) targets.push(target(`${kb} KB: ${name}`, checks(name), { most: 3, unit: "checks", reason: REASONS[reason] }));
    }
  }
  return { title: "What is made of a report, in checks", says: ["Each from the report of an XML message with nothing to mend, where no fault is named; a message with a fault has no last name."], sections, targets };
}
