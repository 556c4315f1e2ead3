// `<error-31>`: the page in a sandboxed frame, so that no script of the portal can read what is given to it.

import type { Result } from "./error31-embed";
import { MAX_HEIGHT, record, unwrap, wrap, type Outward, type Settings } from "./protocol";

const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals";
/** After so many milliseconds without a word from the frame, what stands inside the element is shown: from the start, and from its load. */
const PATIENCE = { start: 20_000, load: 2000 };
const MIN_HEIGHT = 420;
/** Wider, the page would put the source beside the report, which needs a window of its own. */
const STYLE = `
:host { display: block; position: relative; }
:host([hidden]), slot { display: none; }
:host([silent]) slot { display: block; }
iframe { display: block; inline-size: 100%; max-inline-size: 1199px; border: 0; }
span { position: absolute; visibility: hidden; inline-size: 1px; pointer-events: none; }`;

const ATTRIBUTES = ["src", "lang", "theme", "accent", "font", "min-height", "title", "open"];
/** What any element may carry besides: global attributes, and those that portals' tools add. */
const COMMON = /^(id|class|style|slot|part|hidden|silent|role|tabindex|dir|is|nonce|inert|translate)$|^(on|data-|aria-|x-|v-|ng-|_)|[:@[(#*]/;
/** What `open` may name; whether there is such a rule or attribute the page itself knows. */
const OPEN = new RegExp("^(?:reference|codes|causes|rules|attributes|statuses|service-providers|identity-providers|how"
  + "|code=(?:[1-9]|[12]\\d|3[0-2])|cause=(?:[1-5]|[a-z-]{1,40})|how=(?:chrome|firefox|safari|tracer)"
  + "|attribute=[\\w .-]{1,60}|(?:rule|status|service-provider|identity-provider)=[a-z0-9-]{1,60})$");
const THEMES = ["light", "dark", "auto"];

class Error31 extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #frame = document.createElement("iframe");
  /** Stands where the reader wants to look; also resolves colours and fonts as the portal's style has them. */
  #probe = document.createElement("span");
  #sheet = new CSSStyleSheet();
  #listening = new AbortController();
  #height = 0;
  #waiting = 0;
  #changed = 0;
  #warned = new Set<string>();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "closed" });
    this.#sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [this.#sheet];
    this.#frame.setAttribute("sandbox", SANDBOX);
    this.#frame.allow = "clipboard-write";
    this.#frame.addEventListener("load", () => this.#greet());
    root.append(this.#frame, this.#probe, document.createElement("slot"));
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    addEventListener("message", (event) => this.#hear(event), { signal: this.#listening.signal });
    for (const name of this.getAttributeNames()) {
      if (!ATTRIBUTES.includes(name) && !COMMON.test(name)) this.#warn(`there is no attribute ${name}; there are ${ATTRIBUTES.join(", ")}`);
    }
    this.#open();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    clearTimeout(this.#waiting);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now) return;
    if (name === "src") this.#open();
    else if (name === "open") this.#turn();
    else if (name === "min-height" || name === "title") this.#fit();
    else this.#later();
  }

  /** Once the portal's own style has followed what changed the attribute, as a switch between light and dark does. */
  #later(): void {
    cancelAnimationFrame(this.#changed);
    this.#changed = requestAnimationFrame(() => setTimeout(() => this.#post()));
  }

  /** Loads the page; language and theme stand in its address, so that it begins with them. */
  #open(): void {
    const address = pageOf(this.getAttribute("src"));
    const sealed = this.#frame.getAttribute("sandbox") === SANDBOX;
    if (!address) this.#warn("src has to be the address of index.html: http, https or file");
    if (!sealed) this.#warn("a script of this page changed the frame's sandbox, so the page is not loaded into it");
    this.#height = 0;
    this.#fit();
    this.#beSilent(!address || !sealed);
    if (!address || !sealed) return this.#frame.removeAttribute("src");
    address.searchParams.set("embed", "");
    for (const name of ["lang", "theme"]) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(name, value);
    }
    address.hash = this.#wanted();
    this.#frame.src = address.href;
    this.#wait(PATIENCE.start);
  }

  /** Only what is behind `#` changes, so the page in the frame stays, with all that was given to it. */
  #turn(): void {
    if (!this.#frame.hasAttribute("src")) return;
    this.#frame.src = `${this.#frame.src.replace(/#.*$/, "")}#${this.#wanted()}`;
  }

  #wanted(): string {
    const wanted = this.getAttribute("open") ?? "";
    if (wanted === "") return "";
    if (!OPEN.test(wanted)) {
      this.#warn(`open="${wanted}" names nothing that the page has, as code=13 or rule=missing-attribute would`);
      return "";
    }
    return wanted.replace(/(?<==).*/, encodeURIComponent);
  }

  #greet(): void {
    this.#wait(PATIENCE.load);
    this.#post();
  }

  #wait(patience: number): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#beSilent(true), patience);
  }

  /** The frame has no origin that could be named, so what is posted are settings only. */
  #post(): void {
    const theme = this.getAttribute("theme") ?? "auto";
    if (!THEMES.includes(theme)) this.#warn(`there is no theme "${theme}"; there are ${THEMES.join(", ")}`);
    const settings: Settings = {
      language: this.getAttribute("lang") ?? undefined,
      theme,
      accent: this.#resolved("accent", "color"),
      font: this.#resolved("font", "font-family"),
    };
    this.#frame.contentWindow?.postMessage(wrap({ kind: "settings", settings }), "*");
  }

  /** The value as the portal's style has it, so that `var(--brand)` and `inherit` work; nothing if it is no such value. */
  #resolved(attribute: string, property: string): string | undefined {
    const value = this.getAttribute(attribute);
    if (!value) return undefined;
    this.#probe.style.setProperty(property, value);
    const known = this.#probe.style.getPropertyValue(property) !== "";
    const resolved = getComputedStyle(this.#probe).getPropertyValue(property);
    this.#probe.style.removeProperty(property);
    if (!known) this.#warn(`${attribute}="${value}" is no ${property} that this browser knows`);
    return known ? resolved : undefined;
  }

  #hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source === null || source !== this.#frame.contentWindow || origin !== "null") return;
    const message = unwrap(data);
    if (!message) return;
    clearTimeout(this.#waiting);
    this.#beSilent(false);
    switch (message["kind"] as Outward["kind"] | undefined) {
      case "ready":
        this.dispatchEvent(new CustomEvent("error31-ready", { bubbles: true, composed: true }));
        break;
      case "height":
        this.#height = Math.min(count(message["height"]), MAX_HEIGHT);
        this.#fit();
        break;
      case "place":
        this.#show(record(message["place"]) ?? {});
        break;
      case "result":
        this.#tell(record(message["result"]) ?? {});
        break;
    }
  }

  #fit(): void {
    const least = Number(this.getAttribute("min-height") ?? MIN_HEIGHT) || 0;
    this.#frame.style.blockSize = `${Math.max(least, this.#height)}px`;
    this.#frame.title = this.getAttribute("title") ?? "error31: Auto account creation failed (31)";
  }

  /** Scrolls the portal, since the frame itself has nothing to scroll. */
  #show(place: Record<string, unknown>): void {
    const block = (["start", "center", "end", "nearest"] as const).find((one) => one === place["block"]) ?? "nearest";
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#probe.style.top = `${Math.min(count(place["top"]), this.#frame.offsetHeight)}px`;
    this.#probe.style.blockSize = `${Math.min(count(place["height"]), innerHeight)}px`;
    this.#probe.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
  }

  #tell(result: Record<string, unknown>): void {
    const verdict = (["explained", "not-explained", "cannot-tell"] as const).find((one) => one === result["verdict"]);
    if (!verdict) return;
    const [confirmed, ruledOut, cannotTell] = [count(result["confirmed"]), count(result["ruledOut"]), count(result["cannotTell"])];
    const detail: Result = { verdict, confirmed, ruledOut, cannotTell, errors: count(result["errors"]), warnings: count(result["warnings"]) };
    this.dispatchEvent(new CustomEvent("error31-result", { detail, bubbles: true, composed: true }));
  }

  /** One word of advice to the portal's developer, never twice. */
  #warn(advice: string): void {
    if (this.#warned.has(advice)) return;
    this.#warned.add(advice);
    console.warn(`<error-31>: ${advice}.`);
  }

  /** Whether the page does not answer: what stands inside the element takes its place, if there is anything. */
  #beSilent(silent: boolean): void {
    const instead = silent && this.childElementCount > 0;
    this.toggleAttribute("silent", instead);
    this.#frame.hidden = instead;
  }
}

function pageOf(src: string | null): URL | undefined {
  if (!src || !URL.canParse(src, document.baseURI)) return undefined;
  const address = new URL(src, document.baseURI);
  return ["http:", "https:", "file:"].includes(address.protocol) ? address : undefined;
}

function count(value: unknown): number {
  return typeof value === "number" && value >= 0 && value < 1e6 ? Math.ceil(value) : 0;
}

if (!customElements.get("error-31")) customElements.define("error-31", Error31);
