// What is dropped on the page: text, files, and folders with what is in them.

import { h } from "./dom";
import { listed, MOST_FILES, pasted, takeFiles, type Files, type Receive } from "./input";
import { t } from "./words";

/** A veil over the page while something is dragged over it; the whole page takes the drop. */
export function listenForDrop(receive: Receive, signal: AbortSignal): void {
  const veil = h("div", { class: "veil", hidden: true }, h("p", {}, t("dropping")));
  document.body.append(veil);
  let leaving = 0;
  const hide = () => { veil.hidden = true; };
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    clearTimeout(leaving);
    veil.hidden = false;
    leaving = setTimeout(hide, 300);
  }, { signal });
  document.addEventListener("drop", (event) => {
    hide();
    const dropped = event.dataTransfer;
    const moved = event.defaultPrevented && dropped?.files.length === 0;
    event.preventDefault();
    if (moved || !dropped) return;
    const text = dropped.getData("text/plain");
    if (dropped.files.length > 0) void take(dropped, receive);
    else if (text.trim() !== "") receive.take(pasted(text));
  }, { signal });
}

/** The entries have to be asked for before anything is waited for. */
async function take(dropped: DataTransfer, receive: Receive): Promise<void> {
  const flat = listed(dropped.files);
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = entries.some((entry) => entry.isDirectory) ? await walk(entries) : flat;
  await takeFiles(files, receive);
}

/** The files of folders in folders, in the order of their names; what can't be opened is left out. */
async function walk(entries: FileSystemEntry[]): Promise<Files> {
  const files: File[] = [];
  const names: string[] = [];
  const waiting = sorted(entries);
  for (let seen = 0; waiting.length > 0 && seen < MOST_FILES; seen += 1) {
    const entry = waiting.shift();
    if (entry?.isDirectory) {
      waiting.unshift(...sorted(await inside(entry as FileSystemDirectoryEntry)));
    } else if (entry) {
      const file = await new Promise<File | undefined>((done) => (entry as FileSystemFileEntry).file(done, () => done(undefined)));
      if (!file) continue;
      files.push(file);
      names.push(entry.fullPath.replace(/^\//, ""));
    }
  }
  return { files, names, more: waiting.length > 0 };
}

/** A browser gives the entries of a folder in portions, the last of them empty. */
async function inside(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  while (all.length <= MOST_FILES) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) break;
    all.push(...some);
  }
  return all;
}

function sorted(entries: FileSystemEntry[]): FileSystemEntry[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
