// Compiles only if the published types are those of the source, and good to use.

import * as published from "error31";
import type { Error31, Options, Report, Severity } from "error31";
import * as source from "../../package/error31";

source satisfies typeof published;
published satisfies typeof source;

const options: Options = { now: new Date(0), signedInAt: "2026-11-21T09:14:07Z", required: ["phone"] };
const report: Report = published.check(new Uint8Array(), options);
const verdict: Error31["verdict"] | undefined = report.messages[0]?.error31.verdict;
const worst: Severity | undefined = report.messages[0]?.diagnostics[0]?.severity;
const line: number | undefined = report.messages[0]?.diagnostics[0]?.line;
const copied: string | undefined = published.ticket(report, 0, options, { language: "sr", keep: { site: true } })?.markdown;
const same: boolean | undefined = published.redact(report).receipt.same;
export const seen = [copied, same, verdict === "not-explained", worst === "error", line, report.problem?.kind];

export const scanned: Promise<Report> = published.scan(new Blob(), options, (message, done) => [message.error31.verdict, done + 1]);

export const table: string[] = published.overview([{ name: "a.har", report }, { name: "b.har" }], "en").rows.flatMap(({ words, fields }) => [words, ...fields.map(({ text }) => text)]);

// @ts-expect-error a list of names, not a name
published.check("", { required: "phone" });
// @ts-expect-error a service provider that Webex has not
published.check("", { serviceProvider: "zoom" });
// @ts-expect-error neither text nor bytes
published.check(31);
