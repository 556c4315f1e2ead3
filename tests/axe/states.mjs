// Every state of the page, each entered from an empty one: for the checks that go over all of them, and for the gallery.

import { readFile } from "node:fs/promises";
import { drop, FULL, paste, response, stopOnce, WITHOUT_LAST_NAME } from "../browser/browser.mjs";

const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const list = (...rows) => `First Name,Last Name,User ID/Email (Required),User Status\n${rows.join("\n")}\n`;
const jelena = (status) => `Jelena,Ilić,jelena.ilic@adriasoft.example,${status}`;

const sample = (id) => async (page) => {
  await page.click(`#sample-${id}`);
  await page.waitForSelector("#causes-h, #how-h");
};
const pasted = (name) => async (page) => {
  await paste(page, await fixture(name));
  await page.waitForSelector(".chip");
};
const dropped = (name, shown = ".chip") => async (page) => {
  await drop(page, name.split("/").at(-1), await fixture(name));
  await page.waitForSelector(shown);
};
const withList = (rows) => async (page) => {
  await paste(page, response(FULL));
  await page.waitForSelector("#open-list");
  await drop(page, "users.csv", list(...rows));
  await page.waitForSelector("#account");
};
const answered = (check, answer) => async (page) => {
  await paste(page, response(FULL));
  await page.click(`#check-${check} label:has-text("${answer}")`);
  await page.waitForSelector(".settled");
};
const at = (fragment, shown) => async (page) => {
  await page.evaluate((wanted) => { location.hash = wanted; }, fragment);
  await page.waitForSelector(shown);
};
/** Answers in words of English, so those states are entered by the ids of the answers. */
const ruledOut = async (page) => {
  await paste(page, response(FULL));
  for (const id of ["account-active", "host-licences-free", "partner-id-yes"]) {
    await page.evaluate((one) => document.getElementById(`answer-${one}`)?.click(), id);
  }
  await page.waitForSelector(".settled");
};
/** A disk that stands still behind the first piece, so that reading never ends. */
function slowDisk() {
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => createObjectURL(new Blob([`{
    const { readAsArrayBuffer } = FileReaderSync.prototype;
    let pieces = 0;
    FileReaderSync.prototype.readAsArrayBuffer = function (slice) {
      const end = performance.now() + (pieces++ > 1 ? 20_000 : 0);
      while (performance.now() < end);
      return readAsArrayBuffer.call(this, slice);
    };
  }`, blob]));
}
const big = async (page) => {
  const start = `{"log":{"version":"1.2","entries":[\n`;
  const entry = JSON.stringify({
    startedDateTime: "2026-11-21T09:14:08.000Z",
    request: { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", headers: [], postData: { mimeType: "application/x-www-form-urlencoded", text: `SAMLResponse=${encodeURIComponent(Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64"))}` } },
    response: { status: 200, content: { mimeType: "text/html", text: "" } },
  });
  await page.setInputFiles("#file", { name: "week47.har", mimeType: "application/json", buffer: Buffer.from(`${start}${entry},\n${" ".repeat(30_000_000)}`) });
};

const signed = (name, metadata) => async (page) => {
  await pasted(`signatures/${name}.xml`)(page);
  await page.waitForSelector("#signatures table");
  if (metadata === undefined) return;
  await drop(page, "idp.xml", await fixture(`signatures/${metadata}.metadata`));
  await page.waitForSelector("#metadata-remove-1");
};

/** `before` runs in the page before its own script; `english` marks what is entered by English words. */
export const STATES = [
  { name: "empty", enter: async () => {} },
  { name: "code-in-address", enter: at("code=13", "#asked-h") },
  { name: "missing", enter: sample("missing") },
  { name: "member-status", enter: sample("member-status") },
  { name: "claims", enter: sample("claims") },
  { name: "nothing-explains", enter: sample("complete") },
  { name: "encrypted", enter: sample("encrypted") },
  { name: "list-inactive", enter: withList([jelena("Inactive")]) },
  { name: "list-active", enter: withList([jelena("Active")]) },
  { name: "list-not-verified", enter: withList([jelena("Not Verified")]) },
  { name: "list-without-the-user", enter: withList(["Ana,Ilić,ana.ilic@adriasoft.example,Active"]) },
  { name: "list-unreadable", enter: async (page) => {
    await paste(page, response(FULL));
    await drop(page, "users.csv", "First Name,Last Name,Mail,Since\nAna,Ilić,ana@adriasoft.example,2024\n");
    await page.waitForSelector(".chip");
  } },
  { name: "list-alone", enter: async (page) => {
    await drop(page, "users.csv", list(jelena("Active")));
    await page.waitForSelector("#accounts");
  } },
  { name: "answered", enter: answered("account-state", "deactivated"), english: true },
  { name: "all-ruled-out", enter: ruledOut },
  { name: "capture", enter: dropped("captures/two-and-a-twin.har", "#messages") },
  { name: "sign-ins", enter: dropped("sign-ins/five.har", "#messages") },
  { name: "capture-without-sign-in", enter: dropped("captures/no-sign-in.har") },
  { name: "capture-cut", enter: dropped("captures/cut.har") },
  { name: "request", enter: pasted("kinds/authn-request-redirect.txt") },
  { name: "metadata", enter: pasted("kinds/metadata.xml") },
  { name: "logout", enter: pasted("kinds/logout.xml") },
  { name: "truncated", enter: pasted("refused/truncated.xml") },
  { name: "doctype", enter: pasted("refused/doctype.xml") },
  { name: "refused-by-the-provider", enter: pasted("shape/no-assertion.xml") },
  { name: "control-hub", enter: pasted("control-hub/uid-missing.xml") },
  { name: "assertion-alone", enter: pasted("shape/assertion-alone.xml") },
  { name: "answer-alone", enter: pasted("answers/sentence.txt") },
  { name: "answer-13", enter: pasted("answers/error-code-13.html") },
  { name: "nothing-found", enter: pasted("nothing/page.html") },
  { name: "export", enter: async (page) => {
    await sample("missing")(page);
    await page.click("#export-toggle");
    await page.waitForSelector("#ticket-text");
  } },
  { name: "edited", enter: async (page) => {
    await paste(page, response(WITHOUT_LAST_NAME));
    await page.click("#f1-place");
    await page.keyboard.press("Enter");
    await page.keyboard.type(" ");
    await page.waitForSelector("#undo-edit");
  } },
  { name: "after-the-fix", enter: async (page) => {
    await paste(page, response(WITHOUT_LAST_NAME));
    await page.waitForSelector("#after-box");
    await page.setInputFiles("#after-file", { name: "fixed.xml", mimeType: "text/xml", buffer: Buffer.from(response(FULL)) });
    await page.waitForSelector("#compared table");
  } },
  { name: "earlier-compared", enter: async (page) => {
    await paste(page, response(WITHOUT_LAST_NAME));
    await page.waitForSelector("#causes");
    await paste(page, response(FULL));
    await page.click("#toast-more");
    await page.waitForSelector("#against table");
  } },
  { name: "after-new-check", enter: async (page) => {
    await sample("missing")(page);
    await page.click("#new-check");
    await page.waitForSelector("#earlier");
  } },
  { name: "reading", before: slowDisk, enter: async (page) => {
    await big(page);
    await page.waitForSelector("#messages");
  } },
  { name: "stopped-reading", before: slowDisk, enter: async (page) => {
    await big(page);
    await page.waitForSelector("#messages");
    await page.click("#cancel");
    await page.waitForSelector("#read-on");
  } },
  { name: "restarted", before: stopOnce, enter: async (page) => {
    await paste(page, response(FULL));
    await page.waitForSelector("#check-again");
  } },
  { name: "no-engine", before: () => { delete globalThis.DecompressionStream; }, enter: async (page) => { await page.waitForSelector(".chip"); } },
  { name: "reference", enter: at("reference", "#reference-h") },
  { name: "keys", enter: async (page) => {
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
  } },
  { name: "signed", enter: signed("intact") },
  { name: "signed-by-the-metadata", enter: signed("intact", "rollover") },
  { name: "signed-by-another", enter: signed("other-certificate", "other") },
  { name: "signature-broken", enter: signed("edited") },
  { name: "signature-on-a-copy", enter: signed("indented") },
  { name: "signature-wrapped", enter: signed("xsw1") },
  { name: "copies", enter: async (page) => {
    await drop(page, "error31.html", '<meta name="error31" content="0.0.9, built 2026-11-29">');
    await page.waitForSelector("#copies[open]");
  } },
];

export const THEMES = ["light", "dark"];
export const WIDTHS = [390, 820, 1440];
export const LANGUAGES = ["en", "sr-Latn", "sr-Cyrl"];

/** What is checked of each state: all that can be combined, or each state once with the others taken in turn. */
export function turns(whole) {
  if (!whole) return STATES.map((state, i) => ({ state, theme: THEMES[i % 2], width: WIDTHS[i % 3], language: state.english ? "en" : LANGUAGES[Math.floor(i / 2) % 3] }));
  return STATES.flatMap((state) => THEMES.flatMap((theme) => WIDTHS.flatMap((width) =>
    (state.english ? ["en"] : LANGUAGES).map((language) => ({ state, theme, width, language })))));
}

/** A page in this state. */
export async function entered(browser, address, { state, theme, width, language }) {
  const context = await browser.newContext({ viewport: { width, height: 1000 }, locale: language, colorScheme: theme, reducedMotion: "reduce", hasTouch: width < 640 });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.complaints = [];
  page.on("console", (message) => page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  if (state.before) await page.addInitScript(state.before);
  await page.goto(`${address}?theme=${theme}&lang=${language}`);
  await page.waitForSelector("#verdict");
  await state.enter(page);
  return page;
}
