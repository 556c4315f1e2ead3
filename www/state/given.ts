// What the reader gave, and what the reader made of it.

import type { Answers } from "engine";
import type { UserList } from "../engine/list-reading";
import type { Metadata } from "../engine/metadata";
import type { AfterFix } from "./comparison";
import { editable, pasted, type Edit, type Input } from "../input/input";
import type { Provider, Receiver } from "../view/actions";

export interface Given {
  readonly input: Input | undefined;
  readonly receiver: Receiver;
  readonly provider: Provider;
  /** The code that the reader chose; undefined takes Webex’s answer, else 31. */
  readonly code?: number | undefined;
  /** What is checked instead of the input, which is kept. */
  readonly edit?: Edit | undefined;
  readonly list?: UserList | undefined;
  /** What the service and the identity provider publish of themselves. */
  readonly metadata: readonly Metadata[];
  /** Attributes that the site requires besides the four. */
  readonly required: readonly string[];
  /** The site's list of classes of authentication, as it was pasted. */
  readonly contexts: string;
  /** What the reader looked up at Webex about this input. */
  readonly answers: Answers;
  /** The message after the fix. */
  readonly after?: AfterFix | undefined;
}

/** A new input: nothing is known about it but what holds for every message of a site. */
export function fresh(input: Input | undefined, of?: Given): Given {
  return { input, receiver: "auto", provider: "auto", list: of?.list, metadata: of?.metadata ?? [], required: of?.required ?? [], contexts: of?.contexts ?? "", answers: {} };
}

/** Text in the box: a new input where there was none, otherwise an edit of the one that came. */
export function typed(given: Given, text: string): Given {
  const { input, edit: _, ...rest } = given;
  if (text === "") return { ...fresh(undefined, given), receiver: given.receiver, provider: given.provider, code: given.code };
  if (!input || input.typed) return { ...rest, input: { ...pasted(text), typed: true } };
  return { ...rest, input, edit: text === editable(input) ? undefined : { text, from: "input" } };
}
