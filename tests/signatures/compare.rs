//! Our verdicts beside libxmlsec's.

use error31::signature::{self, Signature, SignatureVerdict, SignatureWhy};
use error31::xml;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Whether both say the same of what both can judge; `None`: we don't judge it.
fn agrees(ours: &Signature, theirs: &str) -> Option<bool> {
    let holds = match (ours.verdict, ours.why) {
        (SignatureVerdict::Intact, _)
        | (_, SignatureWhy::Elsewhere | SignatureWhy::SeveralReferences) => Some(true),
        (SignatureVerdict::Broken, _) => Some(false),
        _ => None,
    };
    match (holds, theirs) {
        (Some(holds), "error") => Some(!holds),
        (Some(holds), theirs) => Some(holds == (theirs == "valid")),
        (None, "error") => Some(true),
        (None, _) => None,
    }
}

/// Compares a folder that `oracle.py` has judged; how many signatures agree, and why which others aren't judged.
fn compare(folder: &Path) -> (usize, BTreeMap<String, Vec<String>>) {
    let table = fs::read_to_string(folder.join("verdicts.tsv")).unwrap();
    let (mut agreed, mut unjudged, mut differing) = (0, BTreeMap::new(), vec![]);
    for line in table.lines() {
        let [file, theirs, name] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let Ok(document) = xml::read(&fs::read(folder.join(file)).unwrap()) else {
            continue;
        };
        let has_manifest = document.elements().any(|e| e.local_name() == "Manifest");
        let ours = signature::read(&document, &[], true);
        let theirs = theirs.split(',').filter(|verdict| !verdict.is_empty());
        for (ours, theirs) in ours.iter().zip(theirs) {
            match agrees(ours, theirs).filter(|_| !has_manifest) {
                Some(true) => agreed += 1,
                Some(false) => differing.push(format!("{file} {name}: {theirs}, {:?}", ours.why)),
                None => {
                    let reason = format!("{theirs}: {:?}", ours.why);
                    unjudged
                        .entry(reason)
                        .or_insert_with(Vec::new)
                        .push(file.to_owned());
                }
            }
        }
    }
    assert!(differing.is_empty(), "{agreed} {unjudged:?} {differing:#?}");
    (agreed, unjudged)
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

#[test]
fn sample() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signatures/sample");
    let (agreed, unjudged) = compare(&folder);
    println!("sample: {agreed} agreed, {unjudged:?}");
    assert!(agreed >= 60);
}

#[test]
fn matrix() {
    let Some(folder) = folder("E31_MATRIX") else {
        return println!("skipped: E31_MATRIX names no folder of `oracle.py matrix`");
    };
    let (agreed, unjudged) = compare(&folder);
    println!("matrix: {agreed} agreed, {unjudged:?}");
    assert!(agreed >= 1_500);
}

#[test]
fn corpus() {
    let Some(folder) = folder("E31_CORPUS") else {
        return println!("skipped: E31_CORPUS names no folder of `oracle.py judge`");
    };
    let (agreed, unjudged) = compare(&folder);
    println!("corpus: {agreed} agreed, {unjudged:?}");
    assert!(agreed >= 300);
}
