//! The crate as its users get it: docs without a warning, the files of its package, and the example in it.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::shell::{command, output, run};
use crate::test::cargo;

/// What the package holds besides the sources; Cargo adds the first four.
const FILES: [&str; 8] = [
    ".cargo_vcs_info.json",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "examples/explain.rs",
];

/// Writes the docs; a warning is an error.
pub fn docs() -> Result<()> {
    run(cargo("doc")
        .args(["--package", "error31", "--no-deps", "--locked"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

/// Packs the crate, which has to hold the committed sources and what stands above, and nothing else; and the one it needs.
pub fn package() -> Result<()> {
    let of = |what: &str| {
        let mut cargo = cargo("package");
        cargo.args(["--package", "error31", "--locked", "--allow-dirty", what]);
        cargo
    };
    let listed = output(&mut of("--list"))?;
    let tracked = output(Command::new("git").args(["ls-files", "src"]))?;
    let sources: BTreeSet<_> = tracked.lines().collect();
    let others: Vec<_> = listed
        .lines()
        .filter(|file| !sources.contains(file))
        .collect();
    ensure!(
        FILES
            .iter()
            .all(|file| listed.lines().any(|one| one == *file))
            && others.iter().all(|file| FILES.contains(file)),
        "the package of the crate holds other files than it should: {others:?}"
    );
    run(of("--no-verify").args(["--package", "error31-crypto"]))
}

/// Runs the example on a message with something to find. Built with the whole workspace, it is the one that `cargo test`
/// built: alone it would have its dependencies with other features, and so the engine once more.
pub fn example() -> Result<()> {
    run(cargo("build").args(["--workspace", "--locked", "--example", "explain"]))?;
    let built = env::current_exe()?
        .with_file_name("examples")
        .join("explain");
    let said = output(
        command(built.with_extension(env::consts::EXE_EXTENSION))
            .arg("tests/fixtures/entra/member-status.xml"),
    )?;
    ensure!(
        said.starts_with("The message carries Member Status and has no last name.\n")
            && said.contains("\nmember-status in line 44: "),
        "the example says something else:\n{said}"
    );
    Ok(())
}
