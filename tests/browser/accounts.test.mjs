// The account behind the message: the user list and the reader's own findings change the verdict at once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { again, drop, FULL, launch, open, paste, response, settled, stopOnce, WITHOUT_LAST_NAME } from "./browser.mjs";

const EXPLAINED = "Error 31 explained";
const NOT_EXPLAINED = "Error 31 not explained";
let world;
before(async () => { world = await launch(); });
after(() => world.close());

const fresh = (options) => (options ? open(world.browser, world.doors.file, options) : again(world));
const cause = (page, n) => page.locator(`#cause-${n}`).innerText();
const row = (user, status, host = "FALSE") => `First,Last,Name,${user},${status},${host}\r\n`;
const HEAD = "First Name,Last Name,Display Name,User ID/Email (Required),User Status,adriasoft.webex.com - WebEx Enterprise Edition [Sub1]\r\n";
const list = (status, more = "") => HEAD + row("Jelena.Ilic@adriasoft.example", status, "TRUE") + row("ana.k@adriasoft.example", "Active", "TRUE") + more;

const ENDS = [
  ["en-GB", EXPLAINED, /exists, but is Inactive/, /Confirmed\s+from the user list/, "jelena.ilic@adriasoft.example is here"],
  ["sr-RS", "Greška 31 je objašnjena", /neaktivan \(Inactive\)/, /Utvrđeno\s+iz spiska korisnika/, "jelena.ilic@adriasoft.example je ovde"],
];
for (const [locale, word, heading, provenance, flag] of ENDS) {
  test(`${locale}: a deactivated row confirms the cause and marks the status`, async () => {
    const page = await fresh({ context: { locale } });
    await paste(page, response(FULL));
    await page.waitForSelector("#open-list");
    await page.setInputFiles("#list-file", { name: "exported_users.csv", mimeType: "text/csv", buffer: Buffer.from(list("Inactive")) });
    await settled(page, word);
    assert.match(await page.locator("h1").innerText(), heading);
    assert.match(await cause(page, 3), provenance);
    assert.equal(await page.locator(".node.here").getAttribute("data-status"), "inactive");
    assert.equal(await page.locator(".flag text").textContent(), flag);
    assert.equal(await page.locator(".dia.found").count(), 1);
    const order = await page.$$eval("main > section", (all) => all.map((one) => one.id));
    assert.ok(order.indexOf("statuses") < order.indexOf("causes"));
    assert.equal(await page.locator("#source .state-pane").isVisible(), true);
    await page.click("#show-message");
    assert.equal(await page.locator(".cm-line").first().isVisible(), true);
    assert.deepEqual(page.complaints, []);
    assert.equal(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length), 0);
    assert.doesNotMatch(page.url() + await page.title(), /jelena/i);
  });
}

test("the list can come first, and with the message in one drop", async () => {
  const page = await fresh();
  await drop(page, "users.csv", list("Inactive"));
  await page.waitForSelector("#accounts");
  assert.equal(await page.locator(".hero").count(), 1);
  await paste(page, response(FULL));
  await settled(page, EXPLAINED);
  const both = await fresh();
  await both.setInputFiles("#file", [
    { name: "response.xml", mimeType: "text/xml", buffer: Buffer.from(response(FULL)) },
    { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(list("Inactive")) },
  ]);
  await settled(both, EXPLAINED);
  assert.equal(await both.locator(".trail").innerText(), "response.xml + users.csv · XML");
});

