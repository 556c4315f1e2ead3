// Something to do once the reader pauses; it can be called off, or done at once.

/** At least this long after the last key, and up to a second where it takes long. */
const PAUSE = 150;
const LONGEST = 1000;

export class Debounce {
  private timer = 0;
  private act: (() => void) | undefined;

  /** `took` is how long it took the last time, in milliseconds. */
  do(act: () => void, took: number): void {
    this.off();
    this.act = act;
    this.timer = setTimeout(() => this.now(), Math.min(LONGEST, Math.max(PAUSE, took)));
  }

  now(): void {
    const { act } = this;
    this.off();
    act?.();
  }

  off(): void {
    clearTimeout(this.timer);
    this.act = undefined;
  }
}
