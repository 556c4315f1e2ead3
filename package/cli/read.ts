// Files, folders and standard input, each read as a stream, with progress where it takes a while.

import { createReadStream, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { scan, type Options, type Report } from "error31";
import { size, t } from "../../www/words/words";
import { Unreadable } from "./ends";
import { tell } from "./tell";

/** Longer files show how far they are, in bytes. */
const LONG = 20_000_000;

/** So much is read at once. */
const CHUNK = 1 << 20;

/** What is read: a file, or standard input. */
export interface Source {
  name: string;
  path: string | undefined;
}

/** The files that the arguments name; of a folder all in it, in the order of their names, without hidden ones. */
export async function sources(given: string[]): Promise<{ sources: Source[]; several: boolean }> {
  const all: Source[] = [];
  let several = given.length > 1;
  for (const name of given) {
    if (name === "-") all.push({ name: "-", path: undefined });
    else if (isFolder(name)) {
      several = true;
      for (const path of await within(name)) all.push({ name: path, path });
    } else all.push({ name, path: name });
  }
  if (given.filter((name) => name === "-").length > 1) all.splice(all.findLastIndex(({ path }) => path === undefined), 1);
  return { sources: all, several };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

async function within(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const visible = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules").sort((a, b) => (a.name < b.name ? -1 : 1));
  const all: string[] = [];
  for (const entry of visible) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) all.push(...await within(path));
    else all.push(path);
  }
  return all;
}

/** Reads one to its end; throws `Unreadable`. */
export async function report({ name, path }: Source, options: Options): Promise<Report> {
  let failed: unknown;
  async function* pieces() {
    try {
      const file = path === undefined ? undefined : await stat(path);
      const total = file?.isFile() ? file.size : undefined;
      const progress = new Progress(name, total);
      const stream: AsyncIterable<Buffer> = path === undefined ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
      for await (const piece of stream) {
        yield piece;
        progress.add(piece.length);
      }
      progress.end();
    } catch (error) {
      failed = error;
      throw error;
    }
  }
  const made = await scan(pieces(), options);
  if (failed !== undefined) throw new Unreadable(reason(failed));
  return made;
}

/** Reads a file that is needed whole; throws `Unreadable`. */
export async function whole(path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of path === "-" ? process.stdin : createReadStream(path)) pieces.push(piece as Buffer);
  } catch (error) {
    throw new Unreadable(`${path}: ${reason(error)}`);
  }
  return Buffer.concat(pieces);
}

function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = { ENOENT: "there is no such file", EACCES: "it may not be read", EISDIR: "it is a folder", EPERM: "it may not be read" };
  return known[code ?? ""] ?? code ?? "it can’t be read";
}

/** Said to standard error: on a terminal in one line, else in ten. */
class Progress {
  #done = 0;
  #told = 0;
  #begun = performance.now();

  constructor(private name: string, private total: number | undefined) {}

  add(bytes: number): void {
    this.#done += bytes;
    if ((this.total ?? this.#done) <= LONG) return;
    const step = process.stderr.isTTY ? Math.floor(performance.now() / 200) : Math.floor((this.#done * 10) / (this.total ?? 10 * LONG));
    if (step === this.#told) return;
    this.#told = step;
    const done = this.total === undefined ? size(this.#done) : t("reading-done", { done: size(this.#done), total: size(this.total) });
    const speed = t("reading-speed", { size: size((1000 * this.#done) / Math.max(1, performance.now() - this.#begun)) });
    tell.progress(`${t("reading-name", { name: this.name })}: ${done}, ${speed}`);
  }

  end(): void {
    tell.progressEnds();
  }
}
