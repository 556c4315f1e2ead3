//! Sizes against `budget.toml`.

use anyhow::{Result, bail};
use serde::Deserialize;

use crate::engine::{Engine, gzip};
use crate::shell::read;
use crate::{package, page};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    index_html: usize,
    wasm_gzip: usize,
}

/// Prints the sizes; fails where one is above its limit.
pub fn check(engine: &Engine) -> Result<()> {
    let budget: Budget = toml::from_str(&read("budget.toml")?)?;
    let page = read(page::PATH)?;
    let module = read(package::MODULE)?;
    println!("{:<28}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip", "limit");
    let row = |name: &str, raw: usize, gzip: usize, limit: String| {
        println!("{name:<28}{raw:>12}{gzip:>12}{limit:>12}");
    };
    row(
        "engine (wasm)",
        engine.wasm.len(),
        engine.gzip.len(),
        format!("{} gz", budget.wasm_gzip),
    );
    row(
        page::PATH,
        page.len(),
        gzip(page.as_bytes())?.len(),
        budget.index_html.to_string(),
    );
    row(
        package::MODULE,
        module.len(),
        gzip(module.as_bytes())?.len(),
        String::new(),
    );
    if engine.gzip.len() > budget.wasm_gzip {
        bail!(
            "the engine is {} bytes above its budget",
            engine.gzip.len() - budget.wasm_gzip
        );
    }
    if page.len() > budget.index_html {
        bail!(
            "{} is {} bytes above its budget",
            page::PATH,
            page.len() - budget.index_html
        );
    }
    Ok(())
}
