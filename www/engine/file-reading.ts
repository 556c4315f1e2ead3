// Reads files one after the other, and tells what is found while it goes on.

import type { Message, Options, Report } from "engine";
import { Background, type Workers } from "./background";
import type { Outcome, RestartingEngine } from "./engine";
import type { Files } from "../input/input";
import { holding, join, type Part } from "./join-reports";
import { readSlices } from "./slices";

/** How far the reading is. */
export interface Progress {
  done: number;
  total: number;
  /** Milliseconds since it began. */
  took: number;
  /** What was found so far. */
  report: Report;
}

/** What is to be told about the files, besides what stands in them. */
export interface About {
  /** Files in which nothing was found, and what they were taken for. */
  nothing: { name: string; title: string }[];
  /** Files that could not be read. */
  unread: string[];
  /** Whether files were left out. */
  more: boolean;
  /** So many bytes were read when the reader stopped it. */
  stoppedAt?: number;
}

export interface ReadingEvents {
  progress(now: Progress): void;
  ended(outcome: Outcome, about: About): void;
}

/** A check of more than this would be felt as a pause of the page. */
const BIG = 4 << 20;

/** Told at most so often, in milliseconds. */
const PACE = 150;

export class Reading {
  private parts: Part[] = [];
  private found: Message[] = [];
  private about: About;
  private background: Background | undefined;
  private before = 0;
  private done = 0;
  private told = 0;
  private over = false;
  private readonly began = performance.now();
  private readonly total: number;

  /** Without workers all is read on the page. */
  constructor(
    private engine: RestartingEngine, workers: Workers | undefined, private files: Files, private options: Options, private events: ReadingEvents,
  ) {
    this.total = files.files.reduce((sum, file) => sum + file.size, 0);
    this.background = workers && new Background(workers);
    this.about = { nothing: [], unread: [], more: files.more };
    void this.run();
  }

  /** Ends it; what was found stays. */
  stop(): void {
    if (this.over) return;
    this.about.stoppedAt = this.done;
    this.end({ report: this.report() });
  }

  /** Ends it without a word. */
  leave(): void {
    this.over = true;
    this.background?.leave();
  }

  private async run(): Promise<void> {
    if (this.total > BIG) this.tell();
    for (const [i, file] of this.files.files.entries()) {
      const outcome = await this.one(file);
      if (this.over) return;
      if (outcome && "stopped" in outcome) return this.end(outcome);
      this.add(this.files.names[i] ?? file.name, outcome?.report);
      this.before += file.size;
      this.step(0, []);
    }
    this.end({ report: this.report() });
  }

  private async one(file: File): Promise<Outcome | undefined> {
    if (file.size > BIG) return this.big(file);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return this.over ? undefined : this.engine.check(bytes, this.options);
    } catch {
      return undefined;
    }
  }

  /** In a worker where there is one, else in slices on the page. */
  private async big(file: File): Promise<Outcome | undefined> {
    const step = (done: number, messages: Message[]) => this.step(done, messages);
    const outcome = await this.background?.read(file, this.options, step);
    return outcome ?? readSlices(this.engine, file, this.options, step, () => this.over);
  }

  private add(name: string, report: Report | undefined): void {
    this.found = [];
    if (!report) this.about.unread.push(name);
    else this.parts.push({ name, report });
    if (report?.problem && this.isSeveral) this.about.nothing.push({ name, title: report.problem.title });
  }

  private step(done: number, messages: Message[]): void {
    if (this.over) return;
    this.done = this.before + done;
    this.found.push(...messages);
    if (performance.now() - this.began - this.told >= PACE) this.tell();
  }

  private tell(): void {
    this.told = performance.now() - this.began;
    this.events.progress({ done: this.done, total: this.total, took: this.told, report: this.report() });
  }

  private end(outcome: Outcome): void {
    this.leave();
    this.events.ended(outcome, this.about);
  }

  private get isSeveral(): boolean {
    return this.files.files.length > 1;
  }

  private report(): Report {
    const empty = holding([], this.engine.version, this.options.language ?? "en");
    if (this.found.length === 0) return join(this.parts, this.isSeveral, empty);
    const name = this.files.names[this.parts.length + this.about.unread.length] ?? "";
    return join([...this.parts, { name, report: { ...empty, messages: [...this.found] } }], this.isSeveral, empty);
  }
}
