//! The translations of the engine and of the page keep to the English: keys, placeholders, marks and letters.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "translations/pseudo.rs"]
#[cfg(not(target_arch = "wasm32"))]
mod pseudo;
mod support;

use error31::text::{LANGUAGES, Overlay};
use std::collections::BTreeSet;
use support::translated::{Texts, page, pairs, pieces, read};

/// A gap is listed, and refused where the language is complete.
#[test]
fn gaps_are_listed() {
    for (language, pairs) in pairs() {
        for (english, translated) in pairs {
            let keys = |texts: &Texts| texts.keys().cloned().collect::<BTreeSet<_>>();
            let (wanted, given) = (keys(&english), keys(&translated));
            let missing: Vec<_> = wanted.difference(&given).collect();
            let extra: Vec<_> = given.difference(&wanted).collect();
            assert!(extra.is_empty(), "{}: extra: {extra:?}", language.tag);
            let is_whole = missing.is_empty() || !language.complete;
            assert!(is_whole, "{}: missing: {missing:?}", language.tag);
            if !missing.is_empty() {
                println!("{}: shown in English: {missing:?}", language.tag);
            }
        }
    }
}

#[test]
fn the_engine_reads_what_fluent_reads() {
    for language in LANGUAGES {
        let overlay = Overlay::read(language.engine);
        let texts = read(language.engine);
        for (key, text) in &texts {
            assert_eq!(overlay.get(key), Some(text.as_str()), "{key}");
        }
        assert_eq!(overlay.iter().count(), texts.len());
    }
}

#[test]
fn placeholders_marks_and_steps_are_those_of_the_english() {
    for (english, translated) in pairs().into_iter().flat_map(|(_, pairs)| pairs) {
        for (key, translated) in &translated {
            let text = &english[key];
            assert_eq!(marked(text), marked(translated), "{key}");
            assert_eq!(placeholders(text), placeholders(translated), "{key}");
            assert_eq!(steps(text), steps(translated), "{key}");
        }
    }
}

#[test]
fn each_layer_has_its_word() {
    let words = read(&page("en"));
    for layer in error31::decode::Layer::ALL {
        let key = format!("layer-{}", layer.id());
        assert!(words.contains_key(&key), "{key}");
    }
}

/// What stands in backticks, in `**…**` and in links, in any order.
fn marked(text: &str) -> Vec<&str> {
    let mut marked: Vec<&str> = pieces(text)
        .filter_map(|(piece, is_marked)| is_marked.then_some(piece))
        .collect();
    marked.sort_unstable();
    marked
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split("{ $")
        .skip(1)
        .filter_map(|rest| rest.split(" }").next())
        .collect()
}

fn steps(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("1. ")).count()
}

/// Names, abbreviations and units that keep their Latin letters in Cyrillic text.
const LATIN: &str = "Auth0 Google mapper Okta Outlook Word tar \
    ACS AD API Account Active Administration Audience Auto B CDATA CSV Chrome Cisco \
    Connect Content Control DEFLATE DNS DecompressionStream Directory Edge Entity Entra F12 FS Federation \
    Firefox FriendlyName GB GET HAR HTML Hub ID ISO IP Inactive Issuer JSON JavaScript KB LDIF MB Mac Meetings \
    Member Messenger MiB Microsoft My NTP NameID NameQualifier OAuth OpenID PHNh PHNhbWxwOlJlc3Bv POST \
    Policy PowerShell RTF Recipient Response SAML SAMLResponse SOAP SSO Safari Security Server Shift \
    Site Status Token Trust URL USB UTC UTF Update VU WBX54421 WBX67566 WS Web \
    WebAssembly WebRTC DER ECDSA HMAC RSA SHA XPath XSLT \
    WebEx Webex XML ZIP account base64 binding cURL claim creation d error31 failed fetch gzip h \
    min party percent printable quoted relying s samlp site tracer transient trust worker";

#[test]
fn cyrillic_text_has_latin_letters_only_in_names() {
    let mut used = BTreeSet::new();
    let serbian = pairs()
        .into_iter()
        .filter(|(language, _)| language.file == "sr");
    for (_, serbian) in serbian.flat_map(|(_, pairs)| pairs) {
        for (key, text) in &serbian {
            let (marked, plain): (Vec<_>, Vec<_>) =
                pieces(text).partition(|(_, is_marked)| *is_marked);
            let is_cyrillic = |c: char| ('\u{400}'..'\u{500}').contains(&c);
            assert!(
                !marked.iter().any(|(piece, _)| piece.contains(is_cyrillic)),
                "{key}"
            );
            for (piece, _) in plain {
                let shown = piece.split("{ $").enumerate().map(|(i, part)| match i {
                    0 => part,
                    _ => part.split_once(" }").map_or("", |(_, after)| after),
                });
                let names = shown
                    .flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric()))
                    .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()));
                used.extend(names.map(|name| (name.to_owned(), key.clone())));
            }
        }
    }
    let names: BTreeSet<&str> = LATIN.split(' ').collect();
    let foreign: Vec<_> = used
        .iter()
        .filter(|(name, _)| !names.contains(name.as_str()))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let unused: Vec<_> = names
        .iter()
        .filter(|name| !used.iter().any(|(other, _)| other == *name))
        .collect();
    assert!(unused.is_empty(), "in no text: {unused:?}");
}
