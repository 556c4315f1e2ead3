//! The W3C suite and other strange files of the corpus, where there is one beside the project.

use crate::support;
use error31::charset;
use error31::xml::{self, Reason};
use std::collections::BTreeMap;

/// Files that are judged otherwise here than by their origin, by the end of their path, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "XXE_OOB_Attack__Yunusov__2013_.xml",
        "prose stands before the document type declaration",
    ),
    ("ebcdic_566012.xml", "EBCDIC is not read"),
    ("pr-xml-euc-jp.xml", "EUC-JP is not read"),
    (
        "pr-xml-iso-2022-jp.xml",
        "ISO-2022-JP is not read, and its bytes look like UTF-8",
    ),
    ("pr-xml-shift_jis.xml", "Shift_JIS is not read"),
    ("weekly-euc-jp.xml", "EUC-JP is not read"),
    (
        "weekly-iso-2022-jp.xml",
        "ISO-2022-JP is not read, and its bytes look like UTF-8",
    ),
    ("weekly-shift_jis.xml", "Shift_JIS is not read"),
    ("encoding__utf16be.xml", "UTF-16 needs a byte order mark"),
    ("encoding__utf16le.xml", "UTF-16 needs a byte order mark"),
];

const KINDS: &[&str] = &[
    "xmlconf",
    "xml-edge",
    "xml-encoding",
    "hostile",
    "malformed",
];

#[test]
fn corpus() {
    let Some(files) = support::corpus::files() else {
        return;
    };
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    let mut differing = vec![];
    for file in &files {
        if !KINDS.contains(&file.kind()) || file.get("binding/encoding").starts_with("base64") {
            continue;
        }
        let bytes = file.bytes().unwrap();
        let text = charset::decode(&bytes).map_or(String::new(), |decoded| decoded.text);
        let expected = if text.contains("<!DOCTYPE") {
            "DOCTYPE refused"
        } else if file.get("notes").contains("type=not-wf")
            || file.get("notes").contains("lxml (hardened) rejects")
        {
            "malformed refused"
        } else {
            "well-formed accepted"
        };
        let found = match xml::read(&bytes) {
            Ok(_) => "well-formed accepted",
            Err(error) if error.reason == Reason::Doctype => "DOCTYPE refused",
            Err(_) => "malformed refused",
        };
        *counts.entry((file.kind(), expected)).or_default() += 1;
        if found != expected && !EXCEPTIONS.iter().any(|(end, _)| file.name().ends_with(end)) {
            let error = xml::read(&bytes).err();
            differing.push(format!(
                "{} {expected} {found} {error:?} {}",
                file.name(),
                file.get("notes")
            ));
        }
    }
    for ((kind, expected), count) in &counts {
        println!("{kind}: {expected}: {count}");
    }
    assert!(counts.len() > KINDS.len(), "the corpus is not whole");
    assert!(differing.is_empty(), "{differing:#?}");
}
