// The message after the fix: read as every input is, then held against the one before.

import type { Comparison, Options, Report } from "engine";
import type { Workers } from "../engine/background";
import type { Outcome, RestartingEngine } from "../engine/engine";
import { Reading, sourceOf, type About, type Progress, type Source } from "../engine/file-reading";
import { nameOf } from "../dom/visible";
import { language } from "../words/words";
import type { Receiver } from "../view/actions";
import type { After } from "../view/after-fix";

export interface AfterFix {
  name(): string;
  content: string | File;
}

export interface RetestHost {
  goesOn(now: Progress): void;
  ended(): void;
  /** It could not be read. */
  failed(after: AfterFix): void;
}

/** What came of one of them: it is being read, or this was found. */
interface Read {
  key: unknown[];
  reading?: Reading | undefined;
  progress?: Progress | undefined;
  report?: Report | undefined;
}

/** Read and compared anew only where something changed. */
export class Retest {
  private read: Read | undefined;
  private last: { key: unknown[]; comparison: Comparison | undefined } | undefined;

  constructor(private engine: RestartingEngine | undefined, private workers: Workers | undefined, private host: RetestHost) {}

  /**
   * The open message with the one after the fix, without list and answers, which tell of the time before it. Nothing where
   * nothing was given.
   */
  state(report: Report, open: number, after: AfterFix | undefined, receiver: Receiver, code: number | undefined): After | undefined {
    const { engine } = this;
    if (!after || !engine) return undefined;
    const key = [after, receiver, code, language()];
    const options: Options = { language: language(), serviceProvider: receiver, ...(code !== undefined && { code }) };
    if (!isSame(this.read?.key, key)) this.begin(engine, after, options, key);
    const { progress, report: other } = this.read ?? {};
    if (progress) return { name: after.name(), progress };
    return { name: after.name(), comparison: other && this.compare(engine, report, open, other, options) };
  }

  /** Ends the reading without a word; whether anything was being read. */
  leave(): boolean {
    const was = this.read?.reading !== undefined;
    this.read?.reading?.leave();
    this.read = undefined;
    return was;
  }

  private begin(engine: RestartingEngine, after: AfterFix, options: Options, key: unknown[]): void {
    this.leave();
    const read: Read = { key };
    this.read = read;
    const { content } = after;
    const source = typeof content === "string" ? sourceOf(content, engine) : ofFile(content);
    if (!source) {
      if (typeof content === "string") read.report = reportOf(engine.check(content, options));
      return;
    }
    read.reading = new Reading(engine, this.workers, source, options, {
      progress: (now) => {
        const isNew = read.progress?.onPage !== now.onPage;
        read.progress = now;
        if (isNew) this.host.ended();
        else this.host.goesOn(now);
      },
      ended: (outcome, about) => this.end(read, after, outcome, about),
    });
    read.progress = read.reading.now;
  }

  private end(read: Read, after: AfterFix, outcome: Outcome, about: About): void {
    read.reading = read.progress = undefined;
    if (about.unread.length > 0) return this.host.failed(after);
    read.report = reportOf(outcome);
    this.host.ended();
  }

  private compare(engine: RestartingEngine, report: Report, open: number, other: Report, options: Options): Comparison | undefined {
    const key = [report.messages[open]?.xml, other, options.serviceProvider, options.code];
    if (this.last && isSame(this.last.key, key)) return this.last.comparison;
    const done = other.messages.length > 0 && engine.attempt((one) => ({ comparison: one.compareAfter(report, open, other, options) }));
    const comparison = done && "comparison" in done ? done.comparison : undefined;
    this.last = { key, comparison };
    return comparison;
  }
}

function reportOf(outcome: Outcome): Report | undefined {
  return "report" in outcome ? outcome.report : undefined;
}

function ofFile(file: File): Source {
  return { blobs: [file], names: [nameOf(file)], more: false, isText: false };
}

function isSame(one: unknown[] | undefined, other: unknown[]): boolean {
  return one !== undefined && other.every((part, i) => part === one[i]);
}
