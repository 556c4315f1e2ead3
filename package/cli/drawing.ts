// What reports and entries of the reference are drawn with: lines that go to standard output or into a file.

import { Ink, visible, type Tone } from "./ink";

export class Drawing {
  readonly lines: string[] = [];

  constructor(readonly ink: Ink) {}

  text(): string {
    return `${this.lines.join("\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
  }

  gap(): void {
    this.lines.push("");
  }

  line(text: string): void {
    this.lines.push(text);
  }

  heading(text: string): void {
    this.gap();
    this.lines.push(this.ink.tone("bold", this.ink.inline(text)));
  }

  block(text: string, indent = "  ", first = indent): void {
    this.lines.push(...this.ink.block(text, indent, first));
  }

  /** A name, and what is said of it. */
  named(name: string, text: string, indent = "  "): void {
    const lead = `${indent}${name}: `;
    if (!/^\d+\. /.test(text)) return this.block(text, `${indent}  `, lead);
    this.lines.push(lead.trimEnd());
    this.block(text, `${indent}  `);
  }

  /** Names in a column, what they stand for beside them. */
  pairs(rows: [string, string | undefined][]): void {
    const known = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
    const width = Math.max(0, ...known.map(([name]) => name.length)) + 2;
    for (const [name, value] of known) this.lines.push(...this.ink.block(value, " ".repeat(width), name.padEnd(width)));
  }

  /** Columns as wide as their longest cell; the first row is the head. */
  table(rows: string[][], tones: (Tone | undefined)[] = []): void {
    const shown = rows.map((row) => row.map((cell) => visible(cell).replace(/\s+/g, " ")));
    const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
    for (const [at, row] of shown.entries()) {
      const cells = row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)));
      const line = cells.join("  ").trimEnd();
      const tone = at === 0 ? "bold" : tones[at - 1];
      this.lines.push(tone ? this.ink.tone(tone, line) : line);
    }
  }
}
