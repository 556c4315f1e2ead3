// What the page in a frame and the element around it say to each other. Settings go in, sizes and counts come out.

import type { Result } from "./error31-embed";

/** Stands in every message; what carries another one is not read. */
const VERSION = 1;

/** No frame is made higher, in pixels, whoever asks; a page that needs more scrolls in its frame. */
export const MAX_HEIGHT = 60_000;

/** What the page around the frame may wish; the page inside checks each of them. */
export interface Settings {
  language?: string | undefined;
  theme?: string | undefined;
  /** As a browser writes an opaque sRGB colour: `rgb(14, 90, 107)`. */
  accent?: string | undefined;
  /** Names of font families, with commas between. */
  font?: string | undefined;
}

/** A place in the frame that the reader asked for. */
export interface Place {
  top: number;
  height: number;
  block: ScrollLogicalPosition;
}

export type Inward = { kind: "settings"; settings: Settings };
export type Outward =
  | { kind: "ready" }
  | { kind: "height"; height: number }
  | { kind: "place"; place: Place }
  | { kind: "result"; result: Result };

export function wrap<T extends Inward | Outward>(message: T): T & { error31: number } {
  return { error31: VERSION, ...message };
}

/** The message, if it is one of ours; its content is still to be checked. */
export function unwrap(data: unknown): Record<string, unknown> | undefined {
  const message = record(data);
  return message?.["error31"] === VERSION ? message : undefined;
}

export function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? value as Record<string, unknown> : undefined;
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
