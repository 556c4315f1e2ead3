// The message alone, and the capture with nothing but its sign-in: as files, without the person unless the reader wants it otherwise.

import { h } from "../dom/elements";
import type { AloneWishes } from "../handover/ticket";
import { t } from "../words/words";
import type { Handing } from "./actions";
import { box, button, segments } from "./parts";

/** Copies a text, and says so; where the clipboard is closed, it is selected in its box. */
export type HandOver = (text: string, done: string, box: string) => Promise<void>;

export function alone(wishes: AloneWishes, handing: Handing, handOver: HandOver): HTMLElement {
  const text = box("message-text", t("message-text"), "", 6);
  const lead = h("p", { class: "lead", id: "message-lead" });
  const draw = () => {
    text.value = handing.message(wishes) ?? "";
    lead.replaceChildren(t(wishes.asIs ? "message-as-is-lead" : text.value === "" ? "message-unreadable" : "message-lead"));
    for (const button of [copy, save]) button.disabled = text.value === "";
  };
  const asIs: HTMLInputElement = h("input", { type: "checkbox", id: "message-as-is", checked: wishes.asIs, "aria-describedby": "message-lead", on: { change: () => {
    wishes.asIs = asIs.checked;
    draw();
  } } });
  const copy = button("copy-message", t("copy"), () => void handOver(text.value, t("copied-letter"), text.id));
  const save = button("save-message", t("save-file"), () => handing.saveMessage(text.value, wishes.form));
  draw();
  return h("div", { id: "alone" },
    h("h3", {}, t("message-alone")),
    lead,
    h("div", { class: "segrow" }, segments("message-form", t("ticket-format"), [{ value: "xml", label: "XML" }, { value: "base64", label: "base64" }], wishes.form, (form) => {
      wishes.form = form;
      draw();
    })),
    h("label", { class: "switch" }, asIs, t("message-as-is")),
    text,
    h("p", { class: "row" }, copy, save, handing.isCaptured && button("save-capture", t("save-capture"), () => handing.saveCapture(wishes.asIs))));
}
