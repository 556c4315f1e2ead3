//! A wrapped value in every place and form: what a terminal, a mail, a forum or a console makes of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

mod dresses;
mod formats;
mod numbers;

use error31::Input;
use error31::decode::decode;

const XML: &str = include_str!("../fixtures/clean/unknown-sender.xml");

const JOINTS: [&str; 11] = [
    "\n",
    "\r\n",
    " \n",
    "\n ",
    "\n        ",
    "\t",
    "\n\n",
    " ",
    "\u{A0}",
    "\u{200B}",
    "\u{2028}",
];

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        let bits = bits << (8 * (3 - three.len()));
        for index in 0..4 {
            let digit = DIGITS.get(bits >> (18 - 6 * index) & 63).unwrap();
            text.push(if index <= three.len() {
                char::from(*digit)
            } else {
                '='
            });
        }
    }
    text
}

fn wrapped(value: &str, joint: &str) -> String {
    let pieces: Vec<_> = value
        .as_bytes()
        .chunks(70)
        .map(String::from_utf8_lossy)
        .collect();
    pieces.join(joint)
}

/// The places, with `{}` where the value stands; the last column tells whether percent-encoding belongs there.
const PLACES: [(&str, &str, bool); 8] = [
    ("bare", "{}", true),
    ("form", "SAMLResponse={}&RelayState=x", true),
    ("label", "SAMLResponse: {}", true),
    (
        "raw HTTP",
        "POST /dispatcher/SAML2AuthService HTTP/1.1\r\nHost: adriasoft.webex.com\r\n\r\nSAMLResponse={}",
        true,
    ),
    (
        "HTML attribute",
        "<form><input type=\"hidden\" name=\"SAMLResponse\" value=\"{}\"/></form>",
        true,
    ),
    (
        "textarea",
        "<form><textarea name=\"SAMLResponse\">{}</textarea></form>",
        true,
    ),
    ("JSON string", "{\"SAMLResponse\": \"{}\"}", true),
    (
        "between two sentences",
        "This is what our server logged.\n\n{}\n\nDo you see what is missing?",
        true,
    ),
];

