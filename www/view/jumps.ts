// Links to the sections of a report, since it is longer than a window.

import { goTo, h } from "../dom/elements";
import { t, type Key } from "../words/words";

/** Sections whose heading is longer than a link should be. */
const SHORT: Record<string, Key> = {
  causes: "jump-causes", answered: "code-fact", fields: "jump-fields", messages: "jump-messages", users: "users", against: "jump-against", how: "jump-how", observed: "jump-observed",
};

/** In the order of reading; nothing where there is little to jump over. */
export function jumps(sections: HTMLElement[]): HTMLElement | undefined {
  const places = sections.flatMap((section) => {
    const heading = section.querySelector("h2");
    return heading && section.id !== "" ? [{ id: heading.id, text: SHORT[section.id] ? t(SHORT[section.id] as Key) : heading.textContent ?? "" }] : [];
  });
  if (places.length < 3) return undefined;
  return h("nav", { class: "jumps", "aria-label": t("on-this-page") },
    h("ul", {}, places.map(({ id, text }) => h("li", {}, h("a", { href: `#${id}`, on: { click: (event) => {
      event.preventDefault();
      goTo(id);
    } } }, text)))));
}
