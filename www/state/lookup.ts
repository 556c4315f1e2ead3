// Opens the reference where the address behind `#` asks for it, and gives back the report as it was, with focus and place.

import type { Reference, ReferenceEntry } from "engine";
import { asked, type Asked } from "../frame/fragment";
import { goTo, reveal, toTop } from "../dom/elements";
import { entryOf, reference, type ReferenceView } from "../view/reference";
import { WAYS, type Actions, type Way } from "../view/actions";

export interface LookupHost {
  readonly main: HTMLElement;
  reference(): Reference | undefined;
  actions(): Actions;
  /** Says beside the empty page what a code means, or nothing any more; false where there is something to report on. */
  explain(code: ReferenceEntry | undefined): boolean;
  /** Takes the code that the address names, or none; true where the open message is judged for it. */
  link(code: number | undefined): boolean;
  readonly way: Way | undefined;
}

export class Lookup {
  private view: ReferenceView | undefined;
  /** Whether a link of this page was pressed: it opens an entry, and changes nothing that is known of the message. */
  private pressed = false;
  private left: { focus: Element | null; top: number } | undefined;

  constructor(private host: LookupHost, signal: AbortSignal) {
    addEventListener("hashchange", () => this.follow(), { signal });
    document.addEventListener("click", (event) => this.press(event), { signal });
  }

  get open(): boolean {
    return this.view !== undefined;
  }

  /** Does what the address says. */
  follow(): void {
    const wanted = asked(location.hash);
    if (this.pressed) history.replaceState({ pressed: true }, "");
    this.pressed = false;
    if (!(history.state as { pressed?: boolean } | null)?.pressed && this.linked(wanted)) return;
    if (!wanted) {
      this.host.explain(undefined);
      return this.close(true);
    }
    this.way(wanted);
    if (!this.view && this.isHere(wanted)) return;
    this.show(wanted);
  }

  /** The report comes back; `back` is whether focus and place do too. */
  close(back: boolean): void {
    const { view, left } = this;
    if (!view) return;
    this.view = this.left = undefined;
    view.element.remove();
    this.host.main.hidden = false;
    if (!back || !left) return;
    scrollTo({ top: left.top, behavior: "instant" });
    const heir = left.focus?.isConnected ? left.focus : left.focus?.id ? document.getElementById(left.focus.id) : null;
    if (heir instanceof HTMLElement || heir instanceof SVGElement) heir.focus({ preventScroll: true });
  }

  /** Something else is shown from now on, and the address asks for nothing any more. */
  end(): void {
    this.close(false);
    if (asked(location.hash)) history.replaceState(history.state, "", location.href.replace(/#.*$/, ""));
    this.host.explain(undefined);
  }

  /** From the keyboard: as the button that closes it. */
  leave(): boolean {
    if (!this.view) return false;
    this.view.element.querySelector<HTMLElement>("#reference-close")?.click();
    return true;
  }

  search(): void {
    this.view?.search.focus();
  }

  /** A link whose address stands there already leads there again; in a frame without an address of its own it leads nowhere else. */
  private press(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='#']") : null;
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const fragment = link.getAttribute("href") ?? "";
    if (!asked(fragment) && link.id !== "reference-close") return;
    event.preventDefault();
    this.pressed = true;
    if (location.hash === fragment) this.follow();
    else location.hash = fragment;
  }

  /** The verdict on the open message, where the address names a code that it is judged for then. */
  private linked(wanted: Asked | undefined): boolean {
    const entry = wanted?.kind === "code" && wanted.id !== undefined ? this.entry(wanted.kind, wanted.id) : undefined;
    if (!this.host.link(entry && Number(entry.id))) return false;
    this.close(false);
    return goTo("verdict");
  }

  private way({ kind, id }: Asked): void {
    const way = kind === "how" ? WAYS.find((one) => one === id) : undefined;
    if (way) this.host.actions().prefer({ way });
  }

  /** Whether the page itself shows it: the picture of the statuses, the steps to get a message. */
  private isHere({ kind, id }: Asked): boolean {
    const code = kind === "code" && id !== undefined ? this.entry(kind, id) : undefined;
    if (code && this.host.explain(code)) {
      const heading = document.getElementById("asked-h");
      if (heading) reveal(heading, "nearest");
      heading?.focus({ preventScroll: true });
      return true;
    }
    if (kind === "status" && id === undefined) return goTo("statuses-h");
    if (kind !== "how" || !(id === undefined || WAYS.some((one) => one === id))) return false;
    document.getElementById(`how-${id}`)?.click();
    return goTo("how-h");
  }

  private entry(kind: string, id: string): ReferenceEntry | undefined {
    const all = this.host.reference();
    return all && entryOf(all, { kind, id });
  }

  private show(wanted: Asked): void {
    const all = this.host.reference();
    if (!all) return;
    if (!this.view) this.left = { focus: document.activeElement, top: scrollY };
    else this.view.element.remove();
    this.view = reference(all, this.host.way, this.host.actions());
    this.host.main.hidden = true;
    this.host.main.after(this.view.element);
    const place = this.view.show(wanted);
    if (place.tagName === "H1") toTop();
    else reveal(place, "start", true);
    place.focus({ preventScroll: true });
  }
}
