//! Speed and sizes: figures, never verdicts.

use anyhow::Result;

use crate::chromium::Chromium;
use crate::node::{NPM, node};
use crate::shell::{command, root, run};

/// The peers have a lock of their own: nothing else needs them.
const PEERS: &str = "benches/peers";

/// Builds, then prints what a check, a user list, a start of the page and big files take, and writes `docs/benchmarks.md`
/// of the engine beside what npm has.
pub fn bench() -> Result<()> {
    crate::build()?;
    run(node().arg("benches/check.mjs"))?;
    run(node().arg("benches/shapes.mjs"))?;
    run(node().arg("benches/accounts.mjs"))?;
    run(command(NPM).current_dir(root().join(PEERS)).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))?;
    run(node().arg("benches/peers/peers.mjs"))?;
    let chromium = Chromium::find()?;
    run(chromium.node().arg("benches/start.mjs"))?;
    run(chromium.node().arg("benches/big.mjs"))
}

/// Builds, then prints a table of what took too long once.
pub fn shapes() -> Result<()> {
    crate::build()?;
    run(node().arg("benches/shapes.mjs"))
}
