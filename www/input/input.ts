// What the reader gives: pasted, opened, dropped. Text stays text, one small file is bytes, the rest are files as they lie.

import { h, isInTextField } from "../dom/elements";
import { t } from "../words/words";
import { nameOf } from "../dom/visible";

export interface Input {
  /** In the language of the moment. */
  name(): string;
  content: string | Uint8Array | Files;
  /** Whether it was typed into the box, where typing on is no edit of a message that came. */
  typed?: boolean;
}

/** Files that are read when they are checked. */
export interface Files {
  files: readonly File[];
  /** Paths inside a folder that was dropped, one for each file. */
  names: readonly string[];
  /** Whether there were more than are read at once. */
  more: boolean;
}

/** What the reader made of the input: the text that is checked instead, and where it was changed. */
export interface Edit {
  text: string;
  from: "received" | "pretty" | "input";
}

export interface Receive {
  take(input: Input): void;
  refuse(why: string): void;
  /** Takes what is no message among the files: copies of this page, user lists, metadata; gives the others. */
  takeOthers(files: Files): Promise<Files>;
  /** The editor, empty, where a paste is read as a new input. */
  editor: HTMLTextAreaElement;
}

/** A single file of up to this size is read at once and can be edited. */
export const AT_ONCE = 1 << 20;
/** Longer text would make the editor slow; it is checked, but not shown for editing. */
const EDITABLE = 1_000_000;
/** So many files are read at once. */
export const MOST_FILES = 1000;

export function isFiles(content: Input["content"]): content is Files {
  return typeof content === "object" && "files" in content;
}

export function sizeOf({ content }: Input): number {
  return isFiles(content) ? content.files.reduce((sum, file) => sum + file.size, 0) : content.length;
}

/** The input as text for the editor; nothing when it is too long or not plain text. */
export function editable({ content }: Input): string | undefined {
  if (isFiles(content) || content.length > EDITABLE) return undefined;
  if (typeof content === "string") return content;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

export async function takeFiles(all: Files, receive: Receive): Promise<void> {
  if (all.files.length === 0) return receive.refuse(t("empty-folder"));
  const { files, names, more } = await receive.takeOthers(all);
  const [first] = files;
  if (!first) return;
  if (files.length > 1 || first.size > AT_ONCE) {
    const name = () => (files.length === 1 ? nameOf(first) : t("files", { n: files.length }));
    return receive.take({ name, content: { files, names, more } });
  }
  try {
    receive.take({ name: () => nameOf(first), content: new Uint8Array(await first.arrayBuffer()) });
  } catch {
    receive.refuse(t("unreadable-file", { name: nameOf(first) }));
  }
}

/** Parts the files into what is made of some of them, and the others. */
export async function part<T>({ files, names, more }: Files, made: (file: File) => Promise<T | undefined>): Promise<{ taken: T[]; rest: Files }> {
  const taken: T[] = [];
  const rest = { files: [] as File[], names: [] as string[], more };
  for (const [i, file] of files.entries()) {
    const one = await made(file);
    if (one !== undefined) {
      taken.push(one);
      continue;
    }
    rest.files.push(file);
    rest.names.push(names[i] ?? nameOf(file));
  }
  return { taken, rest };
}

/** Files side by side, without folders. */
export function listed(list: FileList): Files {
  const files = [...list].slice(0, MOST_FILES);
  return { files, names: files.map(nameOf), more: list.length > MOST_FILES };
}

export function pasted(text: string): Input {
  return { name: () => t("pasted"), content: text };
}

/** Reads the clipboard on the reader's click; false where the browser keeps it closed. */
export async function readClipboard(receive: Receive): Promise<boolean> {
  try {
    const text = await navigator.clipboard.readText();
    if (text.trim() === "") return false;
    receive.take(pasted(text));
    return true;
  } catch {
    return false;
  }
}

/** A hidden file input; returns what opens it. */
export function fileOpener(receive: Receive): { element: HTMLInputElement; open(): void } {
  return opener("file", receive, listed);
}

/** Whether this browser lets a whole folder be chosen. */
export function opensFolders(): boolean {
  return "webkitdirectory" in HTMLInputElement.prototype && !matchMedia("(pointer: coarse) and (hover: none)").matches;
}

/** The same for a folder where the browser can, else for several files. */
export function folderOpener(receive: Receive): { element: HTMLInputElement; open(): void } {
  const folder = opener("folder", receive, inFolder);
  folder.element.webkitdirectory = opensFolders();
  return folder;
}

function opener(id: string, receive: Receive, list: (files: FileList) => Files): { element: HTMLInputElement; open(): void } {
  const element = h("input", { type: "file", id, class: "vh", multiple: true, tabindex: -1, "aria-hidden": "true" });
  element.addEventListener("change", () => {
    const chosen = element.files && list(element.files);
    element.value = "";
    if (chosen && (chosen.files.length > 0 || id === "folder")) void takeFiles(chosen, receive);
  });
  return { element, open: () => element.click() };
}

/** The files of a folder and of those in it, in the order of their paths. */
function inFolder(list: FileList): Files {
  const path = ({ name, webkitRelativePath }: File) => webkitRelativePath || name;
  const all = [...list].sort((a, b) => (path(a) < path(b) ? -1 : 1));
  const files = all.slice(0, MOST_FILES);
  return { files, names: files.map(path), more: all.length > MOST_FILES };
}

export function listenForPaste(receive: Receive, signal: AbortSignal): void {
  document.addEventListener("paste", (event) => {
    const replaces = event.target === receive.editor && receive.editor.value === "";
    if (event.defaultPrevented || (isInTextField(event) && !replaces)) return;
    const files = event.clipboardData?.files;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!files?.length && text.trim() === "") return;
    event.preventDefault();
    if (text.trim() !== "") receive.take(pasted(text));
    else if (files) void takeFiles(listed(files), receive);
  }, { signal });
}
