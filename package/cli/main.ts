// The command: what was asked for is read, checked and written; how it ended is the exit code.

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { check, factsDate, loadAccounts, redact, statuses, ticket, version, type Options, type Report } from "error31";
import { LANGUAGES, speak, t, type Language } from "../../www/words/words";
import { Drawing } from "./drawing";
import { endOf, endOfAll, ENDS, Unreadable, WrongUse, type End } from "./ends";
import { drawn, entries } from "./explain";
import { help } from "./help";
import { Ink } from "./ink";
import { commandOption, counted, engineOptions, format, read, type Format, type Given } from "./options";
import { report, sources, whole } from "./read";
import { sarif, type Read, type Unread } from "./sarif";
import { tell } from "./tell";
import { telling, text } from "./text";
import { verify } from "./verify";

const ENDING: Record<Format, string> = { text: "txt", markdown: "md", json: "json", sarif: "sarif" };

interface Wish {
  given: Given;
  format: Format;
  options: Options;
  message: number | undefined;
  out: string | undefined;
  isNumbered: boolean;
}

async function run(argv: string[]): Promise<End> {
  const given = read(argv);
  if (given.flags["help"]) return said(help());
  if (given.flags["version"]) return said(`${version()}\nfacts about Webex checked on ${factsDate()}\n`);
  const [first, ...rest] = given.files;
  if (first === undefined) throw new WrongUse("no file was named; “-” reads standard input");
  speak(language(given.values["lang"]?.[0]));
  if (first === "explain" && rest.length > 0) return explain(given, rest);
  if (first === "verify" && rest.length > 0) return verify(rest);
  return checkAll(await wished(given));
}

/** The language of the report; where it isn't there, that is said. */
function language(asked = "en"): Language {
  const spoken = statuses(asked).language;
  if (spoken.split("-")[0] !== asked.toLowerCase().split(/[-_]/)[0]) {
    tell.line(`there is no language “${asked}” here; this is “${spoken}”. There are: ${LANGUAGES.map(({ tag }) => tag).join(", ")}`);
  }
  return LANGUAGES.find(({ tag }) => tag === spoken)?.tag ?? "en";
}

async function wished(given: Given): Promise<Wish> {
  const { values, flags } = given;
  const options = engineOptions(given) as Options;
  const [ignored] = check("", options).notices.filter(({ kind }) => kind === "option-ignored");
  if (ignored) throw new WrongUse(refused(ignored));
  const metadata = values["metadata"];
  if (metadata) options.metadata = await Promise.all(metadata.map(whole));
  const list = values["accounts"]?.[0];
  if (list !== undefined) {
    options.accounts = loadAccounts(await whole(list), { ...(options.language !== undefined && { language: options.language }) });
    const { problem } = options.accounts.summary;
    if (problem) tell.line(`${list}: ${problem.title}`);
  }
  const wished = format(given);
  const out = values["out"]?.[0];
  return { given, format: wished, options, message: counted(given, "message"), out, isNumbered: wished === "markdown" || flags["redact"] === true };
}

