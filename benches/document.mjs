// Parts as data to Markdown: docs/benchmarks.md.

import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { ROUNDS } from "./race.mjs";

const number = (n) => (Math.abs(n) >= 1000 ? n.toFixed(0) : Math.abs(n) >= 10 ? n.toFixed(1) : n.toFixed(n === 0 ? 0 : Math.abs(n) < 1 ? 3 : 2));
const cell = (value) => (typeof value === "number" ? number(value) : value);

/** A table of figures: median, least, most, and how many times that of `base`. */
export function raced(figures, { base, does, unit = "ms" }) {
  const rows = Object.entries(figures).map(([name, { median, min, max }]) => [
    name, median, min, max, `${(median / figures[base].median).toFixed(2)} x`, ...(does ? [does[name] ?? ""] : []),
  ]);
  return { columns: ["", `median ${unit}`, "min", "max", `beside ${base}`, ...(does ? ["what it does"] : [])], rows };
}

/** A target and its figure; `reason` is told where it was missed. */
export function target(what, figure, { most, least, unit = "x", reason, beside = "" }) {
  const met = (most === undefined || figure <= most) && (least === undefined || figure >= least);
  return { what, figure, met, limit: most === undefined ? `≥ ${least} ${unit}` : `≤ ${most} ${unit}`, unit, reason, beside };
}

function tableOf({ columns, rows }) {
  const isRight = columns.map((_, at) => at > 0 && rows.every((row) => typeof row[at] === "number" || /^[-–+]?[\d.,]*( (x|%|MB|MiB|KB|kB|B|ms|s|MB\/s))?$/.test(row[at])));
  return [
    `| ${columns.join(" | ")} |`,
    `| ${isRight.map((right) => (right ? "---:" : "---")).join(" | ")} |`,
    ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
  ];
}

/** One part: its sections, each with what is said before and after its table. */
export function partOf({ title, says = [], sections }) {
  const lines = [`## ${title}`, ""];
  for (const line of says) lines.push(line, "");
  for (const { heading, before = [], table, after = [] } of sections) {
    if (heading) lines.push(`### ${heading}`, "");
    for (const line of before) lines.push(line, "");
    if (table) lines.push(...tableOf(table), "");
    for (const line of after) lines.push(line, "");
  }
  return lines;
}

/** Targets, the misses with their reasons. */
export function targetsOf(targets) {
  if (targets.length === 0) return [];
  const missed = targets.filter(({ met }) => !met);
  const figure = ({ figure: n, unit, beside }) => `${number(n)} ${unit}${beside ? ` (${beside})` : ""}`;
  const rows = targets.map((one) => [one.what, one.limit, figure(one), one.met ? "reached" : "**missed**"]);
  const reasons = new Map();
  for (const { what, reason } of missed) reasons.set(reason, [...(reasons.get(reason) ?? []), what]);
  return [
    ...tableOf({ columns: ["what", "to reach", "measured", ""], rows }), "",
    `${targets.length - missed.length} of ${targets.length} reached.${missed.length ? " Missed, and why:" : ""}`, "",
    ...[...reasons].map(([reason, whats]) => `* ${whats.join("; ")}: ${reason}`), ...(missed.length ? [""] : []),
  ];
}

/** The whole file. */
export function documentOf(parts, { loads, minutes }) {
  const versions = Object.entries(Object.assign({}, ...parts.map((part) => part.versions)));
  const busy = loads.toSorted((a, b) => a - b)[loads.length >> 1];
  const shared = busy > 1.5 ? ` The machine was shared while this ran: its load average was ${busy.toFixed(1)} in the median of the parts; look at the ratios and the least times rather than at the medians.` : "";
  return `${[
    "# Speed, measured beside the others in one run", "",
    `Written by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}, in ${minutes.toFixed(0)} minutes: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node.js ${process.versions.node}.${shared}`, "",
    `Where nothing else is said: medians of ${ROUNDS} rounds in which each takes its turn after it was warmed up; a batch of calls takes 12 ms or one call. Same input for all; what each does less or more stands beside it.`, "",
    `Versions: ${versions.toSorted(([a], [b]) => a.localeCompare(b)).map(([name, version]) => `${name} ${version}`).join(", ")}.`, "",
    "## What was to be reached, and what is", "",
    ...targetsOf(parts.flatMap((part) => part.targets)),
    ...parts.flatMap(partOf),
    readFileSync(new URL("tried.md", import.meta.url), "utf8"),
  ].join("\n").trimEnd()}\n`;
}
