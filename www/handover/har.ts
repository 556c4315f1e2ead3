// A capture with nothing in it but the messages of one sign-in and what Webex answered: no cookie, no header, no other request.

import type { Message, Observed, Report } from "engine";
import { asBase64 } from "./ticket";

/** What of a report belongs to one sign-in. */
export type Alone = Pick<Report, "messages" | "observed" | "signIns">;

/** The sign-in of the open message; undefined where it comes from no capture. */
export function ofSignIn({ messages, observed, signIns }: Report, open: number): Alone | undefined {
  const steps = signIns.find(({ steps }) => steps.some(({ message }) => message === open))?.steps;
  const own = messages.map((_, index) => index).filter((index) => index === open || steps?.some(({ message }) => message === index));
  const all = own.flatMap((index) => messages[index] ?? []);
  if (all.every(({ origin }) => origin.entry === undefined)) return undefined;
  const answers = observed.flatMap((one) => {
    const message = one.message === undefined ? -1 : own.indexOf(one.message);
    return message < 0 ? [] : [{ ...one, message }];
  });
  return { messages: all, observed: answers, signIns: [] };
}

/** The HAR of it; a message without a text is left out. */
export function har({ messages, observed }: Pick<Alone, "messages" | "observed">, version: string): string {
  const entries = messages.map((message, index) => ({ message, answer: observed.find((one) => one.message === index) }))
    .filter(({ message }) => message.xml !== "")
    .map(({ message, answer }) => entry(message, answer));
  return JSON.stringify({ log: { version: "1.2", creator: { name: "error31", version }, entries } }, null, 2);
}

const SIZES = { headersSize: -1, bodySize: -1 };

function entry({ origin, xml, kind, issuedAt }: Message, answer: Observed | undefined): object {
  const field = kind === "authn-request" ? "SAMLRequest" : "SAMLResponse";
  const mimeType = "application/x-www-form-urlencoded";
  const text = answer?.spelling ?? "";
  return {
    startedDateTime: origin.startedAt ?? issuedAt ?? "",
    time: 0,
    request: {
      method: "POST", url: origin.url ?? "", httpVersion: "HTTP/1.1", cookies: [], headers: [{ name: "Content-Type", value: mimeType }], queryString: [],
      postData: { mimeType, params: [], text: `${field}=${encodeURIComponent(asBase64(xml))}` }, ...SIZES,
    },
    response: {
      status: 200, statusText: "", httpVersion: "HTTP/1.1", cookies: [], headers: [],
      content: { size: text.length, mimeType: "text/html", text }, redirectURL: "", ...SIZES,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}
