// What the reader gives: dropped, pasted, opened. Text stays text, files stay bytes.

import { h, isInTextField } from "./dom";
import { size, t } from "./words";

export interface Input {
  /** In the language of the moment. */
  name(): string;
  content: string | Uint8Array;
  /** Whether it was typed into the box, where typing on is no edit of a message that came. */
  typed?: boolean;
}

/** What the reader made of the input: the text that is checked instead, and where it was changed. */
export interface Edit {
  text: string;
  from: "received" | "pretty" | "input";
}

export interface Receive {
  take(input: Input): void;
  refuse(why: string): void;
  /** The editor, empty, where a paste is read as a new input. */
  editor: HTMLTextAreaElement;
}

const LIMIT = 64 * 1024 * 1024;
/** Longer text would make the editor slow; it is checked, but not shown for editing. */
const EDITABLE = 1_000_000;

/** The input as text for the editor; nothing when it is too long or not plain text. */
export function editable({ content }: Input): string | undefined {
  if (content.length > EDITABLE) return undefined;
  if (typeof content === "string") return content;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

export async function readFile(file: File, receive: Receive): Promise<void> {
  if (file.size > LIMIT) {
    receive.refuse(t("too-big", { name: file.name, size: size(file.size), limit: size(LIMIT) }));
    return;
  }
  try {
    receive.take({ name: () => file.name, content: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    receive.refuse(t("unreadable-file", { name: file.name }));
  }
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
  const element = h("input", { type: "file", id: "file", class: "vh", tabindex: -1, "aria-hidden": "true" });
  element.addEventListener("change", () => {
    const file = element.files?.[0];
    element.value = "";
    if (file) void readFile(file, receive);
  });
  return { element, open: () => element.click() };
}

export function listenForPaste(receive: Receive, signal: AbortSignal): void {
  document.addEventListener("paste", (event) => {
    const replaces = event.target === receive.editor && receive.editor.value === "";
    if (event.defaultPrevented || (isInTextField(event) && !replaces)) return;
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!file && text.trim() === "") return;
    event.preventDefault();
    if (text.trim() !== "") receive.take(pasted(text));
    else if (file) void readFile(file, receive);
  }, { signal });
}

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
    const moved = event.defaultPrevented && event.dataTransfer?.files.length === 0;
    event.preventDefault();
    if (moved) return;
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    if (file) void readFile(file, receive);
    else if (text.trim() !== "") receive.take(pasted(text));
  }, { signal });
}
