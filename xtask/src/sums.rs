//! `dist/SHA256SUMS`, as `sha256sum --check` reads it, over files that do not tell who built them where.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::engine::refuse_private_paths;
use crate::shell::write;

/// The sums.
pub const PATH: &str = "dist/SHA256SUMS";

/// Writes the sums of all that is built.
pub fn build() -> Result<()> {
    of(Path::new("dist"), Path::new(PATH))
}

/// Writes the sums of all files of a folder.
pub fn of(folder: &Path, to: &Path) -> Result<()> {
    let mut files = files(folder)?;
    files.retain(|path| path != to);
    files.sort();
    let mut sums = String::new();
    for path in files {
        let bytes = fs::read(&path)?;
        refuse_private_paths(&path.display().to_string(), &bytes)?;
        let name = path.strip_prefix(folder)?.display().to_string();
        for byte in Sha256::digest(&bytes) {
            write!(sums, "{byte:02x}")?;
        }
        writeln!(sums, "  {}", name.replace('\\', "/"))?;
    }
    write(to, sums)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
