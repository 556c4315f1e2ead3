// What a check came to: at once for a short message, little by little for files, captures and long texts.

import type { Answers, Comparison, TicketChoices, Message, Options, Report, Ticket } from "engine";
import type { UserList } from "../engine/list-reading";
import type { Metadata } from "../engine/metadata";
import type { Outcome, RestartingEngine } from "../engine/engine";
import { isFiles, type Input } from "../input/input";
import type { Alone } from "../handover/har";
import type { Workers } from "../engine/background";
import { Reading, sourceOf, type About, type Progress, type Source } from "../engine/file-reading";
import { language } from "../words/words";
import { usersOf, type Users } from "../engine/users";
import type { Provider, Receiver } from "../view/actions";
import { telling } from "../view/messages";

/** What changed while files are read: how far it is, also how much is found, or anything. */
export type Change = "numbers" | "rows" | "all";

export interface CheckingEvents {
  /** Something is being read. */
  goesOn(now: Progress, change: Change): void;
  ended(editing: boolean): void;
}

/** What is checked, and what is known besides. */
export interface Subject {
  content: Input["content"] | undefined;
  receiver: Receiver;
  /** The code that the reader chose. */
  code: number | undefined;
  /** The code that the address names; Webex’s answer counts before it. */
  linkedCode: number | undefined;
  provider: Provider;
  list?: UserList | undefined;
  metadata: readonly Metadata[];
  required: readonly string[];
  contexts: string;
  answers: Answers;
}

/** What came of an input that is read little by little, so that nothing else that changes makes it be read again. */
interface Kept {
  content: Input["content"];
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
  /** How long the last check took, in milliseconds. */
  took = 0;
  private opened: number | undefined;
  private ownUsers: Users | undefined;
  private subject: Subject | undefined;
  private reading: Reading | undefined;
  private kept: Kept | undefined;

  constructor(private engine: RestartingEngine | undefined, private workers: Workers | undefined, private events: CheckingEvents) {}

  /** The message that is shown; none at first while files are read. */
  get open(): number | undefined {
    return this.opened;
  }

  get message(): Message | undefined {
    return this.opened === undefined ? undefined : this.report?.messages[this.opened];
  }

  /** What was found by user, where there are several. */
  get users(): Users | undefined {
    return this.progress?.users ?? this.about?.users ?? this.ownUsers;
  }

  show(index: number | undefined): void {
    this.opened = index;
    this.settle();
    this.foresee();
  }

  /** `open` is the message that was open before the same was checked again. */
  check(subject: Subject, editing: boolean, open?: number): void {
    const { content, receiver } = subject;
    this.leave();
    this.clear();
    this.subject = subject;
    if (content !== undefined && this.engine) {
      const { kept } = this;
      if (kept?.content === content && kept.receiver === receiver) return this.end(kept.outcome, kept.about, editing, open);
      const source = sourceOf(content, this.engine);
      if (source) return this.read(this.engine, content, source, receiver, editing, open);
      if (!isFiles(content)) this.atOnce(this.engine, content);
    }
    this.opened = open ?? (this.report && telling(this.report));
    this.foresee();
    this.events.ended(editing);
  }

  /** Makes a ticket of the open message; undefined where there is none, or the engine stops. */
  ticket(choices: TicketChoices): Ticket | undefined {
    const { engine, report, open } = this;
    if (!engine || !report || open === undefined) return undefined;
    const outcome = engine.attempt((one) => ({ made: one.ticket(report, open, this.options(true), choices) }));
    return "made" in outcome ? outcome.made : undefined;
  }

  /** These messages of the report without the people in them; undefined where the engine stops. */
  redacted(alone: Alone, choices: TicketChoices): Alone | undefined {
    const { engine, report } = this;
    const done = report && engine?.attempt((one) => ({ made: one.redact({ ...report, ...alone }, this.options(true), choices) }));
    return done && "made" in done ? done.made.report : undefined;
  }

  /** Compares two messages of the report, without what the reader knows besides; undefined where the engine stops. */
  compare(before: number, after: number): Comparison | undefined {
    const { engine, report } = this;
    const done = report && engine?.attempt((one) => ({ compared: one.compareMessages(report, before, after, this.options(false)) }));
    return done && "compared" in done ? done.compared : undefined;
  }

  /** Ends the reading of files, if any are read; what was found stays. */
  stop(): boolean {
    if (!this.reading) return false;
    this.reading.stop();
    return true;
  }

