// What tells the outcome besides the sections: the bar, the tab with its icon, and the live region.

import type { Message, Report } from "engine";
import { append, type Child } from "../dom/elements";
import { withoutMarks } from "../dom/english";
import type { Progress } from "../engine/file-reading";
import { embedded } from "../frame/address";
import { favicon } from "./icon";
import type { Host } from "../frame/host";
import { LiveRegion, spoken } from "./live-region";
import { t } from "../words/words";
import { followVerdict, type Frame } from "../view/shell";
import { readingTitle, title } from "./title";
import { percent } from "../view/progress";
import { trail } from "../view/trail";

export interface Announced {
  /** Name of the input, where there is one. */
  name: string | undefined;
  /** Name of the user list, where there is one. */
  list: string | undefined;
  report: Report | undefined;
  message: Message | undefined;
  failed: boolean;
  editing: boolean;
  /** Whether title and icon of the tab tell the outcome. */
  tab: boolean;
}

export class Announcer {
  readonly region: LiveRegion;
  private watch = () => {};

  constructor(private frame: Frame, private host: Host) {
    this.region = new LiveRegion(frame.status);
  }

  outcome({ name, list, report, message, failed, editing, tab }: Announced): void {
    const { frame } = this;
    this.bar(trail(name, message, list), name !== undefined || list !== undefined);
    this.host.result(message);
    const tells = tab && !embedded;
    if (failed) document.title = withoutMarks(t("title-failure"));
    else document.title = withoutMarks(tells ? title(report, message) : t("title-empty"));
    favicon(tells ? message?.error31.verdict : undefined);
    const verdict = frame.main.querySelector("#verdict");
    const heading = verdict?.querySelector("h1")?.textContent ?? "";
    if (name !== undefined) this.region.sayOutcome(message ? spoken(message) : heading, editing);
    this.unfollow();
    if (verdict) this.watch = followVerdict(frame.strip, verdict, message);
  }

  /** The live region hears of the start and of each quarter. */
  reading(name: string, now: Progress): void {
    const at = percent(now);
    this.bar(trail(name, undefined), true);
    this.frame.strip.replaceChildren();
    document.title = withoutMarks(readingTitle(now));
    this.region.sayNew(at < 25 ? t("said-reading", { name }) : t("said-read", { percent: 25 * Math.floor(at / 25) }));
  }

  /** Ends the watch over the verdict. */
  unfollow(): void {
    this.watch();
    this.watch = () => {};
  }

  /** The page goes. */
  leave(): void {
    this.unfollow();
    this.region.leave();
  }

  private bar(trail: Child[], hasInput: boolean): void {
    this.frame.trail.replaceChildren();
    append(this.frame.trail, trail);
    this.frame.newCheck.hidden = !hasInput;
  }
}
