// Chromium as `cargo xtask` found it.

import { chromium } from "playwright-core";

const { E31_CHROMIUM, E31_CHROMIUM_FLAGS = "" } = process.env;

/** Starts a headless browser; it has to be closed. */
export function launch() {
  return chromium.launch({ executablePath: E31_CHROMIUM, args: E31_CHROMIUM_FLAGS.split(" ").filter(Boolean) });
}
