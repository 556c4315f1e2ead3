//! Sizes against `budget.toml`.

use anyhow::{Result, bail};
use serde::Deserialize;

use crate::engine::{Engine, gzip};
use crate::output::say;
use crate::shell::read;
use crate::{embed, package, page};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    embed_js: usize,
    index_html: usize,
    package_gzip: usize,
    wasm_gzip: usize,
}

enum Limit {
    Raw(usize),
    Gzip(usize),
}

/// Prints the sizes; fails where one is above its limit.
pub fn check(engine: &Engine) -> Result<()> {
    let budget: Budget = toml::from_str(&read("budget.toml")?)?;
    say(format_args!(
        "{:<28}{:>12}{:>12}{:>12}",
        "bytes", "raw", "gzip", "limit"
    ));
    let file = |path| Ok::<_, anyhow::Error>(read(path)?.into_bytes());
    let rows = [
        (
            "engine (wasm)",
            engine.wasm.clone(),
            Limit::Gzip(budget.wasm_gzip),
        ),
        (page::PATH, file(page::PATH)?, Limit::Raw(budget.index_html)),
        (embed::PATH, file(embed::PATH)?, Limit::Raw(budget.embed_js)),
        (
            package::MODULE,
            file(package::MODULE)?,
            Limit::Gzip(budget.package_gzip),
        ),
    ];
    for (name, bytes, limit) in &rows {
        let gzip = gzip(bytes)?.len();
        let (size, limit, unit) = match limit {
            Limit::Raw(limit) => (bytes.len(), limit, ""),
            Limit::Gzip(limit) => (gzip, limit, " gz"),
        };
        say(format_args!(
            "{name:<28}{:>12}{gzip:>12}{:>12}",
            bytes.len(),
            format!("{limit}{unit}")
        ));
        if size > *limit {
            bail!("{name} is {} bytes above its budget", size - limit);
        }
    }
    Ok(())
}
