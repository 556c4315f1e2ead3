// The report as the page says it, in its order: the verdict, what to do first, the findings, the causes, the fields, what to look up.

import type { Cause, CodeWords, Check, Diagnostic, Message, Observed, Origin, Report, SignIn, Way } from "error31";
import { count, duration, moment, size, t, word } from "../../www/words/words";
import { Drawing } from "./drawing";
import { visible, type Ink, type Tone } from "./ink";
import { isInFile } from "./places";

const SEVERITY: Record<Diagnostic["severity"], Tone> = { error: "bad", warning: "warn", info: "dim" };
const VERDICT: Record<Cause["verdict"], [sign: string, tone: Tone]> = { confirmed: ["✗", "bad"], "ruled-out": ["✓", "good"], "cannot-tell": ["?", "warn"] };

/** So much of the line of a finding is shown, in UTF-16 units. */
const LINE = 160;

/** The message that says most. */
export function telling({ messages }: Report): number {
  return messages.reduce((best, { rank }, i) => (rank < (messages[best]?.rank ?? rank) ? i : best), 0);
}

/** `file` is what the report is on; `index` the message that is shown. */
export function text(report: Report, file: string, index: number, ink: Ink): string {
  const draw = new Drawing(ink);
  const message = report.messages[index];
  if (message) whole(draw, report, message, file, index);
  else if (report.observed.length > 0) answerAlone(draw, report);
  else if (report.problem) {
    const { title, why, fix, tried } = report.problem;
    head(draw, t("chip-nothing"), title, "warn");
    draw.block(why, "");
    draw.gap();
    draw.block(fix, "");
    if (tried.length > 0) draw.block(`${t("tried")}: ${tried.map((layer) => word("layer", layer)).join(", ")}`, "");
  } else head(draw, t("chip-nothing"), t("title-nothing"), "warn");
  aboutFile(draw, report);
  return draw.text();
}

function head(draw: Drawing, chip: string, title: string, tone: Tone): void {
  draw.line(draw.ink.tone(tone, draw.ink.tone("bold", chip)));
  for (const line of draw.ink.block(title, "")) draw.line(draw.ink.tone("bold", line));
}

function whole(draw: Drawing, report: Report, message: Message, file: string, index: number): void {
  const { error31 } = message;
  head(draw, t(`chip-${error31.verdict}`, { code: error31.code }), error31.title, error31.verdict === "explained" ? "bad" : "warn");
  draw.block(error31.lead, "");
  if (error31.first.items.length > 0) draw.heading(t(error31.first.heading));
  for (const [i, item] of error31.first.items.entries()) {
    const { finding } = item;
    const link = finding === undefined ? "" : ` (${t("finding-link", { n: finding + 1 })})`;
    draw.block(`${item.action}${link}`, "     ", `  ${i + 1}. `);
  }
  draw.gap();
  facts(draw, message);
  messages(draw, report, index);
  findings(draw, message, file, index);
  if (error31.about) codeOf(draw, error31.about);
  draw.heading(t("causes"));
  for (const [i, cause] of error31.causes.entries()) causeOf(draw, cause, i);
  fields(draw, message);
  for (const one of report.signIns) if (one.steps.some((step) => step.message === index)) signIn(draw, one);
  const answers = report.observed.filter((one) => one.message === index || one.message === undefined);
  if (answers.length > 0) draw.heading(t("observed"));
  for (const one of answers) answer(draw, one);
  checks(draw, error31.checks, error31.ifItStays);
}

function facts(draw: Drawing, { idp, sp, user, issuedAt, validFor, seen, origin, signatures }: Message): void {
  draw.pairs([
    [t("from"), idp.name],
    [t("for"), sp.name && [sp.name, sp.site].filter(Boolean).join(", ")],
    [t("user"), user],
    [t("issued"), issuedAt && moment(issuedAt)],
    [t("valid-for"), validFor === undefined ? undefined : duration(validFor)],
    [t("seen"), seen === undefined ? undefined : t("seen-times", { n: seen })],
    [t("signature"), signatures?.map(({ text }) => text).join("; ")],
    [t("read-from"), trail(origin)],
  ]);
}

const CAPTURES: readonly string[] = ["har", "tracer", "json"];

/** HAR › request 3 of 12 › form body › base64 › XML */
function trail({ layers, member, entry }: Origin): string {
  const file = layers.lastIndexOf("zip");
  const capture = layers.findLastIndex((layer) => CAPTURES.includes(layer));
  const request = entry && (entry.total === undefined ? t("request", { n: count(entry.index) }) : t("request-of", { n: count(entry.index), total: count(entry.total) }));
  const steps = layers.flatMap((layer, i) => [
    word("layer", layer),
    ...(i === file && member !== undefined ? [member] : []),
    ...(i === capture && request !== undefined ? [request] : []),
  ]);
  return [...(file < 0 && member !== undefined ? [member] : []), ...steps, t("layer-xml")].join(" › ");
}

