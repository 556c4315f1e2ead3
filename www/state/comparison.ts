// The message after the fix, held against the one before.

import type { Comparison, Report } from "engine";
import type { RestartingEngine } from "../engine/engine";
import { language } from "../words/words";
import type { Receiver } from "../view/actions";

export interface AfterFix {
  name(): string;
  content: string | Uint8Array;
}

/** Compared anew only where something changed. */
export class Retest {
  private last: { key: unknown[]; comparison: Comparison | undefined } | undefined;

  constructor(private engine: RestartingEngine | undefined) {}

  /**
   * The open message with the one after the fix, without list and answers, which tell of the time before it. Nothing where
   * there is no message.
   */
  compare(report: Report, open: number, after: AfterFix | undefined, receiver: Receiver): Comparison | undefined {
    if (!after || !this.engine) return undefined;
    const key = [report.messages[open]?.xml, after, receiver, language()];
    if (this.last?.key.every((one, i) => one === key[i])) return this.last.comparison;
    const done = this.engine.attempt((engine) =>
      ({ comparison: engine.compareAfter(report, open, after.content, { language: language(), serviceProvider: receiver }) }));
    const comparison = "comparison" in done ? done.comparison : undefined;
    this.last = { key, comparison };
    return comparison;
  }
}

/** A file as it is compared; undefined where it can't be read. */
export async function readAfterFix(file: File): Promise<AfterFix | undefined> {
  try {
    return { name: () => file.name, content: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return undefined;
  }
}
