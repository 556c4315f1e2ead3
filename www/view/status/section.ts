// User statuses: the picture, the same as a list, the words of the chosen one, the time limits and the terms.

import type { Bearing, Generation } from "engine";
import { append, h } from "../../dom/elements";
import { afterPaint } from "../../dom/later";
import { inline, plain } from "../../dom/markup";
import { sign } from "../../dom/signs";
import type { Guide } from "../../engine/engine";
import { t } from "../../words/words";
import type { Actions, Choices } from "../actions";
import { section, segments, sourceLink } from "../parts";
import { diagram } from "./diagram";
import { graph, nodesOf, statusesOf, type Place } from "./graph";
import { BEARING, clockWords, meaning, outsideMeaning } from "./meaning";
import type { Standing } from "./standing";

export interface Statuses {
  section: HTMLElement;
  /** The words of the chosen status. */
  pane: HTMLElement;
  /** Where the pane stands unless there is room beside the report. */
  home: HTMLElement;
}

/** `before` is what the reader chose before; `standing` is where the account at hand stands. */
export function statuses(known: Guide, standing: Standing | undefined, before: Choices, actions: Actions): Statuses {
  let said = before;
  const choose = (change: Partial<Choices>) => {
    said = { ...said, ...change };
    actions.choose(change);
  };
  let generation: Generation = "2026";
  const note = h("p", { class: "lead" });
  const figure = h("figure", { class: "states" });
  const list = h("ol", { class: "statelist" });
  const pane = h("div", { class: "state-pane", id: "status-pane", role: "region", tabindex: -1, hidden: true });
  const home = h("div", {});
  const asList = h("button", {
    type: "button", class: "btn sm as-list", id: "statuses-as-list", "aria-pressed": String(said.statusList ?? false),
    on: { click: () => {
      choose({ statusList: !said.statusList });
      turnList(said.statusList ?? false);
    } },
  }, t("statuses-as-list"));
  const switches = h("div", { class: "segrow" }, asList);
  const body = h("div", { class: "statuses" }, figure, list);
  const paper = h("p", { class: "on-paper" });
  const clocks = h("div", { class: "words" });
  const glossary = h("dl", { class: "kv" });
  home.append(pane);

  function turnList(on: boolean): void {
    asList.setAttribute("aria-pressed", String(on));
    body.classList.toggle("is-list", on);
    home.classList.toggle("is-list", on);
  }

  function draw(): void {
    const guide = known.statuses;
    const words = guide.generations.find(({ id }) => id === generation);
    const shown = graph(guide, generation);
    const here = standing?.generation === generation ? standing : undefined;
    const title = [t("statuses-title", { list: plain(words?.name ?? "") }), ...(here ? [here.here] : [])].join(" ");
    const drawn = diagram(shown, here, title, (id) => {
      choose({ status: id });
      show(id);
      reveal();
    });
    note.replaceChildren(...inline(words?.note ?? ""), ...(here ? [" ", t("statuses-fits")] : []));
    figure.replaceChildren(h("div", { class: "scroll" }, drawn.picture));
    list.replaceChildren(...statusesOf(guide, generation).map((status) => {
      const isHere = here?.status === status.id;
      return h("li", { class: isHere ? `here ${here.tone}` : undefined },
        h("details", { open: isHere },
          h("summary", {}, h("strong", {}, status.name), status.label !== status.name && [" (", h("span", { lang: "en" }, status.label), ")"],
            h("small", {}, inline(status.brief)), isHere && h("span", { class: "is-here" }, here.here)),
          meaning(status, guide)));
    }));
    paper.replaceChildren(t("statuses-list-of"), " ", ...inline(words?.name ?? ""), ...(Object.keys(BEARING) as Bearing[]).map((bearing) => {
      const names = statusesOf(guide, generation).filter((status) => status.bearing === bearing).map(({ name }) => name);
      return names.length > 0 ? ` · ${t(`bearing-${bearing}`)}: ${names.join(", ")}` : "";
    }));
    function show(id: Place | undefined): void {
      drawn.open(id);
      tell(id);
    }
    const first = nodesOf(shown).some(({ id }) => id === said.status) ? said.status : here?.status;
    show(first);
  }

  function tell(id: Place | undefined): void {
    const guide = known.statuses;
    const status = statusesOf(guide, generation).find((one) => one.id === id);
    const outside = guide.outside.find((one) => one.id === id);
    pane.hidden = !status && !outside;
    if (status) {
      const [picture, tone] = BEARING[status.bearing];
      pane.setAttribute("aria-label", status.name);
      pane.replaceChildren(
        h("p", { class: `chip ${tone}` }, sign(picture), t(`bearing-${status.bearing}`)),
        h("h3", {}, status.name, status.label !== status.name && [" (", h("span", { lang: "en" }, status.label), ")"]),
        meaning(status, guide));
    } else if (outside) {
      pane.setAttribute("aria-label", outside.name);
      pane.replaceChildren(h("h3", {}, outside.name), outsideMeaning(outside, guide, generation));
    }
  }

  function reveal(): void {
    const box = pane.getBoundingClientRect();
    if (box.top > innerHeight - 120) pane.scrollIntoView({ block: "nearest" });
  }

  function drawAll(): void {
    const guide = known.statuses;
    const newest = guide.generations.filter(({ id }) => id !== "site-administration").at(-1)?.id ?? generation;
    generation = said.generation ?? standing?.generation ?? newest;
    switches.prepend(segments("generation", t("statuses-list-of"),
      guide.generations.map(({ id, name }) => ({ value: id, label: plain(name), lang: name.startsWith("**") ? "en" : undefined })), generation,
      (chosen) => { generation = chosen; choose({ generation }); draw(); }));
    draw();
    append(clocks, guide.clocks.map(clockWords));
    append(glossary, guide.glossary.map((one) => [
      h("dt", {}, inline(one.term)), h("dd", {}, inline(one.meaning), " ", h("span", { class: "src" }, sourceLink(one.source))),
    ]));
  }

  turnList(said.statusList ?? false);
  if (standing?.tone === "found") drawAll();
  else afterPaint(body, drawAll, () => body.isConnected);
  return {
    pane, home,
    section: section("statuses", t("statuses"),
      switches, note, paper, body, home,
      h("details", { class: "more", id: "status-clocks" },
        h("summary", {}, t("statuses-clocks")), clocks),
      h("details", { class: "more", id: "status-words" },
        h("summary", {}, t("statuses-glossary")), glossary)),
  };
}
