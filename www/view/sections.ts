// The sections of each state, in reading order, before and after the source pane.

import type { Message, ProductName, ReferenceEntry, Report } from "engine";
import type { Guide } from "../engine/engine";
import type { About, Progress } from "../engine/file-reading";
import type { Actions, Choices, Preferences, Provider, Receiver } from "./actions";
import { afterwards, type After } from "./after-fix";
import { causes } from "./causes";
import { checks, checksAlone } from "./checks";
import { code as codeWords } from "./code";
import { hero, openCauses } from "./empty";
import { fields } from "./fields";
import { findings } from "./findings";
import { howTo } from "./how-to-get";
import { foundSoFar, messages } from "./messages";
import { metadata, type Published } from "./metadata";
import { notices, nothingRead, stoppedLine } from "./notices";
import { answer, codes, observed } from "./observed";
import { problem } from "./problem";
import { explained } from "./reference";
import { recipe } from "./recipe";
import { progress } from "./progress";
import type { Beside } from "./beside-source";
import { exporting } from "./export";
import { signIns } from "./sign-ins/section";
import { signatures } from "./signatures";
import { statuses } from "./status/section";
import { users } from "./users";
import type { Users } from "../engine/users";
import { asks, listed, type ListState } from "./user-list";
import type { Standing } from "./status/standing";
import { authnContext } from "./authn-context";
import { isCopyFirst, isNoAnswer, verdict, wantsAnother } from "./verdict";
import { compared, earlier, type Earlier } from "./earlier";
import { jumps } from "./jumps";

export interface Sections {
  before: HTMLElement[];
  after: HTMLElement[];
  /** What stands beside the report where there is room. */
  beside?: Beside;
}

export function empty({ guide, choices, preferences, list, before }: Known, actions: Actions, asked: ReferenceEntry | undefined): Sections {
  const known = guide && [openCauses(guide.error31.causes, actions, guide.error31.spellings), howTo(preferences.way, actions),
    ...some(checksAlone(guide.error31, choices, actions), statuses(guide, undefined, choices, actions).section)];
  return { before: [...some(earlier(before, actions)), hero(actions), ...some(asked && explained(asked), listed(list, undefined, actions))], after: known ?? [howTo(preferences.way, actions)] };
}

export function nothing(report: Report, about: About | undefined, { guide, choices, preferences, list, users: all, before }: Known, actions: Actions): Sections {
  const row = some(earlier(before, actions));
  const more = some(users(all, undefined, choices, actions), signIns(report, undefined, choices, actions), listed(list, undefined, actions), notices(report, about));
  if (report.observed.length === 0) {
    const found = report.problem ?? nothingRead(about);
    return { before: [...row, problem(found, actions, about?.stoppedAt !== undefined), ...more], after: [howTo(preferences.way, actions)] };
  }
  const known = report.causes.length > 0;
  const states = known && guide ? statuses(guide, undefined, choices, actions).section : undefined;
  return {
    before: [...row, answer(report.observed, known, list !== undefined, actions), ...codes(report.observed), ...more],
    after: [...(known ? [openCauses(report.causes, actions)] : []), howTo(preferences.way, actions), ...some(checksAlone(report, choices, actions), states)],
  };
}

/** What is known besides the message. */
export interface Known {
  choices: Choices;
  guide: Guide | undefined;
  preferences: Preferences;
  /** The user list, where there is one. */
  list: ListState | undefined;
  /** Metadata that messages are held against; undefined on paper without the person. */
  published: Published[] | undefined;
  /** What was found by user, where there are several. */
  users: Users | undefined;
  /** What was checked before in this tab. */
  before: Earlier;
}

export interface Shown extends Known {
  report: Report;
  message: Message;
  open: number;
  about: About | undefined;
  receiver: Receiver;
  provider: Provider;
  /** The products to choose from. */
  products: ProductName[];
  /** The site's list of classes of authentication, as it was pasted. */
  contexts: string;
  /** The code that the reader chose. */
  code: number | undefined;
  /** Where the account stands among the statuses, where that is known. */
  standing: Standing | undefined;
  after: After | undefined;
}

export function result(shown: Shown, actions: Actions): Sections {
  const { report, message, open, about, choices, preferences } = shown;
  const told = some(compared(shown.before, actions), users(shown.users, open, choices, actions), messages(report, open, actions), notices(report, about));
  const { before, after, beside } = details(shown, actions);
  const { acts, panel } = exporting(choices, preferences, actions, isCopyFirst(message));
  const head = verdict(message, shown, actions, acts, stoppedLine(about));
  const [causes, ...others] = before;
  const sections = [...some(causes), ...told, ...others, ...after];
  const table = sections.find(({ id }) => id === "causes") ?? head;
  table.append(...some(jumps(sections.filter((one) => one !== table))));
  return { before: [...some(earlier(shown.before, actions)), head, panel, ...some(causes), ...told, ...others], after, ...(beside && { beside }) };
}

/** Files are being read; a message can be open already. */
export function reading(name: string, now: Progress, shown: Shown | undefined, choices: Choices, actions: Actions): Sections {
  const head = [progress(name, now, actions), ...some(users(now.users, shown?.open, choices, actions), foundSoFar(now.report, shown?.open, actions))];
  if (!shown) return { before: head, after: [] };
  const { acts, panel } = exporting(shown.choices, shown.preferences, actions, false);
  const opened = verdict(shown.message, shown, actions, acts);
  opened.id = "opened";
  const { before, ...rest } = details(shown, actions);
  return { before: [...head, opened, panel, ...before], ...rest };
}

/** What follows the verdict on one message. */
function details({ report, message, open, choices, guide, preferences, standing, list, provider, products, contexts, published, after: later }: Shown, actions: Actions): Sections {
  const states = guide && statuses(guide, standing, choices, actions);
  const ask = checks(message, choices, actions);
  const answers = report.observed.filter((one) => one.message === undefined || one.message === open);
  const accounts = listed(list, message.account, actions);
  const told = list && asks(list) ? [accounts, causes(message, actions)] : [causes(message, actions), accounts];
  const { about: known } = message.error31;
  const head = some(known && codeWords(known), ...told, signIns(report, open, choices, actions), observed(answers));
  const body = some(fields(message, actions), signatures(message, actions), authnContext(message.authnContext, contexts, actions), recipe(message, provider, products, actions), findings(message, actions));
  if (isNoAnswer(message)) return { before: some(howTo(preferences.way, actions), ...head, ...body), after: [] };
  const again = afterwards(later, actions);
  const facts = published && metadata(published, actions);
  if (wantsAnother(message)) return { before: [...head, howTo(preferences.way, actions), ...body], after: some(ask, states?.section, facts, again) };
  if (states && standing?.tone === "found") return { before: [states.section, ...head, ...body], after: some(ask, facts, again), beside: states };
  return message.error31.verdict === "not-explained"
    ? { before: [...head, ...some(ask, states?.section), ...body], after: some(facts, again) }
    : { before: [...head, ...body], after: some(ask, states?.section, facts, again) };
}

function some(...all: (HTMLElement | undefined)[]): HTMLElement[] {
  return all.filter((one) => one !== undefined);
}
