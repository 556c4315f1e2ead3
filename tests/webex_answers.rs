//! Every wording of every error text is found wherever Webex can have said it.

use error31::Input;
use error31::decode::{Certainty, decode};
use error31::webex::codes;
use miniz_oxide::deflate::compress_to_vec;

/// Serbian as it is also written.
fn cyrillic(text: &str) -> String {
    let pairs = [
        ("nj", "њ"),
        ("lj", "љ"),
        ("dž", "џ"),
        ("a", "а"),
        ("b", "б"),
        ("v", "в"),
        ("g", "г"),
        ("d", "д"),
        ("đ", "ђ"),
        ("e", "е"),
        ("ž", "ж"),
        ("z", "з"),
        ("i", "и"),
        ("j", "ј"),
        ("k", "к"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("ć", "ћ"),
        ("u", "у"),
        ("f", "ф"),
        ("h", "х"),
        ("c", "ц"),
        ("č", "ч"),
        ("š", "ш"),
    ];
    let lower = text.to_lowercase();
    pairs
        .iter()
        .fold(lower, |text, (latin, letter)| text.replace(latin, letter))
}

/// Every wording with its code; the Serbian ones in both scripts.
fn spellings() -> Vec<(u8, String)> {
    let mut spellings = vec![];
    for code in codes::ALL {
        assert!(!code.spellings.is_empty(), "{}", code.number);
        for text in code.spellings {
            spellings.push((code.number, (*text).to_owned()));
            if text.contains("naloga") {
                spellings.push((code.number, cyrillic(text)));
            }
        }
    }
    spellings
}

/// JSON as a browser writes it: every letter that is not in ASCII by its number.
fn json(text: &str) -> String {
    let mut out = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(b'"') => out.push_str("\\\""),
            Ok(b'\\') => out.push_str("\\\\"),
            Ok(byte) if byte.is_ascii() => out.push(char::from(byte)),
            _ => out.push_str(&format!("\\u{unit:04x}")),
        }
    }
    out
}

fn har(mime: &str, answer: &str) -> String {
    format!(
        "{{\"log\":{{\"entries\":[{{\"request\":{{\"method\":\"POST\",\"url\":\"https://adriasoft.webex.com/dispatcher/SAML2AuthService\"}},\
         \"response\":{{\"status\":200,\"content\":{{\"mimeType\":\"{mime}\",\"text\":\"{answer}\"}}}}}}]}}}}"
    )
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut file = b"\x1F\x8B\x08\0\0\0\0\0\0\x03".to_vec();
    file.extend(compress_to_vec(bytes, 6));
    file.extend([0; 8]);
    file
}

#[test]
fn every_wording_is_found_wherever_it_is_said() {
    for (code, words) in spellings() {
        for text in [
            format!("{words} ({code})"),
            format!("Reason: {words} ({code})."),
        ] {
            let page = format!(
                "<html><head><title>Webex</title></head><body><h1>Webex</h1><p>{text}</p></body></html>"
            );
            let object = format!("{{\"status\":\"FAILURE\",\"reason\":\"{text}\"}}");
            let plain_har = har("text/plain", &text);
            let inputs = [
                ("pasted", text.clone()),
                ("page", page.clone()),
                (
                    "HTML in a HAR",
                    har("text/html; charset=utf-8", &json(&page)),
                ),
                (
                    "HTML in a HAR, letters as they are",
                    har("text/html", &page),
                ),
                ("text in a HAR", har("text/plain", &json(&text))),
                ("text in a HAR, letters as they are", plain_har),
                ("JSON in a HAR", har("application/json", &json(&object))),
                ("JSON", object),
            ];
            for (place, input) in inputs {
                for packed in [false, true] {
                    let bytes = match packed {
                        true => gzipped(input.as_bytes()),
                        false => input.clone().into_bytes(),
                    };
                    let found = decode(Input::Bytes(&bytes)).errors;
                    let found: Vec<_> = found
                        .iter()
                        .map(|error| (error.code, error.certainty == Certainty::Sure))
                        .collect();
                    assert_eq!(found, [(code, true)], "{place}, packed: {packed}: {text}");
                }
            }
        }
    }
}

