// What stands around every state: top bar, foot, the line for screen readers, and the toast with Undo.

import { embedded, ownAddress } from "../frame/address";
import { parentCanRead } from "../frame/host";
import { append, fill, h, reveal } from "../dom/elements";
import { withoutMarks } from "../dom/english";
import { afterPaint, drawNow } from "../dom/later";
import { theme } from "../frame/theme";
import { blocks } from "../dom/markup";
import type { Switch } from "../input/keys";
import type { Requests } from "../frame/requests";
import { sign } from "../dom/signs";
import { day, language, LANGUAGES, moment, t, type Language } from "../words/words";
import type { Message } from "engine";
import { contact } from "./contact";
import { showCopies } from "./copies";
import { elsewhere } from "./save-page";
import { licences } from "./licences";
import type { Sections } from "./sections";
import { strip } from "./parts";

export interface Frame {
  main: HTMLElement;
  trail: HTMLElement;
  strip: HTMLElement;
  newCheck: HTMLButtonElement;
  status: HTMLElement;
  toast: HTMLElement;
  /** The button says which theme is on. */
  nameTheme(): void;
}

export function frame(doing: { newCheck(): void; start(): void; language(chosen: Language): void; theme(): void; keys(): void; tab: Switch }, seen: Requests, engine: { version: string; factsDate: string } | undefined): Frame {
  const main = h("main", { class: "frame" });
  const trail = h("p", { class: "trail" });
  const stripPlace = h("span", { class: "top-strip" });
  const newCheck = h("button", { type: "button", class: "btn sm", id: "new-check", on: { click: doing.newCheck } }, t("new-check"));
  const status = h("div", { class: "vh", role: "status", id: "status" });
  const toast = h("div", { class: "toast", hidden: true });
  const themes = h("button", { type: "button", class: "btn sm quiet", id: "theme", on: { click: doing.theme } }, sign("theme"));
  const nameTheme = () => {
    const name = withoutMarks(t(`said-theme-${theme()}`));
    themes.setAttribute("aria-label", name);
    themes.title = name;
  };
  nameTheme();
  const proof = h("details", { id: "enforced" },
    h("summary", {}, t("leaves"), " ", requests(seen), " ", h("span", { class: "as-link" }, t("enforced"))),
    h("div", {}, blocks(t("enforced-how")), !embedded && tellsInTab(doing.tab)));
  const dated = h("p", {}, engine?.version ?? `error31 ${VERSION}`);
  afterPaint(dated, () => append(dated, [" · ", t("built", { date: day(BUILD_DATE) }), engine && [" · ", t("facts-checked", { date: day(engine.factsDate) })]]));
  document.body.prepend(
    h("a", { class: "skip", href: "#verdict" }, t("skip")),
    h("header", { class: "top" },
      h("a", { class: "brand", href: "#", on: { click: (event) => { event.preventDefault(); doing.start(); } } }, sign("brand"), h("span", {}, "error", h("b", {}, "31"), h("span", { class: "vh" }, t("top")))),
      trail, stripPlace,
      h("a", { class: "stays-here", href: "#enforced", title: t("enforced"), on: { click: (event) => {
        event.preventDefault();
        proof.open = true;
        reveal(proof, "nearest");
        proof.querySelector("summary")?.focus({ preventScroll: true });
      } } }, sign("lock"), h("span", {}, t("nothing-leaves"))),
      newCheck, languages(doing.language),
      !embedded && themes,
      h("button", { type: "button", class: "btn sm quiet", id: "keys", title: t("keys"), on: { click: doing.keys } }, h("span", { "aria-hidden": "true" }, "?"), h("span", { class: "vh" }, t("keys"))),
      toast),
    ...(parentCanRead() ? [exposed()] : []),
    main,
    h("footer", { class: "foot" },
      paper(),
      proof,
      h("p", {}, t("not-cisco")),
      h("div", {}, contact("foot")),
      h("p", {}, h("a", { id: "to-reference", href: "#reference" }, t("reference"))),
      elsewhere("link"),
      h("p", {}, h("button", { type: "button", class: "link", id: "compare-copies", on: { click: () => showCopies([]) } }, t("copies-compare"))),
      dated,
      licences()),
    status);
  return { main, trail, strip: stripPlace, newCheck, status, toast, nameTheme };
}

