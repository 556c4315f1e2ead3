// What the reader gave, and what the reader made of it.

import { editable, pasted, type Edit, type Input } from "./input";
import type { Choices, Receiver } from "./view/actions";
import type { View } from "./view/source";

export interface Given {
  input: Input | undefined;
  receiver: Receiver;
  /** What is checked instead of the input, which is kept. */
  edit?: Edit | undefined;
}

/** What outlives a change of the language, for which the page is built anew. */
export interface State {
  given: Given;
  previous: Given | undefined;
  open: number | undefined;
  choices: Choices;
  view: View;
}

/** Text in the box: a new input where there was none, otherwise an edit of the one that came. */
export function typed({ input, receiver }: Given, text: string): Given {
  if (text === "") return { receiver, input: undefined };
  if (!input || input.typed) return { receiver, input: { ...pasted(text), typed: true } };
  return { receiver, input, edit: text === editable(input) ? undefined : { text, from: "input" } };
}
