// What comes in besides the message: the user list, what the reader found at Webex, the message after the fix.

import type { Account, Answers, Check, Report } from "engine";
import { nameOf } from "../dom/visible";
import { LONGEST, metadataOpener, MOST, partMetadata, seemsMetadata, summary, type Metadata } from "../engine/metadata";
import { listOpener, type ListSource, type UserList } from "../engine/list-reading";
import type { Workers } from "../engine/background";
import { Retest, type AfterFix } from "./comparison";
import { goTo, toTop } from "../dom/elements";
import { plain } from "../dom/markup";
import type { RestartingEngine } from "../engine/engine";
import type { Given } from "./given";
import type { Files, Input } from "../input/input";
import { Lists } from "./user-list";
import { language, t } from "../words/words";
import type { Actions, Choices } from "../view/actions";
import { AFTER, type After } from "../view/after-fix";
import { ordered } from "../view/checks";
import { updateProgress } from "../view/progress";
import type { Published } from "../view/metadata";
import type { ListState } from "../view/user-list";

/** What the page has, and what it does with what comes in. */
export interface InputsHost {
  readonly given: Given;
  readonly choices: Choices;
  /** What can be looked up about the open message, or about the answer of Webex alone. */
  readonly checks: Check[];
  /** What the list says of the user of the open message. */
  readonly account: Account | undefined;
  /** The same message with something else that is known about it; `undo` tells what can be brought back. */
  change(given: Given, undo?: () => string): void;
  /** Only what is drawn has changed. */
  redraw(given: Given): void;
  notice(text: string): void;
  /** For the live region alone. */
  say(text: string): void;
  choose(change: Partial<Choices>): void;
}

/** Among more files than this no metadata is looked for. */
const FEW = 20;

/** The question beside which fields are named. */
const OTHER_FIELDS = "other-fields";

type OwnActions = Pick<Actions, "openList" | "openMetadata" | "removeMetadata" | "removeList" | "cancelList" | "columns" | "answer" | "licencesBought" | "required" | "contexts" | "after" | "cancelAfter">;

export class SideInputs {
  private lists: Lists;
  private retest: Retest;
  /** Whether the reader waits for the message after the fix. */
  private isAwaited = false;
  private file = listOpener((file) => this.lists.file(file));
  /** What is said of each file of metadata, in the language that it was said in. */
  private summaries = new WeakMap<Metadata, Published & { language: string }>();
  private publishedFiles = metadataOpener((files) => void this.takeMetadata(files));

  constructor(private engine: RestartingEngine | undefined, workers: Workers | undefined, private host: InputsHost) {
    this.retest = new Retest(engine, workers, {
      goesOn: (now) => updateProgress(now, AFTER),
      ended: () => this.show(),
      failed: (after) => this.loseAfter(after),
    });
    this.lists = new Lists(engine, {
      begun: () => host.redraw(host.given),
      read: (list) => this.join(list),
      failed: (source) => this.lose(source),
    });
    document.body.append(this.file.element, this.publishedFiles.element);
  }

  /** Takes a text that is a user list, or metadata for the message that is there; false where it is neither. */
  takes({ content, name }: Input): boolean {
    if (typeof content !== "string") return false;
    const one = { name, bytes: new TextEncoder().encode(content) };
    if (this.host.given.input && this.engine && seemsMetadata(content) && summary(one, this.engine, "en")) {
      this.publish([one]);
      return true;
    }
    if (!this.lists.isList(content)) return false;
    this.lists.take({ name, content: new Blob([content]), mapping: {} });
    return true;
  }

  /** Takes the user lists among the files, and metadata that comes to a message or with one; gives the others. */
  async part(files: Files): Promise<Files> {
    const left = await this.lists.part(files);
    if (!this.engine || left.files.length === 0 || left.files.length > FEW) return left;
    const { taken: metadata, rest } = await partMetadata(left, this.engine);
    if (metadata.length === 0 || (!this.host.given.input && rest.files.length === 0)) return left;
    this.publish(metadata);
    return rest;
  }

  /** What there is to draw of metadata. */
  get published(): Published[] {
    return this.host.given.metadata.map((one) => {
      const of = language();
      const known = this.summaries.get(one);
      if (known?.language === of) return known;
      const told = { name: one.name(), language: of, summary: this.engine && summary(one, this.engine, of) };
      if (told.summary) this.summaries.set(one, told);
      return told;
    });
  }

  private async takeMetadata(files: File[]): Promise<void> {
    if (!this.engine) return;
    const { taken: metadata, rest } = await partMetadata({ files, names: files.map(nameOf), more: false }, this.engine);
    if (metadata.length > 0) this.publish(metadata);
    const [other] = rest.files;
    if (other) this.host.notice(t("metadata-none", { name: other.name }));
  }

