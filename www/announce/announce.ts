// What tells the outcome besides the sections: the bar, the tab with its icon, and the live region.

import type { Message, Report } from "engine";
import { append } from "../dom/elements";
import type { Progress } from "../engine/file-reading";
import { favicon } from "./icon";
import { tellResult } from "../frame/host";
import { say, spoken } from "./live-region";
import { t } from "../words/words";
import { followVerdict, type Frame } from "../view/shell";
import { readingTitle, title } from "../view/sections";
import { percent } from "../view/progress";
import { trail } from "../view/trail";

export interface Outcome {
  /** Name of the input, where there is one. */
  name: string | undefined;
  /** Name of the user list, where there is one. */
  list: string | undefined;
  report: Report | undefined;
  message: Message | undefined;
  failed: boolean;
  editing: boolean;
}

/** Returns what ends the watch over the verdict. */
export function tell(frame: Frame, { name, list, report, message, failed, editing }: Outcome): () => void {
  frame.trail.replaceChildren();
  append(frame.trail, trail(name, message, list));
  frame.newCheck.hidden = name === undefined && list === undefined;
  tellResult(message);
  document.title = failed ? t("title-failure") : title(report, message);
  favicon(message?.error31.verdict);
  const verdict = frame.main.querySelector("#verdict");
  const heading = verdict?.querySelector("h1")?.textContent ?? "";
  if (name !== undefined) say(frame.status, message ? spoken(message) : heading, editing);
  return verdict ? followVerdict(frame.strip, verdict, message) : () => {};
}

/** The live region hears of the start and of each quarter. */
export function tellReading(frame: Frame, name: string, now: Progress): void {
  const at = percent(now);
  frame.trail.replaceChildren();
  append(frame.trail, trail(name, undefined));
  frame.strip.replaceChildren();
  frame.newCheck.hidden = false;
  document.title = readingTitle(now);
  const quarter = at < 25 ? t("said-reading", { name }) : t("said-read", { percent: 25 * Math.floor(at / 25) });
  if (frame.status.textContent !== quarter) frame.status.textContent = quarter;
}
