//! npm packages and the programs in them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell::{command, root, run, which};

/// Installs what `package-lock.json` names, unless that is done.
pub fn install() -> Result<()> {
    if which("node").is_none() || which(NPM).is_none() {
        bail!("Node.js is missing; install version 20.16 or newer with npm (https://nodejs.org)");
    }
    let changed = |path: &str| fs::metadata(Path::new(path)).and_then(|m| m.modified());
    let lock = changed("package-lock.json")?;
    if changed("node_modules/.package-lock.json").is_ok_and(|installed| installed >= lock) {
        return Ok(());
    }
    run(command(NPM).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

/// Node.js with `dist/` in its environment.
pub fn node() -> Command {
    let mut node = command("node");
    node.env("E31_DIST", root().join("dist"));
    node
}

/// A program of an installed npm package.
pub fn tool(name: &str) -> Command {
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    command(root().join(format!("node_modules/.bin/{name}{suffix}")))
}

/// Checks the types of the page, the package and their tests.
pub fn check_types() -> Result<()> {
    run(tool("tsc").arg("--noEmit"))
}

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
