// The options of the command, a row each: reading them, the help, the man page and the docs follow from the rows.

import { parseArgs, type ParseArgsConfig } from "node:util";
import { WrongUse } from "./ends";

export const FORMATS = ["text", "markdown", "json", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

interface Row {
  name: string;
  short?: string;
  /** What follows it, where something does. */
  value?: string;
  /** It can be given again. */
  several?: boolean;
  says: string;
  /** The engine's name of it, and what it takes there. */
  engine?: [name: string, read: (given: string[]) => unknown];
}

const last = (given: string[]) => given.at(-1);
const names = (given: string[]) => given.flatMap((list) => list.split(",")).map((name) => name.trim()).filter((name) => name !== "");

export const OPTIONS: readonly Row[] = [
  { name: "accounts", value: "FILE", says: "The user list that Control Hub or Site Administration exports (CSV): it decides causes on the Webex side." },
  { name: "code", value: "NUMBER", says: "The error code that Webex showed; without it the one in the file, else 31.", engine: ["code", (given) => number(last(given))] },
  { name: "receiver", value: "ID", says: "Read messages as this service would: auto, meetings-site, messenger, control-hub, meetings-server or other.", engine: ["serviceProvider", last] },
  { name: "idp", value: "ID", says: "The identity provider, where the message doesn’t show which it is: entra, okta, adfs; an unknown one is answered with all.", engine: ["identityProvider", last] },
  { name: "required", value: "NAMES", several: true, says: "Attributes that the site requires besides the four, with commas between them.", engine: ["required", names] },
  { name: "authn-contexts", value: "LIST", several: true, says: "The site’s list of classes of authentication (AuthnContextClassRef), as it stands there, with “;” between them.", engine: ["authnContexts", (given) => given] },
  { name: "metadata", value: "FILE", several: true, says: "Metadata or a certificate of the identity provider or of Webex, to hold messages against." },
  { name: "lang", value: "TAG", says: "Language of the report, as a BCP 47 tag: en, sr-Latn, sr-Cyrl.", engine: ["language", last] },
  { name: "format", value: "FORMAT", says: "text, markdown (the text for a ticket), json (the report of the package) or sarif (2.1.0)." },
  { name: "message", value: "N", says: "The message of a file to show in full as text or markdown; without it the one that says most." },
  { name: "redact", says: "Leave people, companies, hosts and times out of text, json and sarif as well; markdown never has them." },
  { name: "out", value: "FOLDER", says: "Write a report for each file into this folder, instead of to standard output." },
  { name: "help", short: "h", says: "Show this help." },
  { name: "version", short: "V", says: "Show the version, and the day on which the facts about Webex were last checked." },
];

export interface Given {
  files: string[];
  values: Record<string, string[] | undefined>;
  flags: Record<string, boolean | undefined>;
}

/** Reads the command line; throws `WrongUse`. */
export function read(argv: string[]): Given {
  const options: ParseArgsConfig["options"] = {};
  for (const { name, short, value } of OPTIONS) {
    options[name] = { type: value ? "string" : "boolean", ...(short && { short }), ...(value && { multiple: true }) };
  }
  const parsed = (() => {
    try {
      return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
    } catch (error) {
      throw new WrongUse(error instanceof Error ? error.message.split(". To specify")[0] ?? "" : String(error));
    }
  })();
  const given: Given = { files: parsed.positionals, values: {}, flags: {} };
  for (const { name, value, several } of OPTIONS) {
    const one = parsed.values[name];
    if (!value) given.flags[name] = one === true;
    else if (Array.isArray(one)) given.values[name] = one.map(String);
    if (value && !several && (given.values[name]?.length ?? 0) > 1) throw new WrongUse(`--${name} is given more than once`);
  }
  return given;
}

/** What of it the engine takes. */
export function engineOptions({ values }: Given): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const { name, engine } of OPTIONS) {
    const given = values[name];
    if (given && engine) options[engine[0]] = engine[1](given);
  }
  return options;
}

/** The option of the command that an option of the engine comes from. */
export function commandOption(engine: string): string {
  const row = OPTIONS.find((one) => one.engine?.[0] === engine);
  return row ? `--${row.name}` : engine;
}

export function format({ values }: Given): Format {
  const given = values["format"]?.[0] ?? "text";
  const found = FORMATS.find((one) => one === given);
  if (!found) throw new WrongUse(`--format takes ${FORMATS.join(", ")}; it was given “${given}”`);
  return found;
}

/** A number from 1, where one is given. */
export function counted({ values }: Given, name: string): number | undefined {
  const given = values[name]?.[0];
  if (given === undefined) return undefined;
  const n = number(given);
  if (typeof n !== "number" || n < 1) throw new WrongUse(`--${name} takes a number from 1; it was given “${given}”`);
  return n;
}

/** Anything else stays as it is, for the engine to say so. */
function number(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}
