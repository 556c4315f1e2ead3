// The message alone, and the capture with nothing but its sign-in: as files, without the person unless the reader wants it otherwise.

import { h } from "../dom/elements";
import type { AloneWishes } from "../handover/ticket";
import { t } from "../words/words";
import type { Handing } from "./actions";
import { segments } from "./parts";

type HandOver = (text: string, done: string, box: string) => Promise<void>;

export function alone(wishes: AloneWishes, handing: Handing, handOver: HandOver): HTMLElement {
  const box = h("textarea", { id: "message-text", class: "out", readonly: true, rows: 6, "aria-label": t("message-text"), spellcheck: "false" });
  const lead = h("p", { class: "lead", id: "message-lead" });
  const draw = () => {
    box.value = handing.message(wishes) ?? "";
    lead.replaceChildren(t(wishes.asIs ? "message-as-is-lead" : box.value === "" ? "message-unreadable" : "message-lead"));
    for (const button of [copy, save]) button.disabled = box.value === "";
  };
  const asIs: HTMLInputElement = h("input", { type: "checkbox", id: "message-as-is", checked: wishes.asIs, "aria-describedby": "message-lead", on: { change: () => {
    wishes.asIs = asIs.checked;
    draw();
  } } });
  const button = (id: string, label: string, act: () => void): HTMLButtonElement => h("button", { type: "button", class: "btn", id, on: { click: act } }, label);
  const copy = button("copy-message", t("copy"), () => void handOver(box.value, t("copied-letter"), box.id));
  const save = button("save-message", t("save-file"), () => handing.saveMessage(box.value, wishes.form));
  draw();
  return h("div", { id: "alone" },
    h("h3", {}, t("message-alone")),
    lead,
    h("div", { class: "segrow" }, segments("message-form", t("ticket-format"), [{ value: "xml", label: "XML" }, { value: "base64", label: "base64" }], wishes.form, (form) => {
      wishes.form = form;
      draw();
    })),
    h("label", { class: "switch" }, asIs, t("message-as-is")),
    box,
    h("p", { class: "row" }, copy, save, handing.isCaptured && button("save-capture", t("save-capture"), () => handing.saveCapture(wishes.asIs))));
}
