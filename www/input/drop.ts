// What is dropped on the page: text, files, and folders with what is in them.

import { h } from "../dom/elements";
import { nodesOf, walk } from "./folders";
import { listed, pasted, takeFiles, type Receive } from "./input";
import { t } from "../words/words";

/** A veil over the page while something is dragged over it; the whole page takes the drop. */
export function listenForDrop(receive: Receive, signal: AbortSignal): void {
  const veil = h("div", { class: "veil", hidden: true }, h("p", {}, t("dropping")));
  document.body.append(veil);
  let leaving = 0;
  const hide = () => { veil.hidden = true; };
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    clearTimeout(leaving);
    veil.style.setProperty("--at", `${event.clientY}px`);
    veil.hidden = false;
    leaving = setTimeout(hide, 300);
  }, { signal });
  document.addEventListener("drop", (event) => {
    hide();
    const dropped = event.dataTransfer;
    const moved = event.defaultPrevented && dropped?.files.length === 0;
    event.preventDefault();
    if (moved || !dropped) return;
    const text = dropped.getData("text/plain");
    if (dropped.files.length > 0) void take(dropped, receive);
    else if (text.trim() !== "") receive.take(pasted(text));
  }, { signal });
}

/** Folders have to be asked for before anything is waited for. */
async function take(dropped: DataTransfer, receive: Receive): Promise<void> {
  const flat = listed(dropped.files);
  const nodes = nodesOf(dropped.items);
  await takeFiles(nodes ? await walk(nodes) : flat, receive);
}
