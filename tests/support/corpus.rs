//! The corpus of real messages beside the project, where there is one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// One file of the corpus.
pub struct File {
    columns: BTreeMap<String, String>,
    path: PathBuf,
}

impl File {
    /// What the manifest says in `column`.
    pub fn get(&self, column: &str) -> &str {
        self.columns.get(column).map_or("", String::as_str)
    }

    pub fn name(&self) -> &str {
        self.get("file")
    }

    pub fn kind(&self) -> &str {
        self.get("kind")
    }

    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        fs::read(&self.path)
    }
}

/// A folder beside the project that outsiders don't have; `None`, said aloud, where it is not there. Where its neighbours
/// are, CI may not go on without it.
pub fn shared(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = beside.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    let is_ci = env::var_os("CI").is_some_and(|ci| ci == "true");
    assert!(!(is_ci && beside.is_dir()), "../shared has no {name}");
    println!("skipped: no {name} at ../shared/{name}");
    None
}

/// Its files, as `shared` finds them.
pub fn files() -> Option<Vec<File>> {
    let folder = shared("corpus")?;
    let manifest = fs::read_to_string(folder.join("manifest.tsv")).unwrap_or_default();
    let mut lines = manifest.lines().map(|line| line.split('\t'));
    let names: Vec<&str> = lines.next().into_iter().flatten().collect();
    let files: Vec<File> = lines
        .map(|line| {
            let columns: BTreeMap<String, String> = names
                .iter()
                .zip(line)
                .map(|(name, value)| ((*name).to_owned(), value.to_owned()))
                .collect();
            let path = folder.join(columns.get("file").map_or("", String::as_str));
            File { columns, path }
        })
        .collect();
    assert!(files.len() > 1_000, "the corpus is not whole");
    Some(files)
}
