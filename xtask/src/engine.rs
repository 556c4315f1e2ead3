//! The engine: Rust to wasm, and the JavaScript around it.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use libdeflater::{CompressionLvl, Compressor};

use crate::bindgen;
use crate::shell::{root, run};
use crate::wasm_target::{Toolchain, cargo_home};

/// Folder of `engine.js`, `engine.d.ts` and `engine_bg.wasm`.
pub const FOLDER: &str = "target/engine";

/// How much time the build may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Quick, with debug assertions and readable output.
    Quick,
    /// Small.
    Release,
}

impl Mode {
    fn profile(self) -> &'static str {
        match self {
            Self::Quick => "wasm-dev",
            Self::Release => "release",
        }
    }
}

/// The engine as built.
pub struct Engine {
    /// How it was built.
    pub mode: Mode,
    /// The module.
    pub wasm: Vec<u8>,
    /// The module, compressed by gzip.
    pub gzip: Vec<u8>,
}

/// Builds `target/engine/`.
pub fn build(mode: Mode) -> Result<Engine> {
    let wasm = bindgen::generate(&compile(mode)?, Path::new(FOLDER))?;
    refuse_private_paths("the module", &wasm)?;
    let gzip = gzip(&wasm)?;
    Ok(Engine { mode, wasm, gzip })
}

fn compile(mode: Mode) -> Result<PathBuf> {
    let toolchain = Toolchain::find()?;
    run(toolchain.cargo("build")?.args([
        "--package",
        "error31",
        "--lib",
        "--profile",
        mode.profile(),
    ]))?;
    Ok(toolchain
        .target_folder()
        .join("wasm32-unknown-unknown")
        .join(mode.profile())
        .join("error31.wasm"))
}

/// What is published must not tell who built it where.
pub fn refuse_private_paths(name: &str, published: &[u8]) -> Result<()> {
    for folder in [root(), &cargo_home()?] {
        let folder = folder.as_os_str().as_encoded_bytes();
        if published.windows(folder.len()).any(|bytes| bytes == folder) {
            bail!("{name} names {}", String::from_utf8_lossy(folder));
        }
    }
    Ok(())
}

/// Compresses as well as the format allows; the same input gives the same bytes.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut packed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut packed)?;
    packed.truncate(length);
    Ok(packed)
}
