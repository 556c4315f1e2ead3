// Chromium as `cargo xtask` found it.

import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless browser; it has to be closed. */
export function launch() {
  return chromium.launch({ executablePath: process.env.E31_CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
}