  /** Joins what is there; the newest are kept, each once. */
  private publish(metadata: Metadata[]): void {
    const { given } = this.host;
    const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);
    const before = given.metadata.filter((one) => !metadata.some(({ bytes }) => isSame(bytes, one.bytes)));
    const all = [...before, ...metadata].slice(-MOST);
    while (all.length > 1 && all.reduce((sum, { bytes }) => sum + bytes.length, 0) > LONGEST) all.shift();
    this.host.change({ ...given, metadata: all });
    this.host.notice(t("metadata-read", { name: metadata.map((one) => one.name()).join(", ") }));
  }

  /** Reads the list anew where the engine does not hold it. */
  keep(): void {
    this.lists.keep(this.host.given.list);
  }

  /** The list that is being read. */
  get reading(): ListSource | undefined {
    return this.lists.source;
  }

  /** Goes on with a list that was being read. */
  resume(source: ListSource | undefined): void {
    if (source) this.lists.take(source);
  }

  /** Ends the reading of a list without a word. */
  leave(): void {
    this.lists.leave();
    this.retest.leave();
  }

  /** Ends the reading of a list, if one is read, where the one before stays, or of the message after the fix. */
  stop(): boolean {
    if (!this.lists.leave()) return this.stopAfter();
    this.host.redraw(this.host.given);
    this.host.notice(t("list-stopped"));
    return true;
  }

  /** What there is to draw of the list. */
  get list(): ListState | undefined {
    return this.lists.state(this.host.given.list);
  }

  after(report: Report, open: number): After | undefined {
    const { after, receiver, code } = this.host.given;
    return this.retest.state(report, open, after, receiver, code);
  }

  readonly actions: OwnActions = {
    openList: () => this.file.open(),
    openMetadata: () => this.publishedFiles.open(),
    removeMetadata: (index) => this.host.change({ ...this.host.given, metadata: this.host.given.metadata.filter((_, i) => i !== index) }, () => t("metadata-removed")),
    removeList: () => this.host.change({ ...this.host.given, list: undefined }, () => t("list-removed")),
    cancelList: () => this.stop(),
    columns: (mapping) => this.host.given.list && this.lists.take({ ...this.host.given.list, mapping }),
    answer: (question, answer) => this.answer(question, answer),
    licencesBought: (number) => this.answer("licences-bought", number),
    required: (required) => {
      this.hold(OTHER_FIELDS);
      this.host.change({ ...this.host.given, required });
    },
    contexts: (contexts) => this.host.change({ ...this.host.given, contexts }),
    after: (given) => this.compare(given),
    cancelAfter: () => this.stopAfter(),
  };

  /** A list that was read joins what is open; the one before can be brought back. */
  private join(list: UserList): void {
    const { given } = this.host;
    const isNew = given.list?.content !== list.content;
    const replaces = given.list !== undefined && isNew;
    /** What came of it, which can stand below the fold. */
    const told = (words: string) => {
      const { account } = this.host;
      return account ? `${words.replace(/\.$/, "")}. ${plain(account.title)}` : words;
    };
    this.host.change({ ...given, list }, replaces ? () => told(t("list-replaced")) : undefined);
    if (isNew) toTop();
    const read = told(t("list-read", { name: list.name() }));
    if (isNew && !replaces && this.host.account) this.host.notice(read);
    else this.host.say(read);
  }

  private lose(source: ListSource): void {
    const { given } = this.host;
    const isHeld = given.list?.content === source.content;
    this.host.redraw(isHeld ? { ...given, list: undefined } : given);
    this.host.notice(t("unreadable-file", { name: source.name() }));
  }

  private answer(question: string, answer: string | number | undefined): void {
    const { given } = this.host;
    const key = question.replace(/-./g, (dash) => dash.slice(1).toUpperCase());
    this.hold(question);
    const { [key as keyof Answers]: _, ...rest } = given.answers;
    const required = question === OTHER_FIELDS && answer !== "missing" ? [] : given.required;
    this.host.change({ ...given, required, answers: answer === undefined ? rest : { ...rest, [key]: answer } });
  }

  /** What is answered stays where it was while the focus is in it. */
  private hold(question: string): void {
    const { checks, choices } = this.host;
    const asked = checks.find((check) => check.question?.id === question || (question === "licences-bought" && check.question?.number));
    if (asked) this.host.choose({ held: { cause: asked.cause, order: ordered(checks, choices).map(({ cause }) => cause) } });
  }

  private compare(given: string | File | undefined): void {
    const name = () => (given instanceof File ? given.name : t("pasted"));
    this.setAfter(given === undefined ? undefined : { name, content: given });
    this.isAwaited = given !== undefined && goTo("compared");
  }

  private setAfter(after: AfterFix | undefined): void {
    this.isAwaited = false;
    this.host.redraw({ ...this.host.given, after });
  }

  /** What was read is drawn, and led to where the reader has just given it. */
  private show(): void {
    this.host.redraw(this.host.given);
    if (this.isAwaited) goTo("compared");
  }

  private stopAfter(): boolean {
    if (!this.retest.leave()) return false;
    this.setAfter(undefined);
    this.host.notice(t("after-stopped"));
    return true;
  }

  private loseAfter({ name }: AfterFix): void {
    this.setAfter(undefined);
    this.host.notice(t("unreadable-file", { name: name() }));
  }
}
