// Every state of the page, each entered from an empty one: for the checks that go over all of them, and for the gallery.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drawn, drop, FULL, paste, response, stopOnce, WITHOUT_LAST_NAME } from "../browser/browser.mjs";

const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const list = (...rows) => `First Name,Last Name,User ID/Email (Required),User Status\n${rows.join("\n")}\n`;
const jelena = (status) => `Jelena,Ilić,jelena.ilic@adriasoft.example,${status}`;

const sample = (id) => async (page) => {
  await page.click(`#sample-${id}`);
  await page.waitForSelector("#causes-h, #how-h");
};
const pasted = (name) => async (page) => {
  await paste(page, await fixture(name));
  await drawn(page, ".chip");
};
const dropped = (name, shown = ".chip") => async (page) => {
  await drop(page, name.split("/").at(-1), await fixture(name));
  await page.waitForSelector(shown);
};
/** By the button, as the file is on the disk: archives are no text. */
const chosen = (name, shown) => async (page) => {
  await page.setInputFiles("#file", fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));
  await page.waitForSelector(shown);
};
const then = (first, ...clicks) => async (page) => {
  await first(page);
  for (const one of clicks) await page.click(one);
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
const capture = (user, attributes) => {
  const message = response(attributes).replaceAll(FULL.uid, `${user}@adriasoft.example`);
  const text = `SAMLResponse=${encodeURIComponent(Buffer.from(message).toString("base64"))}`;
  return JSON.stringify({ log: { entries: [{ startedDateTime: "2026-11-21T09:14:08.000Z", request: { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", postData: { text } } }] } });
};
const users = async (page) => {
  const files = ["ana.k", "milos", "jelena.ilic", "ivana.petrovic-jovanovic", "petar"].map((user, i) => ({
    name: `${user}.har`, mimeType: "application/json", buffer: Buffer.from(capture(user, i === 1 ? FULL : WITHOUT_LAST_NAME)),
  }));
  await page.setInputFiles("#file", [...files, { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("nothing of the kind") }]);
  await page.waitForSelector("#users tbody tr");
};
const long = async (page) => {
  await paste(page, response({ ...WITHOUT_LAST_NAME, firstname: "Aleksandra-Anastasija ".repeat(12).trim(), department: "x".repeat(5000),
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname": "Ilić" }, "https://adriasoft-adriatic-region-training.webex.com/a/very/long/entity/id/that/goes/on"));
  await page.waitForSelector("#causes");
};
const big = (isMessage) => async (page) => {
  const start = `{"log":{"version":"1.2","entries":[\n`;
  const entry = JSON.stringify({
    startedDateTime: "2026-11-21T09:14:08.000Z",
    request: { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", headers: [], postData: { mimeType: "application/x-www-form-urlencoded", text: isMessage ? `SAMLResponse=${encodeURIComponent(Buffer.from(response(WITHOUT_LAST_NAME)).toString("base64"))}` : "" } },
    response: { status: 200, content: { mimeType: "text/html", text: "" } },
  });
  // Made in the page: so much is slow on its way there.
  await page.evaluate((head) => {
    const data = new DataTransfer();
    data.items.add(new File([head, " ".repeat(30_000_000)], "week47.har", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, `${start}${entry},\n`);
};

const signed = (name, metadata) => async (page) => {
  await pasted(`signatures/${name}.xml`)(page);
  await page.waitForSelector("#signatures table");
  if (metadata === undefined) return;
  await drop(page, "idp.xml", await fixture(`signatures/${metadata}.metadata`));
  await page.waitForSelector("#metadata-remove-1");
};

/** `before` runs in the page before its own script; `english` marks what is entered by English words; `query` stands behind the address. */
export const STATES = [
  { name: "empty", enter: async () => {} },
  { name: "code-in-address", enter: at("code=13", "#asked-h") },
  { name: "missing", enter: sample("missing") },
  { name: "finding-chosen", enter: then(sample("missing"), "#f1-place") },
  { name: "proof-open", enter: then(sample("missing"), "#verdict .why >> nth=0", "#cause-2 .why") },
  { name: "member-status", enter: sample("member-status") },
  { name: "claims", enter: sample("claims") },
  { name: "nothing-explains", enter: sample("complete") },
  { name: "another-code", enter: async (page) => {
    await sample("complete")(page);
    await page.click("#code-change");
    await page.selectOption("#code-choice", "13");
    await page.waitForSelector(".answer");
  } },
  { name: "encrypted", enter: sample("encrypted") },
  { name: "list-inactive", enter: withList([jelena("Inactive")]) },
  { name: "list-active", enter: withList([jelena("Active")]) },
  { name: "list-not-verified", enter: withList([jelena("Not Verified")]) },
  { name: "list-without-the-user", enter: withList(["Ana,Ilić,ana.ilic@adriasoft.example,Active"]) },
  { name: "list-unreadable", enter: async (page) => {
    await paste(page, response(FULL));
    await drop(page, "users.csv", "First Name,Last Name,Mail,Since\nAna,Ilić,ana@adriasoft.example,2024\n");
    await drawn(page, ".chip");
  } },
  { name: "list-alone", enter: async (page) => {
    await drop(page, "users.csv", list(jelena("Active")));
    await page.waitForSelector("#accounts");
  } },
  { name: "list-counted", enter: async (page) => {
    await drop(page, "users.csv", list(jelena("Active"), "Ana,Ilić,ana.ilic@adriasoft.example,Inactive", "Petar,Kos,petar.kos@adriasoft.example,Not Verified", "Mira,Kos,mira.kos@adriasoft.example,"));
    await page.waitForSelector("#accounts");
  } },
  { name: "answered", enter: answered("account-state", "deactivated"), english: true },
  { name: "all-ruled-out", enter: ruledOut },
  { name: "capture", enter: dropped("captures/two-and-a-twin.har", ".jumps") },
  { name: "sign-ins", enter: dropped("sign-ins/five.har", ".jumps") },
  { name: "sign-in-with-holes", enter: dropped("sign-ins/holes.har") },
  { name: "users", enter: users },
  { name: "archive", enter: chosen("captures/several.zip", ".jumps") },
  { name: "archive-cut", enter: chosen("captures/cut-archive.zip", ".chip") },
  { name: "capture-without-bodies", enter: dropped("captures/without-bodies.har") },
  { name: "capture-without-sign-in", enter: dropped("captures/no-sign-in.har") },
  { name: "capture-cut", enter: dropped("captures/cut.har") },
  { name: "request", enter: pasted("kinds/authn-request-redirect.txt") },
  { name: "metadata", enter: pasted("kinds/metadata.xml") },
  { name: "metadata-beside", enter: async (page) => {
    await pasted("contradictions/metadata-other.xml")(page);
    await drop(page, "idp.xml", await fixture("contradictions/other-idp.metadata"));
    await page.waitForSelector("#metadata-remove-1");
  } },
  { name: "class-compared", enter: async (page) => {
    await pasted("contexts/not-in-list.xml")(page);
    await page.click("#contexts");
    await page.fill("#contexts-box", "urn:oasis:names:tc:SAML:2.0:ac:classes:Kerberos");
    await page.evaluate(() => document.activeElement.blur());
    await page.waitForSelector("#class-state");
  } },
  { name: "logout", enter: pasted("kinds/logout.xml") },
  { name: "ws-federation", enter: pasted("kinds/ws-federation.xml") },
  { name: "other-service", enter: pasted("other-service/two-missing.xml") },
  { name: "long-values", enter: long },
  { name: "truncated", enter: pasted("refused/truncated.xml") },
  { name: "doctype", enter: pasted("refused/doctype.xml") },
  { name: "refused-by-the-provider", enter: pasted("adfs/failed-status.xml") },
  { name: "no-assertion", enter: pasted("shape/no-assertion.xml") },
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
  { name: "message-as-it-came", enter: then(sample("missing"), "#export-toggle", "#message-as-is") },
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
  { name: "replaced", enter: async (page) => {
    await paste(page, response(WITHOUT_LAST_NAME));
    await page.waitForSelector("#causes");
    await paste(page, response(FULL));
    await page.waitForSelector("#toast-more");
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
    await big(true)(page);
    await page.waitForSelector("#messages");
  } },
  { name: "stopped-reading", before: slowDisk, enter: async (page) => {
    await big(true)(page);
    await page.waitForSelector("#messages");
    await page.click("#cancel");
    await page.waitForSelector("#read-on");
  } },
  { name: "stopped-with-nothing", before: slowDisk, enter: async (page) => {
    await big(false)(page);
    await page.waitForSelector("#cancel");
    await page.click("#cancel");
    await page.waitForSelector("#read-on");
  } },
  { name: "paste-refused", enter: async (page) => {
    await page.click("#paste");
    await page.waitForSelector(".toast:not([hidden])");
  } },
  { name: "restarted", before: stopOnce, enter: async (page) => {
    await paste(page, response(FULL));
    await page.waitForSelector("#check-again");
  } },
  { name: "no-engine", before: () => { delete globalThis.DecompressionStream; }, enter: async (page) => { await drawn(page, ".chip"); } },
  { name: "reference", enter: at("reference", "#reference-h") },
  { name: "reference-entry", enter: at("rule=missing-attribute", "#reference-rule-missing-attribute") },
  { name: "reference-wrong", enter: at("code=99", "#reference-wrong:not([hidden])") },
  { name: "enforced", enter: then(sample("complete"), ".stays-here") },
  { name: "embedded-empty", query: "&embed", enter: async () => {} },
  { name: "embedded", query: "&embed", enter: sample("missing") },
  { name: "keys", enter: async (page) => {
    // A finger has no button for it; the key opens it everywhere.
    await page.evaluate(() => document.activeElement?.blur());
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
  return STATES.flatMap((state) => THEMES.flatMap((theme) => WIDTHS.flatMap((width) => languagesOf(state).map((language) => ({ state, theme, width, language })))));
}

/** The languages in which a state can be entered. */
export function languagesOf(state) {
  return state.english ? ["en"] : LANGUAGES;
}

/** A page in this state; without a theme it has the system's, which the page is told to be light or dark. */
export async function entered(browser, address, { state, theme, width, language }) {
  const context = await browser.newContext({ viewport: { width, height: 1000 }, locale: language, colorScheme: theme ?? "light", reducedMotion: "reduce", hasTouch: width < 640, isMobile: width < 640 });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.complaints = [];
  page.on("console", (message) => page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  if (state.before) await page.addInitScript(state.before);
  await page.goto(`${address}?theme=${theme ?? "auto"}&lang=${language}${state.query ?? ""}`);
  await page.waitForSelector("#verdict");
  await state.enter(page);
  await drawn(page);
  return page;
}
