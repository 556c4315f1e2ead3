//! Speed and sizes: figures, never verdicts.

use anyhow::Result;

use crate::chromium::Chromium;
use crate::shell::{command, root, run};

/// Builds, then prints what a check and a start of the page take.
pub fn bench() -> Result<()> {
    crate::build()?;
    run(command("node").args(["benches/check.mjs", "dist/package/error31.js"]))?;
    let chromium = Chromium::find()?.browser;
    run(command("node")
        .arg("benches/start.mjs")
        .env("E31_CHROMIUM", chromium)
        .env("E31_DIST", root().join("dist")))
}
