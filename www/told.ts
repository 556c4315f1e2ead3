// What tells the outcome besides the sections: the bar, the tab with its icon, and the live region.

import type { Message, Report } from "engine";
import { append } from "./dom";
import { favicon } from "./favicon";
import { say, spoken } from "./speech";
import { t } from "./words";
import { followVerdict, trail, type Frame } from "./view/frame";
import { title } from "./view/page";

export interface Outcome {
  /** Name of the input, where there is one. */
  name: string | undefined;
  report: Report | undefined;
  message: Message | undefined;
  failed: boolean;
  editing: boolean;
}

/** Returns what ends the watch over the verdict. */
export function tell(frame: Frame, { name, report, message, failed, editing }: Outcome): () => void {
  frame.trail.replaceChildren();
  append(frame.trail, trail(name, message));
  frame.newCheck.hidden = name === undefined;
  document.title = failed ? t("title-failure") : title(report, message);
  favicon(message?.error31.verdict);
  const verdict = frame.main.querySelector("#verdict");
  const heading = verdict?.querySelector("h1")?.textContent ?? "";
  if (name !== undefined) say(frame.status, message ? spoken(message) : heading, editing);
  return verdict ? followVerdict(frame.strip, verdict, message) : () => {};
}
