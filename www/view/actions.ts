// What a view may ask the page to do.

import type { Console, History, Ticket } from "engine";
import type { SampleId } from "../samples";
import type { Wanted } from "../ticket";

export type Receiver = "auto" | "meetings-site" | "messenger" | "control-hub" | "meetings-server";

/** What can be done with the report for somebody else. */
export interface Handing {
  make(wanted: Wanted): Ticket | undefined;
  /** Gives false where the browser keeps the clipboard closed. */
  copy(text: string): Promise<boolean>;
  save(text: string, format: Wanted["format"]): void;
  print(redacted: boolean): void;
  /** Tells the live region. */
  say(text: string): void;
}

export interface Actions {
  openFile(): void;
  paste(): void;
  sample(id: SampleId): void;
  newCheck(): void;
  checkAgain(): void;
  /** Ends the reading of files; what was found stays. */
  cancel(): void;
  handing: Handing;
  receiver(id: Receiver): void;
  message(index: number): void;
  /** Selects a finding and brings it into view. */
  finding(index: number): void;
  /** Selects a finding and shows its place in the source. */
  place(index: number): void;
  /** Shows a part of the message in the source. */
  span(start: number): void;
  /** Brings the steps for a cause into view. */
  check(cause: string): void;
}

/** What the reader said about the account, where anything was said; it only filters the steps. */
export interface Choices {
  history?: History | undefined;
  console?: Console | undefined;
}
