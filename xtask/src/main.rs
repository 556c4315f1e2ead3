//! The project's tasks. Each sets up what it needs and asks first whether that is there.

mod advisories;
mod api;
mod bench;
mod bindgen;
mod browsers;
mod budget;
mod chromium;
mod command;
mod crate_package;
mod deny;
mod embed;
mod engine;
mod examples;
mod fuzz;
mod lanes;
mod languages;
mod licences;
mod node;
mod output;
mod package;
mod page;
mod release;
mod reproduce;
mod serve;
mod shell;
mod signatures;
mod sums;
mod test;
mod wasm_target;
mod workflows;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask serve [--port N]   build quickly, serve the page on 127.0.0.1, build again on reload
cargo xtask build              write dist/index.html, dist/error31-embed.js, dist/package/ and dist/SHA256SUMS, check sizes
cargo xtask release            write target/release-files/, as the workflow publishes it, and print the sums
cargo xtask deny               check licences, bans and sources of all crates by deny.toml
cargo xtask advisories         ask RustSec and npm for known holes of crates and packages; says so where it can't ask
cargo xtask reproduce [--against SHA256SUMS]
                               build the last commit in two fresh folders, or one, and compare the bytes
cargo xtask test               everything that CI checks
cargo xtask test-robustness    each position of whole fixtures, cut and changed
cargo xtask test-xss           each hostile text in each place
cargo xtask axe                axe-core over every state, theme, width and language; an hour
cargo xtask gallery [FOLDER]   draw every state into target/gallery, with an index and a sheet for each; half an hour
cargo xtask test-browsers      the page in Chromium, Firefox and WebKitGTK
cargo xtask test-examples      build the portals in examples/ from npm and PyPI, and test them; minutes, not in CI
cargo xtask lock-examples      write the lock of examples/docusaurus again, a line a package
cargo xtask redaction [TRIALS] look for made-up people in tickets, 10,000 times, and 200 people in every fixture; minutes
cargo xtask bench              speed and sizes beside the others, written into docs/benchmarks.md; twelve minutes; needs Python 3
cargo xtask bench PART         one of check, growth, captures, users, start, costs, memory, sizes, or gigabyte, and print it
cargo xtask shapes             print what hostile and large inputs take, as docs/security.md has it
cargo xtask corpus [--read-as ID]
                               check the messages under ../shared/corpus; as a service provider: count what fires
cargo xtask reports FOLDER     write in short what every fixture, corpus and field file gives; where FOLDER has it, compare
cargo xtask workflows          hold workflows and pipelines against their schemas, and zizmor; needs Python 3
cargo xtask signatures         hold signatures against libxmlsec, canonical forms against libxml2; needs Python 3
cargo xtask fuzz [SECONDS]     run checks with signatures and canonical forms under libFuzzer, each so long; needs a C++ compiler

Needed: Rust and Node.js 20.16 or newer. The rest is installed into target/ and node_modules/, the wasm target by
rustup, and the browsers (for tests) by apt where it runs as root on Debian.
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    std::env::set_current_dir(shell::root())?;
    match arguments.as_slice() {
        ["serve"] => serve::serve(8031),
        ["serve", "--port", port] => serve::serve(port.parse().context("--port wants a number")?),
        ["build"] => build(),
        ["release"] => release::release(),
        ["workflows"] => workflows::check(),
        ["deny"] => deny::deny(),
        ["advisories"] => advisories::check(),
        ["reproduce"] => reproduce::reproduce(),
        ["reproduce", "--against", sums] => reproduce::against(sums),
        ["test"] => test::test(),
        ["test-robustness"] => test::robustness(),
        ["test-xss"] => test::xss(),
        ["axe"] => test::axe(),
        ["gallery"] => test::gallery("target/gallery"),
        ["gallery", folder] => test::gallery(folder),
        ["test-browsers"] => test::browsers(),
        ["test-examples"] => examples::test(),
        ["lock-examples"] => examples::lock(),
        ["redaction"] => test::redaction("10000"),
        ["redaction", trials] => test::redaction(trials),
        ["bench"] => bench::bench(None),
        ["bench", part] => bench::bench(Some(part)),
        ["shapes"] => bench::shapes(),
        ["corpus"] => test::corpus(None),
        ["corpus", "--read-as", id] => test::corpus(Some(id)),
        ["reports", folder] => test::reports(folder),
        ["signatures"] => signatures::check(),
        ["fuzz"] => fuzz::fuzz("60"),
        ["fuzz", seconds] => fuzz::fuzz(seconds),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        unknown => bail!("no task “{}”\n\n{HELP}", unknown.join(" ")),
    }
}

/// Builds what is published, and checks its sizes.
pub fn build() -> Result<()> {
    let engine = engine::build(engine::Mode::Release)?;
    node::install()?;
    page::build(&engine)?;
    embed::build(engine.mode)?;
    package::build(&engine)?;
    sums::build()?;
    budget::check(&engine)
}
