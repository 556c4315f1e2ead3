// What others wrote in this file, with the licences that go with it; unpacked when it is opened.

import { h } from "../dom/elements";
import { inflate } from "../engine/module";
import { inline } from "../dom/markup";
import { t } from "../words/words";

/** Packages that share a text. */
interface Group {
  packages: [name: string, version: string, licence: string][];
  text: string;
}

export function licences(): HTMLElement {
  const list = h("div", { class: "licences" });
  const unpack = async () => {
    if (list.firstChild) return;
    list.append(h("p", {}, inline(t("licences-lead"))), ...(await read()).map(group));
  };
  return h("details", { id: "licences", on: { toggle: () => void unpack() } },
    h("summary", {}, h("span", { class: "as-link" }, t("licences"))),
    list);
}

async function read(): Promise<Group[]> {
  const bytes = await inflate(document.getElementById("licences-data")?.textContent ?? "");
  return JSON.parse(new TextDecoder().decode(bytes)) as Group[];
}

function group({ packages, text }: Group): HTMLElement {
  return h("details", {},
    h("summary", {}, packages.map(([name, version, licence], i) => [i > 0 && ", ", `${name} ${version}`.trim(), ` (${licence})`])),
    h("pre", { lang: "en", tabindex: 0 }, text));
}
