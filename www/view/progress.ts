// While files are read: how far it is, how fast, and how to stop it.

import { h } from "../dom/elements";
import { sign } from "../dom/signs";
import { count, duration, size, t } from "../words/words";
import type { Progress } from "../engine/file-reading";
import type { Actions } from "./actions";

export function percent({ done, total }: Progress): number {
  return total === 0 ? 100 : Math.floor((100 * done) / total);
}

export function progress(name: string, now: Progress, actions: Actions): HTMLElement {
  return h("section", { class: "col verdict", id: "verdict", tabindex: -1 },
    h("p", { class: "chip open" }, sign("todo"), t("chip-reading")),
    h("h1", {}, name),
    meter("", name, now),
    h("p", { class: "row" },
      h("button", { type: "button", class: "btn", id: "cancel", on: { click: actions.cancel } }, t("cancel"), " ", h("kbd", {}, "Esc")),
      h("span", { class: "hint" }, t("reading-stays"))),
    now.onPage && h("p", { class: "hint", id: "on-page" }, t("reading-on-page")));
}

/** The bar and the numbers; `of` is what their ids begin with. */
export function meter(of: string, name: string, now: Progress): HTMLElement[] {
  const bar = h("div", { class: "bar", id: `${of}bar`, role: "progressbar", "aria-label": t("reading-name", { name }), "aria-valuemin": 0, "aria-valuemax": 100 });
  const pace = h("p", { class: "pace", id: `${of}pace` });
  fill(bar, pace, now);
  return [bar, pace];
}

/** The numbers alone; the rest stays as it is. */
export function updateProgress(now: Progress, of = ""): void {
  const [bar, pace] = [document.getElementById(`${of}bar`), document.getElementById(`${of}pace`)];
  if (bar && pace) fill(bar, pace, now);
}

function fill(bar: HTMLElement, pace: HTMLElement, now: Progress): void {
  const { done, total, took, report } = now;
  const far = t("reading-done", { done: size(done), total: size(total) });
  const speed = took > 0 ? (1000 * done) / took : 0;
  const part = h("i");
  part.style.inlineSize = `${total === 0 ? 100 : (100 * done) / total}%`;
  bar.replaceChildren(part);
  bar.setAttribute("aria-valuenow", String(percent(now)));
  bar.setAttribute("aria-valuetext", far);
  pace.replaceChildren(
    h("span", {}, far),
    ...(speed > 0 ? [
      h("span", {}, t("reading-speed", { size: size(speed) })),
      h("span", {}, t("reading-left", { time: duration(Math.ceil((total - done) / speed)) })),
    ] : []),
    h("span", {}, t("reading-found", { n: count(report.messages.length) })));
}
