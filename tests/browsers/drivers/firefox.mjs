// Firefox ESR by puppeteer-core, over WebDriver BiDi.

import puppeteer from "puppeteer-core";

/** Starts Firefox. */
export async function launch() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.E31_FIREFOX, headless: true });
  return {
    name: "firefox",
    version: await browser.version(),
    async open(address) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      await page.setViewport({ width: 1440, height: 1000 });
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
        setFiles: async (selector, paths) => (await page.$(selector)).uploadFile(...paths),
        screenshot: (path) => page.screenshot({ path }),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
