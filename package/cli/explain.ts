// `error31 explain`: what the tables and rules know of an id, whatever kind it is of.

import { reference, type ReferenceEntry, type ReferenceKind } from "error31";
import { t } from "../../www/words/words";
import { Drawing } from "./drawing";
import { WrongUse } from "./ends";
import type { Ink } from "./ink";

interface Found extends ReferenceEntry {
  kind: ReferenceKind;
}

/** All entries of these ids, of every kind that has one; throws `WrongUse` where there is none. */
export function entries(ids: string[], language: string): Found[] {
  const all = reference(language).sections.flatMap(({ kind, entries }) => entries.map((entry): Found => ({ kind, ...entry })));
  return ids.flatMap((id) => {
    const wanted = id.trim().toLowerCase();
    const found = all.filter((entry) => [entry.id, entry.also, `${entry.kind}=${entry.id}`].some((one) => one?.toLowerCase() === wanted));
    if (found.length > 0) return found;
    const near = all.filter((entry) => wanted !== "" && entry.id.toLowerCase().includes(wanted)).map((entry) => entry.id);
    const kinds = [...new Set(all.map(({ kind }) => kind))].join(", ");
    throw new WrongUse(`nothing is known of “${id}”${near.length > 0 ? `; there are: ${[...new Set(near)].slice(0, 8).join(", ")}` : `; there are ids of each ${kinds}`}`);
  });
}

export function drawn(found: Found[], ink: Ink): string {
  const draw = new Drawing(ink);
  for (const { kind, id, title, facts, sources } of found) {
    draw.heading(`**${title}**`);
    draw.line(ink.tone("dim", `${kind} ${id}`));
    draw.gap();
    for (const { name, text } of facts) draw.named(name, text, "");
    draw.named(t("source"), sources.map(({ url, note }) => (note === undefined ? url : `${url} (${note})`)).join(", "), "");
  }
  return draw.text();
}
