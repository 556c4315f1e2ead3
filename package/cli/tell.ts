// What is said beside the report, on standard error.

import { visible } from "./ink";

let isOpen = false;

export const tell = {
  line(text: string): void {
    this.progressEnds();
    process.stderr.write(`error31: ${visible(text)}\n`);
  },

  progress(text: string): void {
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\x1b[K${visible(text)}`);
      isOpen = true;
    } else this.line(text);
  },

  /** Takes away the line of the progress. */
  progressEnds(): void {
    if (isOpen) process.stderr.write("\r\x1b[K");
    isOpen = false;
  },
};
