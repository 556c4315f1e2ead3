//! Chromium and its driver, for tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use crate::node::node;
use crate::shell::{apt_install, named, write};

/// What lets Chromium run as root and keeps it off the network.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser.
pub struct Chromium {
    /// The program.
    pub browser: PathBuf,
    /// The driver.
    pub driver: PathBuf,
}

impl Chromium {
    /// `E31_CHROMIUM` and `CHROMEDRIVER`, the path, or Debian's packages.
    pub fn find() -> Result<Self> {
        if browser()?.is_none() || driver()?.is_none() {
            apt_install("Chromium or its driver", &["chromium", "chromium-driver"])?;
        }
        Ok(Self {
            browser: browser()?.context("no Chromium: set E31_CHROMIUM to its path")?,
            driver: driver()?.context("no chromedriver: set CHROMEDRIVER to its path")?,
        })
    }

    /// Runs Node.js with this browser and `dist/` in its environment.
    pub fn node(&self) -> Command {
        let mut node = node();
        self.tell(&mut node);
        node
    }

    /// Puts this browser into a command's environment.
    pub fn tell(&self, node: &mut Command) {
        node.env("E31_CHROMIUM", &self.browser)
            .env("E31_CHROMIUM_FLAGS", FLAGS.join(" "));
    }

    /// Writes the capabilities that the wasm-bindgen test runner asks for.
    pub fn write_capabilities(&self, path: &Path) -> Result<()> {
        let capabilities =
            json!({ "goog:chromeOptions": { "binary": self.browser, "args": FLAGS } });
        write(path, capabilities.to_string())
    }
}

fn browser() -> Result<Option<PathBuf>> {
    named(
        "E31_CHROMIUM",
        &["chromium", "chromium-browser", "google-chrome"],
    )
}

fn driver() -> Result<Option<PathBuf>> {
    named("CHROMEDRIVER", &["chromedriver"])
}