/** Where there are several. */
function messages(draw: Drawing, report: Report, shown: number): void {
  if (report.messages.length < 2) return;
  draw.heading(t("messages"));
  const rows = report.messages.map((message, i) => {
    const { idp, sp, user, origin, issuedAt, kind, error31 } = message;
    const when = origin.startedAt ?? issuedAt;
    return [
      `${i === shown ? "›" : " "} ${i + 1}`, when === undefined ? "" : moment(when), idp.name ?? t("unknown-receiver"), sp.name ?? t("to-unknown"), user ?? "",
      t(`short-${error31.verdict}`), kind === "response" ? "" : t(`kind-${kind}`),
    ];
  });
  draw.table([["  #", t("when"), t("from"), t("for"), t("user"), t("message-verdict"), ""], ...rows]);
  if (report.more) draw.block(t("messages-more"));
}

function findings(draw: Drawing, message: Message, file: string, index: number): void {
  draw.heading(t("findings"));
  if (message.diagnostics.length === 0) draw.block(t("no-findings"));
  const name = isInFile(message) ? file : `${file}#${index + 1}`;
  for (const [i, finding] of message.diagnostics.entries()) {
    const { severity, rule, line, column, code, title, why, fix, source, sourceNote, span } = finding;
    draw.block(`**${title}**`, "     ", `${i + 1}. `.padStart(5));
    const place = line === undefined ? undefined : [name, line, column].filter((part) => part !== undefined).join(":");
    const meta = [draw.ink.tone(SEVERITY[severity], t(`severity-${severity}`)), draw.ink.inline(place ?? ""), code === undefined ? "" : t("webex-code", { n: code }), rule];
    draw.line(`     ${meta.filter((part) => part !== "").join(" · ")}`);
    if (span) ownLine(draw, message.xml, span, severity);
    draw.named(t("why"), why, "     ");
    draw.named(t("fix"), fix, "     ");
    draw.named(t("source"), sourceNote === undefined ? source : `${source} (${sourceNote})`, "     ");
    draw.gap();
  }
  for (const { rule, count: n } of message.omitted) draw.block(t("findings-omitted", { rule, n: count(n) }));
}

/** The line of a finding, with the place in it marked below. */
function ownLine(draw: Drawing, xml: string, { start, end }: { start: number; end: number }, severity: Diagnostic["severity"]): void {
  const before = (xml.slice(Math.max(0, start - 60), start).split(/[\r\n]/).at(-1) ?? "").replace(/^\s+/, "");
  const marked = xml.slice(start, Math.min(end, start + LINE)).split(/[\r\n]/)[0] ?? "";
  const after = marked.length === LINE ? "…" : (xml.slice(start + marked.length, start + marked.length + 60).split(/[\r\n]/)[0] ?? "");
  const { ink } = draw;
  const plain = (text: string) => text.replaceAll("\t", " ");
  const shown = [before, marked, after].map((text) => plain(visible(text)));
  draw.line(`     ${ink.tone("dim", "|")} ${shown.join("")}`);
  draw.line(`     ${ink.tone("dim", "|")} ${" ".repeat(shown[0]?.length ?? 0)}${ink.tone(SEVERITY[severity], "^".repeat(Math.max(1, shown[1]?.length ?? 1)))}`);
}

function codeOf(draw: Drawing, { code, wording, meaning, source, causes, fixes }: CodeWords): void {
  draw.heading(t("code-heading", { n: code, wording }));
  draw.block(meaning);
  draw.named(t("source"), source.url);
  draw.block(`**${t("code-causes")}**`);
  for (const cause of causes) draw.block(cause.text);
  for (const place of ["webex", "identity-provider"] as const) {
    draw.block(`**${t(`code-at-${place}`)}**`);
    for (const { action, steps } of fixes.filter((fix) => fix.place === place)) draw.block([action && `**${action}**`, steps].filter(Boolean).join("\n"));
  }
}

function causeOf(draw: Drawing, cause: Cause, i: number): void {
  const [sign, tone] = VERDICT[cause.verdict];
  const from = cause.provenance ? `, ${word("provenance", cause.provenance)}` : "";
  const why = [cause.why, cause.because.length > 0 ? "" : (cause.next ?? "")].filter((part) => part !== "").join(" ");
  draw.block(`**${cause.title}**`, "       ", `  ${draw.ink.tone(tone, sign)} ${i + 1}. `);
  draw.line(`       ${draw.ink.tone(tone, t(`verdict-${cause.verdict}`))}${from}`);
  draw.block(why, "       ");
}

