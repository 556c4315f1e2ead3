//! What must not leave with a ticket, read from the input by other readers than the engine's own.

use error31::instant::Instant;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

/// Elements whose text is about somebody or something of his.
const TEXTS: &[&str] = &[
    "AttributeValue",
    "NameID",
    "BaseID",
    "NameIdentifier",
    "SessionIndex",
    "X509Certificate",
    "X509SubjectName",
    "X509SerialNumber",
    "X509IssuerName",
    "SignatureValue",
    "DigestValue",
    "Modulus",
    "KeyName",
    "CipherValue",
    "AssertionIDRef",
    "EmailAddress",
    "GivenName",
    "SurName",
];

/// Attributes that name a message, a session, a person or a computer.
const ATTRIBUTES: &[&str] = &[
    "ID",
    "Id",
    "AssertionID",
    "ResponseID",
    "RequestID",
    "InResponseTo",
    "SessionIndex",
    "Address",
    "IPAddress",
    "DNSName",
    "NameQualifier",
    "SPNameQualifier",
    "SPProvidedID",
];

/// Moments that findings rest on.
const MOMENTS: &[&str] = &[
    "IssueInstant",
    "NotBefore",
    "NotOnOrAfter",
    "AuthnInstant",
    "SessionNotOnOrAfter",
];

/// The values in a document that are longer than three characters.
pub fn of_xml(text: &str) -> BTreeSet<String> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let mut values = BTreeSet::new();
    match Document::parse_with_options(text.trim_start_matches('\u{feff}'), options) {
        Ok(document) => {
            let mut moments = BTreeSet::new();
            for node in document.descendants().filter(Node::is_element) {
                if TEXTS.contains(&node.tag_name().name()) {
                    let texts = node.descendants().filter(|n| n.is_text());
                    let whole: String = texts.clone().filter_map(|n| n.text()).collect();
                    add(&mut values, &whole);
                    texts
                        .filter_map(|n| n.text())
                        .for_each(|text| add(&mut values, text));
                }
                for attribute in node.attributes() {
                    if ATTRIBUTES.contains(&attribute.name()) {
                        add(&mut values, attribute.value());
                    }
                    if MOMENTS.contains(&attribute.name()) {
                        moments.insert(attribute.value().trim().to_owned());
                    }
                }
            }
            values.retain(|value| !moments.contains(value) || Instant::parse(value).is_none());
        }
        Err(_) => {
            let texts = text
                .split('>')
                .skip(1)
                .filter_map(|rest| rest.split('<').next());
            texts.for_each(|text| add(&mut values, text));
        }
    }
    values
}

/// Cookies, addresses, programs, passwords and states in a capture.
pub fn of_capture(bytes: &[u8]) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    if let Ok(json) = serde_json::from_slice::<serde_json::Value>(bytes) {
        walk(&json, &mut values);
    }
    values
}

fn walk(json: &serde_json::Value, values: &mut BTreeSet<String>) {
    match json {
        serde_json::Value::Array(all) => all.iter().for_each(|one| walk(one, values)),
        serde_json::Value::Object(fields) => {
            let text = |key: &str| {
                fields
                    .get(key)
                    .and_then(|value| value.as_str())
                    .unwrap_or_default()
            };
            let secret = [
                "cookie",
                "set-cookie",
                "authorization",
                "user-agent",
                "x-forwarded-for",
                "RelayState",
                "passwd",
                "password",
            ];
            if secret
                .iter()
                .any(|name| name.eq_ignore_ascii_case(text("name")))
            {
                add(values, text("value"));
            }
            add(values, text("serverIPAddress"));
            for key in ["text", "url"] {
                for pair in text(key).split(['?', '&']) {
                    let relay = pair
                        .strip_prefix("RelayState=")
                        .or(pair.strip_prefix("passwd="));
                    add(values, relay.unwrap_or_default());
                }
            }
            if let Some(cookies) = fields.get("cookies").and_then(|cookies| cookies.as_array()) {
                cookies
                    .iter()
                    .filter_map(|one| one["value"].as_str())
                    .for_each(|one| add(values, one));
            }
            fields.values().for_each(|one| walk(one, values));
        }
        _ => {}
    }
}

fn add(values: &mut BTreeSet<String>, text: &str) {
    let value = text.trim();
    let is_told = value.chars().filter(|c| c.is_alphanumeric()).count() > 3;
    if is_told {
        values.insert(value.to_owned());
    }
}

/// The forms in which a value could hide.
pub fn forms(value: &str) -> Vec<String> {
    let percent: String = value
        .bytes()
        .map(
            |b| match b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
                true => char::from(b).to_string(),
                false => format!("%{b:02X}"),
            },
        )
        .collect();
    let html = value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;");
    let json = serde_json::Value::from(value)
        .to_string()
        .trim_matches('"')
        .to_owned();
    let mut forms = vec![
        value.to_lowercase(),
        percent.to_lowercase(),
        html.to_lowercase(),
        json.to_lowercase(),
    ];
    forms.extend((0..3).filter_map(|shift| base64(value.as_bytes(), shift)));
    forms
}

/// The part of base64 that does not depend on what stands around; none where it is too short to mean anything.
fn base64(bytes: &[u8], shift: usize) -> Option<String> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1));
    let skipped = (6 - (shift * 8) % 6) % 6;
    let bits: Vec<u8> = bits.skip(skipped).collect();
    let letters = bits
        .chunks_exact(6)
        .map(|six| six.iter().fold(0, |sum, bit| sum << 1 | usize::from(*bit)));
    let text: String = letters.map(|at| char::from(LETTERS[at])).collect();
    (text.len() >= 6).then_some(text)
}
