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

function placeOf({ rule, attribute, span }: Diagnostic, xml: string, layout: Layout): Pick<Mark, "from" | "to" | "missing"> | undefined {
  if (!span) return undefined;
  if (rule !== "missing-attribute" || attribute === undefined) return { ...range(layout, span.start, endOf(xml, span)), missing: undefined };
  const end = xml.startsWith("</", span.start) ? span.start : Math.max(span.start, xml.lastIndexOf("</", span.end - 1));
  const statement = /^<\/(?:[^\s<>/:]+:)?AttributeStatement\b/.test(xml.slice(end, end + 100));
  const from = there(layout, end);
  return { from, to: from, missing: t(statement ? "not-in-statement" : "not-in-assertion", { name: attribute }) };
}

/** Of a whole element only the name is marked. */
function endOf(xml: string, { start, end }: Span): number {
  const name = /^<[^\s<>/]+/.exec(xml.slice(start, Math.min(end, start + 200)));
  return name ? start + name[0].length : end;
}
