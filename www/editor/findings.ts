// The marks of a message's findings, in the layout that is shown.

import type { Diagnostic, Message, Span } from "engine";
import { plain } from "../dom/markup";
import { t } from "../words/words";
import { range, there, type Layout } from "./layout";
import type { Mark } from "./mark";

export function marksIn(message: Message, layout: Layout): Mark[] {
  return message.diagnostics.flatMap((diagnostic, finding): Mark[] => {
    const place = diagnostic.span && placeOf(diagnostic, message.xml, layout);
    if (!place) return [];
    const { severity, title, why } = diagnostic;
    return [{ finding, severity, ...place, title: plain(title), why }];
  });
}

/** Where a finding stands in the layout. */
export function offsetOf(diagnostic: Diagnostic, xml: string, layout: Layout): number | undefined {
  return placeOf(diagnostic, xml, layout)?.from;
}

function placeOf(diagnostic: Diagnostic, xml: string, layout: Layout): Pick<Mark, "from" | "to" | "missing"> | undefined {
  const { span } = diagnostic;
  if (!span) return undefined;
  const missing = missingIn(diagnostic, xml);
  if (missing === undefined) return { ...range(layout, span.start, endOf(xml, span)), missing };
  const from = there(layout, gapOf(span, xml));
  return { from, to: from, missing };
}

/** The words of the box of an attribute that is missing; undefined for all else that is found. */
export function missingIn({ rule, attribute, span }: Diagnostic, xml: string): string | undefined {
  if (!span || rule !== "missing-attribute" || attribute === undefined) return undefined;
  const end = gapOf(span, xml);
  const statement = /^<\/(?:[^\s<>/:]+:)?AttributeStatement\b/.test(xml.slice(end, end + 100));
  return t(statement ? "not-in-statement" : "not-in-assertion", { name: attribute });
}

/** Before the end of the element that lacks it. */
function gapOf({ start, end }: Span, xml: string): number {
  return xml.startsWith("</", start) ? start : Math.max(start, xml.lastIndexOf("</", end - 1));
}

/** Of a whole element only the name is marked. */
function endOf(xml: string, { start, end }: Span): number {
  const name = /^<[^\s<>/]+/.exec(xml.slice(start, Math.min(end, start + 200)));
  return name ? start + name[0].length : end;
}
