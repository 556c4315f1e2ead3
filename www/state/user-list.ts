// The user list at hand: is read, is there, or has to be read anew because the engine began a new life.

import type { AccountsSummary } from "engine";
import { isUserList, ListReading, partLists, type ListProgress, type ListSource, type UserList } from "../engine/list-reading";
import type { RestartingEngine } from "../engine/engine";
import type { Files } from "../input/input";
import { nameOf } from "../dom/visible";
import { language } from "../words/words";
import { updateListProgress, type ListState } from "../view/user-list";

export interface ListHost {
  begun(): void;
  read(list: UserList): void;
  /** It could not be read, or was stopped by the reader. */
  failed(source: ListSource): void;
}

export class Lists {
  private reading: ListReading | undefined;
  private progress: ListProgress | undefined;
  /** Of the list that is being read. */
  source: ListSource | undefined;
  private told: { list: UserList; language: string; summary: AccountsSummary } | undefined;

  constructor(private engine: RestartingEngine | undefined, private host: ListHost) {}

  take(source: ListSource): void {
    if (!this.engine) return;
    this.leave();
    this.source = source;
    this.progress = { name: source.name(), done: 0, total: source.content.size, rows: 0 };
    this.reading = new ListReading(this.engine, source, language(), {
      progress: (now) => {
        this.progress = now;
        updateListProgress(now);
      },
      ended: (list) => {
        this.reading = this.progress = this.source = undefined;
        if (list) this.host.read(list);
        else this.host.failed(source);
      },
    });
    this.host.begun();
  }

  file(file: File): void {
    this.take({ name: () => nameOf(file), content: file, mapping: {} });
  }

  /** Takes the lists among the files, the last of which counts, and gives the others. */
  async part(files: Files): Promise<Files> {
    if (!this.engine) return files;
    const { taken: lists, rest } = await partLists(files, this.engine);
    const last = lists.at(-1);
    if (last) this.file(last);
    return rest;
  }

  isList(text: string): boolean {
    return this.engine !== undefined && isUserList(text, this.engine);
  }

  /** Ends the reading without a word. */
  leave(): boolean {
    const was = this.reading !== undefined;
    this.reading?.leave();
    this.reading = this.progress = this.source = undefined;
    return was;
  }

  /** Reads a list anew that the engine of now does not hold. */
  keep(list: UserList | undefined): void {
    if (list && this.engine && list.life !== this.engine.life && !this.reading) this.take(list);
  }

  /** What there is to draw of it. */
  state(list: UserList | undefined): ListState | undefined {
    if (this.progress) return { reading: this.progress };
    const summary = list && this.summary(list);
    return list && summary && { read: { name: list.name(), size: list.content.size, summary, mapping: list.mapping } };
  }

  private summary(list: UserList): AccountsSummary | undefined {
    if (this.told?.list === list && this.told.language === language()) return this.told.summary;
    if (list.life !== this.engine?.life) return undefined;
    const said = this.engine.attempt(() => ({ summary: list.accounts.summaryIn(language()) }));
    if ("stopped" in said) return undefined;
    this.told = { list, language: language(), summary: said.summary };
    return said.summary;
  }
}
