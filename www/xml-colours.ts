// Colours XML in one pass from left to right; broken XML only gets fewer colours.

export interface Piece {
  start: number;
  end: number;
  tone: "x-tag" | "x-attr" | "x-str" | "x-text" | "x-com";
}

export function colours(xml: string): Piece[] {
  const out: Piece[] = [];
  const push = (start: number, end: number, tone: Piece["tone"]) => {
    if (end > start) out.push({ start, end, tone });
  };
  const until = (text: string, from: number) => {
    const at = xml.indexOf(text, from);
    return at < 0 ? xml.length : at + text.length;
  };
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    const textEnd = open < 0 ? xml.length : open;
    push(at, textEnd, "x-text");
    if (open < 0) break;
    if (xml.startsWith("<!--", open)) {
      at = until("-->", open);
      push(open, at, "x-com");
    } else if (xml.startsWith("<![CDATA[", open)) {
      at = until("]]>", open);
      push(open, at, "x-text");
    } else {
      at = tag(xml, open, push);
    }
  }
  return out;
}

/** One tag from its `<`; returns where it ends. */
function tag(xml: string, open: number, push: (start: number, end: number, tone: Piece["tone"]) => void): number {
  let at = run(xml, open + 1, NAME_END);
  push(open, at, "x-tag");
  while (at < xml.length) {
    const char = xml[at] ?? "";
    if (char === "<") return at;
    if (char === ">") {
      push(at, at + 1, "x-tag");
      return at + 1;
    }
    if (char === '"' || char === "'") {
      const close = xml.indexOf(char, at + 1);
      const end = close < 0 ? xml.length : close + 1;
      push(at, end, "x-str");
      at = end;
    } else if ((char === "/" || char === "?") && xml[at + 1] === ">") {
      push(at, at + 2, "x-tag");
      return at + 2;
    } else if (BETWEEN.has(char)) {
      at += 1;
    } else {
      const end = run(xml, at, ATTRIBUTE_END);
      push(at, end, "x-attr");
      at = end;
    }
  }
  return at;
}

const NAME_END = new Set(" \t\r\n>\"'<");
const ATTRIBUTE_END = new Set(" \t\r\n=>\"'</");
const BETWEEN = new Set(" \t\r\n=/");

function run(xml: string, from: number, stop: Set<string>): number {
  let at = from;
  while (at < xml.length && !(at > from && stop.has(xml[at] ?? ""))) at += 1;
  if (xml[at - 1] === "/" && xml[at] === ">" && at - 1 > from) at -= 1;
  return at;
}
