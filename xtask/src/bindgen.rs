//! wasm-bindgen as a library: its version is the one of Cargo.lock, so it always fits the crate.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::shell::{read, write};

const TYPES: &str = r#"export type * from "./exports.js";

/** One instance of the engine; after a panic it is of no more use. */
export type Engine = typeof import("./exports.js");

/** Makes a fresh instance. */
export function instantiate(module: WebAssembly.Module): Engine;
"#;

/// Writes `engine.js`, its types and `engine_bg.wasm` into `folder`, and gives the module.
///
/// `engine.js` has the whole of the glue inside a function, so that each call makes a fresh instance.
pub fn generate(wasm: &Path, folder: &Path) -> Result<Vec<u8>> {
    let bundler = folder.join("bundler");
    bindgen(wasm)
        .bundler(true)?
        .typescript(true)
        .generate(&bundler)?;
    write(
        folder.join("exports.d.ts"),
        read(bundler.join("engine.d.ts"))?,
    )?;

    let classic = folder.join("classic");
    bindgen(wasm)
        .no_modules(true)?
        .no_modules_global("glue")?
        .omit_default_module_path(true)
        .generate(&classic)?;
    let glue = read(classic.join("engine.js"))?;
    write(
        folder.join("engine.js"),
        format!(
            "export function instantiate(module) {{\n\
             const document = undefined; // the glue would look for its own address\n\
             {glue}\n\
             glue.initSync({{ module }});\n\
             return glue;\n\
             }}\n"
        ),
    )?;
    write(folder.join("engine.d.ts"), TYPES)?;
    let module =
        std::fs::read(classic.join("engine_bg.wasm")).context("wasm-bindgen wrote no module")?;
    write(folder.join("engine_bg.wasm"), &module)?;
    Ok(module)
}

fn bindgen(wasm: &Path) -> Bindgen {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name("engine")
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
}
