//! `dist/package/`: the command `error31`, its man page, and the same page in the docs.

use std::{env, fs};

use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};

use crate::node::tool;
use crate::page::{self, build_date, version};
use crate::shell::{command, output, read, run, write};

/// The command, in `dist/package/`.
pub const COMMAND: &str = "cli.js";

/// The man page, in `dist/package/`.
pub const MAN: &str = "error31.1";

/// What the command was made of, as esbuild tells it.
pub const INPUTS: &str = "target/package/inputs.json";

/// What writes the help in other forms.
const PAGES: &str = "target/package/pages.js";

/// The command for the docs, as it is now.
const MARKDOWN: &str = "target/package/command.md";

/// The command in the docs; a test holds it against what it would be now, and `UPDATE=1` writes it.
const DOCS: &str = "docs/command.md";

/// Writes the command and its pages.
pub fn build() -> Result<()> {
    let page: String = Sha256::digest(fs::read(page::PATH)?)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let bundle = |entry: &str, to: &str, metafile: &str| {
        run(tool("esbuild").args([
            entry,
            "--bundle",
            "--format=esm",
            "--platform=node",
            "--target=node20.16",
            "--charset=utf8",
            "--minify-syntax",
            "--minify-whitespace",
            "--legal-comments=none",
            "--log-level=warning",
            "--external:error31",
            "--loader:.ftl=text",
            &format!("--define:PAGE_SHA256={page:?}"),
            &format!("--metafile={metafile}"),
            &format!("--outfile={to}"),
        ]))
    };
    let path = format!("dist/package/{COMMAND}");
    bundle("package/cli/main.ts", &path, INPUTS)?;
    write(&path, format!("#!/usr/bin/env node\n{}", read(&path)?))?;
    executable(&path)?;
    bundle(
        "package/cli/pages.ts",
        PAGES,
        "target/package/pages-inputs.json",
    )?;
    let pages = |form: &[&str]| output(command("node").arg(PAGES).args(form));
    let man = pages(&["man", &version()?, &build_date()?])?;
    ensure!(
        man.starts_with(".TH ERROR31 1 "),
        "the man page has no head"
    );
    write(format!("dist/package/{MAN}"), man)?;
    let markdown = pages(&["markdown"])?;
    if env::var_os("UPDATE").is_some() {
        write(DOCS, &markdown)?;
    }
    write(MARKDOWN, markdown)
}

#[cfg(unix)]
fn executable(path: &str) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(
        path,
        fs::Permissions::from_mode(0o755),
    )?)
}

#[cfg(not(unix))]
fn executable(_: &str) -> Result<()> {
    Ok(())
}
