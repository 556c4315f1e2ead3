// What was checked in this tab, for as long as it is open: to go back to, and to compare with.

import type { Comparison, Message } from "engine";
import type { RestartingEngine } from "../engine/engine";
import type { Receiver } from "../view/actions";
import { language } from "../words/words";
import type { Kept, State, Work } from "./state";

/** So many are kept; the oldest goes first. */
const MOST = 12;

/** The checks with the one of now, where a message of it is open. */
export function kept({ checks }: Pick<State, "checks">, now: Work, message: Message | undefined): readonly Kept[] {
  const { id, given: { input } } = now;
  if (!input || !message) return checks;
  const { error31: { verdict }, user, idp, xml } = message;
  const one: Kept = { id, work: { ...now, previous: undefined }, name: () => input.name(), verdict, user, idp: idp.id, xml };
  const rest = checks.filter((other) => other.id !== id);
  return [...rest, one].sort((a, b) => a.id - b.id).slice(-MOST);
}

/** The one before, if it is of the same user at the same identity provider: most likely the same sign-in, tried again. */
export function again(all: readonly Kept[], id: number): Kept | undefined {
  const at = all.findIndex((one) => one.id === id);
  const [now, before] = [all[at], all[at - 1]];
  return now && before && now.user !== undefined && now.user === before.user && now.idp === before.idp ? before : undefined;
}

/** Compares two of them, anew only where something changed. */
export class Against {
  private last: { key: unknown[]; comparison: Comparison | undefined } | undefined;

  constructor(private engine: RestartingEngine | undefined) {}

  compare(before: Kept, after: Kept, receiver: Receiver): Comparison | undefined {
    const key = [before.xml, after.xml, receiver, language()];
    if (this.last?.key.every((one, i) => one === key[i])) return this.last.comparison;
    const done = this.engine?.attempt((engine) => ({ comparison: engine.compare(before.xml, after.xml, { language: language(), serviceProvider: receiver }) }));
    const comparison = done && "comparison" in done ? done.comparison : undefined;
    this.last = { key, comparison };
    return comparison;
  }
}
