// Types of the element `<error-31>`, which `error31-embed.js` defines.

/** What a check came to: counts, never a value of the message. */
export interface Result {
  /** Whether the open message explains error 31. */
  verdict: "explained" | "not-explained" | "cannot-tell";
  /** How many of the five causes are confirmed, ruled out, and open. */
  confirmed: number;
  ruledOut: number;
  cannotTell: number;
  /** How many findings of each kind. */
  errors: number;
  warnings: number;
}

/** Attributes: `src`, `lang`, `theme`, `accent`, `font`, `min-height`, `title`, `open`. */
export interface Error31Element extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "error-31": Error31Element;
  }
  interface HTMLElementEventMap {
    /** The page in the frame can be used. */
    "error31-ready": CustomEvent<undefined>;
    /** A message was checked, or another one was opened. */
    "error31-result": CustomEvent<Result>;
  }
}
