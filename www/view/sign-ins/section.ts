// Each sign-in as it happened: a row where there are several, the chosen one as a picture or a list, and what the capture lacks of it.

import type { Gap, Report, SignIn } from "engine";
import { h } from "../../dom/elements";
import { blocks, inline } from "../../dom/markup";
import { sign } from "../../dom/signs";
import { clock, count, day, duration, t } from "../../words/words";
import type { Actions, Choices } from "../actions";
import { columnName, section } from "../parts";
import { NOTHING, pagedTable, type Row } from "../table";
import { legList } from "./list";
import { picture } from "./picture";
import { MOST_LANES } from "./places";

/** `open` is the message that is shown; `before` is what the reader chose before. */
export function signIns({ signIns: all }: Report, open: number | undefined, before: Choices, actions: Actions): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  const holding = all.findIndex(({ steps }) => open !== undefined && steps.some(({ message }) => message === open));
  let chosen = before.signIn !== undefined && all[before.signIn] ? before.signIn : Math.max(0, holding);
  let asChosen = before.signInList ?? false;
  const figure = h("figure", { class: "states" });
  const list = h("div", { class: "leglist" });
  const gaps = h("div", { class: "notices" });
  const asList = h("button", {
    type: "button", class: "btn sm as-list", id: "sign-in-as-list", "aria-pressed": "false",
    on: { click: () => {
      asChosen = !asChosen;
      actions.choose({ signInList: asChosen });
      turnList(asChosen);
    } },
  }, t("statuses-as-list"));
  const body = h("div", { class: "sequence" }, figure, list);

  function turnList(on: boolean): void {
    asList.setAttribute("aria-pressed", String(on));
    body.classList.toggle("is-list", on);
  }

  function draw(): void {
    const shown = all[chosen];
    if (!shown) return;
    const isWide = shown.parties.length > MOST_LANES;
    asList.hidden = isWide;
    turnList(isWide || asChosen);
    figure.replaceChildren(...(isWide ? [] : [h("div", { class: "scroll" }, picture(shown, open, actions))]));
    list.replaceChildren(legList(shown, open, actions));
    gaps.replaceChildren(...shown.gaps.map(gap));
  }

  function choose(index: number): void {
    chosen = index;
    actions.choose({ signIn: index });
    for (const button of rows?.querySelectorAll<HTMLElement>("[data-sign-in]") ?? []) mark(button, button.dataset["signIn"] === String(index));
    draw();
  }

  const [rows, line] = all.length > 1
    ? pagedTable("sign-ins", ["when", "from", "sign-in-took", "sign-in-answer"], all.length, (i) => all.slice(i, i + 1).map((one) => row(one, i, i === chosen, choose)), chosen, "sign-in-h")
    : [];
  draw();
  return section("sign-in", t(all.length > 1 ? "sign-ins" : "sign-in"),
    rows && [h("p", { class: "lead" }, t("sign-ins-lead")), rows, line],
    h("div", { class: "segrow" }, h("p", { class: "lead" }, t("sign-in-lead")), asList),
    body, gaps);
}

function mark(button: HTMLElement, on: boolean): void {
  const tr = button.closest("tr");
  tr?.classList.toggle("on", on);
  if (on) tr?.setAttribute("aria-current", "true");
  else tr?.removeAttribute("aria-current");
}

function row(signIn: SignIn, index: number, on: boolean, choose: (index: number) => void): Row {
  const { parties, steps, startedAt, endedAt, gaps } = signIn;
  const time = startedAt === undefined ? undefined : clock(startedAt);
  const isTimed = startedAt !== undefined && endedAt !== undefined && steps.some(({ seconds }) => seconds !== undefined);
  const took = isTimed ? (Date.parse(endedAt) - Date.parse(startedAt)) / 1000 : NaN;
  return {
    look: on ? "on" : undefined,
    current: on,
    head: [
      h("button", { type: "button", class: "link", id: `sign-in-${index + 1}`, "data-sign-in": index, on: { click: () => choose(index) } },
        time ?? t("sign-in-number", { n: index + 1 })),
      startedAt !== undefined && time !== undefined && h("small", {}, day(startedAt)),
    ],
    cells: [
      [
        parties.slice(2).map(({ name }, i) => [i > 0 && " ← ", name]),
        h("small", {}, t("to", { name: parties[0]?.name ?? "" })),
      ],
      Number.isFinite(took) && took >= 0 ? [columnName("sign-in-took"), duration(took)] : NOTHING,
      [
        answered(signIn),
        gaps.length > 0 && h("small", {}, t("sign-in-gaps", { n: count(gaps.length) })),
      ],
    ],
  };
}

function answered({ code, steps }: SignIn): string {
  if (code !== undefined) return t("sign-in-error", { n: code });
  const answer = steps.find(({ kind }) => kind === "answer");
  return t(!answer || answer.missing ? "sign-in-missing" : "sign-in-no-error");
}

function gap({ kind, title, why, fix }: Gap): HTMLElement {
  return h("details", { class: "notice", "data-kind": kind },
    h("summary", {}, sign("warning", "warn"), h("span", {}, inline(title))),
    h("div", { class: "words" }, blocks(why), blocks(fix)));
}
