// What a language lacks is shown in English: each line of it between two marks, as in the engine's texts.

const OPEN = "\ufff9";
const CLOSE = "\ufffb";

/** Marks an English text in a page of another language; the number of a step stays outside. */
export function inEnglish(text: string): string {
  return withoutMarks(text).replace(/^(\d+\. )?(.+)$/gm, (_, step: string | undefined, line: string) => `${step ?? ""}${OPEN}${line}${CLOSE}`);
}

/** The same text without these marks. */
export function withoutMarks(text: string): string {
  return text.replace(/[\ufff9\ufffb]/g, "");
}

/** The pieces of a text, and whether each is English in a page of another language. */
export function pieces(text: string): { text: string; english: boolean }[] {
  const parts = text.split(/\ufff9([^\ufff9\ufffb]*)\ufffb/);
  return parts.map((part, at) => ({ text: withoutMarks(part), english: at % 2 === 1 })).filter((piece) => piece.text !== "");
}
