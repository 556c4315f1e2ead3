// What can be told to whoever looks after the page: version, browser and place, never a word of a message; and where, once the project has an address.

import { embedded } from "../frame/address";
import { h, type Child } from "../dom/elements";
import { t } from "../words/words";
import { copy } from "./copy-box";

/** `place` is where the program stopped, if it did. */
export function contact(id: string, place?: string): Child {
  const details = [`error31 ${VERSION}, built ${BUILD_DATE}`, navigator.userAgent, whence(), ...(place === undefined ? [] : [`stopped at ${place}`])].join("\n");
  const said = h("span", { class: "copied", role: "status" });
  const project = document.querySelector<HTMLMetaElement>("meta[name=error31-project]")?.content;
  return [
    h("details", { id: `${id}-details`, open: place !== undefined },
      h("summary", {}, t("details")),
      h("div", {}, h("code", { class: "details", lang: "en" }, details), h("p", {}, t("details-none-of-it")))),
    h("p", { class: "contact" },
      h("button", { type: "button", class: "link", id: `${id}-copy`, on: { click: () => void copy(details, said) } }, t("details-copy")), " ",
      project !== undefined && [
        outside(`${id}-report`, report(project, details, place), t("report-problem")), " ",
        outside(`${id}-project`, project, project.replace(/^https:\/\//, "")),
      ],
      said),
  ];
}

/** How the page came here, without its address, which can name a company. */
function whence(): string {
  if (embedded) return "in a frame";
  return location.protocol === "file:" ? "from a file" : "from a server";
}

/** A form for a problem with this in it, as GitHub, Gitea and GitLab understand it. */
function report(project: string, details: string, place: string | undefined): string {
  const title = place === undefined ? `error31 ${VERSION}: ` : `error31 ${VERSION} stopped at ${place}`;
  const isGitLab = /^https:\/\/gitlab\./.test(project);
  const [path, names] = isGitLab ? ["/-/issues/new", ["issue[title]", "issue[description]"]] : ["/issues/new", ["title", "body"]];
  return `${project}${path}?${new URLSearchParams([title, details].map((text, i) => [names[i] ?? "", text]))}`;
}

function outside(id: string, href: string, text: string): HTMLElement {
  return h("a", { id, href, target: "_blank", rel: "noreferrer noopener" }, text);
}
