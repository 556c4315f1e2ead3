// Single keys outside text fields, and the list of them, where they can be switched off.

import { h, isInTextField, reveal, whenNothingIsUndone } from "../dom/elements";
import { t, type Key } from "../words/words";

export interface Moves {
  step(by: 1 | -1): void;
  place(): void;
  back(): void;
  cause(number: number): void;
  message(by: 1 | -1): void;
  openFile(): void;
  copy(): void;
  newCheck(): void;
  source(): void;
  search(): void;
  undo(): void;
  /** Whether something lies over the report, so that its keys rest. */
  readonly covered: boolean;
}

const LIST: [keys: string[], words: Key][] = [
  [["j"], "key-next"], [["k"], "key-previous"], [["Enter"], "key-place"], [["Esc"], "key-back"],
  [["1", "5"], "key-cause"], [["[", "]"], "key-messages"], [["o"], "key-open"], [["c"], "key-copy"], [["n"], "key-new"],
  [["s"], "key-source"], [["/"], "key-search"], [["Ctrl", "Z"], "key-undo"], [["F8"], "key-mark"], [["?"], "key-help"],
];

/** Something that the reader turns on and off. */
export interface Switch {
  readonly on: boolean;
  turn(on: boolean): void;
}

/** Listens for the keys; returns what opens the list of them. */
export function listenForKeys(moves: Moves, keys: Switch, signal: AbortSignal): () => void {
  const help = dialog(keys);
  document.body.append(help);
  const openHelp = () => {
    help.showModal();
    reveal(help, "nearest");
  };
  document.addEventListener("keydown", (event) => {
    if (help.open || event.defaultPrevented || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "z" || event.shiftKey) return;
      if (isInTextField(event)) whenNothingIsUndone(event, moves.undo);
      else moves.undo();
      return;
    }
    if (event.key === "Escape") moves.back();
    if (!keys.on || isInTextField(event) || !press(event, moves, openHelp)) return;
    event.preventDefault();
  }, { signal });
  return openHelp;
}

function press(event: KeyboardEvent, moves: Moves, openHelp: () => void): boolean {
  const { key, target } = event;
  const onControl = target instanceof Element && target.closest("button, a, input, select, summary") !== null;
  if (key === "Enter") {
    if (moves.covered) return false;
    if (!onControl) moves.place();
    return !onControl;
  }
  if (moves.covered && !"/?o".includes(key)) return false;
  const simple: Record<string, () => void> = {
    j: () => moves.step(1), k: () => moves.step(-1),
    "[": () => moves.message(-1), "]": () => moves.message(1),
    o: moves.openFile, c: moves.copy, n: moves.newCheck, s: moves.source, "/": moves.search, "?": openHelp,
  };
  const move = simple[key];
  if (move) move();
  else if (/^[1-5]$/.test(key)) moves.cause(Number(key));
  else return false;
  return true;
}

function dialog(keys: Switch): HTMLDialogElement {
  const box = h("input", { type: "checkbox", id: "keys-on", checked: keys.on, on: { change: () => keys.turn(box.checked) } });
  const help: HTMLDialogElement = h("dialog", { class: "help", "aria-labelledby": "help-h" },
    h("h2", { id: "help-h" }, t("keys")),
    h("p", { class: "lead" }, t("keys-lead")),
    h("dl", {}, LIST.map(([names, words]) => [
      h("dt", {}, names.map((key, i) => [i > 0 && (names[0] === "1" ? "–" : " "), h("kbd", {}, key)])),
      h("dd", {}, t(words)),
    ])),
    h("label", { class: "switch" }, box, t("keys-on")),
    h("p", {}, h("button", { type: "button", class: "btn", on: { click: () => help.close() } }, t("close"))));
  return help;
}
