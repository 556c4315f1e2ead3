//! Everything that CI checks: the tools first, then two lanes, one of cargo's and one of the page's.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context, Result};

use crate::browsers::{self, Browser};
use crate::chromium::Chromium;
use crate::lanes::{self, Step};
use crate::shell::{command, output, root, run};
use crate::wasm_target::Toolchain;
use crate::{crate_package, deny, node, release, workflows};

/// What is fetched, or built as a tool.
const TOOLS: [Step; 6] = [
    ("rustfmt and clippy", components),
    ("target wasm32-unknown-unknown", || {
        Toolchain::find()?.need_clippy()
    }),
    ("npm packages", node::install),
    ("Chromium", || Chromium::find().map(drop)),
    ("Firefox", || browsers::node(&[Browser::Firefox]).map(drop)),
    ("cargo-deny", || deny::find().map(drop)),
];

const CARGO: [Step; 9] = [
    ("format", || {
        run(cargo("fmt").args(["--all", "--check"]))?;
        run(cargo("fmt").args(["--manifest-path", "fuzz/Cargo.toml", "--check"]))
    }),
    ("licences and sources", deny::deny),
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
        run(cargo("test")
            .args(["--workspace", "--locked"])
            .env("E31_SEED", seed()))
    }),
    ("docs of the crate", crate_package::docs),
    ("example of the crate", crate_package::example),
    ("package of the crate", crate_package::package),
    ("engine in Chromium", engine_in_chromium),
];

const PAGE: [Step; 9] = [
    ("release build", crate::build),
    ("types", node::check_types),
    ("files of a release", release::assemble),
    ("workflows", workflows::check),
    ("what is published", || {
        node_tests(node::node(), "tests/published")
    }),
    ("npm package in Node and bundlers", || {
        node_tests(Chromium::find()?.node(), "tests/package")
    }),
    ("page in Chromium", page_in_chromium),
    ("page for every reader", || {
        let mut node = Chromium::find()?.node();
        node.env("E31_SEED", seed());
        node_tests(node, "tests/axe")
    }),
    ("page in Firefox", || page_in(&[Browser::Firefox])),
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

/// Looks for made-up people in tickets, so often, and tries whether it matters who it was, in every fixture.
pub fn redaction(trials: &str) -> Result<()> {
    let mut test = cargo("test");
    test.args(["--release", "--quiet", "--locked", "--test", "nameless"]);
    test.args(["--", "--nocapture"]);
    run(test.env("E31_TRIALS", trials).env("E31_FIXTURES", "100000"))
}

/// Builds, and runs the page in every browser there is.
pub fn browsers() -> Result<()> {
    crate::build()?;
    page_in(&[Browser::Chromium, Browser::Firefox, Browser::Webkit])
}

/// Each position of the fixtures that are tried whole.
pub fn robustness() -> Result<()> {
    run(cargo("test")
        .args(["--release", "--locked", "--test"])
        .args(["robustness", "--test", "decode_robustness"])
        .args(["--", "--nocapture"])
        .env("E31_WHOLE", "1"))
}

/// Each hostile text in each place.
pub fn xss() -> Result<()> {
    crate::build()?;
    run(Chromium::find()?
        .node()
        .args(["--test", "tests/browser/xss.test.mjs"])
        .env("E31_WHOLE", "1"))
}

/// What axe-core finds in every state, theme, width and language.
pub fn axe() -> Result<()> {
    crate::build()?;
    let mut node = Chromium::find()?.node();
    node.env("E31_WHOLE", "1");
    node_tests(node, "tests/axe")
}

/// Draws every state in both themes, three widths and all languages into a folder.
pub fn gallery(folder: &str) -> Result<()> {
    let folder = std::path::absolute(folder)?;
    crate::build()?;
    run(Chromium::find()?
        .node()
        .arg("tests/axe/gallery.mjs")
        .arg(folder))
}

/// Runs every step; the first that fails ends it.
pub fn test() -> Result<()> {
    let start = Instant::now();
    for (name, step) in TOOLS {
        let start = Instant::now();
        step().with_context(|| format!("no {name}"))?;
        println!("{:>7.1} s  {name}", start.elapsed().as_secs_f64());
    }
    let tools = start.elapsed();
    println!("{:>7.1} s  for the tools\n", tools.as_secs_f64());
    let start = Instant::now();
    let outcome = lanes::run(&[&CARGO, &PAGE])?;
    println!(
        "\n{:>7.1} s  in two lanes; samples by E31_SEED={}; output in {}\n",
        start.elapsed().as_secs_f64(),
        seed(),
        lanes::folder().display()
    );
    let failed = usize::from(outcome.failure.is_some());
    println!("{} passed, {failed} failed", outcome.passed.len());
    outcome.failure.map_or(Ok(()), Err)
}

/// What chooses the samples of the long checks: another one for each commit.
fn seed() -> String {
    env::var("E31_SEED").unwrap_or_else(|_| {
        let commit = output(command("git").args(["rev-parse", "HEAD"])).unwrap_or_default();
        let seed = commit
            .get(..6)
            .and_then(|hash| u32::from_str_radix(hash, 16).ok());
        seed.unwrap_or_default().to_string()
    })
}

/// `cargo fmt` and `cargo clippy` are no part of rustup's minimal profile.
fn components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output(cargo(subcommand).arg("--version")).is_err() {
            run(command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The Cargo that runs this program.
pub fn cargo(subcommand: &str) -> Command {
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
/// nothing has to wait for it alone. On a machine that is busy a browser can be late: what fails is run once more, a
/// file at a time, and that is told; a test that fails twice fails.
pub fn node_tests(mut node: Command, folder: &str) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    files.reverse();
    let mut again = command(node.get_program());
    let settings = node
        .get_envs()
        .filter_map(|(name, value)| Some((name, value?)));
    again.envs(settings.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let of = |node: &mut Command, at_a_time: &str| {
        run(node
            .args(["--test", at_a_time])
            .args(&files)
            .env("E31_SEED", seed()))
    };
    of(&mut node, "--test-concurrency=2").or_else(|failed| {
        println!("{failed:#}\nonce more, a file at a time");
        of(&mut again, "--test-concurrency=1")
    })
}
