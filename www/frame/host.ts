// The page around the frame, where there is one: it may set language and look, and is told heights and counts.

import { MAX_HEIGHT, record, text, unwrap, wrap, type Outward, type Place } from "../../embed/protocol";
import type { Message } from "engine";

/** What a host may set; each checks what it is given. */
export interface Settings {
  language(tag: string): void;
  theme(name: string | undefined): void;
  brand(accent: string | undefined, font: string | undefined): void;
}

const PLACE = "error31-place";

/** Whether scripts of the page around this one can read what is given to it: its frame has no sandbox, and both have one origin. */
export function parentCanRead(): boolean {
  if (parent === window) return false;
  try {
    return Boolean(parent.document);
  } catch {
    return false;
  }
}

export class Host {
  private tell: ((message: Outward) => void) | undefined;
  private started = false;

  /** Hears the host from now on. It speaks first: before that nobody is known to whom something could be told. */
  constructor(private settings: Settings) {
    if (parent === window) return;
    addEventListener("message", ({ source, origin, data }) => {
      const message = source === parent ? unwrap(data) : undefined;
      const settings = message?.["kind"] === "settings" ? record(message["settings"]) : undefined;
      if (!settings) return;
      this.obey(settings);
      // A host that came from a file or stands in a sandbox itself has no origin that could be named.
      if (!this.tell) this.connect(origin === "null" ? "*" : origin);
    });
  }

  /** The page is there; it changes its language by `language`. */
  ready(language: Settings["language"]): void {
    this.settings = { ...this.settings, language };
    if (!this.started) this.tell?.({ kind: "ready" });
    this.started = true;
  }

  /** The verdict in numbers, once for each message that is opened. */
  result(message: Message | undefined): void {
    if (!message || !this.tell) return;
    const { verdict, causes } = message.error31;
    const of = (wanted: string) => causes.filter((cause) => cause.verdict === wanted).length;
    const findings = (wanted: string) => message.diagnostics.filter((one) => one.severity === wanted).length;
    const result = {
      verdict, confirmed: of("confirmed"), ruledOut: of("ruled-out"), cannotTell: of("cannot-tell"),
      errors: findings("error"), warnings: findings("warning"),
    };
    this.tell({ kind: "result", result });
  }

  private obey(settings: Record<string, unknown>): void {
    this.settings.language(text(settings["language"]) ?? "");
    this.settings.theme(text(settings["theme"]));
    this.settings.brand(text(settings["accent"]), text(settings["font"]));
  }

  private connect(target: string): void {
    const tell = (told: Outward) => parent.postMessage(wrap(told), target);
    this.tell = tell;
    document.addEventListener(PLACE, (event) => {
      event.preventDefault();
      tell({ kind: "place", place: (event as CustomEvent<Place>).detail });
    });
    followHeight((height) => tell({ kind: "height", height }));
    if (this.started) tell({ kind: "ready" });
  }
}

/** The frame is as high as its content, up to the bound, and nothing in it scrolls. */
function followHeight(tell: (height: number) => void): void {
  const root = document.documentElement;
  root.dataset["embed"] = "fitted";
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    root.dataset["embed"] = height > MAX_HEIGHT ? "" : "fitted";
    if (height !== last) tell(height);
    last = height;
  }).observe(root);
}

/** Asks the host to scroll to a place; false where the page scrolls by itself. */
export function showInHost({ top, height }: { top: number; height: number }, block: ScrollLogicalPosition): boolean {
  const place: Place = { top: Math.max(0, top + scrollY), height, block };
  return !document.dispatchEvent(new CustomEvent(PLACE, { cancelable: true, detail: place }));
}
