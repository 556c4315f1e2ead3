// After the fix: how to try again, and what became of the verdicts.

import type { Comparison, FindingChange } from "engine";
import { h, type Child } from "../dom/elements";
import { blocks, inline } from "../dom/markup";
import { sign } from "../dom/signs";
import { t } from "../words/words";
import type { Progress } from "../engine/file-reading";
import type { Actions } from "./actions";
import { meter } from "./progress";
import { entryLink } from "./entry-link";
import { CAUSE_SIGN, section, tone, VERDICT_SIGN } from "./parts";
import { table, type Row } from "./table";

/** What was given as the message after the fix: how far its reading is, or what it came to; none where no message is in it. */
export type After = { name: string } & ({ progress: Progress } | { comparison: Comparison | undefined });

/** What the ids of its bar begin with. */
export const AFTER = "after-";

/** So many characters at once were not typed: a keyboard's own clipboard, a voice, or an extension put them there. */
const AT_ONCE = 20;

export function afterwards(after: After | undefined, actions: Actions): HTMLElement {
  let before = 0;
  const take = () => { if (box.value.trim() !== "") actions.after(box.value); };
  const box = h("textarea", { id: "after-box", rows: 2, "aria-label": t("after-paste"), placeholder: t("after-paste"), spellcheck: "false", autocomplete: "off",
    on: { paste: () => setTimeout(take), change: take, input: () => {
      if (box.value.length - before >= AT_ONCE) take();
      before = box.value.length;
    } } });
  const input = h("input", { type: "file", id: "after-file", class: "vh", tabindex: -1, "aria-hidden": "true", on: { change: () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) actions.after(file);
  } } });
  return section("after", t("after"),
    h("div", { class: "words" }, blocks(t("after-steps"))),
    h("div", { class: "again", on: { drop: (event) => {
      const file = event.dataTransfer?.files[0];
      const text = event.dataTransfer?.getData("text/plain") ?? "";
      if (!file && text.trim() === "") return;
      event.preventDefault();
      event.stopPropagation();
      actions.after(file ?? text);
    } } },
      h("button", { type: "button", class: "btn", id: "after-open", on: { click: () => input.click() } }, t("after-open")), box, input),
    after && ("progress" in after ? reading(after.name, after.progress, actions) : result(after.name, after.comparison, actions)));
}

function reading(name: string, now: Progress, actions: Actions): HTMLElement {
  return h("div", { id: "compared", tabindex: -1 },
    h("h3", {}, t("reading-name", { name })),
    meter(AFTER, name, now),
    h("p", { class: "row" },
      h("button", { type: "button", class: "btn", id: "after-cancel", on: { click: actions.cancelAfter } }, t("cancel"), " ", h("kbd", {}, "Esc"))),
    now.onPage && h("p", { class: "hint" }, t("reading-on-page")));
}

function result(name: string, comparison: Comparison | undefined, actions: Actions): HTMLElement {
  return h("div", { id: "compared", tabindex: -1 },
    h("h3", {}, comparison ? inline(comparison.title) : t("after-nothing")),
    h("p", { class: "hint" }, comparison && [t("after-alone"), " "], t("after-name", { name }), " · ",
      h("button", { type: "button", class: "link", id: "after-remove", on: { click: () => actions.after(undefined) } }, t("list-remove"))),
    comparison && differences(comparison));
}

/** So many attributes that only one carries are listed. */
const LISTED = 100;

/** What became of verdicts, fields and findings. */
export function differences(comparison: Comparison): HTMLElement {
  const all = table(["compared", "before", "after-short"], rows(comparison));
  all.classList.add("versus");
  return all;
}

/** What matters for the code first. */
function rows({ before, after, causes, findings, fields, attributes, properties }: Comparison): Row[] {
  const verdict = (one: typeof before) => state(one === "explained" ? "found" : "open", VERDICT_SIGN[one], t(`short-${one}`));
  const cause = (one: (typeof causes)[number]["before"]) => state(tone(one), CAUSE_SIGN[one], t(`verdict-${one}`));
  const field = (one: (typeof fields)[number]["before"]) => (one === undefined ? t("compared-none") : t(`state-${one}`));
  const values = (n: number | undefined) => (n === undefined ? t("compared-none") : t("compared-values", { n }));
  const property = (one: string | undefined) => (one === undefined ? t("compared-none") : inline(one));
  const changed = findings.filter(({ change }) => change !== "still");
  const weighs = ({ severity }: FindingChange) => severity === "error";
  return [
    { head: t("error-31"), cells: [verdict(before), verdict(after)] },
    ...causes.map((one): Row => ({ head: inline(one.title), cells: [cause(one.before), cause(one.after)] })),
    ...changed.filter(weighs).map(finding),
    ...fields.map((one): Row => ({ head: one.label, cells: [field(one.before), field(one.after)] })),
    ...attributes.slice(0, LISTED).map((one): Row => ({ head: h("code", {}, one.name), cells: [values(one.before), values(one.after)] })),
    ...properties.map((one): Row => ({ head: one.label, cells: [property(one.before), property(one.after)] })),
    ...changed.filter((one) => !weighs(one)).map(finding),
  ];
}

function finding({ rule, title, field, severity, change }: FindingChange): Row {
  const there = h("span", { class: "state" }, sign(severity), t(`severity-${severity}`));
  const none = t("compared-none");
  return {
    head: title === undefined ? [entryLink("rule", rule, undefined, h("code", {}, rule)), field !== undefined && [" · ", h("code", {}, field)]] : inline(title),
    cells: change === "gone" ? [there, none] : [none, there],
  };
}

function state(look: string, picture: Parameters<typeof sign>[0], words: string): Child {
  return h("span", { class: `state ${look}` }, sign(picture), words);
}
