// The part of an address behind `#`: names an entry of the reference or a place of the page, never anything of an input.

/** What is asked for: an entry, all entries of a kind, or the reference as a whole. */
export interface Asked {
  kind: string;
  /** Of an entry; undefined for a section and for the whole. */
  id: string | undefined;
}

const SECTIONS: Record<string, string> = {
  reference: "reference", codes: "code", causes: "cause", rules: "rule", attributes: "attribute", statuses: "status",
  "service-providers": "service-provider", "identity-providers": "identity-provider", how: "how",
};

/** Undefined where nothing of the reference is asked for, as in the links inside of a report. */
export function asked(fragment: string): Asked | undefined {
  const text = decoded(fragment.replace(/^#/, ""));
  const at = text.indexOf("=");
  if (at >= 0) return { kind: text.slice(0, at), id: text.slice(at + 1) };
  const kind = SECTIONS[text];
  return kind === undefined ? undefined : { kind, id: undefined };
}

/** The address in this page of an entry, or of all of a kind. */
export function addressOf(kind: string, id: string | undefined): string {
  if (id !== undefined) return `#${kind}=${encodeURIComponent(id)}`;
  const section = Object.entries(SECTIONS).find(([, one]) => one === kind);
  return `#${section?.[0] ?? "reference"}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
