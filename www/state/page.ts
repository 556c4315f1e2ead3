// The page's state and what changes it: an input comes, is checked, and the report is drawn around the source pane.

import type { Message, StatusGuide } from "engine";
import { embedded } from "../frame/address";
import { Checking, type Change } from "./checking";
import type { Refusal, RestartingEngine } from "../engine/engine";
import { Evidence, type Holder } from "./known";
import { emptyBody, goTo, reveal, toTop } from "../dom/elements";
import { listenForDrop } from "../input/drop";
import { fresh, typed, type Given, type State } from "./given";
import { handing } from "./handover";
import { ready } from "../frame/host";
import { fileOpener, listenForPaste, pasted, readClipboard, type Edit, type Input, type Receive } from "../input/input";
import { listenForKeys } from "../input/keys";
import { chooseLanguage } from "../words/language";
import { Later } from "./debounce";
import { standingOf } from "../view/status/standing";
import type { Progress } from "../engine/file-reading";
import { sample, type SampleId } from "../input/samples";
import { Selection } from "./selection";
import { hide, toast } from "../announce/toast";
import { toggleTheme } from "../frame/theme";
import { wanted } from "../handover/ticket";
import { tell, tellReading } from "../announce/announce";
import { language, t, type Language } from "../words/words";
import type { Actions, Choices } from "../view/actions";
import { edited } from "../view/edit-notice";
import { frame, placeSections, type Frame } from "../view/shell";
import * as states from "../view/sections";
import { addFound } from "../view/messages";
import { noEngine, restarted } from "../view/problem";
import { updateProgress } from "../view/progress";
import { Source } from "../view/source";

export class Page {
  private given: Given = fresh(undefined);
  private previous: Given | undefined;
  /** The open message as it was before an edit. */
  private unedited: Message | undefined;
  private choices: Choices = {};
  private typing = new Later();
  private checking: Checking;
  private evidence: Evidence;
  private listening = new AbortController();
  private unfollow = () => {};
  private frame: Frame;
  private source: Source;
  private selection: Selection;
  private receive: Receive;
  private files: { element: HTMLInputElement; open(): void };

  constructor(private engine: RestartingEngine | undefined, private refusal: Refusal | undefined, before?: State) {
    const { signal } = this.listening;
    let openKeys = () => {};
    this.checking = new Checking(engine, {
      goesOn: (now, change) => this.drawReading(now, change),
      ended: (editing) => this.draw(editing),
    });
    this.evidence = new Evidence(engine, this.holder());
    this.frame = frame({ newCheck: () => this.newCheck(), language: (chosen) => this.speak(chosen), theme: () => this.theme(), keys: () => openKeys() }, engine);
    this.source = new Source({
      typed: (text) => this.later(() => this.typed(text)),
      edited: (edit, pause) => (pause ? this.later(() => this.edit(edit)) : this.edit(edit)),
      replaced: (text) => this.take(pasted(text)),
      select: (index, focus) => this.selection.fromSource(index, focus),
      back: () => this.back(),
      turned: () => this.selection.turned(),
      typeInstead: () => this.newCheck(),
      undo: () => this.undoEdit(),
      pretty: (xml) => this.engine?.pretty(xml),
    }, signal);
    this.selection = new Selection(this.frame.main, this.source);
    this.receive = {
      take: (input) => this.take(input),
      refuse: (why) => this.notice(why),
      takeLists: (files) => this.evidence.part(files),
      editor: this.source.box,
    };
    this.files = fileOpener(this.receive);
    document.body.append(this.files.element);
    this.frame.main.append(this.source.element);
    listenForPaste(this.receive, signal);
    listenForDrop(this.receive, signal);
    openKeys = listenForKeys({
      step: (by) => this.selection.step(by),
      place: () => this.selection.selected !== undefined && this.selection.place(this.selection.selected),
      back: () => this.back(),
      cause: (n) => goTo(`cause-${n}`),
      message: (by) => this.stepMessage(by),
      openFile: () => this.files.open(),
      copy: () => document.getElementById("copy-ticket")?.click(),
      newCheck: () => this.newCheck(),
      source: () => { reveal(this.source.element, "nearest"); this.source.focus(); },
      search: () => this.source.search(),
      undo: () => this.undo(),
    }, signal);
    if (before) this.resume(before);
    else this.draw();
    ready((chosen) => this.speak(chosen));
  }

