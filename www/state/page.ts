// The page's state and what changes it: an input comes, is checked, and the report is drawn around the source pane.

import type { ReferenceEntry } from "engine";
import { embedded } from "../frame/address";
import { Checking } from "./checking";
import type { Workers } from "../engine/background";
import type { RestartingEngine } from "../engine/engine";
import type { Refusal } from "../engine/module";
import type { Host } from "../frame/host";
import type { Requests } from "../frame/requests";
import { SideInputs, type InputsHost } from "./side-inputs";
import { emptyBody, focusInSight, goTo, reveal, steady, toTop } from "../dom/elements";
import { listenForDrop } from "../input/drop";
import { fresh, typed, type Given } from "./given";
import { BEGIN, work, type State, type Work } from "./state";
import { Checks } from "./earlier";
import { handing } from "./handover";
import { fileOpener, folderOpener, listenForPaste, pasted, readClipboard, type Edit, type Input, type Receive } from "../input/input";
import { listenForKeys, type Switch } from "../input/keys";
import { chooseLanguage, otherLanguage } from "../words/language";
import { Debounce } from "./debounce";
import { Lookup } from "./lookup";
import { sample, type SampleId } from "../input/samples";
import { Selection } from "./selection";
import { Drawing } from "./drawing";
import { Toast } from "../announce/toast";
import { nextTheme } from "../frame/theme";
import { keepKeys } from "../frame/keys";
import { takeCopies } from "./copies";
import { Announcer } from "../announce/announce";
import { knowPages, language, t, type Language } from "../words/words";
import type { Actions, Choices, Preferences } from "../view/actions";
import { frame, type Frame } from "../view/shell";
import { Source } from "../view/source";

/** What lasts as long as the document, whatever page is built in it. */
export interface Surroundings {
  engine: RestartingEngine | undefined;
  /** Why there is no engine. */
  refusal: Refusal | undefined;
  workers: Workers | undefined;
  requests: Requests;
  host: Host;
}

export class Page {
  private state: State;
  private typing = new Debounce();
  private checking: Checking;
  private inputs: SideInputs;
  private checks: Checks;
  private listening = new AbortController();
  private frame: Frame;
  private announcer: Announcer;
  private toast: Toast;
  private source: Source;
  private selection: Selection;
  private drawing: Drawing;
  private lookup: Lookup;
  /** The code that the address asks for, where there is nothing else to show. */
  private asked: ReferenceEntry | undefined;
  /** The code that the address names. */
  private linkedCode: number | undefined;
  private receive: Receive;
  private files: { element: HTMLInputElement; open(): void };
  private folder: { element: HTMLInputElement; open(): void };

