// What the text editor asks of the page, and what it is asked to show.

import type { Target } from "./jump-target";

export interface Reveal extends Target {
  /** The finding whose box is meant, where nothing stands that could be. */
  missing?: number | undefined;
}

export interface EditorWishes {
  /** The text differs from the one that was loaded, or is that one again. */
  changed(text: string | undefined): void;
  /** A whole new text was pasted over the old one. */
  replaced(text: string): void;
  /** A number or a mark was clicked, or reached by key; focus moves for numbers only. */
  select(finding: number, focus: boolean): void;
  back(): void;
  /** Undo was pressed where nothing of the text can be undone. */
  undoBefore(): void;
  moved(): void;
}
