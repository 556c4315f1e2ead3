//! Speed and sizes: figures, never verdicts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::bindgen;
use crate::chromium::Chromium;
use crate::node::{NPM, node};
use crate::output::say;
use crate::shell::{command, output, python, root, run};
use crate::test::cargo;
use crate::wasm_target::Toolchain;

/// The peers have a lock of their own: nothing else needs them.
const PEERS: &str = "benches/peers";

const FOLDER: &str = "target/bench";

/// The engine as it was built.
const ENGINE: &str = "wasm32-unknown-unknown/release/error31.wasm";

/// As the engine, in a folder of its own: features of what only tests need may be on.
const PROFILE: [&str; 4] = [
    "--config",
    "profile.wasm-bench.inherits=\"release\"",
    "--profile",
    "wasm-bench",
];

/// Builds, then measures what a check, documents, captures, user lists and the start of the page take beside the others,
/// and writes `docs/benchmarks.md`; or measures one part of it and prints that.
pub fn bench(part: Option<&str>) -> Result<()> {
    crate::build()?;
    run(command(NPM).current_dir(root().join(PEERS)).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))?;
    let folder = root().join(FOLDER);
    fs::create_dir_all(&folder)?;
    let toolchain = Toolchain::find()?;
    // With the names of its functions.
    let engine = toolchain.target_folder().join(ENGINE);
    fs::copy(&engine, folder.join("named.wasm")).context("no engine was built")?;
    let tree = folder.join("tree");
    let wasm = built(
        toolchain
            .cargo("build")?
            .args(PROFILE)
            .args(["--bench", "tree"]),
    )?;
    bindgen::generate(&wasm, &tree)?;
    let native = |name| built(cargo("build").args(["--locked", "--release", "--bench", name]));
    let mut bench = Chromium::find()?.node();
    bench
        .arg("benches/bench.mjs")
        .args(part)
        .env("E31_TREE_WASM", &tree)
        .env("E31_TREE", native("tree")?)
        .env("E31_SCAN", native("scan")?);
    match peers_in_python(&folder.join("venv")) {
        Ok(python) => {
            bench.env("E31_PYTHON", python);
        }
        Err(error) => say(format_args!("without the peers in Python: {error:#}")),
    }
    run(&mut bench)
}

/// Builds, then prints a table of what took too long once.
pub fn shapes() -> Result<()> {
    crate::build()?;
    run(node().arg("benches/shapes.mjs"))
}

fn peers_in_python(venv: &Path) -> Result<PathBuf> {
    let python = python(venv)?;
    run(command(&python)
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg(format!("{PEERS}/requirements.txt")))?;
    Ok(python)
}

/// Builds a program of `benches/`, and tells where it is.
fn built(cargo: &mut Command) -> Result<PathBuf> {
    let told = output(cargo.args(["--quiet", "--message-format=json"]))?;
    told.lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|told| {
            told.pointer("/target/kind/0")
                .is_some_and(|kind| kind == "bench")
        })
        .and_then(|told| Some(told.pointer("/filenames/0")?.as_str()?.into()))
        .context("cargo names no program")
}
