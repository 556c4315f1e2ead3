// The table of all that was read, a row for each user, made again at a pace that leaves the time to the reading.

import type { Overview, OverviewInput } from "engine";
import type { RestartingEngine } from "./engine";

export interface Users {
  table: Overview;
  /** Where the messages of each input begin in the report on all of them. */
  starts: number[];
}

/** So many times as long as it takes to make the table it is left as it is, while files are read. */
const REST = 8;

/** A table over inputs that still come. */
export class UsersSoFar {
  private last: Users | undefined;
  private next = 0;

  constructor(private engine: RestartingEngine, private language: string) {}

  /** Made again where it is time. */
  of(inputs: () => OverviewInput[]): Users | undefined {
    const start = performance.now();
    if (start < this.next) return this.last;
    this.last = usersOf(inputs(), this.engine, this.language);
    const end = performance.now();
    this.next = end + REST * (end - start);
    return this.last;
  }
}

/** Undefined where the table would have one row. */
export function usersOf(inputs: OverviewInput[], engine: RestartingEngine, language: string): Users | undefined {
  const starts: number[] = [];
  let messages = 0;
  for (const { report } of inputs) {
    starts.push(messages);
    messages += report?.messages.length ?? 0;
  }
  if (messages + inputs.length < 3) return undefined;
  const made = engine.attempt((one) => ({ table: one.overview(inputs, language) }));
  return "table" in made && made.table.rows.length > 1 ? { table: made.table, starts } : undefined;
}
