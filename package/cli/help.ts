// The help, and the same as a man page and as Markdown: all made of the rows of options and ends.

import { ENDS } from "./ends";
import { OPTIONS } from "./options";

const PURPOSE = "explain why Webex answers a SAML sign-in with “Auto account creation failed (31)”";

const FORMS: [form: string, says: string][] = [
  ["error31 [options] FILE|FOLDER|- …", "Check what was captured: SAML responses as XML or base64, forms, HAR and SAML-tracer exports, archives, mails, logs. “-” is standard input; of a folder all files are read."],
  ["error31 explain ID … [--lang TAG] [--format text|json]", "Say what is known of a code, a cause, a rule, an attribute, a status or a provider: 31, 13, member-status."],
  ["error31 verify FILE", "Compare a copy of error31.html with the one of this release, byte for byte: 0 the same, 1 another."],
];

const NOTES = [
  "A file is read as a stream, so its size does not matter. Nothing is sent anywhere, and nothing is written but what --out names.",
  "Several files give a table and one summary. They end with 1 if one is explained, else 2, else 3, else 0; a file that can’t be read is told, and makes it 66 only if no other was read. A fault of the program in one of them makes it 70.",
  "text, json and sarif hold what the messages hold, unless --redact is given; markdown never does. With markdown and --redact files are numbered rather than named. Progress and remarks go to standard error.",
  "In sarif the places are those of the file as it was given; where a message was taken out of a container, those of the artifact FILE#N, whose text is the message.",
];

const ENVIRONMENT: [name: string, says: string][] = [["NO_COLOR", "Set and not empty: no colours."], ["FORCE_COLOR", "Set to another value than 0: colours also where no terminal is."]];

const EXAMPLES: [command: string, says: string][] = [
  ["error31 sign-in.har", "What a capture shows."],
  ["error31 --accounts exported_users.csv response.xml", "With what the user list says of the account."],
  ["error31 --format markdown sign-in.har > ticket.md", "A text for a ticket, without personal data."],
  ["error31 --format sarif responses/ > error31.sarif", "Findings for an editor or a code review."],
  ["error31 explain 31", "What is known of the code."],
];

const flag = ({ name, short, value }: (typeof OPTIONS)[number]) => `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
const ends = () => Object.values(ENDS).map(([code, says]): [string, string] => [String(code), says]);

export function help(): string {
  const column = (rows: [string, string][]) => {
    const width = Math.max(...rows.map(([name]) => name.length)) + 4;
    return rows.map(([name, says]) => wrapped(says, width, `  ${name}`.padEnd(width))).join("\n");
  };
  return [
    `error31: ${PURPOSE}\n`,
    ...FORMS.map(([form, says]) => `${form}\n${wrapped(says, 4)}\n`),
    `Options\n${column(OPTIONS.map((row) => [flag(row), row.says]))}\n`,
    `Exit codes\n${column(ends())}\n`,
    ...NOTES.map((note) => `${wrapped(note, 0)}\n`),
    `Environment\n${column(ENVIRONMENT)}\n`,
    `Examples\n${EXAMPLES.map(([command, says]) => `  ${command}\n      ${says}`).join("\n")}\n`,
  ].join("\n");
}

function wrapped(text: string, indent: number, first = " ".repeat(indent)): string {
  const lines = [first];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    const isEmpty = line.length === indent;
    if (line.length + word.length + 1 > 100) lines.push(" ".repeat(indent) + word);
    else lines[lines.length - 1] = `${line}${isEmpty ? "" : " "}${word}`;
  }
  return lines.join("\n");
}

/** For `man`; `date` is the day of the release. */
export function man(version: string, date: string): string {
  const escaped = (text: string) => text.replace(/\\/g, "\\e").replace(/-/g, "\\-").replace(/^([.'])/gm, "\\&$1").replace(/…/g, "...");
  const rows = (all: [string, string][]) => all.flatMap(([name, says]) => [".TP", `.B ${escaped(name)}`, escaped(says)]);
  return [
    `.TH ERROR31 1 "${date}" "error31 ${version}"`,
    ".SH NAME", `error31 \\- ${escaped(PURPOSE)}`,
    ".SH SYNOPSIS", ...FORMS.flatMap(([form]) => [`.B ${escaped(form)}`, ".br"]),
    ".SH DESCRIPTION", ...rows(FORMS),
    ".SH OPTIONS", ...rows(OPTIONS.map((row): [string, string] => [flag(row), row.says])),
    ".SH EXIT STATUS", ...rows(ends()),
    ".SH NOTES", ...NOTES.flatMap((note) => [".PP", escaped(note)]),
    ".SH ENVIRONMENT", ...rows(ENVIRONMENT),
    ".SH EXAMPLES", ...rows(EXAMPLES), "",
  ].join("\n");
}

/** For the docs. */
export function markdown(): string {
  const table = (head: [string, string], rows: [string, string][]) =>
    [`| ${head[0]} | ${head[1]} |`, "| --- | --- |", ...rows.map(([name, says]) => `| \`${name.replaceAll("|", "\\|")}\` | ${says.replaceAll("|", "\\|")} |`)].join("\n");
  return [
    "<!-- Made of package/cli by `cargo xtask build`. -->\n",
    "# The command `error31`\n",
    `To ${PURPOSE}. It comes with the npm package; Node.js 20.16 or newer runs it.\n`,
    ...FORMS.map(([form, says]) => `\`\`\`text\n${form}\n\`\`\`\n\n${says}\n`),
    "## Options\n", `${table(["option", "what it does"], OPTIONS.map((row) => [flag(row), row.says]))}\n`,
    "## Exit codes\n", `${table(["code", "when"], ends())}\n`,
    "## To know\n", ...NOTES.map((note) => `* ${note}`), "",
    "## Environment\n", `${table(["variable", "what it does"], ENVIRONMENT)}\n`,
    "## Examples\n", `${table(["command", "what it gives"], EXAMPLES)}\n`,
  ].join("\n");
}
