// What was checked in this tab, for as long as it is open: to go back to, and to compare with; messages of one input are compared here too.

import type { Comparison, Message, TicketChoices } from "engine";
import { goTo, toTop } from "../dom/elements";
import type { RestartingEngine } from "../engine/engine";
import type { Actions, Choices, Receiver } from "../view/actions";
import type { Earlier } from "../view/earlier";
import { language, t } from "../words/words";
import type { Checking } from "./checking";
import type { Kept, State, Work } from "./state";

/** So many are kept; the oldest goes first. */
const MOST = 12;

/** The checks with the one of now, where a message of it is open. */
function kept({ checks }: Pick<State, "checks">, now: Work, message: Message | undefined): readonly Kept[] {
  const { id, given: { input } } = now;
  if (!input || !message) return checks;
  const { error31: { verdict }, user, idp, xml } = message;
  const one: Kept = { id, work: { ...now, previous: undefined }, name: () => input.name(), verdict, user, idp: idp.id, xml };
  const rest = checks.filter((other) => other.id !== id);
  return [...rest, one].sort((a, b) => a.id - b.id).slice(-MOST);
}

/** The one before, if it is of the same user at the same identity provider: most likely the same sign-in, tried again. */
function again(all: readonly Kept[], id: number): Kept | undefined {
  const at = all.findIndex((one) => one.id === id);
  const [now, before] = [all[at], all[at - 1]];
  return now && before && now.user !== undefined && now.user === before.user && now.idp === before.idp ? before : undefined;
}

/** Compares two of them, anew only where something changed. */
class Against {
  private last: { key: unknown[]; comparison: Comparison | undefined } | undefined;

  constructor(private engine: RestartingEngine | undefined) {}

  compare(before: Kept, after: Kept, receiver: Receiver): Comparison | undefined {
    const key = [before.xml, after.xml, receiver, language()];
    if (this.last?.key.every((one, i) => one === key[i])) return this.last.comparison;
    const done = this.engine?.attempt((engine) => ({ comparison: engine.compare(before.xml, after.xml, { language: language(), serviceProvider: receiver }) }));
    const comparison = done && "comparison" in done ? done.comparison : undefined;
    this.last = { key, comparison };
    return comparison;
  }
}

export interface ChecksHost {
  readonly state: State;
  readonly checking: Checking;
  /** What is worked on, as it is now. */
  work(): Work;
  set(change: Partial<State>): void;
  forgetUndo(): void;
  /** Puts it in the place of what is open. */
  reopen(work: Work): void;
  redraw(): void;
  say(text: string): void;
}

export class Checks {
  private against: Against;

  readonly actions: Pick<Actions, "earlier" | "against" | "beside" | "forgetEarlier"> = {
    earlier: (id) => this.open(id),
    against: (id) => {
      this.choose({ against: id, beside: undefined });
      if (id !== undefined) goTo("against-h");
      else toVerdict();
    },
    beside: (index) => {
      this.choose({ against: undefined, beside: index });
      goTo("against-h");
    },
    forgetEarlier: () => {
      this.host.set({ checks: [] });
      this.host.forgetUndo();
      this.choose({ against: undefined });
      this.host.say(t("earlier-forgotten"));
    },
  };

  constructor(engine: RestartingEngine | undefined, private host: ChecksHost) {
    this.against = new Against(engine);
  }

  /** Keeps what is open; undefined where nothing is. */
  keep(): number | undefined {
    const { state: { id, given: { input } }, checking: { message } } = this.host;
    this.host.set({ checks: this.all });
    return input && message && id;
  }

  /** The open one included. */
  private get all(): readonly Kept[] {
    const { state, checking: { message } } = this.host;
    return kept(state, this.host.work(), message);
  }

  private choose(change: Partial<Choices>): void {
    this.host.set({ choices: { ...this.host.state.choices, ...change } });
    this.host.redraw();
  }

  private open(wanted: number): void {
    const { state: { id, given: { input }, previous } } = this.host;
    const one = this.all.find((other) => other.id === wanted);
    if (!one || wanted === id && input) return;
    this.host.reopen({ ...one.work, previous: input ? this.host.work() : previous });
    toTop();
    toVerdict();
  }

  /** What was checked before, and how the open one differs from it, or from another of its input, where that was asked for. */
  get earlier(): Earlier {
    const { all, host: { state: { id: current, choices: { against: wanted }, given: { input, receiver } } } } = this;
    const [one, now] = [wanted, current].map((id) => all.find((other) => other.id === id));
    const pair = one && now && one !== now ? (one.id < now.id ? [one, now] as const : [now, one] as const) : undefined;
    const named = ({ id, name }: Kept) => `${all.findIndex((other) => other.id === id) + 1} · ${name()}`;
    return {
      all, current, again: input && again(all, current)?.id,
      against: this.besideOpen ?? (one && pair && { id: one.id, names: [named(pair[0]), named(pair[1])], comparison: this.against.compare(pair[0], pair[1], receiver) }),
    };
  }

  private get besideOpen(): Earlier["against"] {
    const { checking, state: { choices: { beside } } } = this.host;
    const { report, open } = checking;
    if (!report || open === undefined || beside === undefined || !report.messages[beside] || beside === open) return undefined;
    const [first, second] = [Math.min(beside, open), Math.max(beside, open)];
    const named = (index: number) => [index + 1, report.messages[index]?.user].filter((part) => part !== undefined).join(" · ");
    return { id: undefined, names: [named(first), named(second)], comparison: checking.compare(first, second) };
  }

  /** What the open message is held against, for a ticket. */
  get forTicket(): Pick<TicketChoices, "before" | "after"> {
    const { checking: { report, open }, state: { id, choices: { against, beside } } } = this.host;
    const other = beside === undefined ? undefined : report?.messages[beside];
    if (other && open !== undefined && beside !== undefined && beside !== open) return beside < open ? { before: other } : { after: other };
    const one = this.all.find((kept) => kept.id === against);
    if (!one || one.id === id) return {};
    const message = { xml: one.xml, origin: { layers: [], forgiven: [] } };
    return one.id < id ? { before: message } : { after: message };
  }
}

function toVerdict(): void {
  document.getElementById("verdict")?.focus({ preventScroll: true });
}
