// How a text of the engine looks on a terminal: its marks as colours, its lines as wide as the terminal, nothing that steers it.

import { withoutMarks } from "../../www/dom/english";
import { visible as shown } from "../../www/dom/visible";

/** A line is not longer than this on a terminal, in characters. */
const WIDEST = 100;

export type Tone = "bold" | "dim" | "code" | "link" | "bad" | "warn" | "good";

const SGR: Record<Tone, [on: number, off: number]> = {
  bold: [1, 22], dim: [2, 22], code: [36, 39], link: [4, 24], bad: [31, 39], warn: [33, 39], good: [32, 39],
};

/** What the engine says, without its marks on terms. */
export function visible(text: string): string {
  return shown(withoutMarks(text));
}

export class Ink {
  constructor(readonly colour: boolean, private readonly width: number | undefined) {}

  /** For a stream: colours and a width only where it is a terminal. */
  static of(stream: NodeJS.WriteStream): Ink {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
    const colour = !NO_COLOR && (forced || (stream.isTTY === true && TERM !== "dumb"));
    return new Ink(colour, stream.isTTY ? Math.min(stream.columns || 80, WIDEST) : undefined);
  }

  tone(tone: Tone, text: string): string {
    const [on, off] = SGR[tone];
    return this.colour && text !== "" ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  }

  /** A text with its marks in one line. */
  inline(text: string): string {
    return this.#words(text).map(({ text, tone, glued }, i) => (i === 0 || glued ? "" : " ") + (tone ? this.tone(tone, text) : text)).join("");
  }

  /** Paragraphs and steps, wrapped; `first` stands before the first line, and the others are indented as far. */
  block(text: string, indent = "", first = indent): string[] {
    const lines: string[] = [];
    let steps = 0;
    for (const paragraph of text.split("\n").filter((line) => line.trim() !== "")) {
      const step = /^\d+\. (.*)$/.exec(paragraph);
      steps = step ? steps + 1 : 0;
      const lead = lines.length === 0 ? first : indent;
      const [head, rest] = step ? [`${lead}${steps}. `, step[1] ?? ""] : [lead, paragraph];
      lines.push(...this.#wrapped(rest, head, " ".repeat(visible(head).length)));
    }
    return lines;
  }

  #wrapped(text: string, head: string, indent: string): string[] {
    const lines: string[] = [];
    let line = head;
    let length = head.length;
    let isEmpty = true;
    for (const { text: word, tone, glued } of this.#words(text)) {
      const space = isEmpty || glued ? "" : " ";
      if (!isEmpty && !glued && this.width !== undefined && length + space.length + word.length > this.width) {
        lines.push(line);
        [line, length] = [indent, indent.length];
      } else {
        line += space;
        length += space.length;
      }
      line += tone ? this.tone(tone, word) : word;
      length += word.length;
      isEmpty = false;
    }
    return [...lines, line];
  }

  /** `wire name`, **console label** and <https://link>, word by word; without colours a wire name keeps its backticks. */
  #words(text: string): { text: string; tone?: Tone; glued: boolean }[] {
    const parts = visible(text).split(/(`[^`]*`|\*\*.+?\*\*|<https:[^<>\s]+>)/).filter((part) => part !== "");
    const words: { text: string; tone?: Tone; glued: boolean }[] = [];
    let isGlued = false;
    for (const part of parts) {
      const [inside, tone] = this.#marked(part);
      for (const word of inside.split(/([ \t\n]+)/)) {
        if (word === "") continue;
        if (/^[ \t\n]+$/.test(word)) isGlued = false;
        else {
          words.push({ text: word, ...(tone && { tone }), glued: isGlued });
          isGlued = true;
        }
      }
    }
    return words;
  }

  #marked(part: string): [string, Tone?] {
    if (part.length > 2 && part.startsWith("`")) return [this.colour ? part.slice(1, -1) : part, "code"];
    if (part.length > 4 && part.startsWith("**")) return [part.slice(2, -2), "bold"];
    if (part.startsWith("<https:")) return [part.slice(1, -1), "link"];
    return [part];
  }
}