  /** The same input in another language, on a page built anew. */
  private speak(chosen: Language): void {
    this.typing.now();
    const { given, previous, choices, checking: { open }, source: { view } } = this;
    const top = scrollY;
    this.listening.abort();
    this.checking.leave();
    const { reading } = this.evidence;
    this.evidence.leave();
    this.source.leave();
    this.unfollow();
    emptyBody();
    chooseLanguage(chosen);
    new Page(this.engine, this.refusal, { given, previous, open, choices, view, reading });
    document.getElementById("language")?.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  }

  private resume({ given, previous, open, choices, view, reading }: State): void {
    Object.assign(this, { previous, choices, given: { ...given, edit: undefined } });
    this.source.setInput(given.input, view);
    this.check(false, open);
    if (given.edit) this.edit(given.edit);
    this.evidence.resume(reading);
  }

  /** A new input takes the place of the one before, which Undo brings back. */
  private take(input: Input): void {
    if (this.evidence.takes(input)) return;
    const replaced = this.given.input;
    this.previous = replaced && this.given;
    hide(this.frame.toast);
    this.begin(fresh(input, this.given.list));
    if (replaced) this.undoable(t("replaced"));
  }

  private newCheck(): void {
    if (!this.given.input && !this.given.list) return this.source.focus();
    this.previous = this.given;
    this.evidence.leave();
    this.begin(fresh(undefined));
    this.undoable(t("cleared"));
    this.frame.status.textContent = t("cleared");
    this.source.focus();
  }

  private undo(): void {
    if (this.given.edit) return this.undoEdit();
    if (!this.previous) return;
    const before = this.previous;
    this.previous = undefined;
    hide(this.frame.toast);
    this.begin(before);
  }

  /** What Undo would bring back is gone once something new is typed. */
  private forget(): void {
    this.previous = undefined;
    hide(this.frame.toast);
  }

  private begin(given: Given): void {
    this.typing.off();
    this.given = given;
    this.choices = {};
    wanted.open = false;
    this.source.setInput(given.input);
    this.check(false);
    toTop();
  }

  private later(act: () => void): void {
    this.typing.do(act, this.checking.took);
  }

  private typed(text: string): void {
    const before = this.given;
    this.given = typed(before, text);
    if (!before.input) this.forget();
    else if (!this.given.input) this.previous = before;
    this.check(true);
    if (before.input && !this.given.input) this.undoable(t("cleared"));
  }

  private edit(edit: Edit | undefined): void {
    this.typing.off();
    this.given = { ...this.given, edit };
    this.check(true);
  }

  /** Back to the message as it came. */
  private undoEdit(): void {
    this.given = { ...this.given, edit: undefined };
    this.source.setInput(this.given.input, this.source.view);
    this.check(false);
  }

  private check(editing: boolean, open?: number): void {
    const { input, receiver, edit, list, answers } = this.given;
    this.checking.check({ content: edit?.text ?? input?.content, receiver, list, answers }, editing, open);
    this.evidence.keep();
  }

  private holder(): Holder {
    const page = this;
    return {
      get given() { return page.given; },
      get choices() { return page.choices; },
      get checks() { return page.checking.message?.error31.checks ?? page.checking.report?.checks ?? []; },
      change: (given, undo) => this.recheck(given, undo),
      redraw: (given) => { this.given = given; this.draw(true); },
      notice: (text) => this.notice(text),
      say: (text) => { this.frame.status.textContent = text; },
      actions: () => this.actions(),
    };
  }

  /** What the reader looks at stays where it is. */
  private recheck(given: Given, undo?: string): void {
    const { open } = this.checking;
    if (undo !== undefined) this.previous = this.given;
    const focused = document.activeElement;
    const top = focused?.getBoundingClientRect().top ?? 0;
    this.given = given;
    this.check(true, open);
    const heir = focused?.id ? document.getElementById(focused.id) : null;
    if (heir) scrollBy({ top: heir.getBoundingClientRect().top - top, behavior: "instant" });
    if (undo !== undefined) this.undoable(undo);
  }

  /** Where nothing new was found, only the numbers change. */
  private drawReading(now: Progress, change: Change): void {
    const name = this.given.input?.name() ?? "";
    tellReading(this.frame, name, now);
    if (change !== "all") updateProgress(now);
    const isDrawn = change === "numbers" || change === "rows" && addFound(now.report, this.checking.open, this.actions());
    if (isDrawn) return;
    this.unfollow();
    const shown = this.shown();
    placeSections(this.frame.main, this.source.element, states.reading(name, now, shown, this.actions()));
    this.source.show(shown?.message, this.given.input, undefined);
    this.selection.keep();
  }

