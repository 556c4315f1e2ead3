//! `dist/error31-embed.js`: the element `<error-31>` for other pages, with its types beside it.

use anyhow::Result;

use crate::engine::Mode;
use crate::node::tool;
use crate::page::common;
use crate::shell::{read, run, write};

/// The script.
pub const PATH: &str = "dist/error31-embed.js";

/// Bundles `embed/`; the script runs as a classic one and as a module.
pub fn build(mode: Mode) -> Result<()> {
    run(tool("esbuild")
        .args(["embed/element.ts", "--bundle", "--format=iife"])
        .args(common(mode))
        .arg(format!("--outfile={PATH}")))?;
    write("dist/error31-embed.d.ts", read("embed/error31-embed.d.ts")?)
}
