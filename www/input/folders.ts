// Dropped folders, by either of the two ways to read them: Chromium refuses the older one to a page from the disk.

import { MOST_FILES, type Files } from "./input";
import { visible } from "../dom/visible";

interface Node {
  name: string;
  /** Undefined where it can't be opened. */
  file?(): Promise<File | undefined>;
  inside?(): Promise<Node[]>;
}

type WithHandle = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

/** What was dropped, where a folder is among it. */
export function nodesOf(items: DataTransferItemList): Promise<Node>[] | undefined {
  const entries = [...items as Iterable<WithHandle>].map((item) => [item, item.webkitGetAsEntry()] as const);
  if (!entries.some(([, entry]) => entry?.isDirectory)) return undefined;
  return entries.flatMap(([item, entry]) => (entry ? nodeOf(item, entry) : []));
}

async function nodeOf(item: WithHandle, entry: FileSystemEntry): Promise<Node> {
  const handle = await item.getAsFileSystemHandle?.().catch(() => null);
  return handle ? ofHandle(handle) : ofEntry(entry);
}

/** The files of folders in folders, in the order of their names; what can't be opened is left out. */
export async function walk(nodes: Promise<Node>[]): Promise<Files> {
  const files: File[] = [];
  const names: string[] = [];
  const waiting = sorted(await Promise.all(nodes), "");
  for (let seen = 0; waiting.length > 0 && seen < MOST_FILES; seen += 1) {
    const [path, node] = waiting.shift() ?? [];
    const inside = await node?.inside?.();
    if (inside) waiting.unshift(...sorted(inside, `${path}/`));
    const file = await node?.file?.();
    if (!file || path === undefined) continue;
    files.push(file);
    names.push(visible(path));
  }
  return { files, names, more: waiting.length > 0 };
}

function sorted(nodes: Node[], folder: string): [path: string, node: Node][] {
  return nodes
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((node) => [folder + node.name, node]);
}

function ofHandle(handle: FileSystemHandle): Node {
  const { name } = handle;
  return handle.kind === "file"
    ? { name, file: () => (handle as FileSystemFileHandle).getFile().catch(() => undefined) }
    : { name, inside: () => insideHandle(handle as FileSystemDirectoryHandle) };
}

async function insideHandle(folder: FileSystemDirectoryHandle): Promise<Node[]> {
  const all: Node[] = [];
  try {
    for await (const handle of folder.values()) if (all.push(ofHandle(handle)) > MOST_FILES) break;
  } catch {
    // What can't be read any further ends here.
  }
  return all;
}

function ofEntry(entry: FileSystemEntry): Node {
  const { name } = entry;
  return entry.isDirectory
    ? { name, inside: () => insideEntry(entry as FileSystemDirectoryEntry) }
    : { name, file: () => new Promise((done) => (entry as FileSystemFileEntry).file(done, () => done(undefined))) };
}

/** A browser gives the entries of a folder in portions, the last of them empty. */
async function insideEntry(folder: FileSystemDirectoryEntry): Promise<Node[]> {
  const reader = folder.createReader();
  const all: Node[] = [];
  while (all.length <= MOST_FILES) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) break;
    all.push(...some.map(ofEntry));
  }
  return all;
}
