// What a view may ask the page to do.

import type { CauseId, Generation, History, IdentityProviderId, ServiceProviderId, Ticket } from "engine";
import type { Mapping } from "../engine/list-reading";
import type { SampleId } from "../input/samples";
import type { AloneWishes, MessageForm, TicketWishes } from "../handover/ticket";
import type { Place } from "./status/graph";

/** The columns of the table of users. */
export const COLUMNS = ["user", "from", "users-missing", "users-code", "message-verdict"] as const;
export type Column = (typeof COLUMNS)[number];

/** What its rows are sorted by; else they are in the order of the input. */
export interface Order {
  readonly by: Column;
  readonly down: boolean;
}

export type Receiver = "auto" | Exclude<ServiceProviderId, "other">;

/** The product that sends: as the message shows it, or as the reader knows it. */
export type Provider = "auto" | IdentityProviderId;

/** What can be done with the report for somebody else. */
export interface Handing {
  make(wishes: Pick<TicketWishes, "language" | "shared">): Ticket | undefined;
  /** One finding of the open message as text, without the person. */
  finding(index: number): string | undefined;
  /** The open message alone. */
  message(wishes: AloneWishes): string | undefined;
  saveMessage(text: string, form: MessageForm): void;
  /** Whether the open message comes from a capture. */
  readonly isCaptured: boolean;
  /** Saves the capture with nothing but the sign-in. */
  saveCapture(asIs: boolean): void;
  /** Gives false where the browser blocks the clipboard. */
  copy(text: string): Promise<boolean>;
  save(text: string, format: TicketWishes["format"]): void;
  print(redacted: boolean): void;
  /** Saves a table for a spreadsheet. */
  table(csv: string): void;
  /** Tells the live region. */
  say(text: string): void;
}

export interface Actions {
  /** Keeps what the reader chose to see; nothing else changes. */
  choose(change: Partial<Choices>): void;
  /** Keeps how the reader wants things. */
  prefer(change: Partial<Preferences>): void;
  openFile(): void;
  /** A folder where the browser can, else several files. */
  openFolder(): void;
  paste(): void;
  sample(id: SampleId): void;
  newCheck(): void;
  checkAgain(): void;
  /** Reads anew what was stopped. */
  readOn(): void;
  /** Goes back to what was checked before in this tab. */
  earlier(id: number): void;
  /** Holds the open message against one from before; nothing ends that. */
  against(id: number | undefined): void;
  /** Holds the open message against another of the same input. */
  beside(index: number): void;
  /** Forgets all but the open one. */
  forgetEarlier(): void;
  /** Ends the reading of files; what was found stays. */
  cancel(): void;
  handing: Handing;
  receiver(id: Receiver): void;
  provider(id: Provider): void;
  /** The code that the reader saw; nothing takes Webex’s answer, else 31. */
  code(code: number | undefined): void;
  message(index: number): void;
  /** Selects a finding and brings it into view. */
  finding(index: number): void;
  /** Selects a finding and shows its place in the source. */
  place(index: number): void;
  /** Shows a part of the message in the source: its first line, or with `end` all of it. */
  span(start: number, end?: number): void;
  /** Brings the steps for a cause into view. */
  check(cause: CauseId): void;
  /** Brings a fix of the code into view. */
  fix(index: number): void;
  /** Brings the user statuses into view. */
  statuses(): void;
  /** Brings the words of the status of the account into view. */
  status(): void;
  openList(): void;
  openMetadata(): void;
  removeMetadata(index: number): void;
  removeList(): void;
  /** Ends the reading of a list; the one before stays. */
  cancelList(): void;
  /** Reads the list anew with these columns. */
  columns(mapping: Mapping): void;
  /** What the reader found, by the ids of the engine's question; nothing takes it back. */
  answer(question: string, answer: string | undefined): void;
  /** Attributes that the site requires besides the four. */
  required(names: string[]): void;
  /** The site's list of classes of authentication. */
  contexts(list: string): void;
  /** Compares with the message after the fix; nothing takes it back. */
  after(message: string | File | undefined): void;
  /** Ends the reading of the message after the fix. */
  cancelAfter(): void;
  licencesBought(number: number | undefined): void;
}

/** What the reader chose to see of this input: steps that fit the account, what of the statuses, the ticket. */
export interface Choices {
  readonly history?: History | undefined;
  readonly generation?: Generation | undefined;
  readonly status?: Place | undefined;
  readonly statusList?: boolean | undefined;
  /** The check that was answered last, which stays where it was while the focus is in it. */
  readonly held?: { readonly cause: CauseId; readonly order: readonly CauseId[] } | undefined;
  /** The sign-in that is drawn; the one of the open message where none was chosen. */
  readonly signIn?: number | undefined;
  readonly signInList?: boolean | undefined;
  readonly exportOpen?: boolean | undefined;
  /** Which check of before the open one is held against. */
  readonly against?: number | undefined;
  /** Which message of the same input it is held against. */
  readonly beside?: number | undefined;
  /** What the table of users is sorted by. */
  readonly users?: Order | undefined;
}

/** Where a message can be got with the steps shown. */
export const WAYS = ["chrome", "firefox", "safari", "tracer"] as const;
export type Way = (typeof WAYS)[number];

/** How the reader wants things, for as long as the page lives. */
export interface Preferences {
  readonly ticket: TicketWishes;
  /** The way to get a message whose steps are shown; that of this browser where none was chosen. */
  readonly way?: Way | undefined;
  /** Whether single keys do something. */
  readonly keys: boolean;
  /** Whether title and icon of the tab tell the outcome; the browser keeps titles in its history. */
  readonly tab: boolean;
}
