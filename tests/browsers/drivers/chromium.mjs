// Chromium by playwright-core.

import { launch as chromium } from "../../browser/chromium.mjs";

/** Starts Chromium. */
export async function launch() {
  const browser = await chromium();
  return {
    name: "chromium",
    version: browser.version(),
    async open(address) {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
      page.setDefaultTimeout(30_000);
      const complaints = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      await page.goto(address);
      return {
        complaints: async () => complaints,
        evaluate: (action, argument) => page.evaluate(action, argument),
        /** The same in the first frame of the page. */
        inFrame: (action, argument) => page.frames()[1].evaluate(action, argument),
        click: (selector) => page.click(selector),
        setFiles: (selector, paths) => page.setInputFiles(selector, paths),
        screenshot: (path) => page.screenshot({ path }),
        close: () => page.context().close(),
      };
    },
    close: () => browser.close(),
  };
}
