//! Each fixture gives the report that stands beside it, and the pages made of the tables are up to date; `UPDATE=1`
//! writes them anew.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod support;

use std::path::Path;
use std::{env, fs};

#[test]
fn fixtures_give_their_reports() {
    let mut different = vec![];
    let fixtures = support::fixtures().unwrap();
    assert!(fixtures.len() > 70, "fixtures: {}", fixtures.len());
    for fixture in &fixtures {
        let actual = support::words(&fixture.report());
        if !stands(&fixture.expected, &actual) {
            different.push(format!("--- {}\n{actual}", fixture.name));
        }
    }
    assert!(
        different.is_empty(),
        "run with UPDATE=1 and read the difference:\n{}",
        different.join("\n")
    );
}

#[test]
fn the_page_of_the_rules_is_what_they_say() {
    let page = support::rules_page::page(&support::fixtures().unwrap());
    assert!(
        stands(&root().join("docs/rules.md"), &page),
        "run with UPDATE=1"
    );
}

#[test]
fn what_an_admin_reads_is_as_it_was_read_last() {
    let page = support::words_page::page();
    let path = root().join("tests/fixtures/words.txt");
    assert!(
        stands(&path, &page),
        "run with UPDATE=1 and read the difference"
    );
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether this text stands in that file; with `UPDATE=1` it does from now on.
fn stands(path: &Path, text: &str) -> bool {
    if env::var_os("UPDATE").is_some() {
        fs::write(path, text).unwrap();
    }
    fs::read_to_string(path).unwrap_or_default() == text
}