  constructor(private around: Surroundings, before?: State) {
    const page = this;
    const { engine, workers, requests, host } = around;
    const { signal } = this.listening;
    this.state = before ?? BEGIN;
    knowPages(engine?.guide(language())?.error31.pages ?? []);
    let openKeys = () => {};
    this.checking = new Checking(engine, workers, {
      goesOn: (now, change) => this.drawing.reading(now, change),
      ended: (editing) => this.drawing.draw(editing),
    });
    this.inputs = new SideInputs(engine, workers, this.inputsHost());
    this.checks = new Checks(engine, {
      get state() { return page.state; },
      checking: this.checking,
      work: () => this.work(),
      set: (change) => this.set(change),
      forgetUndo: () => this.forget(),
      reopen: (work) => this.reopen(work),
      redraw: () => this.drawing.draw(true),
      say: (text) => this.announcer.region.say(text),
    });
    this.frame = frame({ newCheck: () => this.newCheck(), start: () => this.start(), language: (chosen) => this.speak(chosen), theme: () => this.theme(), keys: () => openKeys(), tab: this.tabSwitch() }, requests, engine);
    this.announcer = new Announcer(this.frame, host);
    this.toast = new Toast(this.frame.toast);
    this.source = new Source({
      typed: (text) => this.later(() => this.typed(text)),
      edited: (edit, pause) => (pause ? this.later(() => this.edit(edit)) : this.edit(edit)),
      replaced: (text) => this.take(pasted(text)),
      select: (index, focus) => this.selection.fromSource(index, focus),
      back: () => this.back(),
      undoBefore: () => this.undo(),
      turned: () => this.selection.turned(),
      typeInstead: () => this.newCheck(),
      undo: () => this.undoEdit(),
      pretty: (xml) => engine?.pretty(xml),
    }, signal);
    this.selection = new Selection(this.frame.main, this.source);
    this.drawing = new Drawing({
      engine, refusal: around.refusal, checking: this.checking, inputs: this.inputs, checks: this.checks,
      frame: this.frame, source: this.source, selection: this.selection, announcer: this.announcer,
      get state() { return page.state; },
      get asked() { return page.asked; },
      actions: () => this.actions(),
      undoEdit: () => this.undoEdit(),
    });
    this.lookup = new Lookup({
      main: this.frame.main,
      reference: () => engine?.reference(language()),
      actions: () => this.actions(),
      explain: (code) => this.explain(code),
      link: (code) => this.setCode(code, "address"),
      get way() { return page.state.preferences.way; },
    }, signal);
    this.receive = {
      take: (input) => this.take(input),
      refuse: (why) => this.notice(why),
      takeOthers: async (files) => this.inputs.part(await takeCopies(files, (why) => this.notice(why))),
      editor: this.source.box,
    };
    this.files = fileOpener(this.receive);
    this.folder = folderOpener(this.receive);
    document.body.append(this.files.element, this.folder.element);
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
      search: () => (this.lookup.open ? this.lookup.search() : this.source.search()),
      undo: () => this.undo(),
      get covered() { return page.lookup.open; },
    }, this.keySwitch(), signal);
    if (before) this.resume(before);
    else this.drawing.draw();
    this.lookup.follow();
    host.ready((tag) => {
      const chosen = otherLanguage(tag);
      if (chosen) this.speak(chosen);
    });
  }

  /** The same input in another language, on a page built anew. */
  private speak(chosen: Language): void {
    this.typing.now();
    const state = this.whole();
    const top = scrollY;
    this.listening.abort();
    this.checking.leave();
    this.inputs.leave();
    this.source.leave();
    this.announcer.leave();
    emptyBody();
    chooseLanguage(chosen);
    new Page(this.around, state);
    document.getElementById("language")?.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  }

  private get given(): Given {
    return this.state.given;
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  private setGiven(change: Partial<Given>): void {
    this.set({ given: { ...this.given, ...change } });
  }

  /** The state of now, with what its parts hold of it. */
  private whole(): State {
    const { state, checking: { open }, source: { view }, selection: { selected }, inputs: { reading } } = this;
    return { ...state, open, view, selected, reading };
  }

  private work(): Work {
    const { preferences: _, checks: __, ...work } = this.whole();
    return work;
  }

  /** Works on something, new or from before; what is kept of an edit is the message without it. */
  private resume(work: Work): void {
    const { given, open, view, selected, reading } = work;
    this.typing.off();
    this.set({ ...work, given: { ...given, edit: undefined } });
    this.source.setInput(given.input, view);
    this.check(false, open);
    if (given.edit) this.edit(given.edit);
    if (selected !== undefined) this.selection.resume(selected);
    if (reading) this.inputs.resume(reading);
  }

  /** Something that was worked on before takes the place of what is open. */
  private reopen(work: Work): void {
    this.checks.keep();
    this.toast.hide();
    this.lookup.end();
    this.resume(work);
  }

  /** A new input takes the place of the one before, which Undo brings back. */
  private take(input: Input): void {
    if (this.inputs.takes(input)) return;
    const replaced = this.given.input !== undefined;
    const before = this.checks.keep();
    if (replaced) this.set({ previous: this.work() });
    this.toast.hide();
    this.lookup.end();
    this.begin(fresh(input, this.given));
    if (replaced) this.undoable(t("replaced"), before);
  }

  private newCheck(): void {
    if (!this.given.input && !this.given.list) return this.source.focus();
    this.checks.keep();
    this.set({ previous: this.work() });
    this.lookup.end();
    this.inputs.leave();
    this.begin(fresh(undefined));
    this.undoable(t("cleared"));
    this.announcer.region.say(t("cleared"));
    this.source.focus();
  }

  /** Back to the empty page, which Undo leaves again. */
  private start(): void {
    if (this.given.input ?? this.given.list) this.newCheck();
    else this.lookup.end();
    toTop();
  }

  private undo(): void {
    if (this.given.edit) return this.undoEdit();
    const { previous } = this.state;
    if (!previous) return;
    this.reopen(previous);
    if (previous.previous) this.undoable(t("undone"));
    toTop();
    focusInSight("verdict");
  }

  /** What Undo would bring back is gone once something new is typed. */
  private forget(): void {
    this.set({ previous: undefined });
    this.toast.hide();
  }

  private begin(given: Given): void {
    const { checks, id, previous } = this.state;
    this.resume({ ...work(given, 1 + Math.max(id, ...checks.map((one) => one.id))), previous });
    toTop();
  }

  private later(act: () => void): void {
    this.typing.do(act, this.checking.took);
  }

  private typed(text: string): void {
    const before = this.work();
    const given = typed(before.given, text);
    const isCleared = before.given.input !== undefined && !given.input;
    if (!before.given.input) this.forget();
    else if (isCleared) {
      this.checks.keep();
      this.set({ previous: before, id: before.id + 1 });
    }
    this.set({ given });
    this.check(true);
    if (isCleared) this.undoable(t("cleared"));
  }

  private edit(edit: Edit | undefined): void {
    this.typing.off();
    this.setGiven({ edit });
    this.check(true);
  }

  /** Back to the message as it came. */
  private undoEdit(): void {
    this.setGiven({ edit: undefined });
    this.source.setInput(this.given.input, this.source.view);
    this.check(false);
  }

  private check(editing: boolean, open?: number): void {
    const { input, edit, ...known } = this.given;
    this.checking.check({ ...known, code: known.code, linkedCode: this.linkedCode, content: edit?.text ?? input?.content }, editing, open);
    this.inputs.keep();
  }

  private keySwitch(): Switch {
    const page = this;
    return {
      get on() { return page.state.preferences.keys; },
      turn: (keys) => {
        keepKeys(keys);
        this.prefer({ keys });
      },
    };
  }

  private tabSwitch(): Switch {
    const page = this;
    return {
      get on() { return page.state.preferences.tab; },
      turn: (tab) => {
        this.prefer({ tab });
        this.drawing.draw(true);
      },
    };
  }

  private prefer(change: Partial<Preferences>): void {
    this.set({ preferences: { ...this.state.preferences, ...change } });
  }

  private choose(change: Partial<Choices>): void {
    this.set({ choices: { ...this.state.choices, ...change } });
  }

  private inputsHost(): InputsHost {
    const page = this;
    return {
      get given() { return page.given; },
      get choices() { return page.state.choices; },
      get checks() { return page.checking.message?.error31.checks ?? page.checking.report?.checks ?? []; },
      get account() { return page.checking.message?.account; },
      change: (given, undo) => this.recheck(given, undo),
      redraw: (given) => { this.set({ given }); this.drawing.draw(true); },
      notice: (text) => this.notice(text),
      say: (text) => this.announcer.region.say(text),
      choose: (change) => this.choose(change),
    };
  }

  /** What the reader looks at stays where it is. */
  private recheck(given: Given, undo?: () => string): void {
    const { open } = this.checking;
    if (undo !== undefined) this.set({ previous: this.work() });
    this.set({ given });
    steady(() => this.check(true, open));
    if (undo !== undefined) this.undoable(undo());
  }

  private explain(code: ReferenceEntry | undefined): boolean {
    const isEmpty = !this.given.input && !this.checking.report;
    const changed = this.asked !== code;
    this.asked = code;
    if (isEmpty && changed) this.drawing.draw(true);
    return isEmpty;
  }

  /** A code from the address never outvotes Webex’s answer; gives whether the open message is judged for it. */
  private setCode(code: number | undefined, from: "choice" | "address"): boolean {
    if (from === "choice") this.setGiven({ code });
    else if (this.linkedCode === code) return this.checking.message?.error31.codeBy === "link";
    else this.linkedCode = code;
    if (this.checking.report) this.recheck(this.given);
    return this.checking.message?.error31.codeBy === (from === "choice" ? "reader" : "link");
  }

  private back(): void {
    if (!this.lookup.leave() && !this.inputs.stop() && !this.checking.stop()) this.selection.back();
  }

  private actions(): Actions {
    return {
      ...this.inputs.actions,
      choose: (change) => this.choose(change),
      prefer: (change) => this.prefer(change),
      openFile: () => this.files.open(),
      openFolder: () => this.folder.open(),
      paste: () => void this.pasteFromClipboard(),
      sample: (id) => this.sample(id),
      newCheck: () => this.newCheck(),
      checkAgain: () => this.check(false),
      readOn: () => {
        this.checking.forget();
        this.check(false, this.checking.open);
      },
      ...this.checks.actions,
      handing: handing({
        ticket: (choices) => this.checking.ticket(choices),
        redacted: (alone, choices) => this.checking.redacted(alone, choices),
        beside: () => this.checks.forTicket,
        version: this.around.engine?.version.replace("error31 ", "") ?? "",
        shown: () => this.drawing.shown(),
        standing: (message) => this.drawing.standing(message),
        place: (shown) => this.drawing.place(shown),
        redraw: () => this.drawing.draw(true),
        notice: (text) => this.notice(text),
        say: (text) => this.announcer.region.say(text),
        wishes: () => this.state.preferences.ticket,
      }),
      cancel: () => this.checking.stop(),
      provider: (provider) => this.recheck({ ...this.given, provider }),
      receiver: (receiver) => this.recheck({ ...this.given, receiver }),
      code: (code) => void this.setCode(code, "choice"),
      fix: (index) => goTo(`fix-${index}`),
      message: (index) => this.openMessage(index),
      finding: (index) => this.selection.show(index),
      place: (index) => this.selection.place(index),
      span: (start, end) => { this.selection.clear(); this.source.reveal(start, end); },
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
    const keys = /Mac/.test(navigator.userAgent) ? "⌘V" : "Ctrl+V";
    const touch = matchMedia("(pointer: coarse)").matches;
    this.source.turn("input");
    this.source.box.focus();
    this.notice(touch ? t("hold-paste") : t("press-paste", { keys }));
  }

  private stepMessage(by: 1 | -1): void {
    const { open } = this.checking;
    this.openMessage(open === undefined ? 0 : open + by);
  }

  private openMessage(index: number): void {
    if (!this.checking.report?.messages[index]) return;
    this.choose({ signIn: undefined });
    steady(() => {
      this.checking.show(index);
      this.drawing.draw();
    });
  }

  /** `before` is what the new one can be compared with. */
  private undoable(text: string, before?: number): void {
    const more = before === undefined ? undefined : { text: t("compare-before"), act: () => this.checks.actions.against(before) };
    this.toast.show(text, () => this.undo(), more);
  }

  private notice(text: string): void {
    this.toast.show(text);
    if (embedded) reveal(this.frame.toast, "nearest");
    this.announcer.region.say(text);
  }

  private theme(): void {
    const now = t(`said-theme-${nextTheme()}`);
    this.frame.nameTheme();
    this.announcer.region.say(now);
  }
}
