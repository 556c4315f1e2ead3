//! Speed and sizes: figures, never verdicts.

use anyhow::Result;

use crate::chromium::Chromium;
use crate::node::node;
use crate::shell::run;

/// Builds, then prints what a check and a start of the page take.
pub fn bench() -> Result<()> {
    crate::build()?;
    run(node().arg("benches/check.mjs"))?;
    run(Chromium::find()?.node().arg("benches/start.mjs"))
}
