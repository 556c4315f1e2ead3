// How wide words are drawn, and where they break.

const canvas = document.createElement("canvas").getContext("2d");
const measured = new Map<string, number>();

export interface Style {
  size: number;
  weight: number;
}

export const NAME: Style = { size: 14, weight: 600 };
export const LABEL: Style = { size: 12, weight: 400 };

/** The height of a line, in pixels. */
export function lineHeight({ size }: Style): number {
  return Math.round(size * 1.25);
}

/** In the face of the page, with a little room for a browser that draws wider. */
export function width(text: string, style: Style): number {
  const key = `${style.weight} ${style.size} ${text}`;
  const known = measured.get(key) ?? measure(text, style);
  measured.set(key, known);
  return known;
}

function measure(text: string, { size, weight }: Style): number {
  if (!canvas) return text.length * size * 0.6;
  canvas.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return Math.ceil(canvas.measureText(text).width * 1.02);
}

export interface Words {
  lines: string[];
  width: number;
  height: number;
}

/** The words in as few lines as fit into `most`, all about as wide. */
export function wrap(text: string, style: Style, most: number): Words {
  const greedy = broken(text, style, most);
  let lines = greedy;
  for (let narrow = most - 6; narrow > 0; narrow -= 6) {
    const closer = broken(text, style, narrow);
    if (closer.length > greedy.length) break;
    lines = closer;
  }
  return { lines, width: Math.max(...lines.map((line) => width(line, style))), height: lines.length * lineHeight(style) };
}

/** A word that is wider than `most` breaks behind its dots. */
function broken(text: string, style: Style, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && width(longer, style) <= most) lines[lines.length - 1] = longer;
    else lines.push(...parted(word, style, most));
  }
  return lines;
}

function parted(word: string, style: Style, most: number): string[] {
  if (width(word, style) <= most) return [word];
  const lines: string[] = [];
  for (const part of word.split(/(?<=[./@])/)) {
    const longer = `${lines.at(-1) ?? ""}${part}`;
    if (lines.length > 0 && width(longer, style) <= most) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** The text, cut to fit. */
export function clip(text: string, style: Style, most: number): string {
  if (width(text, style) <= most) return text;
  let end = text.length;
  while (end > 1 && width(`${text.slice(0, end)}…`, style) > most) end -= 1;
  return `${text.slice(0, end)}…`;
}
