// The states for those who read and press otherwise: a finger, a keyboard alone, forced colours, less motion, 200 and 400 % zoom, wider spacing.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch, PATH } from "../browser/browser.mjs";
import { sticksOut, sticksOutSpaced } from "../browser/faces.mjs";
import { entered, turns } from "./states.mjs";

/** A finger's tip, in px. */
const FINGER = 40;

/** A window of 1440 x 1000 px, as much as is left of it at 200 and at 400 %. */
const ZOOMED = { "200 %": { width: 720, height: 500 }, "400 %": { width: 360, height: 250 } };

let world;
before(async () => { world = await launch(); });
after(() => world.close());

/** What can be pressed and is smaller than a finger's tip; a link inside a sentence is as high as its line. */
const small = (finger) => [...document.querySelectorAll("a[href], button, input, select, summary, textarea")].flatMap((one) => {
  const inSentence = one.matches("a, .link") && [...one.parentNode.childNodes].some((beside) => beside.nodeType === Node.TEXT_NODE && beside.textContent.trim() !== "");
  if (!one.checkVisibility({ visibilityProperty: true }) || inSentence || one.matches(".skip, [tabindex='-1']")) return [];
  const { width, height } = (one.closest("label, .language") ?? one).getBoundingClientRect();
  const isThin = height < finger - 0.5 || width < 24;
  return width > 1 && isThin ? [`${one.id || one.className || one.localName}: ${Math.round(width)} x ${Math.round(height)}`] : [];
});

/** Everything that Tab is to reach, a group of radio buttons once. */
const reachable = () => {
  const within = document.querySelector("dialog[open]") ?? document.body;
  const name = (one) => (one.type === "radio" ? `radio ${one.name}` : one.id || `${one.localName}.${one.getAttribute("class")} ${one.textContent.slice(0, 20)}`);
  globalThis.nameOf = name;
  const all = [...within.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex='0']")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0 && !one.closest("[aria-hidden=true]"));
  return { names: [...new Set(all.map(name))], count: all.length };
};

/** Where the focus is, and what is wrong with the place: off the screen, behind the bar, or without a ring. */
const focused = () => {
  const one = document.activeElement;
  const { top, bottom, left, right } = one.getBoundingClientRect();
  const bar = document.querySelector(".top");
  const under = bar && !bar.contains(one) && !one.closest("dialog, .toast, .skip") && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0;
  const outlined = [one, one.nextElementSibling, one.closest(".language, label, .drop")].some((drawn) => drawn && getComputedStyle(drawn).outlineStyle !== "none");
  const box = one instanceof SVGElement && one.querySelector("rect");
  const ring = outlined || box && parseFloat(getComputedStyle(box).strokeWidth) >= 2;
  const isSeen = bottom > under && top < innerHeight && right > 0 && left < innerWidth;
  const isEditor = one.shadowRoot !== null;
  return { name: one === document.body ? undefined : globalThis.nameOf(one), fault: !isSeen ? `${Math.round(top)}–${Math.round(bottom)} px is not in view` : !ring && !isEditor ? "no ring" : undefined };
};

async function walk(page) {
  const { names: wanted, count } = await page.evaluate(reachable);
  const reached = new Set();
  const faults = [];
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
  for (let i = 0; i < 2 * count + 40 && wanted.some((one) => !reached.has(one)); i += 1) {
    await page.keyboard.press("Tab");
    const { name, fault } = await page.evaluate(focused);
    if (name !== undefined) reached.add(name);
    if (name !== undefined && fault) faults.push(`Tab to ${name}: ${fault}`);
  }
  for (const one of wanted) if (!reached.has(one)) faults.push(`Tab does not reach ${one}`);
  return { faults, count };
}

/** What moves though the reader asked for less motion, in the editor's own tree too. */
const moving = () => [document, document.querySelector("#code")?.shadowRoot].flatMap((tree) => [...tree?.querySelectorAll("*") ?? []]).flatMap((one) => {
  const { transitionDuration, animationName } = getComputedStyle(one);
  return animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0) ? [`${one.localName}.${one.className} moves`] : [];
});

/** What colours alone would tell: each has a line, or a colour of the reader's own. */
const colourless = () => {
  const probe = document.createElement("p");
  document.body.append(probe);
  probe.style.setProperty("forced-color-adjust", "none");
  const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
  const [canvas, text] = [system("Canvas"), system("CanvasText")];
  probe.remove();
  const faults = [];
  for (const part of document.querySelectorAll(".sign .cut, .sign .hole")) {
    const { stroke, fill } = getComputedStyle(part);
    if (![stroke, fill].includes(canvas)) faults.push(`a sign is cut in ${stroke} ${fill} on ${canvas}`);
  }
  for (const one of document.querySelectorAll(".seg input:checked + span, .bar > i")) {
    if (one.getBoundingClientRect().width > 0 && getComputedStyle(one).backgroundColor === canvas) faults.push(`${one.parentElement.className} shows nothing`);
  }
  const own = document.querySelector(".finding.sel");
  if (own && getComputedStyle(own).borderInlineStartStyle === "none") faults.push("the selected finding has no line");
  if (canvas === text) faults.push("colours are not forced");
  return faults;
};

/** A fifth of the states, others for each `E31_SEED`; with `E31_WHOLE` all. */
const tried = turns(false).filter((_, i) => process.env.E31_WHOLE || i % 5 === Number(process.env.E31_SEED ?? 0) % 5);

for (const { state, theme, language } of tried) {
  test(`${state.name}, ${theme}, ${language}`, async (t) => {
    const page = await entered(world.browser, pathToFileURL(PATH).href, { state, theme, width: 390, language });
    const faults = [];
    const add = (where, found) => faults.push(...found.map((one) => `${where}: ${one}`));
    add("touch", await page.evaluate(small, FINGER));
    await page.setViewportSize({ width: 1440, height: 1000 });
    const { faults: lost, count } = await walk(page);
    add("keyboard", lost);
    add("less motion", await page.evaluate(moving));
    for (const [zoom, size] of Object.entries(ZOOMED)) {
      await page.setViewportSize(size);
      add(zoom, await sticksOut(page));
      const bar = await page.evaluate(() => document.querySelector(".top").getBoundingClientRect().height);
      if (bar > size.height / 2) add(zoom, [`the bar takes ${bar} of ${size.height} px`]);
    }
    faults.push(...await sticksOutSpaced(page, [320, 1440]));
    await page.emulateMedia({ forcedColors: "active" });
    add("forced colours", await page.evaluate(colourless));
    add("forced colours", await sticksOut(page));
    t.diagnostic(`by Tab: ${count}`);
    assert.deepEqual(faults, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
