// Accent and font of the page around the frame, as far as they can be read. They stand in a sheet that the page makes
// itself, since its policy lets in no `<style>` and no style attribute.

type Colour = [red: number, green: number, blue: number];

const LEAST_CONTRAST = 4.5;
/** As much of the accent is in its tint. */
const TINT = 0.1;
const NAME = /^[\p{L}\p{N}_ -]{1,60}$/u;

export class Brand {
  private sheet: CSSStyleSheet | undefined;
  private accent: string | undefined;
  private font: string | undefined;

  /** `accent` as a browser writes a colour, `font` as families with commas between; what is neither is left out. */
  use(accent: string | undefined, font: string | undefined): void {
    Object.assign(this, { accent, font });
    if (!this.sheet) {
      this.sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    }
    this.draw();
  }

  /** Anew for each theme: what can be read on white need not be readable on black. */
  private draw(): void {
    this.sheet?.replaceSync(`:root { ${families(this.font)} } @media screen { :root:root:root { ${colours(this.accent)} } }`);
  }
}

/** Quoted, so that each is a name and nothing else; fonts that are not on this computer are passed over. */
function families(font = ""): string {
  const names = font.split(",").map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2"));
  const known = names.filter((name) => NAME.test(name)).slice(0, 10).map((name) => `"${name}", `);
  return known.length > 0 ? `--own-font: ${known.join("")};` : "";
}

function colours(text = ""): string {
  const accent = colour(text);
  const surface = token("--surface");
  const sunken = token("--sunken");
  if (!accent || !surface || !sunken) return "";
  const tint = surface.map((part, i) => Math.round(part + TINT * ((accent[i] ?? 0) - part))) as Colour;
  if ([surface, sunken, tint].some((ground) => contrast(accent, ground) < LEAST_CONTRAST)) return "";
  return `--accent: rgb(${accent.join(" ")}); --accent-tint: rgb(${tint.join(" ")}); --on-accent: rgb(${surface.join(" ")});`;
}

function token(name: string): Colour | undefined {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name);
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value.trim());
  return digits ? [1, 2, 3].map((i) => parseInt(digits[i] ?? "", 16)) as Colour : undefined;
}

function colour(text: string): Colour | undefined {
  const parts = /^rgb\((\d{1,3}), (\d{1,3}), (\d{1,3})\)$/.exec(text);
  return parts ? [1, 2, 3].map((i) => Math.min(255, Number(parts[i]))) as Colour : undefined;
}

/** As WCAG 2 counts it: 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(all: Colour): number {
  const [red, green, blue] = all.map((part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