#[test]
fn a_wrapped_value_is_read_in_every_place() {
    let xml = XML.trim();
    let plain = base64(xml.as_bytes());
    let percent = plain
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D");
    let mut wrong = vec![];
    for (place, form, may_be_encoded) in PLACES {
        for joint in JOINTS {
            for value in [&plain, &percent] {
                if value == &percent && !may_be_encoded {
                    continue;
                }
                let joint = match place {
                    "JSON string" => joint
                        .replace('\r', "\\r")
                        .replace('\n', "\\n")
                        .replace('\t', "\\t"),
                    _ => joint.to_owned(),
                };
                let input = form.replace("{}", &wrapped(value, &joint));
                let found = decode(Input::Text(&input)).candidates;
                let is_read =
                    matches!(found.as_slice(), [one] if one.text.trim() == xml && one.exact);
                if !is_read {
                    let is_percent = value == &percent;
                    wrong.push(format!(
                        "{place} {joint:?} percent: {is_percent}: {}",
                        found.len()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_message_is_read_in_other_xml_and_json() {
    let xml = XML.trim();
    let plain = base64(xml.as_bytes());
    let form = format!(
        "SAMLResponse={}",
        plain
            .replace('+', "%2B")
            .replace('/', "%2F")
            .replace('=', "%3D")
    );
    let http = format!("POST /x HTTP/1.1\r\nHost: a.example\r\n\r\n{form}");
    let escaped = xml
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;");
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let doctype = "<!DOCTYPE log [<!ELEMENT log (entry*)>]>";
    let body = xml.split_once("?>").map_or(xml, |(_, body)| body.trim());
    for (name, input) in [
        (
            "element below a root",
            format!("<log><entry>{body}</entry></log>"),
        ),
        (
            "CDATA",
            format!("<log><entry><![CDATA[{xml}]]></entry></log>"),
        ),
        ("escaped", format!("<log><entry>{escaped}</entry></log>")),
        (
            "base64 in an element",
            format!("<log><entry a=\"b\">{plain}</entry></log>"),
        ),
        (
            "base64 in an attribute",
            format!("<log><entry value=\"{plain}\"/></log>"),
        ),
        (
            "form in an element",
            format!("<log><entry>{form}</entry></log>"),
        ),
        (
            "base64 of a form",
            format!(
                "<log>{doctype}<entry>{}</entry></log>",
                base64(form.as_bytes())
            ),
        ),
        (
            "base64 of HTTP behind a DTD",
            format!(
                "{doctype}<log><entry><![CDATA[{}]]></entry></log>",
                base64(http.as_bytes())
            ),
        ),
        (
            "JSON of base64 of a form",
            format!("{{\"body\":{}}}", quoted(&base64(form.as_bytes()))),
        ),
        (
            "JSON with a sentence",
            format!(
                "{{\"message\":{}}}",
                quoted(&format!("Got: {plain} from it"))
            ),
        ),
        (
            "JSON in JSON",
            format!(
                "{{\"message\":{}}}",
                quoted(&format!("{{\"SAMLResponse\":{}}}", quoted(&plain)))
            ),
        ),
        (
            "log in brackets",
            format!("[2026-11-21 09:14:07] [DEBUG] {plain}"),
        ),
        (
            "log in brackets, XML",
            format!("[2026-11-21 09:14:07] [DEBUG] {body}"),
        ),
        ("Jira", format!("{{code}}\n{plain}\n{{code}}")),
        (
            "a map",
            format!("{{SAMLResponse=[{plain}], RelayState=[x]}}"),
        ),
        (
            "QueryDict",
            format!("<QueryDict: {{'SAMLResponse': ['{plain}']}}>"),
        ),
        (
            "verbatim string",
            format!("var x = @\"{}\";", body.replace('"', "\"\"")),
        ),
        (
            "CSV cell",
            format!("time,message\n09:14,\"{}\"", body.replace('"', "\"\"")),
        ),
        (
            "SQL",
            format!("INSERT INTO log VALUES ('{}');", body.replace('"', "''")),
        ),
    ] {
        let found = decode(Input::Text(&input)).candidates;
        assert_eq!(found.len(), 1, "{name}");
        let is_same = found.iter().all(|one| {
            let text = one.text.replace('\'', "\"");
            text.trim().ends_with("Response>") && text.len() + 60 > body.len()
        });
        assert!(
            is_same,
            "{name}: {:?}",
            found.first().map(|one| one.text.clone())
        );
    }
}

#[test]
fn a_message_is_read_in_a_tar_archive_and_in_a_mail_of_outlook() {
    let xml = XML.trim();
    let mut tar = vec![];
    for (name, text) in [("log/a.txt", "nothing"), ("log/response.txt", xml)] {
        let mut head = vec![0; 512];
        head[..name.len()].copy_from_slice(name.as_bytes());
        head[124..135].copy_from_slice(format!("{:011o}", text.len()).as_bytes());
        head[156] = b'0';
        head[257..262].copy_from_slice(b"ustar");
        tar.extend(head);
        tar.extend(text.as_bytes());
        tar.resize(tar.len().next_multiple_of(512), 0);
    }
    tar.extend([0; 1024]);
    let mut mail = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    mail.extend([0xFF; 504]);
    mail.extend(
        "__substg1.0_1000001F"
            .encode_utf16()
            .flat_map(u16::to_le_bytes),
    );
    mail.extend([0; 60]);
    let body = format!("This is what we get: {}", base64(xml.as_bytes()));
    mail.extend(body.encode_utf16().flat_map(u16::to_le_bytes));
    mail.extend([0; 60]);
    for (name, bytes) in [("tar", tar), ("msg", mail)] {
        for size in [1, 100, bytes.len()] {
            let mut search = error31::decode::Search::default();
            bytes.chunks(size).for_each(|piece| search.feed(piece));
            let found = search.finish().candidates;
            assert!(
                matches!(found.as_slice(), [one] if one.text == xml),
                "{name} by {size}: {}",
                found.len()
            );
        }
    }
}
