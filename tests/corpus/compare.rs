//! What the engine reads from a file against what the manifest says of it.

use super::File;
use error31::decode::{Candidate, decode};
use error31::{Input, saml, xml};

/// Kinds of files that hold a message, each of which has to be found.
const MESSAGES: &[&str] = &[
    "response",
    "assertion",
    "encoded-response",
    "request/logout",
];

/// Kinds of files whose attributes the manifest lists.
const LISTED: &[&str] = &["response", "assertion", "encoded-response", "hostile"];

/// Files that the manifest judges otherwise, by a part of their path, and why.
const EXPLAINED: &[(&str, &str)] = &[
    (
        "advice-",
        "the assertions inside `Advice` are not what the response asserts",
    ),
    (
        "valid_saml_signature_wrapping",
        "the assertion stands inside an element of another kind",
    ),
];

/// How a file was read.
pub struct Comparison {
    /// Whether text that starts like XML was found.
    pub decoded: bool,
    /// Whether attributes were compared: of well-formed SAML 2.0 only.
    pub compared: bool,
    /// What differs.
    pub disagreement: Option<String>,
    /// Why it may differ.
    pub explained: Option<&'static str>,
}

/// Compares a file with its line of the manifest.
pub fn compare(file: &File, bytes: &[u8]) -> Comparison {
    let candidates = decode(Input::Bytes(bytes)).candidates;
    let decoded = candidates
        .first()
        .is_some_and(|candidate| candidate.text.starts_with('<'));
    let is_listed = LISTED.contains(&file.kind()) && file.get("saml_version") == "2.0";
    let names = is_listed.then(|| names(&candidates)).flatten();
    let listed = file.get("attributes");
    let disagreement = match &names {
        _ if !decoded && MESSAGES.contains(&file.kind()) => Some("nothing is found".to_owned()),
        Some(names) if names != listed => {
            Some(format!("\n     found {names}\n    listed {listed}"))
        }
        _ => None,
    };
    Comparison {
        decoded,
        compared: names.is_some(),
        explained: EXPLAINED
            .iter()
            .find(|(part, _)| file.name().contains(part))
            .map(|(_, reason)| *reason),
        disagreement,
    }
}

/// The names of the attributes, each once, in order; `None` where no candidate is well-formed.
fn names(candidates: &[Candidate]) -> Option<String> {
    let documents: Vec<_> = candidates
        .iter()
        .filter_map(|candidate| xml::parse(&candidate.text).ok())
        .collect();
    if documents.is_empty() {
        return None;
    }
    let mut names: Vec<String> = vec![];
    for document in &documents {
        let assertions = saml::read(document).assertions;
        let statements = assertions.into_iter().flat_map(|a| a.attribute_statements);
        for attribute in statements.flat_map(|s| s.attributes) {
            if !names.contains(&attribute.name.value) {
                names.push(attribute.name.value);
            }
        }
    }
    Some(names.join(","))
}
