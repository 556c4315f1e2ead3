// Which of the report's own actions stand in the box under the verdict: at most three.

import type { Diagnostic, Message, Severity } from "engine";

export type Todo =
  | { kind: "finding"; action: string; index: number; severity: Severity }
  | { kind: "check"; action: string; who: string; cause: string; confirmed?: boolean };

const MOST = 3;

export function todo(message: Message): { heading: "do-first" | "check-next"; items: Todo[] } {
  const { verdict, checks, causes } = message.error31;
  const errors = actions(message.diagnostics, "error");
  const confirmed = causes.flatMap(({ id, verdict: known, because, next }): Todo[] =>
    known === "confirmed" && because.length === 0 && next !== ""
      ? [{ kind: "check", action: next.replace(/\.$/, ""), who: checks.find(({ cause }) => cause === id)?.who ?? "", cause: id, confirmed: true }]
      : []);
  const certain = [...errors, ...confirmed];
  const fixes = certain.length > 0 ? certain : actions(message.diagnostics, "warning");
  const open: Todo[] = checks.filter(({ settled }) => !settled).map((check) => ({ kind: "check", action: check.action, who: check.who, cause: check.cause }));
  const checkFirst = open.length > 0 && (verdict === "not-explained" || fixes.length === 0);
  return checkFirst
    ? { heading: "check-next", items: open.slice(0, MOST) }
    : { heading: "do-first", items: fixes.slice(0, MOST) };
}

function actions(diagnostics: Diagnostic[], severity: Severity): Todo[] {
  return diagnostics.flatMap((diagnostic, index): Todo[] =>
    diagnostic.severity === severity && diagnostic.action !== ""
      ? [{ kind: "finding", action: diagnostic.action, index, severity }]
      : []);
}
