//! Signatures, canonical forms and certificates against libxmlsec, libxml2 and pyca/cryptography.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::shell::{command, python, root, run};
use crate::test::cargo;

const FOLDER: &str = "target/signatures";
const CORPUS: &str = "../shared/corpus/files";

/// Asks the others first, then compares; the corpus only where it lies beside the project.
pub fn check() -> Result<()> {
    let folder = root().join(FOLDER);
    let [matrix, messages] = ["matrix", "messages"].map(|name| folder.join(name));
    let [forms, certificates] = ["forms.tsv", "certificates.tsv"].map(|name| folder.join(name));
    for folder in [&matrix, &messages] {
        if folder.is_dir() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    let python = python(&folder.join("venv"))?;
    run(command(&python)
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg("tests/signatures/requirements.txt"))?;
    let oracle = |what: &str, paths: &[&Path]| {
        let mut oracle = command(&python);
        oracle.args(["-B", "tests/signatures/oracle.py", what]);
        run(oracle.args(paths)).with_context(|| format!("oracle.py {what}"))
    };
    oracle("matrix", &[&matrix])?;
    let mut test = compare();
    test.env("E31_MATRIX", &matrix).env("E31_MUTANTS", "50000");
    let corpus = root().join(CORPUS);
    if corpus.is_dir() {
        run(compare().arg("extract").env("E31_EXTRACT", &messages))?;
        oracle("judge", &[&messages])?;
        oracle("forms", &[&corpus, &forms])?;
        oracle("certificates", &[&corpus, &messages, &certificates])?;
        test.env("E31_CORPUS", &messages);
        test.env("E31_FORMS", &forms);
        test.env("E31_CERTIFICATES", &certificates);
    }
    run(&mut test)
}

fn compare() -> std::process::Command {
    let mut test = cargo("test");
    test.args(["--locked", "--quiet", "--test", "signatures", "--"]);
    test.arg("--nocapture");
    test
}
