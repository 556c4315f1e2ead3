//! Everything that CI checks, quick steps first.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, Result};

use crate::browsers::{self, Browser};
use crate::chromium::Chromium;
use crate::deny;
use crate::node;
use crate::shell::{command, root, run};
use crate::wasm_target::Toolchain;

type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 14] = [
    ("format", || run(cargo("fmt").args(["--all", "--check"]))),
    ("clippy", || {
        run(cargo("clippy").args([
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ]))
    }),
    ("clippy for wasm32", clippy_wasm),
    ("cargo test", || {
        run(cargo("test").args(["--workspace", "--locked"]))
    }),
    ("robustness, in release", || {
        run(cargo("test").args([
            "--release",
            "--locked",
            "--test",
            "robustness",
            "--",
            "--nocapture",
        ]))
    }),
    ("npm packages", node::install),
    ("release build", crate::build),
    ("types", node::check_types),
    ("engine in Chromium", engine_in_chromium),
    ("what is published", || {
        node_tests(node::node(), "tests/published")
    }),
    ("npm package in Node and bundlers", || {
        node_tests(Chromium::find()?.node(), "tests/package")
    }),
    ("page in Chromium", page_in_chromium),
    ("licences and sources", deny::deny),
    ("page in Chromium and Firefox", || {
        page_in(&[Browser::Chromium, Browser::Firefox])
    }),
];

/// Runs the corpus by itself; `read_as` is the service provider to read it as.
pub fn corpus(read_as: Option<&str>) -> Result<()> {
    let mut test = cargo("test");
    test.args(["--release", "--quiet", "--locked", "--test", "corpus"]);
    if let Some(id) = read_as {
        test.args(["--", "--read-as", id]);
    }
    run(&mut test)
}

/// Writes what every fixture, corpus and field file gives to a folder, or compares with what stands there.
pub fn reports(folder: &str) -> Result<()> {
    let folder = std::path::absolute(folder)?;
    let mut test = cargo("test");
    test.args(["--quiet", "--locked", "--test", "reports", "--"]);
    run(test.arg(folder))
}

/// Builds, and runs the page in every browser there is.
pub fn browsers() -> Result<()> {
    crate::build()?;
    page_in(&[Browser::Chromium, Browser::Firefox, Browser::Webkit])
}

/// Runs every step; the first that fails ends it.
pub fn test() -> Result<()> {
    let mut times: Vec<(&str, Duration)> = vec![];
    for (name, step) in STEPS {
        println!("\n== {name}");
        let start = Instant::now();
        step().with_context(|| format!("step “{name}” failed"))?;
        times.push((name, start.elapsed()));
    }
    println!("\n== summary");
    for (name, time) in &times {
        println!("{:>7.1} s  {name}", time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{:>7.1} s  in all: everything passed", total.as_secs_f64());
    Ok(())
}

fn cargo(subcommand: &str) -> Command {
    let mut cargo = command(env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.arg(subcommand);
    cargo
}

fn clippy_wasm() -> Result<()> {
    let toolchain = Toolchain::find()?;
    toolchain.need_clippy()?;
    run(toolchain.cargo("clippy")?.args([
        "--package",
        "error31",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn engine_in_chromium() -> Result<()> {
    let chromium = Chromium::find()?;
    let capabilities = root().join("target/webdriver.json");
    chromium.write_capabilities(&capabilities)?;
    run(cargo("build").args(["--package", "test-runner", "--locked"]))?;
    run(Toolchain::find()?
        .cargo("test")?
        .args(["--package", "error31", "--test", "wasm*"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner()?)
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .env("CHROMEDRIVER", chromium.driver))
}

/// The test runner lies beside this program.
fn runner() -> Result<PathBuf> {
    let name = format!("test-runner{}", env::consts::EXE_SUFFIX);
    Ok(env::current_exe()?.with_file_name(name))
}

fn page_in_chromium() -> Result<()> {
    node_tests(Chromium::find()?.node(), "tests/browser")
}

fn page_in(browsers: &[Browser]) -> Result<()> {
    node_tests(browsers::node(browsers)?, "tests/browsers")
}

/// Runs the tests of a folder: two files at a time, from the end of the alphabet, where the longest stands, so that
/// nothing has to wait for it alone.
pub fn node_tests(mut node: Command, folder: &str) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    files.reverse();
    run(node.args(["--test", "--test-concurrency=2"]).args(files))
}
