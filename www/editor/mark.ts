// One finding where it stands in the text.

import type { Severity } from "engine";

export interface Mark {
  finding: number;
  severity: Severity;
  from: number;
  to: number;
  title: string;
  why: string;
  /** The words of the box that stands there instead of a mark. */
  missing: string | undefined;
}
