// The sections of each state, in reading order, before and after the source pane.

import type { Message, Report } from "engine";
import { hasSteps } from "../marks";
import { t } from "../words";
import type { Actions, Choices, Receiver } from "./actions";
import { causes } from "./causes";
import { checks, checksAlone } from "./checks";
import { hero, openCauses } from "./empty";
import { fields } from "./fields";
import { findings } from "./findings";
import { howTo } from "./how";
import { messages } from "./messages";
import { answer, observed } from "./observed";
import { problem } from "./problem";
import { verdict } from "./verdict";

export interface Sections {
  before: HTMLElement[];
  after: HTMLElement[];
}

/** Error 31 is the code whose five causes this page knows. */
const CODE = 31;

export function empty(actions: Actions): Sections {
  return { before: [hero(actions)], after: [openCauses(), howTo()] };
}

export function nothing(report: Report, choices: Choices, actions: Actions): Sections {
  if (report.observed.length === 0 && report.problem) {
    return { before: [problem(report.problem, actions)], after: hasSteps(report.problem.fix) ? [] : [howTo()] };
  }
  const known = report.observed.some((one) => one.code === CODE);
  const ask = checksAlone(report.checks, choices);
  return {
    before: [answer(report.observed, known, actions)],
    after: [...(known ? [openCauses()] : []), howTo(), ...(ask ? [ask] : [])],
  };
}

export function result(report: Report, message: Message, open: number, receiver: Receiver, choices: Choices, actions: Actions): Sections {
  const list = messages(report, open, actions);
  const ask = checks(message, choices);
  const first = message.error31.verdict === "not-explained";
  const parts = (...all: (HTMLElement | undefined)[]) => all.filter((one) => one !== undefined);
  const head = parts(verdict(message, receiver, actions), list, causes(message, actions), observed(report.observed));
  return first
    ? { before: parts(...head, ask, fields(message, actions), findings(message, actions)), after: [] }
    : { before: parts(...head, fields(message, actions), findings(message, actions)), after: parts(ask) };
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
