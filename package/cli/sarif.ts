// SARIF 2.1.0: each finding by line and column in the file as it was given, or in the text of a message that was taken out of it.

import type { Diagnostic, Message, Report, Severity } from "error31";
import { withoutMarks } from "../../www/dom/english";
import { isInFile } from "./places";

/** A file, and what it came to. */
export interface Read {
  file: string;
  report: Report;
}

/** A file that could not be read, and why. */
export interface Unread {
  file: string;
  reason: string;
}

const LEVEL: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note" };

export function sarif(read: Read[], unread: Unread[], version: string, isRedacted: boolean, language: string): unknown {
  const artifacts: object[] = [];
  const results: object[] = [];
  const rules = new Map<string, object>();
  const verdicts: object[] = [];
  for (const { file, report } of read) {
    const own = artifacts.push({ location: { uri: uriOf(file) } }) - 1;
    for (const [i, message] of report.messages.entries()) {
      const isOwn = isInFile(message) && !isRedacted;
      const uri = isOwn ? uriOf(file) : `${uriOf(file)}#${i + 1}`;
      const index = isOwn ? own : artifacts.push({ location: { uri }, parentIndex: own, contents: { text: message.xml } }) - 1;
      verdicts.push({ artifact: index, verdict: message.error31.verdict, title: plain(message.error31.title) });
      for (const finding of message.diagnostics) {
        if (!rules.has(finding.rule)) rules.set(finding.rule, { id: finding.rule, helpUri: finding.source });
        results.push(result(finding, message, { uri, index }, [...rules.keys()].indexOf(finding.rule)));
      }
    }
  }
  const told = read.flatMap(({ file, report }) => [
    ...report.notices.map(({ title, why, kind }) => notification(file, kind, `${plain(title)}. ${plain(why)}`, "warning")),
    ...(report.problem ? [notification(file, report.problem.kind, `${plain(report.problem.title)}. ${plain(report.problem.why)}`, "note")] : []),
    ...report.observed.map(({ spelling, meaning, code }) => notification(file, `webex-code-${code}`, plain(`${spelling}: ${meaning}`), "note")),
  ]);
  const failed = unread.map(({ file, reason }) => notification(file, "unreadable-file", `${file}: ${reason}`, "error"));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "error31", semanticVersion: version, language, rules: [...rules.values()] } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [...failed, ...told] }],
      columnKind: "utf16CodeUnits",
      artifacts,
      results,
      properties: { error31: verdicts },
    }],
  };
}

function result(finding: Diagnostic, message: Message, artifactLocation: { uri: string; index: number }, ruleIndex: number): object {
  const { rule, severity, title, why, fix, code, attribute } = finding;
  const region = regionOf(finding, message.xml);
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: `${plain(title)}. ${plain(why)}` },
    locations: [{ physicalLocation: { artifactLocation, ...(region && { region }) } }],
    properties: { fix: plain(fix), ...(code !== undefined && { code }), ...(attribute !== undefined && { attribute }) },
  };
}

function regionOf({ span, line, column }: Diagnostic, xml: string): object | undefined {
  if (line === undefined) return undefined;
  if (!span || column === undefined) return { startLine: line };
  const lines = xml.slice(span.start, span.end).split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? "";
  return {
    startLine: line,
    startColumn: column,
    endLine: line + lines.length - 1,
    endColumn: lines.length === 1 ? column + last.length : last.length + 1,
  };
}

function notification(file: string, id: string, text: string, level: string): object {
  return { descriptor: { id }, level, message: { text }, locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }] };
}

/** A path as an address relative to where the command ran. */
function uriOf(file: string): string {
  const path = process.platform === "win32" ? file.replaceAll("\\", "/") : file;
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${escaped}` : escaped.replace(/^(\.\/)+/, "");
}

/** Text of the engine without its marks. */
function plain(text: string): string {
  return withoutMarks(text).replace(/`|\*\*|<(?=https:)|(?<=https:[^\s]*)>/g, "");
}
