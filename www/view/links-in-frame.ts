// Links that lead out of a frame. A frame may forbid new tabs without a word, so the page looks whether one opened.

import { h } from "../dom/elements";
import { t } from "../words/words";
import { handOver } from "./copy-box";

/** Follows links in the browser's stead; where no tab opens, the address stands beside the link, to be copied. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[target=_blank]") : null;
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const tab = open(link.href, "_blank");
    if (tab) tab.opener = null;
    else refused(link);
  });
}

function refused(link: HTMLAnchorElement): void {
  if (link.nextElementSibling?.matches(".refused")) link.nextElementSibling.remove();
  const said = h("span", { class: "said refused", role: "status" });
  link.after(said);
  handOver(said, t("new-tab-refused"), link.href);
}
