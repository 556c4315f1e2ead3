//! npm packages and the programs in them.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::shell::{command, output, read, root, run, which};

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
    let installed = fs::read_to_string("node_modules/.package-lock.json").unwrap_or_default();
    if is_installed(&read("package-lock.json")?, &installed) {
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

/// Whether npm installed what the lock names, by version and sum; what is optional may be missing.
fn is_installed(lock: &str, installed: &str) -> bool {
    let packages = |text: &str| -> Option<BTreeMap<String, Value>> {
        let json: Value = serde_json::from_str(text).ok()?;
        serde_json::from_value(json.get("packages")?.clone()).ok()
    };
    let Some((lock, installed)) = packages(lock).zip(packages(installed)) else {
        return false;
    };
    let is_named = |(path, package): (&String, &Value)| {
        let named = lock.get(path);
        named.is_some_and(|named| {
            ["version", "integrity"]
                .iter()
                .all(|of| named.get(of) == package.get(of))
        })
    };
    let mut wanted = lock.iter().filter(|(path, package)| {
        !path.is_empty() && package.get("optional") != Some(&Value::Bool(true))
    });
    installed.iter().all(is_named) && wanted.all(|(path, _)| installed.contains_key(path))
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    (parts.next(), parts.next()) >= (Some(20), Some(16))
}

#[cfg(test)]
mod tests {
    use super::{is_installed, is_new_enough};

    #[test]
    fn what_is_installed_is_known_by_its_sum() {
        let lock = r#"{"packages":{"":{"name":"x"},"a":{"version":"1","integrity":"s"},"b":{"version":"2","optional":true}}}"#;
        for (packages, expected) in [
            (r#""a":{"version":"1","integrity":"s"}"#, true),
            (r#""a":{"version":"1","integrity":"t"}"#, false),
            (r#""a":{"version":"1"}"#, false),
            (r#""b":{"version":"2"}"#, false),
            (
                r#""a":{"version":"1","integrity":"s"},"c":{"version":"1"}"#,
                false,
            ),
        ] {
            let installed = format!(r#"{{"packages":{{{packages}}}}}"#);
            assert_eq!(is_installed(lock, &installed), expected, "{packages}");
        }
        assert!(!is_installed(lock, ""));
    }

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
