// The page elsewhere: saved as a file, or in a tab of its own.

import { embedded, ownAddress } from "../frame/address";
import { h, type Child } from "../dom/elements";
import { download } from "../handover/download";
import { inline } from "../dom/markup";
import { pristine } from "../handover/page-copy";
import { hex } from "../words/spelled-sum";
import { language, t } from "../words/words";

/** Name of the saved file. */
const FILE = "error31.html";

/** Two things to press, and a line for what came of it; `look` is their class. */
export function elsewhere(look: string): Child {
  const said = h("span", { class: "said", role: "status" });
  const address = embedded ? ownAddress(language()) : undefined;
  return h("span", { class: "elsewhere" },
    address !== undefined && h("a", { href: address, target: "_blank", rel: "noreferrer noopener", class: `${look} new-tab` }, t("new-tab")),
    h("button", { type: "button", class: `${look} save-page`, on: { click: () => save(said) } }, t("save-page")),
    said);
}

function save(said: HTMLElement): void {
  const { bytes, sum, changed } = pristine();
  download(bytes, FILE, "text/html");
  said.replaceChildren(
    ...inline(t(changed ? "saved-changed" : "saved", { name: FILE })), " SHA-256: ", h("code", { class: "saved-hash" }, hex(sum)),
    ...(embedded ? [" ", t("saved-in-frame")] : []));
}
