//! Canonical forms of whole documents beside libxml2's.

use super::support;
use error31::signature::{
    CanonicalForm, Canonicalization, Hash, Refusal, Spaces, Subset, canonicalize,
};
use error31::xml;
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

const FORMS: [(CanonicalForm, bool); 4] = [
    (CanonicalForm::Inclusive10, false),
    (CanonicalForm::Inclusive10, true),
    (CanonicalForm::Exclusive, false),
    (CanonicalForm::Exclusive, true),
];

fn sum(document: &xml::Document, (version, comments): (CanonicalForm, bool)) -> String {
    let form = Canonicalization {
        version,
        comments,
        prefixes: vec![],
    };
    let whole = Subset::Document(document);
    match canonicalize(whole, &form, None, Spaces::Kept, usize::MAX) {
        Ok(octets) => {
            let bytes = Hash::Sha256.of(&octets);
            bytes.iter().map(|byte| format!("{byte:02x}")).collect()
        }
        Err(Refusal::RelativeNamespace) => "refused".to_owned(),
        Err(refusal) => format!("{refusal:?}"),
    }
}

/// Compares the files that a table of `oracle.py forms` names; how many forms agree.
fn compare(rows: &BTreeMap<&str, Vec<&str>>, file: &str, bytes: &[u8]) -> usize {
    let (Some(expected), Ok(document)) = (rows.get(file), xml::read(bytes)) else {
        return 0;
    };
    let ours: Vec<String> = FORMS.iter().map(|form| sum(&document, *form)).collect();
    assert_eq!(&ours, expected, "{file}");
    let older = sum(&document, (CanonicalForm::Inclusive10, true));
    let newer = sum(&document, (CanonicalForm::Inclusive11, true));
    assert_eq!(older, newer, "{file}");
    ours.len()
}

fn rows(table: &str) -> BTreeMap<&str, Vec<&str>> {
    let lines = table.lines().map(|line| line.split('\t'));
    lines
        .filter_map(|mut cells| Some((cells.next()?, cells.collect())))
        .collect()
}

#[test]
fn sample_forms() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signatures/sample");
    let table = fs::read_to_string(folder.join("forms.tsv")).unwrap();
    let rows = rows(&table);
    let mut agreed = 0;
    for file in rows.keys() {
        agreed += compare(&rows, file, &fs::read(folder.join(file)).unwrap());
    }
    assert_eq!(agreed, rows.len() * FORMS.len());
    assert!(agreed > 200);
}

#[test]
fn corpus_forms() {
    let (Some(table), Some(files)) = (env::var_os("E31_FORMS"), support::corpus::files()) else {
        return println!("skipped: E31_FORMS names no table of `oracle.py forms`");
    };
    let table = fs::read_to_string(table).unwrap();
    let rows = rows(&table);
    let mut agreed = 0;
    for file in files {
        agreed += compare(
            &rows,
            file.name().trim_start_matches("files/"),
            &file.bytes().unwrap(),
        );
    }
    println!("canonical forms: {agreed} byte-equal");
    assert!(agreed > 2_000);
}
