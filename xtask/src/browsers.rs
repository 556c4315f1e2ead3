//! The browsers of `tests/browsers/`: each is asked for, and installed where that is possible.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::chromium::Chromium;
use crate::shell::{apt_install, named, which};

/// A browser to test in, under the name that its driver has in `tests/browsers/drivers/`.
#[derive(Debug, Clone, Copy)]
pub enum Browser {
    /// By playwright-core.
    Chromium,
    /// By puppeteer-core.
    Firefox,
    /// WebKitGTK, by its own WebDriver on a screen of Xvfb.
    Webkit,
}

/// Node.js with these browsers and `dist/` in its environment.
pub fn node(browsers: &[Browser]) -> Result<Command> {
    let mut node = crate::node::node();
    let mut names = vec![];
    for browser in browsers {
        match browser {
            Browser::Chromium => {
                Chromium::find()?.tell(&mut node);
                names.push("chromium");
            }
            Browser::Firefox => {
                node.env("E31_FIREFOX", firefox()?);
                names.push("firefox");
            }
            Browser::Webkit => {
                let (driver, browser) = webkit()?;
                node.env("E31_WEBKIT_DRIVER", driver)
                    .env("E31_WEBKIT", browser);
                names.push("webkit");
            }
        }
    }
    node.env("E31_BROWSERS", names.join(","));
    Ok(node)
}

/// `E31_FIREFOX`, the path, or Debian's package.
fn firefox() -> Result<PathBuf> {
    let find = || named("E31_FIREFOX", &["firefox-esr", "firefox"]);
    if find()?.is_none() {
        apt_install("Firefox", &["firefox-esr"])?;
    }
    find()?.context("no Firefox: set E31_FIREFOX to its path")
}

/// The driver and the browser: `E31_WEBKIT_DRIVER` and `E31_WEBKIT`, or Debian's packages.
fn webkit() -> Result<(PathBuf, PathBuf)> {
    let packages = ["webkit2gtk-driver", "xvfb", "xauth"];
    let driver = || named("E31_WEBKIT_DRIVER", &["WebKitWebDriver"]);
    if driver()?.is_none() || which("xvfb-run").is_none() {
        apt_install("WebKitGTK, its driver or Xvfb", &packages)?;
    }
    let browser = named("E31_WEBKIT", &[])?.or_else(mini_browser);
    Ok((
        driver()?.context("no WebKitWebDriver: set E31_WEBKIT_DRIVER to its path")?,
        browser.context("no MiniBrowser of WebKitGTK: set E31_WEBKIT to its path")?,
    ))
}

/// It lies beside the library, in a folder of the architecture.
fn mini_browser() -> Option<PathBuf> {
    fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .flat_map(|architecture| {
            ["webkit2gtk-4.1", "webkit2gtk-4.0"]
                .map(|library| architecture.path().join(library).join("MiniBrowser"))
        })
        .find(|path| path.is_file())
}
