//! npm packages and the programs in them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell::{command, output, root, run, which};

/// Installs what `package-lock.json` names, unless that is done.
pub fn install() -> Result<()> {
    let version = output(command("node").arg("--version")).unwrap_or_default();
    if !is_new_enough(&version) || which(NPM).is_none() {
        let found = if version.is_empty() {
            "none"
        } else {
            version.trim()
        };
        bail!("Node.js 20.16 or newer is needed, with npm (https://nodejs.org); found: {found}");
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

/// Checks the types of the page, the package, its command and their tests.
pub fn check_types() -> Result<()> {
    run(tool("tsc").arg("--noEmit"))?;
    run(tool("tsc").args(["--noEmit", "--project", "package/cli"]))
}

/// npm.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn is_new_enough(version: &str) -> bool {
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    (parts.next(), parts.next()) >= (Some(20), Some(16))
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn versions_are_compared_as_numbers() {
        for (version, expected) in [
            ("v20.16.0\n", true),
            ("v22.3.1", true),
            ("v100.0.0", true),
            ("v20.9.0", false),
            ("v18.20.4", false),
            ("", false),
        ] {
            assert_eq!(is_new_enough(version), expected, "{version}");
        }
    }
}