/** Said above everything else, before anything is given to the page. */
function exposed(): HTMLElement {
  const address = embedded ? ownAddress(language()) : location.href;
  return h("p", { class: "exposed", id: "exposed", role: "alert" }, sign("warning"), h("span", {}, blocks(t("exposed")),
    h("a", { href: address, target: "_blank", rel: "noreferrer noopener" }, t("new-tab"))));
}

/** The one thing that outlives the tab: its title, in the browser's history. */
function tellsInTab({ on, turn }: Switch): HTMLElement {
  const box = h("input", { type: "checkbox", id: "tab-tells", checked: on, on: { change: () => turn(box.checked) } });
  return h("label", { class: "tick" }, box, " ", t("tab-tells"));
}

/** Only on paper: when it was printed. */
function paper(): HTMLElement {
  const line = h("p", { class: "paper" });
  addEventListener("beforeprint", () => { fill(line, t("printed", { time: moment(new Date().toISOString()) })); });
  return line;
}

/** Counted by the browser, for as long as the page is open. */
function requests(seen: Requests): HTMLElement {
  const line = h("span", { id: "requests" });
  const update = () => {
    const { made, refused } = seen.counted();
    fill(line, refused > 0 ? t("requests-refused", { made, refused }) : t("requests", { made }));
  };
  update();
  seen.onCounted(update);
  return line;
}

/** The list shows the full names, the bar only the short one. */
function languages(choose: (chosen: Language) => void): HTMLElement {
  const select = h("select", { id: "language", "aria-label": t("language"), title: t("language"), on: { change: () => choose(select.value as Language) } },
    LANGUAGES.map(({ tag, name }) => h("option", { value: tag, lang: tag, selected: tag === language() }, name)));
  const short = LANGUAGES.find(({ tag }) => tag === language())?.short;
  return h("span", { class: "btn sm quiet language" }, h("span", { "aria-hidden": "true" }, short), sign("down"), select);
}

/** The five signs stand in the top bar for as long as the verdict is out of sight; in a frame the bar is so too. */
export function followVerdict(place: HTMLElement, verdict: Element, message: Message | undefined): () => void {
  place.replaceChildren();
  place.parentElement?.classList.remove("is-past");
  if (!message || embedded) return () => undefined;
  const watcher = new IntersectionObserver((entries) => {
    const visible = entries.at(-1)?.isIntersecting ?? true;
    place.replaceChildren(...(visible ? [] : [strip(message.error31.causes)]));
    place.parentElement?.classList.toggle("is-past", !visible);
  }, { rootMargin: "-52px 0px 0px 0px" });
  watcher.observe(verdict);
  return () => watcher.disconnect();
}

/** A field that is being filled in gives what it holds before it is drawn anew: removed, it would give it amid the drawing. */
export function settleField(main: HTMLElement, pane: HTMLElement): void {
  const field = document.activeElement;
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement && field.type === "text";
  if (!isText || !main.contains(field) || pane.contains(field)) return;
  field.blur();
  document.getElementById(field.id)?.focus({ preventScroll: true });
}

/** Replaces the sections around the source pane; focus that stood on one of them goes to its successor. */
export function placeSections(main: HTMLElement, pane: HTMLElement, { before, after }: Sections): void {
  const focused = main.contains(document.activeElement) ? document.activeElement?.id : undefined;
  for (const child of [...main.children]) if (child !== pane) child.remove();
  pane.before(...before);
  pane.after(...after);
  if (document.activeElement !== document.body || focused === undefined) return;
  drawNow();
  const heir = (focused === "" ? null : document.getElementById(focused)) ?? document.getElementById("verdict");
  heir?.focus({ preventScroll: true });
}
