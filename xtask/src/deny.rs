//! cargo-deny: licences, bans and sources of all crates, by `deny.toml`.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::shell::{command, named, root, run};

/// Its figures and messages are those of this version.
const VERSION: &str = "0.20.2";

/// Checks `Cargo.lock`; what needs the network is left out.
pub fn deny() -> Result<()> {
    let checks = ["licenses", "bans", "sources"];
    run(command(find()?).args(["--locked", "check"]).args(checks))
}

/// `E31_CARGO_DENY`, the path, or the crate: without optimization, which takes a third of the time to build.
pub fn find() -> Result<PathBuf> {
    if let Some(found) = named("E31_CARGO_DENY", &["cargo-deny"])? {
        return Ok(found);
    }
    let tools = root().join("target/tools");
    let program = tools.join(format!("bin/cargo-deny{}", env::consts::EXE_SUFFIX));
    if !program.is_file() {
        run(command(env::var_os("CARGO").unwrap_or("cargo".into()))
            .args([
                "install",
                "cargo-deny",
                "--version",
                VERSION,
                "--locked",
                "--debug",
                "--quiet",
            ])
            .arg("--root")
            .arg(&tools)
            .arg("--target-dir")
            .arg(tools.join("build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    }
    Ok(program)
}