  private shown(): states.Shown | undefined {
    const { checking: { report, message, open, about }, given: { receiver, answers } } = this;
    return report && message && open !== undefined
      ? { ...this.known, report, message, open, about, receiver,
          standing: this.guide && standingOf(this.guide, message, answers),
          after: this.evidence.after(message) }
      : undefined;
  }

  private get known(): states.Known {
    const { choices, guide, evidence } = this;
    return { choices, guide, list: (message) => evidence.section(message), listAsks: evidence.asks };
  }

  private get guide(): StatusGuide | undefined {
    return this.engine?.statuses(language());
  }

  private draw(editing = false): void {
    const { given, checking: { report, stopped, about, progress } } = this;
    if (progress) return this.drawReading(progress, "all");
    const shown = this.shown();
    const message = shown?.message;
    const actions = this.actions();
    const sections = this.refusal ? { before: [noEngine(this.refusal)], after: [] }
      : stopped !== undefined ? { before: [restarted(stopped, actions)], after: [] }
      : !report ? states.empty(this.known, actions)
      : !shown ? states.nothing(report, about, this.known, actions)
      : states.result(shown, actions);
    if (given.edit) sections.before[0]?.prepend(edited(this.unedited, message, () => this.undoEdit()));
    else this.unedited = message;
    placeSections(this.frame.main, this.source.element, sections);
    this.source.beside.hold(sections.beside);
    this.frame.main.classList.toggle("one", sections.beside !== undefined);
    this.source.show(message, given.input, given.edit);
    if (editing) this.selection.keep();
    else this.selection.begin();
    this.unfollow();
    const failed = stopped !== undefined || this.refusal !== undefined;
    this.unfollow = tell(this.frame, { name: given.input?.name(), list: given.list?.name(), report, message, failed, editing });
  }

  private back(): void {
    if (!this.evidence.stop() && !this.checking.stop()) this.selection.back();
  }

  private actions(): Actions {
    return {
      ...this.evidence.actions,
      openFile: () => this.files.open(),
      paste: () => void this.pasteFromClipboard(),
      sample: (id) => this.sample(id),
      newCheck: () => this.newCheck(),
      checkAgain: () => this.check(false),
      handing: handing({
        ticket: (choices) => this.checking.ticket(choices),
        shown: () => this.shown(),
        standing: (message) => this.guide && standingOf(this.guide, message, this.given.answers),
        place: (shown) => placeSections(this.frame.main, this.source.element, states.result(shown, this.actions())),
        redraw: () => this.draw(true),
        notice: (text) => this.notice(text),
        say: (text) => { this.frame.status.textContent = text; },
      }),
      cancel: () => this.checking.stop(),
      receiver: (receiver) => { this.given = { ...this.given, receiver }; this.check(false); },
      message: (index) => this.openMessage(index),
      finding: (index) => this.selection.show(index),
      place: (index) => this.selection.place(index),
      span: (start) => { this.selection.clear(); this.source.reveal(start); },
      statuses: () => goTo("statuses-h"),
      status: () => {
        this.source.beside.turn(true);
        goTo(document.getElementById("status-pane")?.offsetParent ? "status-pane" : "statuses-h");
      },
      check: (cause) => goTo(`check-${cause}`) || goTo("checks-h"),
    };
  }

  private sample(id: SampleId): void {
    this.take({ name: () => t("sample-name", { name: t(`sample-${id}`) }), content: sample(id, new Date()) });
  }

  private async pasteFromClipboard(): Promise<void> {
    if (await readClipboard(this.receive)) return;
    const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘V" : "Ctrl+V";
    this.source.turn("input");
    this.source.box.focus();
    this.notice(t("press-paste", { keys }));
  }

  private stepMessage(by: 1 | -1): void {
    const { open } = this.checking;
    this.openMessage(open === undefined ? 0 : open + by);
  }

  private openMessage(index: number): void {
    if (!this.checking.report?.messages[index]) return;
    this.checking.show(index);
    this.draw();
  }

  private undoable(text: string): void {
    toast(this.frame.toast, text, () => this.undo());
  }

  private notice(text: string): void {
    toast(this.frame.toast, text);
    if (embedded) reveal(this.frame.toast, "nearest");
    this.frame.status.textContent = text;
  }

  private theme(): void {
    this.frame.status.textContent = t(`said-theme-${toggleTheme()}`);
  }
}
