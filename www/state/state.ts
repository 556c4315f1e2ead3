// The whole state of the page as one value, of which a page can be built anew.

import type { ListSource } from "../engine/list-reading";
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
}

export interface State extends Work {
  /** What Undo brings back. */
  readonly previous: Work | undefined;
  readonly preferences: Preferences;
}

export function work(given: Given): Work {
  return { given, open: undefined, choices: {}, view: "pretty", selected: undefined, reading: undefined };
}

export const BEGIN: State = {
  ...work(fresh(undefined)),
  previous: undefined,
  preferences: { ticket: { language: undefined, format: "markdown", shared: NOTHING_SHARED }, keys: true, tab: true },
};
