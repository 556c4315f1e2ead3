// Draws the page around the source pane: the empty one, the report, what is read meanwhile, or why there is no engine.

import type { Message, ReferenceEntry } from "engine";
import type { Announcer } from "../announce/announce";
import type { Guide, RestartingEngine } from "../engine/engine";
import type { Refusal } from "../engine/module";
import type { Progress } from "../engine/file-reading";
import type { Actions } from "../view/actions";
import { edited } from "../view/edit-notice";
import { addFound } from "../view/messages";
import { noEngine, restarted } from "../view/problem";
import { updateProgress } from "../view/progress";
import * as states from "../view/sections";
import { placeSections, settleField, type Frame } from "../view/shell";
import type { Source } from "../view/source";
import { standingOf, type Standing } from "../view/status/standing";
import { updateUsers } from "../view/users";
import { language } from "../words/words";
import type { Change, Checking } from "./checking";
import type { Checks } from "./earlier";
import type { Selection } from "./selection";
import type { SideInputs } from "./side-inputs";
import type { State } from "./state";

/** What is drawn, and where. */
export interface DrawingHost {
  readonly engine: RestartingEngine | undefined;
  /** Why there is no engine. */
  readonly refusal: Refusal | undefined;
  readonly state: State;
  /** The code that the address asks for, where there is nothing else to show. */
  readonly asked: ReferenceEntry | undefined;
  readonly checking: Checking;
  readonly inputs: SideInputs;
  readonly checks: Checks;
  readonly frame: Frame;
  readonly source: Source;
  readonly selection: Selection;
  readonly announcer: Announcer;
  actions(): Actions;
  undoEdit(): void;
}

export class Drawing {
  /** The open message as it was before an edit. */
  private unedited: Message | undefined;

  constructor(private host: DrawingHost) {}

  draw(editing = false): void {
    const { refusal, frame: { main }, source, selection, announcer, asked, state: { given, preferences }, checking: { report, stopped, about, progress } } = this.host;
    settleField(main, source.element);
    if (progress) return this.reading(progress, "all");
    const shown = this.shown();
    const message = shown?.message;
    const actions = this.host.actions();
    const sections = refusal ? { before: [noEngine(refusal)], after: [] }
      : stopped !== undefined ? { before: [restarted(stopped, actions)], after: [] }
      : !report ? states.empty(this.known, actions, asked)
      : !shown ? states.nothing(report, about, this.known, actions)
      : states.result(shown, actions);
    if (given.edit) sections.before.find(({ id }) => id === "verdict")?.prepend(edited(this.unedited, message, () => this.host.undoEdit()));
    else this.unedited = message;
    placeSections(main, source.element, sections);
    source.element.hidden = refusal !== undefined;
    source.beside.hold(sections.beside);
    main.classList.toggle("one", sections.beside !== undefined);
    source.show(message, given.input, given.edit);
    if (editing) selection.keep();
    else selection.begin();
    const failed = stopped !== undefined || refusal !== undefined;
    announcer.outcome({ name: given.input?.name(), list: given.list?.name(), report, message, failed, editing, tab: preferences.tab });
  }

  /** Where nothing new was found, only the numbers change. */
  reading(now: Progress, change: Change): void {
    const { frame: { main }, source, selection, announcer, checking: { open }, state: { given, choices } } = this.host;
    const name = given.input?.name() ?? "";
    announcer.reading(name, now);
    if (change !== "all") updateProgress(now);
    const isDrawn = change === "numbers" || change === "rows" && updateUsers(now.users, open) && addFound(now.report, open, this.host.actions());
    if (isDrawn) return;
    announcer.unfollow();
    const shown = this.shown();
    placeSections(main, source.element, states.reading(name, now, shown, choices, this.host.actions()));
    if (!given.edit) source.show(shown?.message, given.input, undefined);
    selection.keep();
  }

  /** A report in the place of the one that is there, for paper. */
  place(shown: states.Shown): void {
    const { frame, source } = this.host;
    placeSections(frame.main, source.element, states.result(shown, this.host.actions()));
  }

  /** The open message with all that is known besides; undefined where none is open. */
  shown(): states.Shown | undefined {
    const { inputs, checking: { report, message, open, about }, state: { given: { receiver, code, provider, contexts } } } = this.host;
    return report && message && open !== undefined
      ? { ...this.known, report, message, open, about, receiver, code, provider, contexts, products: this.guide?.error31.products ?? [],
          standing: this.standing(message), after: inputs.after(report, open) }
      : undefined;
  }

  /** Where its account stands among the statuses. */
  standing(message: Message): Standing | undefined {
    return this.guide && standingOf(this.guide, message, this.host.state.given.answers);
  }

  private get known(): states.Known {
    const { state: { choices, preferences }, inputs: { list, published }, checks: { earlier: before }, checking: { users } } = this.host;
    return { choices, preferences, guide: this.guide, list, published, users, before };
  }

  private get guide(): Guide | undefined {
    return this.host.engine?.guide(language());
  }
}