  /** What was read and kept is not taken for an answer any more. */
  forget(): void {
    this.kept = undefined;
  }

  /** Ends the reading of files without a word. */
  leave(): void {
    this.reading?.leave();
    this.reading = undefined;
  }

  private options(whole: boolean): Options {
    const { receiver, code, linkedCode, provider, list, metadata, required, contexts, answers } = this.subject ?? {};
    const options: Options = { language: language() };
    if (receiver) options.serviceProvider = receiver;
    if (whole && code !== undefined) options.code = code;
    if (whole && linkedCode !== undefined) options.linkedCode = linkedCode;
    if (whole && provider) options.identityProvider = provider;
    if (whole && metadata) options.metadata = metadata.map(({ bytes }) => bytes);
    if (whole && list) options.accounts = list.accounts;
    if (whole && required) options.required = [...required];
    if (whole && contexts) options.authnContexts = contexts;
    if (whole && answers) options.answers = answers;
    return options;
  }

  private clear(): void {
    this.report = this.about = this.stopped = this.progress = this.opened = this.ownUsers = undefined;
  }

  private conclude(outcome: Outcome): void {
    if ("report" in outcome) this.report = outcome.report;
    else this.stopped = outcome.stopped.place;
  }

  private atOnce(engine: RestartingEngine, content: string | Uint8Array): void {
    const start = performance.now();
    this.conclude(engine.check(content, this.options(true)));
    this.took = performance.now() - start;
    this.ownUsers = this.report && usersOf([{ report: this.report }], engine, language());
  }

  private read(
    engine: RestartingEngine, content: Input["content"], source: Source, receiver: Receiver, editing: boolean, open: number | undefined,
  ): void {
    this.took = 0;
    this.reading = new Reading(engine, this.workers, source, this.options(false), {
      progress: (now) => {
        const { progress: before, opened } = this;
        this.progress = now;
        this.report = now.report;
        if (open !== undefined && open < now.report.messages.length) this.opened ??= open;
        this.settle();
        const isNew = opened !== this.opened || before?.report.observed.length !== now.report.observed.length || before.onPage !== now.onPage;
        const isSame = before?.report.messages.length === now.report.messages.length && before.users === now.users;
        this.events.goesOn(now, isNew ? "all" : isSame ? "numbers" : "rows");
      },
      ended: (outcome, about) => {
        this.kept = "report" in outcome ? { content, receiver, outcome, about } : undefined;
        this.end(outcome, about, editing, open);
      },
    });
  }

  private end(outcome: Outcome, about: About, editing: boolean, open: number | undefined): void {
    const shown = this.opened;
    this.reading = undefined;
    this.clear();
    this.about = about;
    this.conclude(outcome);
    this.opened = shown ?? open ?? (this.report && telling(this.report));
    this.settle();
    this.foresee();
    this.events.ended(editing);
  }

  /** What is read little by little is read without what the reader knows besides: the open one is judged with it. */
  private settle(): void {
    const { report, opened, message, engine, subject } = this;
    if (!report || !engine || !subject || !(this.reading ?? this.about)) return;
    const { code, linkedCode, provider, list, metadata, required, contexts, answers } = subject;
    if (code === undefined && linkedCode === undefined && !list && metadata.length === 0 && provider === "auto" && required.length === 0 && contexts === "" && Object.keys(answers).length === 0) return;
    if (report.messages.length === 0) return this.settleAlone(engine, report);
    if (opened === undefined || !message) return;
    this.judge(engine, report, opened);
  }

  /** Of many messages in one input the last are not judged with what is to be changed: the open one is. */
  private foresee(): void {
    const { report, opened, message, engine } = this;
    const isLate = message?.remedy && !message.remedy.preview && report && report.messages.length > 1;
    if (engine && isLate && opened !== undefined) this.judge(engine, report, opened);
  }

  private judge(engine: RestartingEngine, report: Report, opened: number): void {
    const outcome = engine.attempt((one) => ({ judged: one.judge(report, opened, this.options(true)) }));
    const judged = "judged" in outcome ? outcome.judged : undefined;
    if (judged) this.report = { ...report, messages: report.messages.map((one, i) => (i === opened ? judged : one)) };
  }

  /** The same for Webex's answer without a message. */
  private settleAlone(engine: RestartingEngine, report: Report): void {
    const outcome = engine.attempt((one) => ({ alone: one.judgeAlone(report, this.options(true)) }));
    const alone = "alone" in outcome ? outcome.alone : undefined;
    if (alone) this.report = { ...report, ...alone };
  }
}