/** What the engine says of an option, with the name that it has here. */
function refused({ title, why }: Report["notices"][number]): string {
  const name = /`([^`]*)`/.exec(title)?.[1] ?? "";
  return `${commandOption(name)}: ${why.split(/(?<=\.) /)[0]?.replaceAll("`", "") ?? ""}`;
}

async function checkAll(wish: Wish): Promise<End> {
  const { sources: all, several } = await sources(wish.given.files);
  const ends: { file: string; end: End; title: string }[] = [];
  const kept: Read[] = [];
  const unread: Unread[] = [];
  const writer = new Writer(wish, several);
  for (const [i, source] of all.entries()) {
    const file = wish.isNumbered ? `file-${i + 1}${extname(source.name).slice(0, 5)}` : source.name === "-" ? "stdin" : source.name;
    try {
      const made = await report(source, wish.options);
      const isRedacted = wish.given.flags["redact"] === true && wish.format !== "markdown";
      const shown = isRedacted ? redact(made, wish.options).report : made;
      const end = endOf(made);
      if (end === "fault") tell.line(`${source.name}: ${made.problem?.title ?? ""} ${made.problem?.why ?? ""}`);
      ends.push({ file, end, title: titleOf(shown, isRedacted || wish.isNumbered) });
      if (wish.format === "sarif" && wish.out === undefined) kept.push({ file, report: shown });
      else writer.add(file, source.name, made, shown);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      tell.line(`${source.name}: ${error.message}`);
      unread.push({ file, reason: error.message });
      ends.push({ file, end: "unreadable", title: error.message });
      writer.unread(file, error.message);
    }
  }
  writer.end(ends, kept, unread);
  return endOfAll(ends.map(({ end }) => end));
}

/** The verdict in one line; without personal data only what names attributes at most. */
function titleOf(report: Report, isShort: boolean): string {
  const message = report.messages[telling(report)];
  if (message) return isShort ? message.error31.short : message.error31.title;
  const [answer] = report.observed;
  if (answer) return isShort ? t("observed-code", { n: answer.code }) : answer.spelling;
  return report.problem?.title ?? "";
}

const WORD: Record<End, () => string> = {
  explained: () => t("short-explained"), notExplained: () => t("short-not-explained"), cannotTell: () => t("short-cannot-tell"), nothing: () => t("chip-nothing"),
  unreadable: () => "–", fault: () => t("chip-failure"), wrongUse: () => "", stopped: () => "",
};

/** Reports as they are wanted, to standard output or into a folder. */
class Writer {
  #names = new Set<string>();
  #files = 0;

  constructor(private wish: Wish, private several: boolean) {
    if (wish.out !== undefined) mkdirSync(wish.out, { recursive: true });
  }

  add(file: string, name: string, made: Report, shown: Report): void {
    const { format, out } = this.wish;
    const index = this.#message(name, made);
    if (out !== undefined) writeFileSync(this.#path(out, file), this.#written(file, made, shown, index, new Ink(false, undefined)));
    else if (format === "json" && this.several) this.#item({ file, report: shown });
    else if (format === "markdown" && this.several) write(`${this.#files++ === 0 ? "" : "\n---\n\n"}${this.#written(file, made, shown, index, new Ink(false, undefined))}`);
    else if (!(format === "text" && this.several)) write(this.#written(file, made, shown, index, Ink.of(process.stdout)));
  }

  unread(file: string, reason: string): void {
    if (this.wish.format === "json" && this.several && this.wish.out === undefined) this.#item({ file, unreadable: reason });
  }

  end(ends: { file: string; end: End; title: string }[], kept: Read[], unread: Unread[]): void {
    const { format, out } = this.wish;
    if (out === undefined && format === "sarif") return write(json(this.#sarif(kept, unread)));
    if (out === undefined && format === "json" && this.several) return write(this.#files === 0 ? '{ "files": [] }\n' : "\n  ]\n}\n");
    if (!this.several || (out === undefined && format === "markdown")) return;
    const draw = new Drawing(Ink.of(process.stdout));
    draw.table([[t("list-file"), t("message-verdict"), ""], ...ends.map(({ file, end, title }) => [file, WORD[end](), title.replaceAll(/`|\*\*/g, "")])],
      ends.map(({ end }) => (end === "explained" ? "bad" : end === "notExplained" ? undefined : "dim")));
    draw.gap();
    const counts = (["explained", "notExplained", "cannotTell", "nothing", "fault"] as const).map((wanted) => [WORD[wanted](), ends.filter(({ end }) => end === wanted).length] as const);
    const lines = counts.filter(([, n]) => n > 0).map(([word, n]) => `${word}: ${n}`);
    draw.line([t("files", { n: ends.length }), ...lines, ...(unread.length > 0 ? [t("files-unread", { n: unread.length })] : [])].join(" · "));
    write(draw.text());
  }

  /** The message that is shown. */
  #message(name: string, made: Report): number {
    const { message, format } = this.wish;
    if (message !== undefined && message > made.messages.length) throw new WrongUse(`${name} has no message ${message}; it has ${made.messages.length}`);
    const index = message === undefined ? telling(made) : message - 1;
    if (format === "markdown" && message === undefined && made.messages.length > 1) tell.line(`${name}: the text is about message ${index + 1} of ${made.messages.length}; --message N takes another`);
    return index;
  }

  #written(file: string, made: Report, shown: Report, index: number, ink: Ink): string {
    switch (this.wish.format) {
      case "text":
        return text(shown, file, index, ink);
      case "json":
        return json(shown);
      case "sarif":
        return json(this.#sarif([{ file, report: shown }], []));
      case "markdown":
        return ticket(made, index, this.wish.options)?.markdown ?? withoutMessage(made);
    }
  }

  #sarif(kept: Read[], unread: Unread[]): unknown {
    const { options, given } = this.wish;
    return sarif(kept, unread, version().replace(/^\S+ /, ""), given.flags["redact"] === true, options.language ?? "en");
  }

  #item(item: object): void {
    write(`${this.#files++ === 0 ? '{\n  "files": [\n' : ",\n"}${json(item).trimEnd().replace(/^/gm, "    ")}`);
  }

  /** The report of `a/b.har` is `b.har.txt`, of the next one of that name `b.har-2.txt`. */
  #path(out: string, file: string): string {
    for (let n = 1; ; n += 1) {
      const name = `${basename(file)}${n > 1 ? `-${n}` : ""}.${ENDING[this.wish.format]}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return join(out, name);
    }
  }
}

/** Without a message there is nobody to be named: what Webex answered, by its number, or that there is nothing. */
function withoutMessage({ observed, causes, problem }: Report): string {
  const [answer] = observed;
  if (!answer) return `## ${t("chip-nothing")}\n\n${problem ? `\`${problem.kind}\`\n` : ""}`;
  const rows = causes.map(({ title, verdict, why, next }, i) => `${i + 1}. **${title}**: ${t(`verdict-${verdict}`)}. ${why} ${next ?? ""}`.trimEnd());
  return `## ${t("chip-observed")}: ${t("observed-code", { n: answer.code })}\n\n${answer.meaning}\n\n<${answer.source}>\n${rows.length > 0 ? `\n### ${t("causes")}\n\n${rows.join("\n")}\n` : ""}`;
}

function explain(given: Given, ids: string[]): End {
  const tag = statuses(given.values["lang"]?.[0] ?? "en").language;
  const found = entries(ids, tag);
  const wished = format(given);
  if (wished !== "text" && wished !== "json") throw new WrongUse("explain gives text or json");
  return said(wished === "json" ? json(found.length === 1 ? found[0] : found) : drawn(found, Ink.of(process.stdout)));
}

function said(text: string): End {
  write(text);
  return "notExplained";
}

function write(text: string): void {
  process.stdout.write(text);
}

/** Without characters that steer a terminal. */
function json(value: unknown): string {
  const written = JSON.stringify(value, undefined, 2).replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `${written}\n`;
}

function end(end: End): void {
  process.exitCode = ENDS[end][0];
}

process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  // Whoever read it has read enough.
  process.exit(code === "EPIPE" ? process.exitCode : ENDS.fault[0]);
});
process.on("SIGINT", () => {
  tell.progressEnds();
  process.exit(ENDS.stopped[0]);
});
run(process.argv.slice(2)).then(end, (error: unknown) => {
  if (error instanceof WrongUse) {
    tell.line(`${error.message}\nTry “error31 --help”.`);
    end("wrongUse");
  } else if (error instanceof Unreadable) {
    tell.line(error.message);
    end("unreadable");
  } else {
    tell.line(`stopped by a fault of its own: ${error instanceof Error ? error.message : "unknown"}`);
    end("fault");
  }
});
