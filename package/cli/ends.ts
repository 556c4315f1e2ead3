// How the command ends: a row a code, for the command itself, its help and its man page.

import type { Message, MessageKind, Report } from "error31";

export const ENDS = {
  notExplained: [0, "nothing in the messages explains it"],
  explained: [1, "a message, the user list or what is known explains it"],
  cannotTell: [2, "cannot tell; also where there is only Webex’s answer, without a message"],
  nothing: [3, "no message was found"],
  wrongUse: [64, "the command was used wrongly"],
  unreadable: [66, "a file can’t be read, and no other one was"],
  fault: [70, "a fault of this program"],
  stopped: [130, "stopped with Ctrl+C"],
} as const satisfies Record<string, readonly [number, string]>;

export type End = keyof typeof ENDS;

export class WrongUse extends Error {}

/** A file that everything hangs on, as a user list. */
export class Unreadable extends Error {}

/** Said where the engine stopped: a place in the program, never a word of the input. */
export class Fault extends Error {}

/** What stands beside a message that was sent to sign somebody in. */
const BESIDE: MessageKind[] = ["authn-request", "logout", "metadata"];

/** What a file came to. */
export function endOf(report: Report): End {
  if (report.problem?.kind === "engine-stopped") return "fault";
  if (report.messages.length === 0) return report.observed.length > 0 ? "cannotTell" : "nothing";
  const verdicts = judged(report.messages).map((message) => message.error31.verdict);
  if (verdicts.includes("explained")) return "explained";
  return verdicts.includes("cannot-tell") ? "cannotTell" : "notExplained";
}

/** The messages that sign somebody in to Webex; all, where there are only others. */
function judged(messages: Message[]): Message[] {
  const signing = messages.filter(({ kind, stepBefore }) => !BESIDE.includes(kind) && stepBefore === undefined);
  return signing.length > 0 ? signing : messages;
}

/** What several files came to. */
export function endOfAll(ends: End[]): End {
  const order: End[] = ["fault", "explained", "cannotTell", "nothing", "notExplained", "unreadable"];
  return order.find((end) => ends.includes(end)) ?? "nothing";
}
