// User lists: told from messages when they come, and read slice by slice while the page stays free.

import type { Accounts, AccountsOptions, AccountsReader } from "engine";
import { h } from "../dom/elements";
import type { RestartingEngine } from "./engine";
import { AT_ONCE, part, type Files } from "../input/input";

/** The columns that the reader named, by their places from 0. */
export type Mapping = Partial<Record<"username" | "email" | "status" | "hosts", number>>;

/** Where a list came from, so that it can be read anew. */
export interface ListSource {
  name(): string;
  content: Blob;
  mapping: Mapping;
}

export interface UserList extends ListSource {
  accounts: Accounts;
  /** The life of the engine that holds it. */
  life: number;
}

export interface ListProgress {
  name: string;
  done: number;
  total: number;
  rows: number;
}

export interface ListEvents {
  progress(now: ListProgress): void;
  /** Nothing where it could not be read: the file is gone, or the engine stopped. */
  ended(list: UserList | undefined): void;
}

/** Short enough that the page answers between two of them. */
const SLICE = 1 << 20;

/** So much of a file tells whether it is a user list. */
const HEAD = 1 << 14;

/** Of more files than this only those are looked at whose name says that they are tables. */
const FEW = 20;

const TABLE = /\.(csv|tsv|xlsx?)$/i;

export class ListReading {
  private over = false;

  constructor(private engine: RestartingEngine, private source: ListSource, private language: string, private events: ListEvents) {
    void this.run();
  }

  /** Ends it without a word. */
  leave(): void {
    this.over = true;
  }

  private async run(): Promise<void> {
    const { engine, source: { mapping } } = this;
    const { life } = engine;
    const options: AccountsOptions = { language: this.language, columns: mapping };
    const begun = engine.attempt(({ AccountsReader: Reader }) => ({ reader: new Reader(options) }));
    if ("stopped" in begun) return this.end(undefined);
    const { reader } = begun;
    if (!await this.feed(reader)) return reader.free();
    const read = engine.attempt(() => ({ accounts: reader.finish() }));
    this.end("accounts" in read ? { ...this.source, accounts: read.accounts, life } : undefined);
  }

  /** False where it ended before the end of the list. */
  private async feed(reader: AccountsReader): Promise<boolean> {
    const { content, name } = this.source;
    let rows = 0;
    for (let done = 0; done < content.size; done += SLICE) {
      this.events.progress({ name: name(), done, total: content.size, rows });
      const bytes = await bytesOf(content.slice(done, done + SLICE));
      if (this.over) return false;
      const fed = bytes && this.engine.attempt(() => ({ rows: reader.feed(bytes) }));
      if (!fed || "stopped" in fed) {
        this.end(undefined);
        return false;
      }
      rows = fed.rows;
      await new Promise((next) => setTimeout(next));
      if (this.over) return false;
    }
    return true;
  }

  private end(list: UserList | undefined): void {
    if (this.over) return;
    this.over = true;
    this.events.ended(list);
  }
}

/** The user lists among the files, and what is to be read as messages. */
export function partLists(all: Files, engine: RestartingEngine): Promise<{ taken: File[]; rest: Files }> {
  return part(all, async (file) => {
    const isTable = TABLE.test(file.name);
    const isList = (isTable || all.files.length <= FEW) && await looksLikeList(file, isTable, engine);
    return isList ? file : undefined;
  });
}

/** A table in which no message is found is one as well, so that it can be said what it lacks. */
async function looksLikeList(file: File, isTable: boolean, engine: RestartingEngine): Promise<boolean> {
  const head = await bytesOf(file.slice(0, HEAD));
  if (!head || head.length === 0) return false;
  if (isUserList(head, engine)) return true;
  const bytes = isTable && file.size <= AT_ONCE && await bytesOf(file);
  const outcome = bytes && engine.check(bytes);
  return outcome && "report" in outcome ? outcome.report.messages.length + outcome.report.observed.length === 0 : false;
}

export function isUserList(text: string | Uint8Array, engine: RestartingEngine): boolean {
  const told = engine.attempt((running) => ({ is: running.isUserList(text.slice(0, HEAD)) }));
  return "is" in told && told.is;
}

async function bytesOf(blob: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** A hidden file input for a list alone; returns what opens it. */
export function listOpener(take: (file: File) => void): { element: HTMLInputElement; open(): void } {
  const element = h("input", { type: "file", id: "list-file", class: "vh", tabindex: -1, "aria-hidden": "true", accept: ".csv,.tsv,.txt,text/csv" });
  element.addEventListener("change", () => {
    const file = element.files?.[0];
    element.value = "";
    if (file) take(file);
  });
  return { element, open: () => element.click() };
}