#[test]
fn a_language_that_is_not_known_is_only_likely() {
    for (text, is_told) in [
        (
            "Fehler: Automatische Kontoerstellung fehlgeschlagen (31).",
            true,
        ),
        ("Error: No se pudo crear la cuenta automáticamente 31", true),
        ("자동 계정 생성 실패 (31)", true),
        ("Сбой автоматического создания учетной записи - 31.", true),
        ("We have 31 accounts in the directory", false),
        ("Account 3100 and account 31.5", false),
        ("Chapter (31) of the manual", false),
    ] {
        let found = decode(Input::Text(text)).errors;
        let found: Vec<_> = found
            .iter()
            .map(|error| (error.code, error.certainty == Certainty::Sure))
            .collect();
        let expected: &[(u8, bool)] = if is_told { &[(31, false)] } else { &[] };
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn words_without_their_number_may_be_those_of_another_program() {
    let server = "Auto Account Creation failed. Contact your administrator for further support.";
    for (text, code, certainty) in [
        (
            "Auto account creation failed: TypeError: e is null",
            31,
            Certainty::Wording,
        ),
        ("Automatic account creation failed.", 31, Certainty::Wording),
        ("Auto Account Update failed", 32, Certainty::Wording),
        ("Reason: User account is locked", 16, Certainty::Wording),
        (server, 31, Certainty::Server),
        (
            "Auto Account Creation failed (31). Contact your administrator.",
            31,
            Certainty::Sure,
        ),
        (
            "Auto Account Creation failed, error code: 31",
            31,
            Certainty::Sure,
        ),
        (
            "Error 31: Auto account creation failed",
            31,
            Certainty::Sure,
        ),
        ("Reason: User account is locked (16)", 16, Certainty::Sure),
    ] {
        let found = decode(Input::Text(text)).errors;
        let found: Vec<_> = found
            .iter()
            .map(|error| (error.code, error.certainty))
            .collect();
        assert_eq!(found, [(code, certainty)], "{text}");
    }
}

#[test]
fn a_number_that_is_no_code_is_told_and_nothing_is_guessed() {
    for (text, number) in [
        ("Invalid SAML assertion (99)", Some("99")),
        ("Reason: Invalid SAML assertion (33).", Some("33")),
        ("Auto Account Creation failed (0)", Some("0")),
        (
            "User Authentication Failed, Reason: SSO error code 99",
            Some("99"),
        ),
        ("Error code 256", Some("256")),
        (
            "<federatedSSO><status>FAILURE</status><errorcode>99</errorcode></federatedSSO>",
            Some("99"),
        ),
        ("Invalid SAML assertion (13)", None),
        (
            "Auto Account Creation failed: 500 Internal Server Error",
            None,
        ),
        ("User account is locked 2026-11-21", None),
        (
            "Error 404 came from the proxy, and it was shown before anybody had begun to sign in. The page said so for all of the morning, and nobody of the users could do anything about it until the proxy was started again.",
            None,
        ),
    ] {
        let report = error31::check(Input::Text(text), &error31::Options::default());
        let notices = report.notices.iter().map(|notice| notice.title.as_str());
        let told = report
            .problem
            .iter()
            .map(|problem| problem.title.as_str())
            .chain(notices);
        let told = told.filter(|title| title.starts_with("Webex has no code"));
        let expected = number.map(|number| format!("Webex has no code {number}"));
        assert_eq!(
            told.collect::<Vec<_>>(),
            expected.iter().collect::<Vec<_>>(),
            "{text}"
        );
        assert!(expected.is_none() || report.observed.is_empty(), "{text}");
    }
}

#[test]
fn another_host_does_not_answer_for_webex() {
    for (host, is_webex) in [
        ("adriasoft.webex.com", true),
        ("loginp.webexconnect.com", true),
        ("idp.adriasoft.example", false),
        ("tickets.example", false),
    ] {
        let recorded = har("text/html", "<p>Reason: Invalid SAML assertion (13)</p>");
        let recorded = recorded.replace("adriasoft.webex.com", host);
        let report = error31::check(Input::Text(&recorded), &error31::Options::default());
        let sure: Vec<_> = report
            .observed
            .iter()
            .map(|one| (one.code, one.sure))
            .collect();
        assert_eq!(sure, [(13, is_webex)], "{host}");
        let names_host = report.observed.iter().any(|one| one.meaning.contains(host));
        assert_eq!(names_host, !is_webex, "{host}");
    }
}

#[test]
fn a_copy_is_said_to_be_one() {
    for (text, is_noted) in [("SSO error code 20", true), ("SSO error code 13", false)] {
        let report = error31::check(Input::Text(text), &error31::Options::default());
        let noted: Vec<_> = report
            .observed
            .iter()
            .map(|one| one.source_note.is_some())
            .collect();
        assert_eq!(noted, [is_noted], "{text}");
    }
}
