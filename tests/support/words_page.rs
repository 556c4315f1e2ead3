//! Every problem, reason, code and look-up as it is read, with something in each placeholder.

use super::texts::texts;
use error31::text::{Overlay, latin};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const SERBIAN: &str = include_str!("../../src/text/sr.ftl");

/// What stands there, by the beginning of the key.
const PARTS: &[(&str, &[&str])] = &[
    ("Nothing found, or only a part of it", &["problem-"]),
    ("Reasons for which XML is not read", &["xml-"]),
    ("A user list", &["accounts-", "format-"]),
    ("Codes", &["code-"]),
    ("Look-ups", &["check-", "who-", "open-"]),
];

/// What is put into the placeholders.
const SAMPLES: &[(&str, &str)] = &[
    ("actual", "utf-8"),
    ("at", "41"),
    ("attribute", "Name"),
    ("charset", "windows-1250"),
    ("byte", "FC"),
    ("carried", "(the names that this message carries)"),
    ("close", "saml:Subject"),
    ("code", "U+0001"),
    ("console", "Applications › (the Webex app) › Sign On"),
    ("copy", "These are the bytes that were sent."),
    ("count", "2"),
    ("declared", "utf-16"),
    ("first", "1"),
    ("format", "JPEG"),
    ("headers", "Ime, Prezime"),
    ("idp", "Okta"),
    ("letter", "ü"),
    ("limit", "1000"),
    ("lines", "4, 9"),
    ("name", "saml:Attribute"),
    ("place", "src/xml.rs:1:2"),
    ("names", "`firstname`, `lastname`"),
    ("namespace", "urn:oasis:names:tc:SAML:2.0:assertion"),
    ("one", "urn:federation:authentication:windows"),
    ("other", "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"),
    (
        "open",
        "Sign in at <https://adriasoft.webex.com/admin.php>.",
    ),
    ("prefix", "saml"),
    ("reason", "There is no option of this name."),
    ("reference", "&amp"),
    ("request", "7"),
    ("root", "samlp:Response"),
    ("second", "2"),
    ("site", "adriasoft"),
    ("target", "xml"),
    (
        "url",
        "https://adriasoft.webex.com/dispatcher/SAML2AuthService",
    ),
    ("users", "1"),
    ("user", "ana.kovac@adriasoft.example"),
    (
        "what",
        "A program that reads XML as it is specified stops here.",
    ),
    ("words", "aktivan"),
];

/// Those of them that the engine puts into backticks where the text does not.
const INPUT: [&str; 2] = ["site", "user"];

/// The whole file.
pub fn page() -> String {
    let serbian = Overlay::read(SERBIAN);
    let english: BTreeMap<String, String> = texts()
        .into_iter()
        .map(|(key, text)| (key, text.to_owned()))
        .collect();
    let mut out = String::from(
        "Written by `UPDATE=1 cargo test --test golden`: read what changed as somebody who needs it.\n",
    );
    for (head, starts) in PARTS {
        let _ = write!(out, "\n{head}\n{}\n", "=".repeat(head.chars().count()));
        let keys = english.iter().filter(|(key, text)| {
            !text.is_empty() && starts.iter().any(|start| key.starts_with(start))
        });
        for (key, text) in keys {
            let translated = serbian.get(key).unwrap_or("(not translated)");
            let _ = writeln!(out, "\n{key}");
            for (language, text) in [("en", filled(text)), ("sr", latin(&filled(translated)))] {
                let _ = writeln!(out, "  {language}: {}", text.replace('\n', "\n      "));
            }
        }
    }
    out
}

fn filled(text: &str) -> String {
    let mut parts = text.split("{ $");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((name, rest)) = part.split_once(" }") else {
            panic!("a placeholder without an end: {text}");
        };
        let sample = SAMPLES.iter().find(|(known, _)| *known == name);
        let Some((_, sample)) = sample else {
            panic!("SAMPLES has nothing for {name}, as in: {text}");
        };
        match INPUT.contains(&name) && filled.ends_with(' ') {
            true => filled.extend(["`", sample, "`"]),
            false => filled.push_str(sample),
        }
        filled.push_str(rest);
    }
    filled
}
