// The signatures of a message: what each covers, whether it is intact, and by whose certificate.

import { breakable, h, type Child } from "../dom/elements";
import { inline } from "../dom/markup";
import { sign, type Sign } from "../dom/signs";
import { t } from "../words/words";
import type { Message, Signature, SignatureVerdict } from "engine";
import type { Actions } from "./actions";
import { section, sourceLink } from "./parts";
import { NOTHING, table, type Row } from "./table";

const LOOK: Record<SignatureVerdict, [sign: Sign, tone: string]> = {
  intact: ["clear", "clear"],
  broken: ["differs", "warn"],
  unsupported: ["open", "open"],
  "no-key": ["open", "open"],
  "not-covering": ["differs", "warn"],
};

export function signatures(message: Message, actions: Actions): HTMLElement | undefined {
  const found = message.signatures ?? [];
  if (found.length === 0) return undefined;
  return section("signatures", t("signatures"),
    table(["signature-of", "signature-state", "signature-by", "signature-time"], found.map((one) => row(one, actions))),
    severalKeys(found),
    h("p", { class: "note" }, t("signature-note")));
}

/** That the identity provider publishes several keys: once, though two signatures are by the same. */
function severalKeys(found: Signature[]): Child {
  const told = new Map(found.flatMap(({ severalKeys: keys }) => keys ? [[keys.text, keys.source] as const] : []));
  return [...told].map(([text, source]) => h("p", { class: "note" }, inline(text), " ", sourceLink(source)));
}

/** All of them in one line; nothing where there are none. */
export function inShort(message: Message): string | undefined {
  const found = message.signatures ?? [];
  return found.length === 0 ? undefined : found.map(({ text }) => text).join("; ");
}

function row(one: Signature, actions: Actions): Row {
  const [picture, look] = one.reformatted ? LOOK.unsupported : LOOK[one.why === "other-key" ? "broken" : one.verdict];
  const { span, covered, certificate, algorithm, key, part } = one;
  const place = covered ?? span;
  return {
    head: [place ? h("button", { type: "button", class: "wire", on: { click: () => actions.span(place.start, covered?.end) } }, part) : part],
    cells: [
      [
        h("span", { class: `state ${look}` }, sign(picture), one.state),
        algorithm !== undefined && h("small", {}, h("code", {}, algorithm), key?.bits !== undefined && ` · ${key.bits} bit`),
      ],
      certificate ? named(certificate.subject, certificate.sha256) : NOTHING,
      certificate ? inline(certificate.time) : NOTHING,
    ],
  };
}

function named(subject: string, sha256: string): Child {
  return [h("span", { class: "value" }, breakable(subject)), h("small", {}, "SHA-256 ", h("code", {}, `${sha256.slice(0, 16)}…`))];
}
