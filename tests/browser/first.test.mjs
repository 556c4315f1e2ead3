// What is to be done first: each of it stands with its steps, on the screen and on paper.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drop, FULL, launch, open, paste, response, settled, WITHOUT_LAST_NAME } from "./browser.mjs";

let world;
before(async () => { world = await launch(); });
after(() => world.close());

const HEAD = "First Name,Last Name,Display Name,User ID/Email (Required),User Status\r\n";
const INACTIVE = `${HEAD}Jelena,Ilić,Jelena Ilić,jelena.ilic@adriasoft.example,Inactive\r\n`;
const inactive = (page) => drop(page, "users.csv", INACTIVE);
const answered = (check, answer) => (page) => page.click(`#check-${check} label:has-text("${answer}")`);

const CASES = [
  ["a deactivated row", FULL, inactive, /^Reactivate the account/],
  ["a deactivated row beside a missing field", WITHOUT_LAST_NAME, inactive, /Send lastname.*Reactivate the account/s],
  ["an answer of a deactivated account", FULL, answered("account-state", "deactivated"), /^Reactivate the account/],
  ["an answer of no partner ID", FULL, answered("partner-id", "has no partner ID"), /^Ask your Cisco partner/],
  ["an answer of a further field", FULL, answered("required-fields", "is not in the message"), /^Send the field/],
  ["an answer of no licence", FULL, answered("host-licences", "no host licence"), /^Free a host licence/],
];
for (const [name, attributes, act, actions] of CASES) {
  test(name, async () => {
    const page = await open(world.browser, world.doors.file);
    await paste(page, response(attributes));
    await page.waitForSelector(".todo");
    await act(page);
    await settled(page, "Error 31 explained");
    assert.match(await page.locator(".todo").innerText(), actions);
    for (const history of ["worked-before", "never-worked"]) {
      if (await page.locator(`#history-${history}`).count()) await page.check(`#history-${history}`);
      for (const media of ["print", "screen"]) {
        await page.emulateMedia({ media });
        for (const id of await page.$$eval(".todo button", (all) => all.map((one) => one.id.replace("todo-", "")))) {
          const steps = /^\d+$/.test(id) ? `#f${Number(id) + 1}-body` : `#check-${id} .way`;
          assert.ok(await page.locator(steps).first().isVisible(), `${history}, ${media}: ${steps}`);
        }
      }
    }
    assert.deepEqual(page.complaints, []);
  });
}
