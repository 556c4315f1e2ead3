//! What admins hold: each fixture in `wrapped` and `charsets` gives its message, through the layers named here.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use crate::support;
use error31::Input;
use error31::decode::{decode, decode_with};
use error31::options::CharsetReader;

const CHARSETS: Option<CharsetReader> = Some(CharsetReader(support::read_charset));

fn fixture(name: &str) -> Vec<u8> {
    let root = env!("CARGO_MANIFEST_DIR");
    std::fs::read(format!("{root}/tests/fixtures/{name}")).unwrap()
}

fn found(bytes: &[u8]) -> Vec<(String, String)> {
    let candidates = decode_with(Input::Bytes(bytes), CHARSETS).candidates;
    candidates
        .into_iter()
        .map(|candidate| {
            let layers: Vec<_> = candidate.layers.iter().map(|layer| layer.id()).collect();
            (layers.join(" "), candidate.text)
        })
        .collect()
}

/// Without declaration and white space, which a wrapping may cost, and the digests, which depend on them.
fn bare(xml: &str) -> String {
    let start = xml.find("<saml2p:Response").unwrap_or_default();
    let around_digests = xml[start..].split("DigestValue>").step_by(2);
    around_digests.flat_map(str::split_whitespace).collect()
}

#[test]
fn the_message_comes_out_whole() {
    let message = found(&fixture("okta/lastname-missing.txt")).remove(0).1;
    let table = [
        ("attachment.eml", "mail base64"),
        ("c-literal.c", "string-literal cut"),
        ("curl-bash-ansi.txt", "curl form percent base64"),
        ("curl-bash.txt", "curl form percent base64"),
        ("curl-cmd.txt", "curl form percent base64"),
        ("curl-in-json.json", "json curl form percent base64"),
        ("curl-safari.txt", "curl form percent base64"),
        ("debug.log", "line-prefix cut"),
        ("escaped-twice.txt", "escape escape cut"),
        ("fetch-nodejs.txt", "fetch form percent base64"),
        ("fetch.txt", "fetch form percent base64"),
        ("folded.yaml", "form base64"),
        ("form-shown-as-source.html", "escape html base64"),
        ("form-textarea.html", "html base64"),
        ("form-upper-case-unquoted.html", "html base64"),
        ("form.html", "html base64"),
        ("java-literal.java", "string-literal cut"),
        ("line.log", "form base64"),
        ("page-attached.eml", "mail quoted-printable html base64"),
        ("multipart-form.txt", "form base64"),
        ("payload-chrome-rows.txt", "form base64"),
        ("payload-chrome.txt", "form base64"),
        ("payload-encoded.txt", "form percent base64"),
        ("payload-firefox.txt", "form base64"),
        ("powershell.txt", "powershell form percent base64"),
        ("python-literal.py", "string-literal cut base64"),
        ("quoted-mail.txt", "line-prefix cut"),
        ("quoted-printable-value.txt", "quoted-printable form base64"),
        ("quoted-printable.txt", "quoted-printable"),
        ("quoted-twice-base64.txt", "line-prefix cut base64"),
        ("soap-artifact-response.xml", "soap"),
        ("soap-ecp.xml", "soap"),
        ("soap-namespaces-outside.xml", "soap"),
        ("value.json", "json form base64"),
        ("xml-twice.json", "json string-literal cut"),
        ("xml.json", "json"),
    ];
    for (name, layers) in table {
        let found = found(&fixture(&format!("wrapped/{name}")));
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert_eq!(found[0].0, layers, "{name}");
        match name {
            "soap-namespaces-outside.xml" => assert!(error31::xml::parse(&found[0].1).is_ok()),
            _ => assert_eq!(bare(&found[0].1), bare(&message), "{name}"),
        }
    }
}

#[test]
fn several_forms_and_other_messages() {
    let two = found(&fixture("wrapped/form-two.html"));
    let layers: Vec<_> = two.iter().map(|(layers, _)| layers.as_str()).collect();
    assert_eq!(layers, ["html base64"; 2]);
    let token = found(&fixture("wrapped/wresult-form.html"));
    assert_eq!(token.len(), 1);
    assert_eq!(token[0].0, "html");
    assert!(token[0].1.contains("RequestSecurityTokenResponse"));
}

