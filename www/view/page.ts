// The sections of each state, in reading order, before and after the source pane.

import type { Message, Report } from "engine";
import { hasSteps } from "../marks";
import type { About, Progress } from "../reading";
import { wanted } from "../ticket";
import { t } from "../words";
import type { Actions, Choices, Receiver } from "./actions";
import { causes } from "./causes";
import { checks, checksAlone } from "./checks";
import { hero, openCauses } from "./empty";
import { fields } from "./fields";
import { findings } from "./findings";
import { howTo } from "./how";
import { foundSoFar, messages } from "./messages";
import { notices, nothingRead } from "./notices";
import { answer, observed } from "./observed";
import { problem } from "./problem";
import { percent, progress } from "./progress";
import { exporting } from "./export";
import { isCopyFirst, verdict } from "./verdict";

export interface Sections {
  before: HTMLElement[];
  after: HTMLElement[];
}

/** Error 31 is the code whose five causes this page knows. */
const CODE = 31;

export function empty(actions: Actions): Sections {
  return { before: [hero(actions)], after: [openCauses(), howTo()] };
}

export function nothing(report: Report, about: About | undefined, choices: Choices, actions: Actions): Sections {
  const more = some(notices(report, about));
  if (report.observed.length === 0) {
    const found = report.problem ?? nothingRead(about);
    const showsHow = found.kind === "har-without-bodies" || !hasSteps(found.fix);
    return { before: [problem(found, actions), ...more], after: showsHow ? [howTo()] : [] };
  }
  const known = report.observed.some((one) => one.code === CODE);
  const ask = checksAlone(report.checks, choices);
  return {
    before: [answer(report.observed, known, actions), ...more],
    after: [...(known ? [openCauses()] : []), howTo(), ...some(ask)],
  };
}

export interface Shown {
  report: Report;
  message: Message;
  open: number;
  about: About | undefined;
  receiver: Receiver;
  choices: Choices;
}

export function result(shown: Shown, actions: Actions): Sections {
  const { report, message, open, about, receiver } = shown;
  const told = some(messages(report, open, actions), notices(report, about));
  const { before, after } = details(shown, actions);
  const { acts, panel } = exporting(wanted, actions.handing, isCopyFirst(message));
  return { before: [verdict(message, receiver, actions, acts), panel, ...told, ...before], after };
}

/** Files are being read; a message can be open already. */
export function reading(name: string, now: Progress, shown: Shown | undefined, actions: Actions): Sections {
  const head = [progress(name, now, actions), ...some(foundSoFar(now.report, shown?.open, actions))];
  if (!shown) return { before: head, after: [] };
  const { acts, panel } = exporting(wanted, actions.handing, false);
  const opened = verdict(shown.message, shown.receiver, actions, acts);
  opened.id = "opened";
  const { before, after } = details(shown, actions);
  return { before: [...head, opened, panel, ...before], after };
}

/** What follows the verdict on one message. */
function details({ report, message, open, choices }: Shown, actions: Actions): Sections {
  const ask = checks(message, choices);
  const answers = report.observed.filter((one) => one.message === undefined || one.message === open);
  const head = some(causes(message, actions), observed(answers));
  const body = some(fields(message, actions), findings(message, actions));
  return message.error31.verdict === "not-explained"
    ? { before: [...head, ...some(ask), ...body], after: [] }
    : { before: [...head, ...body], after: some(ask) };
}

function some(...all: (HTMLElement | undefined)[]): HTMLElement[] {
  return all.filter((one) => one !== undefined);
}

export function readingTitle(now: Progress): string {
  return t("title-reading", { percent: percent(now) });
}

/** The tab's title: names of attributes at most, never a value or a user. */
export function title(report: Report | undefined, message: Message | undefined): string {
  if (!report) return t("title-empty");
  if (!message) return t(report.observed.length > 0 ? "title-observed" : "title-nothing");
  const { verdict: known, causes: all } = message.error31;
  if (known !== "explained") return t(`title-${known}`);
  const confirmed = new Set(all.filter((cause) => cause.verdict === "confirmed").map((cause) => cause.id));
  const required = message.fields.filter((field) => field.need !== "optional");
  const gone = required.filter((field) => field.state === "missing" || field.state === "empty");
  const fields = gone.length > 0 ? gone : required.filter((field) => field.state === "misnamed");
  const names = [
    ...(confirmed.has("member-status") ? [t("title-member-status")] : []),
    ...(confirmed.has("required-fields") ? fields.map((field) => field.name) : []),
  ];
  return t("title-explained", { names: names.join(", ") });
}
