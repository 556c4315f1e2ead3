//! Real messages, where the corpus is there: each of them is found.

use error31::Input;
use error31::decode::decode;
use std::collections::BTreeMap;
use std::path::Path;

const KINDS: [&str; 4] = [
    "response",
    "assertion",
    "encoded-response",
    "request/logout",
];

#[test]
fn every_message_is_found() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(manifest) = std::fs::read_to_string(corpus.join("manifest.tsv")) else {
        println!("skipped: no corpus at {}", corpus.display());
        return;
    };
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut trails: BTreeMap<String, usize> = BTreeMap::new();
    let mut missed = vec![];
    for line in manifest.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (file, kind) = (columns[1], columns[6]);
        let bytes = std::fs::read(corpus.join(file)).unwrap();
        let decoded = decode(Input::Bytes(&bytes));
        let found = decoded
            .candidates
            .first()
            .is_some_and(|candidate| candidate.text.starts_with('<'));
        let count = counts.entry(kind).or_default();
        count.0 += 1;
        count.1 += usize::from(found);
        for error in &decoded.errors {
            println!("error text in {file}: {} {}", error.code, error.spelling);
        }
        if !KINDS.contains(&kind) {
            if let Some(failure) = decoded.failure {
                println!("{}: {file}", failure.words.id);
            }
            continue;
        }
        let mut trail: Vec<_> = decoded
            .candidates
            .iter()
            .flat_map(|c| &c.layers)
            .map(|l| l.id())
            .collect();
        trail.insert(
            0,
            if decoded.candidates.len() == 1 {
                "one:"
            } else {
                "several:"
            },
        );
        *trails.entry(trail.join(" ")).or_default() += 1;
        if !found {
            let problem = decoded.failure.map(|failure| failure.words.id);
            missed.push(format!("{file}: {kind}: {problem:?}"));
        }
        if let Ok(text) = std::str::from_utf8(&bytes) {
            assert_eq!(
                decode(Input::Text(text)).candidates.len(),
                decoded.candidates.len(),
                "{file}"
            );
        }
    }
    for (kind, (tried, found)) in counts {
        println!("{kind}: tried {tried}, decoded {found}");
    }
    for (trail, count) in trails {
        println!("{count} {trail}");
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
