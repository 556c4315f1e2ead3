// The source in its editor: findings and their places, edits that are checked again, search, keys, long messages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { again, drawn, FULL, launch, open, paste, response, settled, WITHOUT_LAST_NAME } from "./browser.mjs";

const EXPLAINED = "Error 31 explained";
const NOT_EXPLAINED = "Error 31 not explained";
const MEMBER_STATUS = response({ ...WITHOUT_LAST_NAME, MemberStatus: "Active" });
let world;
before(async () => { world = await launch(); });
after(() => world.close());

const focused = (page) => page.evaluate(() => document.activeElement?.id);
const inEditor = (page) => page.evaluate(() => document.querySelector("#code").shadowRoot.activeElement?.className.includes("cm-content") ?? false);
const caret = (page) => page.locator(".caret").innerText();

async function read(text, options) {
  const page = await (options ? open(world.browser, options.door, options) : again(world));
  await paste(page, text);
  await drawn(page, ".chip");
  return page;
}

/** The whole text of the editor, as it is copied. */
async function copied(page) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  return page.evaluate(() => navigator.clipboard.readText());
}

for (const view of ["pretty", "received"]) {
  for (const [shape, text] of [["many lines", MEMBER_STATUS], ["one line", MEMBER_STATUS.replaceAll("\n", "")], ["CRLF", MEMBER_STATUS.replaceAll("\n", "\r\n")]]) {
    test(`${view}, ${shape}: a finding and its place lead to each other`, async () => {
      const page = await read(text);
      assert.equal(await page.isChecked("#view-pretty"), true);
      await page.check(`#view-${view}`);
      await page.click("#f1-place");
      assert.equal(await focused(page), "f1-place");
      const [line, column] = (await page.locator("#f1-place").innerText()).match(/\d+/g);
      assert.equal(await caret(page), `Ln ${line}, Col ${column}`);
      assert.match(await page.locator(".cm-line.cur").innerText(), /MemberStatus/);
      assert.equal((await page.locator("[data-finding='0']").allInnerTexts()).join(""), "MemberStatus");
      assert.equal(await page.locator("#f1.sel").count(), 1);
      await page.keyboard.press("Enter");
      assert.equal(await inEditor(page), true);
      await page.keyboard.press("Escape");
      assert.equal(await focused(page), "f1-place");
      await page.click("[data-badge='1']");
      assert.equal(await page.locator("#f2.sel").count(), 1);
      assert.equal(await focused(page), "f2");
      await page.mouse.move(1, 1);
      await page.locator(".cm-tooltip-hover").waitFor({ state: "detached" });
      await page.locator("[data-finding='0']").first().click();
      assert.equal(await page.locator("#f1.sel").count(), 1);
      assert.equal(await inEditor(page), true);
      assert.deepEqual(page.complaints, []);
    });

    test(`${view}, ${shape}: a missing attribute has its box, which is not copied`, async () => {
      const page = await read(text, { door: world.doors.http, context: { permissions: ["clipboard-read", "clipboard-write"] } });
      await page.check(`#view-${view}`);
      assert.equal(await page.locator(".missing .box").innerText(), "lastname is not in this AttributeStatement");
      const plain = await copied(page);
      assert.doesNotMatch(plain, /not in this AttributeStatement/);
      const without = (xml) => xml.replace(/\s+/g, "");
      assert.equal(without(plain), without(text));
    });
  }
}

test("another view keeps the selected finding in view, and names its line there", async () => {
  const page = await read(MEMBER_STATUS.replaceAll("\n", ""));
  await page.click("#f1-place");
  const pretty = await page.locator("#f1-place").innerText();
  await page.check("#view-received");
  assert.match(await page.locator("#f1-place").innerText(), /^Ln 1, /);
  assert.equal(await page.locator(".cm-line.cur [data-finding='0']").first().isVisible(), true);
  await page.check("#view-pretty");
  assert.equal(await page.locator("#f1-place").innerText(), pretty);
});

test("an edit is checked again, and Undo brings back the message as it came", async () => {
  for (const view of ["pretty", "received"]) {
    const page = await read(MEMBER_STATUS);
    await page.check(`#view-${view}`);
    await page.click("#f1-place");
    await page.keyboard.press("Enter");
    await page.keyboard.type("not");
    await page.waitForSelector("#undo-edit");
    assert.equal(await inEditor(page), true);
    await page.waitForFunction(() => document.querySelector("#cause-1 .v")?.textContent.startsWith("Ruled out"));
    assert.match(await page.locator(".edited").innerText(), /Changed by you: re-checked\.[\s\S]*Member Status is in the message: Confirmed → Ruled out[\s\S]*The signature of an edited message can’t be checked/);
    assert.equal(await page.locator(".missing .box").count(), 1);
    await page.click("#undo-edit");
    assert.match(await page.locator("#cause-1 .v").innerText(), /Confirmed/);
    assert.equal(await page.locator(".edited").count(), 0);
    assert.match(await page.locator("[data-finding='0']").innerText(), /^MemberStatus$/);
    assert.deepEqual(page.complaints, []);
  }
});

