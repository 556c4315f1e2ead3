// The page around the frame, where there is one: it may set language and look, and is told heights and counts.

import { record, text, unwrap, wrap, type Outward } from "../../embed/protocol";
import type { Message } from "engine";
import { useBrand } from "./brand";
import { spokenAs, turn } from "../words/language";
import { useTheme } from "./theme";
import { language, type Language } from "../words/words";

let tell: ((message: Outward) => void) | undefined;
let speak: (chosen: Language) => void = turn;
let started = false;

/** Hears the host from now on. It speaks first: before that nobody is known to whom something could be told. */
export function listenToHost(): void {
  if (parent === window) return;
  addEventListener("message", ({ source, origin, data }) => {
    const message = source === parent ? unwrap(data) : undefined;
    const settings = message?.["kind"] === "settings" ? record(message["settings"]) : undefined;
    if (!settings) return;
    obey(settings);
    if (tell) return;
    // A host that came from a file or stands in a sandbox itself has no origin that could be named.
    const target = origin === "null" ? "*" : origin;
    tell = (told) => parent.postMessage(wrap(told), target);
    followHeight();
    if (started) tell({ kind: "ready" });
  });
}

function obey(settings: Record<string, unknown>): void {
  const wished = spokenAs(text(settings["language"]) ?? "");
  if (wished && wished !== language()) speak(wished);
  useTheme(text(settings["theme"]));
  useBrand(text(settings["accent"]), text(settings["font"]));
}

/** The page is there; it changes its language by `change`. */
export function ready(change: (chosen: Language) => void): void {
  speak = change;
  if (!started) tell?.({ kind: "ready" });
  started = true;
}

/** The frame is as high as its content, and nothing in it scrolls. */
function followHeight(): void {
  const root = document.documentElement;
  root.dataset["embed"] = "fitted";
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height !== last) tell?.({ kind: "height", height });
    last = height;
  }).observe(root);
}

/** Asks the host to scroll to a place; false where the page scrolls by itself. */
export function showInHost({ top, height }: { top: number; height: number }, block: ScrollLogicalPosition): boolean {
  if (!tell) return false;
  tell({ kind: "place", place: { top: Math.max(0, top + scrollY), height, block } });
  return true;
}

/** The verdict in numbers, once for each message that is opened. */
export function tellResult(message: Message | undefined): void {
  if (!message || !tell) return;
  const { verdict, causes } = message.error31;
  const of = (wanted: string) => causes.filter((cause) => cause.verdict === wanted).length;
  const findings = (wanted: string) => message.diagnostics.filter((one) => one.severity === wanted).length;
  const result = {
    verdict, confirmed: of("confirmed"), ruledOut: of("ruled-out"), cannotTell: of("cannot-tell"),
    errors: findings("error"), warnings: findings("warning"),
  };
  tell({ kind: "result", result });
}
