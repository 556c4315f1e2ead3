// What was read and which layers were peeled off, in words: HAR › request 37 of 212 › form body › base64 › XML.

import { h, type Child } from "../dom/elements";
import { count, t, word } from "../words/words";
import type { Entry, Layer, Message, Origin } from "engine";

const CAPTURES: Layer[] = ["har", "tracer", "json"];

export function trail(name: string | undefined, message: Message | undefined, list?: string): Child[] {
  if (name === undefined) return list === undefined ? [] : [h("strong", {}, list)];
  const steps = message ? layers(message.origin) : [];
  if (message && steps.at(-1) !== t("layer-xml")) steps.push(t("layer-xml"));
  return [h("strong", {}, name), list !== undefined && [" + ", h("strong", {}, list)], steps.length > 0 && " · ", steps.map((step, i) => [i > 0 && h("i", {}, " › "), step])];
}

/** The file in an archive stands behind the archive, the request behind the capture. */
function layers({ layers: peeled, member, entry }: Origin): string[] {
  const file = peeled.lastIndexOf("zip");
  const capture = Math.max(...CAPTURES.map((layer) => peeled.lastIndexOf(layer)));
  const steps = peeled.flatMap((layer, i) => [
    word("layer", layer),
    ...(i === file && member !== undefined ? [member] : []),
    ...(i === capture && entry ? [request(entry)] : []),
  ]);
  return file < 0 && member !== undefined ? [member, ...steps] : steps;
}

export function request({ index, total }: Entry): string {
  return total === undefined ? t("request", { n: count(index) }) : t("request-of", { n: count(index), total: count(total) });
}
