// The npm package: the engine with its wasm inside.

import type {
  Accounts, AccountsOptions, Alone, Comparison, Error31Guide, Message, MetadataSummary, Notice, Options, Overview, OverviewInput, Pretty, Redacted, Reference, Report, StatusGuide, Ticket, TicketChoices,
} from "engine";
import packed from "../target/engine/engine.wasm.gz";
import { RestartingEngine, type Outcome } from "../www/engine/engine";
import { bytesOf, inflate } from "../www/engine/module";
import { readPieces } from "../www/engine/slices";
import { isScannable, piecesOf, type Scannable } from "./source";

let engine: RestartingEngine | undefined;

export async function init(): Promise<void> {
  engine ??= new RestartingEngine(await WebAssembly.compile(await inflate(packed)));
}

export function check(input: Uint8Array | string, options?: Options): Report {
  return reportOf(started().check(input, options), options);
}

export async function scan(input: Scannable, options: Options = {}, onMessage?: (message: Message, done: number) => void): Promise<Report> {
  if (!isScannable(input)) return check(input, options);
  let told = 0;
  let size = 0;
  const tell = (done: number, messages: Message[]) => {
    size = done;
    told += messages.length;
    for (const message of messages) onMessage?.(message, done);
  };
  const outcome = await readPieces(started(), piecesOf(input), options, tell, typeof input === "string", () => false);
  const report = outcome ? reportOf(outcome, options) : check("", options);
  tell(size, report.messages.slice(told));
  return report;
}

export function judge(report: Report, index: number, options?: Options): Message | undefined {
  const outcome = started().attempt((engine) => ({ judged: engine.judge(report, index, options) }));
  return "judged" in outcome ? outcome.judged : undefined;
}

export function judgeAlone(report: Report, options?: Options): Alone | undefined {
  return started().call((engine) => engine.judgeAlone(report, options));
}

export function ticket(report: Report, index: number, options?: Options, choices?: TicketChoices): Ticket | undefined {
  const outcome = started().attempt((engine) => ({ made: engine.ticket(report, index, options, choices) }));
  return "made" in outcome ? outcome.made : undefined;
}

export function redact(report: Report, options?: Options, choices?: TicketChoices): Redacted {
  const outcome = started().attempt((engine) => engine.redact(report, options, choices));
  return "report" in outcome ? outcome : { report: reportOf(outcome, options), receipt: { removed: [], total: 0, same: false, differs: [] } };
}

export function version(): string {
  return started().version;
}

export function factsDate(): string {
  return started().factsDate;
}

export function pretty(xml: string): Pretty | undefined {
  return started().pretty(xml);
}

export function loadAccounts(input: Uint8Array | string, options?: AccountsOptions): Accounts {
  return started().call((engine) => engine.loadAccounts(input, options));
}

export function isUserList(head: Uint8Array | string): boolean {
  return started().call((engine) => engine.isUserList(head));
}

export function compare(
  before: Uint8Array | string,
  after: Uint8Array | string,
  options?: Options,
): Comparison | undefined {
  return started().call((engine) => engine.compare(before, after, options));
}

export function compareAfter(
  report: Report,
  index: number,
  after: Uint8Array | string | Report,
  options?: Options,
): Comparison | undefined {
  return started().call((engine) => engine.compareAfter(report, index, after, options));
}

export function compareMessages(report: Report, before: number, after: number, options?: Options): Comparison | undefined {
  return started().call((engine) => engine.compareMessages(report, before, after, options));
}

export function overview(inputs: OverviewInput[], language: string): Overview {
  return started().call((engine) => engine.overview(inputs, language));
}

export function twoClasses(messages: Message[], language: string): Notice | undefined {
  return started().call((engine) => engine.twoClasses(messages, language));
}

export function metadata(bytes: Uint8Array, language: string): MetadataSummary | undefined {
  return started().call((engine) => engine.metadata(bytes, language));
}

export function statuses(language: string): StatusGuide {
  return started().call((engine) => engine.statuses(language));
}

export function reference(language: string): Reference {
  return started().call((engine) => engine.reference(language));
}

export function guide(language: string): Error31Guide {
  return started().call((engine) => engine.guide(language));
}

export function setDebug(on: boolean): void {
  started().setDebug(on);
}

function started(): RestartingEngine {
  if (!engine) {
    throw new Error("error31: call and await init() first");
  }
  return engine;
}

function reportOf(outcome: Outcome, options: Options | undefined): Report {
  if ("report" in outcome) return outcome.report;
  const { language } = options ?? {};
  const { place } = outcome.stopped;
  return started().call((engine) => engine.stopped(typeof language === "string" ? language : "en", place));
}

function startInNode(): void {
  const zlib = globalThis.process?.getBuiltinModule?.("node:zlib");
  if (zlib) {
    engine = new RestartingEngine(new WebAssembly.Module(zlib.gunzipSync(bytesOf(packed))));
  }
}

startInNode();
