// Letters as wide as those of any face, whatever faces the machine has: spacing brings the one that is there to a given width.

/** How wide a letter is on average, in em. DejaVu Sans, the widest in use, has 0.55, and a reader may add 0.12 (WCAG 1.4.12). */
export const WIDEST = 0.72;

/** Sets letters and words of the page to this average width. */
export async function setLetters(page, width) {
  await page.evaluate((wanted) => {
    const SAMPLE = "the quick brown fox greške nalozima провера налога Webex Control Hub";
    const context = document.createElement("canvas").getContext("2d");
    const spacing = (family) => {
      context.font = `100px ${family}`;
      return wanted - context.measureText(SAMPLE).width / 100 / SAMPLE.length;
    };
    const root = getComputedStyle(document.documentElement);
    const [sans, mono] = ["--sans", "--mono"].map((name) => spacing(root.getPropertyValue(name)));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { letter-spacing: ${sans}em !important } :is(code, pre, .wire, .code, textarea, .code *) { letter-spacing: ${Math.max(mono, 0)}em !important }`);
    document.adoptedStyleSheets = [sheet];
  }, width);
}

/** How a reader may space a text (WCAG 2.2, 1.4.12). */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

/** The same of a page whose text is spaced so, at each width in px; then it is as it was. */
export async function sticksOutSpaced(page, widths) {
  await page.evaluate((spacing) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spacing);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const one of await sticksOut(page)) found.push(`${width} px, spaced: ${one}`);
  }
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return found;
}

/** What reaches beyond the page's edges, and what is cut off, as words for a failure. */
export function sticksOut(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const found = [];
    const givesWay = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || getComputedStyle(element).clipPath !== "none"
      || element.matches(".trail, .brand") || givesWay(element.parentElement));
    const name = (element) => [element.localName, element.id && `#${element.id}`, ...[...element.classList].map((one) => `.${one}`)].join("");
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page: ${document.documentElement.scrollWidth - innerWidth} px`);
    for (const element of document.querySelectorAll("body *")) {
      if (givesWay(element)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const cut = /hidden|clip/.test(getComputedStyle(element).overflowX) ? element.scrollWidth - element.clientWidth : 0;
      if (cut > 1) found.push(`${name(element)}: ${cut} px are cut off`);
      if (width > 1 && (right > edge + 0.5 || left < -0.5)) found.push(`${name(element)}: from ${Math.round(left)} to ${Math.round(right)}`);
    }
    return found;
  });
}
