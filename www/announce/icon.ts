// The icon of the tab is the sign of the verdict.

import type { Verdict } from "engine";
import { ICON } from "../handover/page-copy";

const RING = "<circle cx='10' cy='10' r='8.2' fill='none' stroke='gray' stroke-width='2'";

const PICTURE: Record<Verdict, string> = {
  explained: "<circle cx='10' cy='10' r='9' fill='#C8382A'/><path d='M10 5v6m0 3.2v.4' stroke='#fff' stroke-width='2.6' stroke-linecap='round'/>",
  "not-explained": `${RING}/><path d='M6.4 10h7.2' stroke='gray' stroke-width='2.4' stroke-linecap='round'/>`,
  "cannot-tell": `${RING} stroke-dasharray='3.1 2.05'/><circle cx='10' cy='10' r='2' fill='gray'/>`,
};

/** Shows the sign of a verdict, or the page's own picture where there is none. */
export function favicon(verdict: Verdict | undefined): void {
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (!link) return;
  const picture = verdict && `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'>${PICTURE[verdict]}</svg>`;
  const href = picture ? `data:image/svg+xml,${encodeURIComponent(picture)}` : ICON;
  if (link.href !== href) link.href = href;
}
