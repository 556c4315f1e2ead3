// The whole state of the page as one value, of which a page can be built anew.

import type { Verdict } from "engine";
import type { ListSource } from "../engine/list-reading";
import { keysOn } from "../frame/keys";
import { NOTHING_SHARED } from "../handover/ticket";
import type { Choices, Preferences } from "../view/actions";
import type { View } from "../view/source";
import { fresh, type Given } from "./given";

/** What is worked on; Undo brings it back whole. */
export interface Work {
  readonly given: Given;
  /** The message that is open. */
  readonly open: number | undefined;
  readonly choices: Choices;
  /** How the source is shown. */
  readonly view: View;
  /** The finding that is selected. */
  readonly selected: number | undefined;
  /** The user list that is being read. */
  readonly reading: ListSource | undefined;
  /** Which of the checks of this tab it is. */
  readonly id: number;
  /** What Undo brings back, which knows what stood before it. */
  readonly previous?: Work | undefined;
}

/** A check of this tab, to go back to. */
export interface Kept {
  readonly id: number;
  readonly work: Work;
  name(): string;
  readonly verdict: Verdict;
  readonly user: string | undefined;
  readonly idp: string;
  /** The message that was open. */
  readonly xml: string;
}

export interface State extends Work {
  /** What was checked in this tab, in the order it came. */
  readonly checks: readonly Kept[];
  readonly preferences: Preferences;
}

export function work(given: Given, id: number): Work {
  return { given, open: undefined, choices: {}, view: "pretty", selected: undefined, reading: undefined, id };
}

export const BEGIN: State = {
  ...work(fresh(undefined), 0),
  checks: [],
  preferences: { ticket: { language: undefined, format: "markdown", shared: NOTHING_SHARED }, keys: keysOn(), tab: true },
};