function fields(draw: Drawing, { fields: all, unlisted }: Message): void {
  if (all.length === 0 && unlisted.length === 0) return;
  draw.heading(t("fields"));
  const value = (field: Message["fields"][number]) => {
    if (field.state === "missing") return t("not-in-message");
    if (field.state === "unseen") return t("unseen-value");
    return field.state === "empty" ? t("no-value") : (field.value ?? "");
  };
  const rows = all.map((field) => [`  ${field.label}`, field.attribute ?? field.name, t(`state-${field.state}`), value(field)]);
  const tones = all.map(({ state, need }): Tone | undefined => (state === "ok" || state === "unseen" ? undefined : need === "always" || need === "site" ? "bad" : "warn"));
  draw.table([[`  ${t("field")}`, t("read-from"), t("state"), t("value")], ...rows], tones);
  if (unlisted.length > 0) draw.block(`${t("unlisted", { n: count(unlisted.length) })}: ${unlisted.slice(0, 100).map(({ name }) => `\`${name.replaceAll("`", "'")}\``).join(", ")}`);
}

function signIn(draw: Drawing, { steps, gaps }: SignIn): void {
  draw.gap();
  for (const [i, step] of steps.entries()) draw.block(step.text, "     ", `${i + 1}. `.padStart(5));
  for (const gap of gaps) draw.block(`**${gap.title}** ${gap.why}`);
}

function answer(draw: Drawing, { spelling, meaning, source, sourceNote }: Observed): void {
  draw.block(`**${t("quoted", { text: spelling })}**`);
  draw.block(meaning);
  draw.named(t("source"), sourceNote === undefined ? source : `${source} (${sourceNote})`);
}

/** Webex's sentence without a message. */
function answerAlone(draw: Drawing, report: Report): void {
  const [first, ...rest] = report.observed;
  if (!first) return;
  head(draw, t("chip-observed"), t("observed-heading", { spelling: first.spelling }), "warn");
  draw.block(first.meaning, "");
  draw.named(t("source"), first.source, "");
  draw.heading(t("observed-next"));
  draw.block(t(report.causes.length > 0 ? "observed-next-why" : "observed-next-other"));
  for (const one of rest) if (one.code !== first.code) answer(draw, one);
  if (report.causes.length > 0) draw.heading(t("causes"));
  for (const [i, cause] of report.causes.entries()) causeOf(draw, cause, i);
  checks(draw, report.checks, report.ifItStays);
}

function checks(draw: Drawing, all: Check[], ifItStays: string | undefined): void {
  if (all.length === 0) return;
  draw.heading(t("checks"));
  for (const check of all) {
    draw.block(`**${check.title}**`, "    ", "  • ");
    draw.named(t("who"), check.who, "    ");
    for (const way of check.ways) {
      if (check.ways.length > 1) draw.block(wayHead(way), "    ");
      draw.block(way.steps, "    ");
      draw.named(t("source"), way.sources.map(({ url, note }) => (note === undefined ? url : `${url} (${note})`)).join(", "), "    ");
    }
  }
  if (ifItStays !== undefined) draw.block(ifItStays);
}

function wayHead({ console, history }: Way): string {
  return [console && `**${t(`console-${console}`)}**`, history && `${t("this-account")}: ${t(`history-${history}`)}`].filter(Boolean).join(" · ");
}

/** What is told about the file itself. */
function aboutFile(draw: Drawing, { notices, sensitive, ends, messages }: Report): void {
  if (notices.length === 0 && !sensitive && !ends) return;
  draw.heading(t("about-files"));
  for (const { title, why, fix, origin } of notices.slice(0, 100)) {
    draw.block(`**${origin.member === undefined ? title : `${origin.member}: ${title}`}**`, "    ", "  • ");
    draw.block(why, "    ");
    draw.block(fix, "    ");
  }
  if (notices.length > 100) draw.block(t("notices-more", { n: count(notices.length - 100) }));
  const isTold = notices.some(({ kind }) => kind === "capture-cut" || kind === "capture-cut-between");
  if (ends && messages.length > 0 && !isTold) draw.block(ends.origin.entry ? t("ends-in-request", { n: count(ends.origin.entry.index) }) : t("ends-behind", { size: size(ends.offset) }));
  if (sensitive) {
    const held = (["cookies", "authorization", "passwords"] as const).filter((key) => sensitive[key] > 0);
    draw.block(t("holds", { list: held.map((key) => t(`holds-${key}`, { n: count(sensitive[key]) })).join(", ") }));
  }
}
