// A capture with nothing in it but the messages of one sign-in and what Webex answered: no cookie, no header, no other request.

import type { Message, Observed, Origin, Report } from "engine";
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
  const text = answer?.spelling ?? "";
  const parameter = `${kind === "authn-request" ? "SAMLRequest" : "SAMLResponse"}=${encodeURIComponent(asBase64(xml))}`;
  return {
    startedDateTime: origin.startedAt ?? issuedAt ?? "",
    time: 0,
    request: { ...(isInAddress(origin) ? got(origin.url, parameter) : posted(origin.url, parameter)), httpVersion: "HTTP/1.1", cookies: [], queryString: [], ...SIZES },
    response: {
      status: 200, statusText: "", httpVersion: "HTTP/1.1", cookies: [], headers: [],
      content: { size: text.length, mimeType: "text/html", text }, redirectURL: "", ...SIZES,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}

/** Whether it was sent by GET. */
function isInAddress({ layers }: Origin): boolean {
  return layers.includes("url") && !layers.includes("form") && !layers.includes("html");
}

function got(url: string | undefined, parameter: string): object {
  return { method: "GET", url: `${url ?? ""}?${parameter}`, headers: [] };
}

function posted(url: string | undefined, parameter: string): object {
  const mimeType = "application/x-www-form-urlencoded";
  return { method: "POST", url: url ?? "", headers: [{ name: "Content-Type", value: mimeType }], postData: { mimeType, params: [], text: parameter } };
}