test("a pasted list joins the message, as do UTF-16 and tabs", async () => {
  const page = await fresh();
  await paste(page, response(FULL));
  await settled(page, NOT_EXPLAINED);
  await paste(page, list("Verified"));
  await page.waitForSelector("#account");
  assert.match(await cause(page, 3), /Cannot tell/);
  const site = "UserID\tActive\tFirstName\tLastName\tUserName\tHostPrivilege\njelena.ilic@adriasoft.example\tN\tJelena\tIlić\tjelena.ilic@adriasoft.example\tHOST\n";
  await page.setInputFiles("#list-file", { name: "site.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${site}`, "utf16le") });
  await settled(page, EXPLAINED);
  assert.equal(await page.isChecked("#generation-site-administration"), true);
});

test("a status that confirms nothing is marked without red, and the diagram stays by the checks", async () => {
  const page = await fresh();
  await paste(page, response(FULL));
  await drop(page, "users.csv", list("Active"));
  await page.waitForSelector("#account");
  assert.equal(await page.locator(".dia.accent .node.here").getAttribute("data-status"), "active");
  const order = await page.$$eval("main > section", (all) => all.map((one) => one.id));
  assert.equal(order.indexOf("statuses"), order.indexOf("checks") + 1);
});

test("a list that confirms nothing counts at the top all the same: lead, first, toast and live region", async () => {
  for (const [row, lead, action] of [
    [`Jelena,Ilić,jelena.ilic@adriasoft.example,Not Verified`, /Line 2 of the user list: User Status is Not Verified/, /^Clear up the status of the account: Not Verified in line 2/],
    [`Ana,Ilić,ana.ilic@adriasoft.example,Active`, /In this list there is no row for this user/, /^Make sure that the list is complete/],
  ]) {
    const page = await open(world.browser, world.doors.file);
    await paste(page, response(FULL));
    await page.waitForSelector("#open-list");
    await drop(page, "users.csv", `First Name,Last Name,User ID/Email (Required),User Status\n${row}\n`);
    await page.waitForSelector("#account");
    assert.match(await page.locator("#verdict .sub").innerText(), lead);
    assert.match(await page.locator(".todo li").first().innerText(), /^Look up the account of the site itself/);
    const told = await page.locator("#account strong").innerText();
    for (const place of [".toast p", "#status"]) await page.waitForFunction(([where, words]) => document.querySelector(where)?.textContent.includes(words), [place, told]);
    await page.evaluate(() => document.getElementById("console-control-hub").click());
    await page.waitForFunction(() => !document.querySelector(".todo li").textContent.startsWith("Look up"));
    assert.match(await page.locator(".todo li").first().innerText(), action);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("columns without known headers are asked for", async () => {
  const page = await fresh();
  await paste(page, response(FULL));
  await settled(page, NOT_EXPLAINED);
  const strange = "Konto;Zustand\njelena.ilic@adriasoft.example;Inactive\n";
  await page.setInputFiles("#list-file", { name: "strange.csv", mimeType: "text/csv", buffer: Buffer.from(strange) });
  await page.waitForSelector("#accounts [data-kind=columns]");
  assert.equal(await page.locator("#columns").getAttribute("open"), "");
  await page.selectOption("#column-username", { label: "Konto" });
  await page.waitForSelector("#accounts [data-kind=no-status]");
  await page.selectOption("#column-status", { label: "Zustand" });
  await settled(page, EXPLAINED);
  assert.equal(await page.inputValue("#column-status"), "1");
});

test("what is wrong with a list is told, and nothing is guessed", async () => {
  const page = await fresh();
  await paste(page, response(FULL));
  await settled(page, NOT_EXPLAINED);
  const give = async (name, text, kind) => {
    await page.setInputFiles("#list-file", { name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.waitForSelector(`#accounts [data-kind="${kind}"]`);
    assert.match(await cause(page, 3), /Cannot tell/, kind);
  };
  await give("twice.csv", list("Inactive", row("jelena.ilic@adriasoft.example", "Active")), "twice");
  assert.match(await page.locator("#account").innerText(), /This user has several rows/);
  await give("broken.csv", `${HEAD}a,"b,c\r\n${row("jelena.ilic@adriasoft.example", "Inactive")}`, "quoting");
  await give("none.csv", "only words\nand no list\n", "text");
  await page.setInputFiles("#list-file", { name: "others.csv", mimeType: "text/csv", buffer: Buffer.from(HEAD + row("jelena.ilik@adriasoft.example", "Inactive")) });
  await page.waitForFunction(() => /No row for this user/.test(document.querySelector("#account")?.textContent));
  assert.match(await page.locator("#account").innerText(), /jelena\.ilik@/);
});

test("seats are counted against the number bought", async () => {
  const page = await fresh();
  await paste(page, response(FULL));
  await drop(page, "users.csv", list("Active"));
  await page.waitForSelector("#account");
  await page.fill("#licences-bought", "2");
  await page.press("#licences-bought", "Enter");
  await settled(page, EXPLAINED);
  assert.match(await cause(page, 4), /Confirmed\s+from the user list/);
  await page.fill("#licences-bought", "3");
  await page.press("#licences-bought", "Tab");
  await settled(page, NOT_EXPLAINED);
  assert.match(await cause(page, 4), /Ruled out/);
});

test("an answer changes verdict and next step, keeps the focus, and sinks once the focus leaves", async () => {
  const page = await fresh();
  await paste(page, response(FULL));
  await settled(page, NOT_EXPLAINED);
  assert.equal(await page.locator("#checks input[type=radio]:checked:not([name=history]):not([name=console])").count(), 0);
  const first = () => page.locator(".check").first().getAttribute("id");
  assert.equal(await first(), "check-account-state");
  await page.focus("#answer-account-active");
  await page.keyboard.press("Space");
  assert.equal(await page.evaluate(() => document.activeElement.id), "answer-account-active");
  assert.equal(await first(), "check-account-state");
  assert.match(await cause(page, 3), /Ruled out\s+your answer\s+change/);
  assert.equal(await page.locator("#todo-account-state").count(), 0);
  await page.focus("#answer-partner-id-no");
  await page.waitForFunction(() => (document.querySelector(".check")?.id ?? "check-account-state") !== "check-account-state");
  await page.keyboard.press("Space");
  await settled(page, EXPLAINED);
  assert.match(await page.locator("h1").innerText(), /By your answer/);
  assert.match(await page.locator(".first").innerText(), /support/i);
  await page.locator("#cause-3 a").filter({ hasText: "change" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "check-account-state");
  await page.click("#unanswer-partner-id");
  await settled(page, NOT_EXPLAINED);
});

test("answers outlive a change of the language and Undo, and end with the message", async () => {
  const page = await fresh();
  await paste(page, response(FULL));
  await settled(page, NOT_EXPLAINED);
  await page.check("#answer-account-inactive");
  await settled(page, EXPLAINED);
  assert.equal(await page.locator(".node.here").getAttribute("data-status"), "inactive");
  await page.selectOption("#language", "sr-Latn");
  await settled(page, "Greška 31 je objašnjena");
  await page.selectOption("#language", "en");
  await paste(page, response(WITHOUT_LAST_NAME));
  await page.waitForFunction(() => document.querySelector("#answer-account-inactive")?.checked === false);
  await page.click("#undo");
  await page.waitForFunction(() => document.querySelector("#answer-account-inactive")?.checked);
});

test("a new list replaces the one before, which Undo brings back; removing too", async () => {
  const page = await fresh({});
  await paste(page, response(FULL));
  await drop(page, "first.csv", list("Inactive"));
  await settled(page, EXPLAINED);
  await drop(page, "second.csv", list("Active"));
  await settled(page, NOT_EXPLAINED);
  await page.click("#undo");
  await settled(page, EXPLAINED);
  await page.click("#list-remove");
  await settled(page, NOT_EXPLAINED);
  await page.click("#undo");
  await settled(page, EXPLAINED);
  await page.selectOption("#language", "sr-Cyrl");
  await settled(page, "Грешка 31 је објашњена");
  assert.match(await page.locator("#accounts").innerText(), /first\.csv/);
});

test("a long list is read in slices, and Escape stops it", async () => {
  const page = await fresh({});
  await paste(page, response(FULL));
  await settled(page, NOT_EXPLAINED);
  await page.evaluate(() => {
    const real = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () {
      return globalThis.held ? new Promise((go) => { globalThis.go = () => real.call(this).then(go); }) : real.call(this);
    };
  });
  const many = Array.from({ length: 40_000 }, (_, i) => row(`user${i}@adriasoft.example`, "Active")).join("");
  await page.evaluate(() => { setTimeout(() => { globalThis.held = true; }, 0); });
  await page.setInputFiles("#list-file", { name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(list("Inactive", many)) });
  await page.waitForSelector("#list-cancel");
  await page.waitForFunction(() => globalThis.go);
  await page.locator("h1").click();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("#accounts"));
  await page.evaluate(() => { globalThis.held = false; });
  await page.setInputFiles("#list-file", { name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(list("Inactive", many)) });
  await settled(page, EXPLAINED);
  assert.match(await page.locator("#accounts").innerText(), /40,002/);
});

test("after the fix: both messages side by side, as verdicts", async () => {
  const page = await fresh({});
  await paste(page, response(WITHOUT_LAST_NAME));
  await settled(page, EXPLAINED);
  const fixed = { name: "fixed.txt", mimeType: "text/plain", buffer: Buffer.from(Buffer.from(response(FULL)).toString("base64")) };
  await page.setInputFiles("#after-file", fixed);
  await page.waitForFunction(() => /is not in the second/.test(document.querySelector("#compared")?.textContent));
  assert.equal(await page.evaluate(() => document.activeElement.id), "compared");
  const told = await page.locator("#compared").innerText();
  assert.match(told, /is not in the second[\s\S]*fixed\.txt[\s\S]*Explained\s+Not explained[\s\S]*A required field is missing\s+Confirmed\s+Ruled out[\s\S]*Last name\s+Missing\s+Read/);
  assert.doesNotMatch(told, /Jelena|Ilić/);
  assert.equal(await page.locator(".chip").innerText(), EXPLAINED);
  await page.selectOption("#language", "sr-Latn");
  await page.waitForFunction(() => /Nedostaje\s*Pročitano/.test(document.querySelector("#compared")?.textContent));
  await page.click("#after-remove");
  assert.equal(await page.locator("#compared").count(), 0);
  await page.fill("#after-box", "only words");
  await page.press("#after-box", "Tab");
  await page.waitForFunction(() => /nema SAML poruke/.test(document.querySelector("#compared")?.textContent));
  assert.deepEqual(page.complaints, []);
});

/** For a page's start: what a worker is asked to read waits until `go` is called. */
function heldWorkers() {
  const post = Worker.prototype.postMessage;
  const held = [];
  globalThis.held = held;
  globalThis.go = () => { Worker.prototype.postMessage = post; held.splice(0).forEach((act) => act()); };
  Worker.prototype.postMessage = function (...given) { held.push(() => post.apply(this, given)); };
}

const capture = (xml) => {
  const posted = `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString("base64"))}`;
  const request = { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", postData: { text: posted } };
  return { name: "fixed.har", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ log: { entries: [{ request }] } })) };
};

test("after the fix: a capture is read in a worker, and Cancel ends it", async () => {
  const page = await fresh({ before: heldWorkers });
  await paste(page, response(WITHOUT_LAST_NAME));
  await settled(page, EXPLAINED);
  for (const cancel of [() => page.click("#after-cancel"), () => page.keyboard.press("Escape")]) {
    await page.setInputFiles("#after-file", capture(response(FULL)));
    await page.waitForSelector("#after-cancel");
    await page.waitForFunction(() => globalThis.held.length > 0);
    assert.match(await page.locator("#compared").innerText(), /Reading fixed\.har/);
    await page.locator("h1").click();
    await cancel();
    await page.waitForFunction(() => !document.querySelector("#compared"));
    assert.match(await page.locator(".toast").innerText(), /This message was not read/);
    await page.evaluate(() => { globalThis.held.length = 0; });
  }
  await page.setInputFiles("#after-file", capture(response(FULL)));
  await page.waitForFunction(() => globalThis.held.length > 0);
  assert.equal(await page.locator("#compared table").count(), 0);
  await page.evaluate(() => globalThis.go());
  await page.waitForSelector("#compared table");
  assert.equal(await page.evaluate(() => document.activeElement.id), "compared");
  assert.match(await page.locator("#compared").innerText(), /is not in the second[\s\S]*fixed\.har[\s\S]*Last name\s+Missing\s+Read/);
  assert.deepEqual(page.complaints, []);
});

test("what the reader looks up counts for a capture that holds only Webex's answer", async () => {
  const sentence = "Reason: Auto Account Creation failed. Error code: 31";
  const entry = { request: { method: "GET", url: "https://adriasoft.webex.com/adriasoft" }, response: { content: { mimeType: "text/html", text: `<p>${sentence}</p>` } } };
  const told = async (give) => {
    const page = await fresh();
    await give(page);
    await page.waitForSelector("#checks");
    const check = page.locator(".check", { has: page.locator("#answer-partner-id-no") });
    const before = await check.innerText();
    await page.check("#answer-partner-id-no");
    await page.waitForSelector("#unanswer-partner-id");
    const answered = await check.innerText();
    await page.click("#unanswer-partner-id");
    await page.waitForFunction(() => !document.querySelector("#unanswer-partner-id"));
    assert.equal(await check.innerText(), before);
    return { before, answered };
  };
  const pasted = await told((page) => paste(page, sentence));
  assert.notEqual(pasted.before, pasted.answered);
  const captured = await told((page) => drop(page, "answer.har", JSON.stringify({ log: { entries: [entry] } })));
  assert.deepEqual(captured, pasted);
});

test("a list outlives a check that stops", async () => {
  const page = await fresh({ before: stopOnce });
  await drop(page, "users.csv", list("Inactive"));
  await page.waitForSelector("#accounts dl");
  await paste(page, response(FULL));
  await settled(page, "Stopped");
  await page.click("#check-again");
  await settled(page, EXPLAINED);
  assert.match(await cause(page, 3), /from the user list/);
});

test("messages of a big capture are judged with the list and the answers", async () => {
  const page = await fresh();
  const posted = (xml) => `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString("base64"))}`;
  const entry = { request: { method: "POST", url: "https://adriasoft.webex.com/dispatcher/SAML2AuthService", postData: { text: posted(response(FULL)) } }, response: { content: { text: " ".repeat(5 << 20) } } };
  await page.setInputFiles("#file", { name: "week.har", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ log: { entries: [entry] } })) });
  await settled(page, NOT_EXPLAINED);
  await page.check("#answer-partner-id-no");
  await settled(page, EXPLAINED);
  await page.click("#unanswer-partner-id");
  await settled(page, NOT_EXPLAINED);
  await drop(page, "users.csv", list("Inactive"));
  await settled(page, EXPLAINED);
  assert.match(await cause(page, 3), /from the user list/);
  assert.deepEqual(page.complaints, []);
});

test("the error sentence alone can be answered too", async () => {
  const page = await fresh();
  await paste(page, "Reason: Auto Account Creation failed (31).");
  await settled(page, "Webex’s answer");
  await page.check("#answer-account-inactive");
  await page.waitForSelector("#check-account-state .settled");
  assert.equal(await page.isChecked("#answer-account-inactive"), true);
});

test("what is handed over has the list's verdict, and neither its file nor the person", async () => {
  const page = await fresh({ before: () => { window.print = () => { window.printed = document.querySelector("main").textContent; }; } });
  await paste(page, response(FULL));
  await drop(page, "jelena-users.csv", list("Inactive"));
  await settled(page, EXPLAINED);
  await page.click("#export-toggle");
  assert.match(await page.inputValue("#ticket-text"), /deactivated/);
  assert.doesNotMatch(await page.inputValue("#ticket-text"), /jelena|ana\.k/i);
  await page.click("#print-redacted");
  const printed = await page.evaluate(() => window.printed);
  assert.match(printed, /Inactive[\s\S]* is here/);
  assert.doesNotMatch(printed, /jelena|ana\.k/i);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator(".flag text").textContent(), "jelena.ilic@adriasoft.example is here");
});
