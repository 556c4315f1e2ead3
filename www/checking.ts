// What a check came to: at once for text and bytes, little by little for files.

import type { Choices, Message, Options, Report, Ticket } from "engine";
import type { Outcome, RestartingEngine } from "./engine";
import { isFiles, type Files, type Input } from "./input";
import { Reading, type About, type Progress } from "./reading";
import { language } from "./words";
import type { Receiver } from "./view/actions";
import { telling } from "./view/messages";

export interface Listener {
  /** Files are being read; `whole` says whether more than the numbers changed. */
  goesOn(now: Progress, whole: boolean): void;
  ended(editing: boolean): void;
}

/** What files came to, so that undoing an edit does not read them again. */
interface Kept {
  files: Files;
  receiver: Receiver;
  outcome: Outcome;
  about: About;
}

export class Checking {
  report: Report | undefined;
  about: About | undefined;
  /** Where the engine stopped, if it did. */
  stopped: string | undefined;
  /** How far the reading of files is, while they are read. */
  progress: Progress | undefined;
  /** The message that is shown; none at first while files are read. */
  open: number | undefined;
  /** How long the last check took, in milliseconds. */
  took = 0;
  private options: Options = {};
  private reading: Reading | undefined;
  private kept: Kept | undefined;

  constructor(private engine: RestartingEngine | undefined, private listener: Listener) {}

  get message(): Message | undefined {
    return this.open === undefined ? undefined : this.report?.messages[this.open];
  }

  /** `open` is the message that was open before the same was checked again. */
  check(content: Input["content"] | undefined, receiver: Receiver, editing: boolean, open?: number): void {
    this.leave();
    this.clear();
    if (content !== undefined && this.engine) {
      this.options = { language: language(), serviceProvider: receiver };
      if (isFiles(content)) return this.read(this.engine, content, this.options, receiver, open);
      const start = performance.now();
      this.conclude(this.engine.check(content, this.options));
      this.took = performance.now() - start;
    }
    this.open = open ?? (this.report && telling(this.report));
    this.listener.ended(editing);
  }

  /** Makes a ticket of the open message; undefined where there is none, or the engine stops. */
  ticket(choices: Choices): Ticket | undefined {
    const { engine, report, open, options } = this;
    if (!engine || !report || open === undefined) return undefined;
    const outcome = engine.attempt((one) => ({ made: one.ticket(report, open, options, choices) }));
    return "made" in outcome ? outcome.made : undefined;
  }

  /** Ends the reading of files, if any are read; what was found stays. */
  stop(): boolean {
    if (!this.reading) return false;
    this.reading.stop();
    return true;
  }

  /** Ends the reading of files without a word. */
  leave(): void {
    this.reading?.leave();
    this.reading = undefined;
  }

  private clear(): void {
    this.report = this.about = this.stopped = this.progress = this.open = undefined;
  }

  private conclude(outcome: Outcome): void {
    if ("report" in outcome) this.report = outcome.report;
    else this.stopped = outcome.stopped.place;
  }

  private read(engine: RestartingEngine, files: Files, options: Options, receiver: Receiver, open: number | undefined): void {
    const { kept } = this;
    if (kept?.files === files && kept.receiver === receiver) return this.end(kept.outcome, kept.about, open);
    this.reading = new Reading(engine, files, options, {
      progress: (now) => {
        const whole = this.progress?.report.messages.length !== now.report.messages.length;
        this.progress = now;
        this.report = now.report;
        if (open !== undefined && open < now.report.messages.length) this.open ??= open;
        this.listener.goesOn(now, whole);
      },
      ended: (outcome, about) => {
        this.kept = "report" in outcome ? { files, receiver, outcome, about } : undefined;
        this.end(outcome, about, open);
      },
    });
  }

  private end(outcome: Outcome, about: About, open: number | undefined): void {
    const shown = this.open;
    this.reading = undefined;
    this.clear();
    this.about = about;
    this.conclude(outcome);
    this.open = shown ?? open ?? (this.report && telling(this.report));
    this.listener.ended(false);
  }
}
