// What a view may ask the page to do.

import type { Console, Generation, History, Ticket } from "engine";
import type { Mapping } from "../engine/list-reading";
import type { SampleId } from "../input/samples";
import type { Wanted } from "../handover/ticket";
import type { Place } from "./status/graph";

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
  /** Brings the user statuses into view. */
  statuses(): void;
  /** Brings the words of the status of the account into view. */
  status(): void;
  openList(): void;
  removeList(): void;
  /** Ends the reading of a list; the one before stays. */
  cancelList(): void;
  /** Reads the list anew with these columns. */
  columns(mapping: Mapping): void;
  /** What the reader found, by the ids of the engine's question; nothing takes it back. */
  answer(question: string, answer: string | undefined): void;
  /** Compares with the message after the fix; nothing takes it back. */
  after(message: string | File | undefined): void;
  licencesBought(number: number | undefined): void;
}

/** What the reader chose to see: steps that fit the account, and what of the statuses. */
export interface Choices {
  history?: History | undefined;
  console?: Console | undefined;
  generation?: Generation | undefined;
  status?: Place | undefined;
  statusList?: boolean | undefined;
  /** The check that was answered last, which stays where it was while the focus is in it. */
  held?: { cause: string; order: string[] } | undefined;
}
