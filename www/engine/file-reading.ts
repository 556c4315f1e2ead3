// Reads files one after the other, or one text, and tells what is found while it goes on.

import type { Message, Options, OverviewInput, Report } from "engine";
import { Background, type Workers } from "./background";
import type { Outcome, RestartingEngine } from "./engine";
import { isFiles, type Input } from "../input/input";
import { holding, join, type Part } from "./join-reports";
import { readSlices } from "./slices";
import { usersOf, UsersSoFar, type Users } from "./users";

/** How far the reading is. */
export interface Progress {
  done: number;
  total: number;
  /** Milliseconds since it began. */
  took: number;
  /** What was found so far. */
  report: Report;
  /** Whether it is read on the page, which can't answer meanwhile. */
  onPage: boolean;
  /** The same by user, where there are several. */
  users: Users | undefined;
}

/** What is read: files, or a text that was pasted. */
export interface Source {
  blobs: readonly Blob[];
  /** One for each. */
  names: readonly string[];
  /** Whether files were left out. */
  more: boolean;
  /** Text, whose declared charset is ignored. */
  isText: boolean;
}

/** What is to be told about the files, besides what stands in them. */
export interface About {
  /** Files in which nothing was found, and what they were taken for. */
  nothing: { name: string; title: string }[];
  /** Files that could not be read. */
  unread: string[];
  /** Whether files were left out. */
  more: boolean;
  /** Whether no worker started, so that it was read on the page. */
  onPage: boolean;
  /** What was found, by user, where there are several. */
  users?: Users | undefined;
  /** So many bytes were read when the reader stopped it. */
  stoppedAt?: number;
}

export interface ReadingEvents {
  progress(now: Progress): void;
  ended(outcome: Outcome, about: About): void;
}

/** A text of more than this would be felt as a pause of the page, in UTF-16 units or bytes. */
const LONG = 1 << 18;

/** So much of an input tells whether it is a capture. */
const HEAD = 1 << 12;

/** Told after so much time and then at most so often, in milliseconds. */
const PACE = 150;

/** How it is read little by little; undefined for a short message, which is checked at once. */
export function sourceOf(content: Input["content"], engine: RestartingEngine): Source | undefined {
  if (isFiles(content)) return { blobs: content.files, names: content.names, more: content.more, isText: false };
  const told = content.length <= LONG && engine.attempt((running) => ({ is: running.isCapture(content.slice(0, HEAD)) }));
  if (told && "is" in told && !told.is) return undefined;
  return { blobs: [new Blob([content as BlobPart])], names: [""], more: false, isText: typeof content === "string" };
}

export class Reading {
  private parts: Part[] = [];
  private inputs: OverviewInput[] = [];
  private found: Message[] = [];
  private about: About;
  private background: Background | undefined;
  private before = 0;
  private done = 0;
  private told = 0;
  private over = false;
  /** What is told when its time has come, where nothing comes before that. */
  private due: ReturnType<typeof setTimeout> | undefined;
  private readonly began = performance.now();
  private readonly users: UsersSoFar;
  private readonly total: number;

  /** Without workers all is read on the page. */
  constructor(
    private engine: RestartingEngine, workers: Workers | undefined, private source: Source, private options: Options, private events: ReadingEvents,
  ) {
    this.total = source.blobs.reduce((sum, file) => sum + file.size, 0);
    this.background = workers && new Background(workers);
    this.users = new UsersSoFar(engine, options.language ?? "en");
    this.about = { nothing: [], unread: [], more: source.more, onPage: false };
    this.tellSoon();
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
    clearTimeout(this.due);
    this.background?.leave();
  }

  private async run(): Promise<void> {
    for (const [i, file] of this.source.blobs.entries()) {
      const outcome = await this.one(file);
      if (this.over) return;
      if (outcome && "stopped" in outcome) return this.end(outcome);
      this.add(this.source.names[i] ?? "", outcome?.report);
      this.before += file.size;
      this.step(0, []);
    }
    this.end({ report: this.whole() });
  }

  /** With what is seen only over all files. */
  private whole(): Report {
    const report = this.report();
    if (!this.isSeveral) return report;
    const notices = report.notices.filter(({ kind }) => kind !== "two-classes");
    const told = this.engine.attempt((engine) => ({ classes: engine.twoClasses(report.messages, report.language) }));
    if ("classes" in told && told.classes) notices.push(told.classes);
    return { ...report, notices };
  }

  /** In a worker where there is one, else in slices on the page; undefined where it can't be read. */
  private async one(file: Blob): Promise<Outcome | undefined> {
    const { source: { isText }, options } = this;
    const step = (done: number, messages: Message[]) => this.step(done, messages);
    if (!await isThere(file) || this.over) return undefined;
    const outcome = await this.background?.read(file, isText, options, step);
    if (outcome || this.over) return outcome;
    this.about.onPage = true;
    return readSlices(this.engine, file, options, step, isText, () => this.over);
  }

  private add(name: string, report: Report | undefined): void {
    this.found = [];
    this.inputs.push({ name, ...(report && { report }) });
    if (!report) this.about.unread.push(name);
    else this.parts.push({ name, report });
    if (report?.problem && this.isSeveral) this.about.nothing.push({ name, title: report.problem.title });
  }

  private step(done: number, messages: Message[]): void {
    if (this.over) return;
    this.done = this.before + done;
    this.found.push(...messages);
    this.tellSoon();
  }

  /** How far it is. */
  get now(): Progress {
    const took = performance.now() - this.began;
    return { done: this.done, total: this.total, took, report: this.report(), onPage: this.about.onPage, users: this.users.of(() => this.allInputs()) };
  }

  private tellSoon(): void {
    const left = PACE - (performance.now() - this.began - this.told);
    if (left <= 0) this.tell();
    else this.due ??= setTimeout(() => this.tell(), left);
  }

  private tell(): void {
    clearTimeout(this.due);
    this.due = undefined;
    const { now } = this;
    this.told = now.took;
    this.events.progress(now);
  }

  private end(outcome: Outcome): void {
    this.leave();
    this.about.users = usersOf(this.allInputs(), this.engine, this.options.language ?? "en");
    this.events.ended(outcome, this.about);
  }

  private get isSeveral(): boolean {
    return this.source.blobs.length > 1;
  }

  private report(): Report {
    const now = this.current;
    return join(now ? [...this.parts, now] : this.parts, this.isSeveral, this.empty);
  }

  private allInputs(): OverviewInput[] {
    const now = this.current;
    return now ? [...this.inputs, now] : this.inputs;
  }

  /** What was found in the file that is being read. */
  private get current(): Part | undefined {
    if (this.found.length === 0) return undefined;
    return { name: this.source.names[this.inputs.length] ?? "", report: { ...this.empty, messages: [...this.found] } };
  }

  private get empty(): Report {
    return holding([], this.engine.version, this.options.language ?? "en");
  }
}

/** Whether a file has neither vanished nor been closed to us: a worker could not tell that from being refused. */
async function isThere(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