#[test]
fn charsets() {
    let table = [
        ("iso-8859-1.xml", "iso-8859-1", "Zoë", None),
        ("iso-8859-15.xml", "charset", "Zoë € Š", None),
        ("iso-8859-2.xml", "charset", "Željko", None),
        ("windows-1250.xml", "charset", "Željko", None),
        ("windows-1252.xml", "charset", "Zoë “Œ”", None),
        (
            "windows-1250-form.txt",
            "form percent base64 charset",
            "Željko",
            None,
        ),
        ("utf-16be.xml", "bom utf-16be", "Željko", None),
        ("utf-16le-no-mark.xml", "utf-16le", "Željko", None),
        (
            "declared-iso-8859-1-is-utf-8.xml",
            "",
            "Željko",
            Some("UTF-8"),
        ),
        (
            "declared-utf-8-is-windows-1252.xml",
            "iso-8859-1",
            "Zoë",
            Some("ISO-8859-1"),
        ),
    ];
    for (name, layers, word, conflict) in table {
        let bytes = fixture(&format!("charsets/{name}"));
        let found = decode_with(Input::Bytes(&bytes), CHARSETS).candidates;
        assert_eq!(found.len(), 1, "{name}");
        let ids: Vec<_> = found[0].layers.iter().map(|layer| layer.id()).collect();
        assert_eq!(ids.join(" "), layers, "{name}");
        assert!(found[0].text.contains(&format!(">{word}<")), "{name}");
        let told = found[0].charset_conflict.as_ref();
        assert_eq!(told.map(|told| told.actual.as_str()), conflict, "{name}");
        if let Some(told) = told {
            let place = told.place.clone().unwrap();
            assert_eq!(
                found[0].text.get(place),
                Some(told.declared.as_str()),
                "{name}"
            );
        }
    }
}

#[test]
fn without_a_reader_the_charset_is_told() {
    let bytes = fixture("charsets/windows-1250.xml");
    let found = decode(Input::Bytes(&bytes)).candidates;
    let told = found[0].charset_conflict.as_ref().unwrap();
    assert_eq!(
        (told.declared.as_str(), told.actual.as_str()),
        ("windows-1250", "ISO-8859-1")
    );
    let refusing = Some(CharsetReader(|_, _| None));
    assert_eq!(
        decode_with(Input::Bytes(&bytes), refusing).candidates,
        found
    );
}

/// Every second layer may come before or after every other.
#[test]
fn layers_in_any_order() {
    let xml = "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"\n ID=\"_1\">\n<a/>\n</samlp:Response>";
    type Wrap = fn(&str) -> String;
    let json: Wrap = |text| serde_json::json!({ "message": text }).to_string();
    let quoted: Wrap = |text| {
        let lines: Vec<_> = text.lines().map(|line| format!("> {line}")).collect();
        format!("Ana wrote:\n{}\n", lines.join("\n"))
    };
    let escaped: Wrap = |text| {
        let plain = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("Event: {}", plain.replace('"', "&quot;"))
    };
    let printable: Wrap = |text| text.replace('=', "=3D");
    let mail: Wrap = |text| format!("MIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n\n{text}");
    let log: Wrap = |text| {
        let lines = text.lines().enumerate();
        let lines = lines.map(|(at, line)| format!("09:14:{at:02} DEBUG {line}\n"));
        lines.collect()
    };
    let wraps = [
        ("json", json),
        ("quoted", quoted),
        ("escaped", escaped),
        ("printable", printable),
        ("mail", mail),
        ("log", log),
    ];
    let mut missed = vec![];
    for (inner, first) in wraps {
        for (outer, second) in wraps {
            let text = second(&first(xml));
            let found = decode(Input::Text(&text)).candidates;
            let whole = found.len() == 1 && found[0].text.trim() == xml;
            if !whole {
                missed.push(format!("{inner} in {outer}: {found:?}\n{text}"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}
