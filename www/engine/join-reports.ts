// The reports on several files as one: messages one after the other, each with the name of its file.

import type { Message, Origin, Report, Sensitive } from "engine";

export interface Part {
  name: string;
  report: Report;
}

/** A report that holds nothing but messages, for what is known before the end. */
export function holding(messages: Message[], engine: string, language: string): Report {
  return { schema: 1, engine, language, messages, observed: [], signIns: [], checks: [], causes: [], more: false, notices: [] };
}

export function join(parts: readonly Part[], several: boolean, empty: Report): Report {
  const [only] = parts;
  if (!several) return only?.report ?? empty;
  const all: Report = { ...empty, messages: [], observed: [], signIns: [], notices: [] };
  for (const { name, report } of parts) {
    const from = all.messages.length;
    const named = <T extends { origin: Origin }>(one: T): T => ({ ...one, origin: within(name, one.origin) });
    all.messages.push(...report.messages.map(named));
    all.notices.push(...report.notices.map(named));
    all.observed.push(...report.observed.map((one) => {
      const { message, ...rest } = named(one);
      return message === undefined ? rest : { ...rest, message: message + from };
    }));
    all.signIns.push(...report.signIns.map((signIn) => ({
      ...signIn,
      steps: signIn.steps.map(({ message, ...step }) => (message === undefined ? step : { ...step, message: message + from })),
    })));
    all.more ||= report.more;
    const { sensitive } = report;
    if (sensitive) all.sensitive = sum(all.sensitive, sensitive);
    if (all.checks.length === 0) {
      const { checks, causes, ifItStays, whichConsole } = report;
      Object.assign(all, { checks, causes }, ifItStays !== undefined && { ifItStays }, whichConsole && { whichConsole });
    }
  }
  if (all.messages.length > 0) {
    all.checks = [];
    all.causes = [];
    delete all.ifItStays;
    delete all.whichConsole;
  }
  else if (all.observed.length === 0) takeProblem(all, parts);
  return all;
}

/** Nothing in any of them: the one that is known to lack its message says the most. */
function takeProblem(all: Report, parts: readonly Part[]): void {
  const problems = parts.flatMap(({ report }) => report.problem ?? []);
  const problem = problems.find((one) => one.kind === "har-without-bodies") ?? problems[0];
  if (problem) all.problem = problem;
}

function within(name: string, origin: Origin): Origin {
  return { ...origin, member: origin.member === undefined ? name : `${name} › ${origin.member}` };
}

function sum(a: Sensitive | undefined, b: Sensitive): Sensitive {
  if (!a) return b;
  return {
    cookies: a.cookies + b.cookies,
    authorization: a.authorization + b.authorization,
    passwords: a.passwords + b.passwords,
  };
}
