//! Speed and sizes: figures, never verdicts.

use anyhow::Result;

use crate::chromium::Chromium;
use crate::node::node;
use crate::shell::run;

/// Builds, then prints what a check, a user list, a start of the page and big files take.
pub fn bench() -> Result<()> {
    crate::build()?;
    run(node().arg("benches/check.mjs"))?;
    run(node().arg("benches/shapes.mjs"))?;
    run(node().arg("benches/accounts.mjs"))?;
    let chromium = Chromium::find()?;
    run(chromium.node().arg("benches/start.mjs"))?;
    run(chromium.node().arg("benches/big.mjs"))
}

/// Builds, then prints a table of what took too long once.
pub fn shapes() -> Result<()> {
    crate::build()?;
    run(node().arg("benches/shapes.mjs"))
}