test("an edit goes along into the other view, and the key for undo takes it back", async () => {
  const page = await read(response({ ...FULL, MemberStatus: "Active" }).replaceAll("\n", ""));
  await page.click("#f1-place");
  await page.keyboard.press("Enter");
  await page.keyboard.type("not");
  await page.waitForSelector("#undo-edit");
  await page.check("#view-received");
  assert.match(await page.locator(".cm-content").innerText(), /Name="\d?notMemberStatus"/);
  assert.match(await caret(page), /^Ln 1, /);
  await page.check("#view-pretty");
  assert.match(await page.locator(".cm-content").innerText(), /Name="\d?notMemberStatus"/);
  assert.equal(await page.locator(".edited").count(), 1);
  await page.click("#undo-in-source");
  await settled(page, EXPLAINED);
  await page.click("#f1-place");
  await page.keyboard.press("Enter");
  await page.keyboard.type("n");
  await page.waitForSelector("#undo-edit");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => !document.querySelector("#undo-edit"));
  assert.equal(await inEditor(page), true);
});

test("text that is no message any more stays in the editor", async () => {
  const page = await read(MEMBER_STATUS);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("gone");
  await settled(page, "Nothing found");
  assert.equal(await inEditor(page), true);
  assert.equal(await page.locator(".cm-content").innerText(), "gone");
  await page.click("#undo-edit");
  await settled(page, EXPLAINED);
});

test("a paste over the whole text is a new input", async () => {
  const page = await read(MEMBER_STATUS);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const content = document.querySelector("#code").shadowRoot.activeElement;
    content.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }, response(FULL));
  await settled(page, NOT_EXPLAINED);
  assert.equal(await page.locator(".edited").count(), 0);
});

test("the live region speaks of an edit only when the verdict changes", async () => {
  const page = await read(MEMBER_STATUS);
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.querySelector("#status").textContent)).observe(document.querySelector("#status"), { childList: true });
  });
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" ");
  await page.waitForSelector("#undo-edit");
  await page.waitForTimeout(1400);
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await page.click("#f1-place");
  await page.keyboard.press("Enter");
  await page.keyboard.type("not");
  await page.waitForFunction(() => window.said.length > 0);
  assert.match((await page.evaluate(() => window.said)).join(), /has no last name/);
});

test("search opens by button and by key, counts, and closes", async () => {
  const page = await read(MEMBER_STATUS);
  await page.click("#search");
  await page.keyboard.type("attributevalue");
  assert.match(await page.locator(".matches").innerText(), /^Found: 8$/);
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".matches").innerText(), /^\d of 8$/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".query").count(), 0);
  await page.locator("h1").click();
  await page.keyboard.press("/");
  assert.equal(await page.locator(".query").count(), 1);
  assert.deepEqual(page.complaints, []);
});

test("F8 goes from mark to mark, and Tab leaves", async () => {
  const page = await read(MEMBER_STATUS);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  const seen = new Set();
  const marks = await page.locator(".finding .loc").count();
  for (let i = 0; i < marks; i += 1) {
    await page.keyboard.press("F8");
    seen.add(await page.locator(".finding.sel").getAttribute("id"));
  }
  assert.equal(seen.size, marks);
  const at = await caret(page);
  await page.keyboard.press("Shift+F8");
  assert.notEqual(await caret(page), at);
  assert.equal(await inEditor(page), true);
  await page.keyboard.press("Tab");
  assert.equal(await inEditor(page), false);
  assert.equal(await page.locator(".edited").count(), 0);
});

test("a mark explains itself under the pointer", async () => {
  const page = await read(MEMBER_STATUS);
  await page.locator("[data-finding='0']").hover();
  await page.waitForSelector(".explained");
  assert.match(await page.locator(".explained").innerText(), /Member Status[\s\S]*Cisco/);
  assert.deepEqual(page.complaints, []);
});

test("signatures are folded in the source, and can be unfolded", async () => {
  const page = await again(world);
  await page.click("#sample-member-status");
  await settled(page, EXPLAINED);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  const digest = page.locator(".cm-line", { hasText: "DigestValue" });
  assert.equal(await digest.count(), 0);
  await page.click(".folded");
  assert.equal(await digest.count(), 1);
});

test("a message of a megabyte can be read and edited", async () => {
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`attribute${i}`, "v".repeat(450)]));
  const text = response({ ...many, ...WITHOUT_LAST_NAME });
  for (const input of [text, text.replaceAll("\n", "")]) {
    const page = await again(world);
    await paste(page, input);
    await drawn(page, ".chip");
    for (const view of ["pretty", "received"]) {
      await page.check(`#view-${view}`);
      await page.click("#f1-place");
      await page.waitForSelector(".missing .box");
      assert.ok(await page.locator(".cm-line").count() < 300);
      await page.keyboard.press("Enter");
      await page.keyboard.type("x");
      await page.waitForSelector("#undo-edit");
      await page.click("#undo-edit");
    }
    assert.deepEqual(page.complaints, []);
  }
});
