//! Each fixture gives the report that stands beside it; `UPDATE=1` writes the reports anew.

mod support;

use std::{env, fs};

#[test]
fn fixtures_give_their_reports() {
    let mut different = vec![];
    let fixtures = support::fixtures().unwrap();
    assert!(fixtures.len() > 70, "fixtures: {}", fixtures.len());
    for fixture in &fixtures {
        let actual = support::words(&fixture.report());
        if env::var_os("UPDATE").is_some() {
            fs::write(&fixture.expected, &actual).unwrap();
        } else if fs::read_to_string(&fixture.expected).unwrap_or_default() != actual {
            different.push(format!("--- {}\n{actual}", fixture.name));
        }
    }
    assert!(
        different.is_empty(),
        "run with UPDATE=1 and read the difference:\n{}",
        different.join("\n")
    );
}
