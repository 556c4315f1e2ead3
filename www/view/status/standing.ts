// Where the account at hand stands, from the user list or from the reader's answer.

import type { Generation, StatusGuide, StatusId } from "engine";

export interface Standing {
  status: StatusId;
  generation: Generation;
  /** Red where the status confirms the cause, the accent where it does not. */
  tone: "found" | "accent";
  /** “… is here”. */
  here: string;
}

/** The newest list of statuses that has this one. */
export function newestWith(guide: StatusGuide, status: StatusId, site: boolean): Generation | undefined {
  const having = guide.generations.filter((one) => one.statuses.includes(status)).map((one) => one.id);
  const fitting = having.filter((id) => (id === "site-administration") === site);
  return fitting.at(-1) ?? having.at(-1);
}
