// Where the account at hand stands, from the user list or from the reader's answer.

import type { Answers, Generation, Message, StatusGuide, StatusId } from "engine";
import type { Guide } from "../../engine/engine";
import { t } from "../../words/words";
import { statusesOf } from "./graph";

export interface Standing {
  status: StatusId;
  generation: Generation;
  /** Red where the status confirms the cause, the accent where it does not. */
  tone: "found" | "accent";
  /** “… is here”. */
  here: string;
}

/** The list decides; an answer counts where it is silent. */
export function standingOf(known: Guide, { account, user, sp }: Message, answers: Answers): Standing | undefined {
  const answered = answers.account === "none" ? undefined : answers.account;
  const status = account?.status ?? answered;
  if (!status) return undefined;
  const guide = known.statuses;
  const generation = (account?.status && account.generation) ?? newestWith(guide, status, sp.id !== "control-hub");
  if (!generation) return undefined;
  const words = statusesOf(guide, generation).find(({ id }) => id === status);
  const here = user === undefined ? t("status-here-someone") : t("status-here", { who: user });
  return { status, generation, tone: words?.bearing === "confirms" ? "found" : "accent", here };
}

/** The newest list of statuses that has this one; that of a site where the account is one of a site. */
function newestWith(guide: StatusGuide, status: StatusId, site: boolean): Generation | undefined {
  const having = guide.generations.filter((one) => one.statuses.includes(status)).map((one) => one.id);
  return having.find((id) => (id === "site-administration") === site) && site
    ? "site-administration"
    : having.filter((id) => id !== "site-administration").at(-1) ?? having.at(-1);
}
