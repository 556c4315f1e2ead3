//! Captures in pieces: where a piece ends changes nothing, and no cut makes it stop.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use crate::support;
use error31::decode::decoded::Limits;
use error31::decode::search::Search;
use error31::decode::{Decoded, Input, decode};
use std::fs;
use std::path::{Path, PathBuf};

const SMALL: &str = r#"{"log": {"entries": [
 {"startedDateTime": "2026-11-21T09:14:08Z", "request": {"method": "POST", "url": "https://a.webex.com/x?y=\"1\\",
  "headers": [{"name": "Cookie", "value": "a=1; b=2"}], "postData": {"text": "SAMLResponse=PFJlc3BvbnNlLz4%3D\u0026a=\\"}},
  "response": {"content": {"mimeType": "text/html", "text": "<p>Error code: 31<\/p>"}}, "_x": [{}, [null, -1e3, "]"]]},
 {"time": 1, "request": {"method": "POST", "url": "https://a.webex.com/saml2/acs"}}, "odd", {"time" 2}, {"time": 3}]}}"#;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/captures")
}

fn in_pieces<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Decoded {
    let mut scan = Search::default();
    let mut candidates = vec![];
    for piece in pieces {
        scan.feed(piece);
        candidates.extend(scan.drain());
    }
    let mut decoded = scan.finish();
    candidates.append(&mut decoded.candidates);
    decoded.candidates = candidates;
    decoded
}

#[test]
fn every_split_gives_the_same() {
    let bytes = SMALL.as_bytes();
    let whole = decode(Input::Bytes(bytes));
    assert_eq!(whole.candidates.len(), 1);
    assert_eq!(
        whole.errors.first().and_then(|error| error.answers),
        Some(0)
    );
    assert_eq!(whole.totals, [Some(4)]);
    let notices: Vec<_> = whole
        .notices
        .iter()
        .map(|n| n.failure.kind.words().id())
        .collect();
    assert_eq!(
        notices,
        ["problem-har-without-bodies", "problem-capture-broken"]
    );
    for at in 0..=bytes.len() {
        let (before, behind) = bytes.split_at(at);
        assert_eq!(in_pieces([before, behind]), whole, "split at {at}");
    }
    assert_eq!(in_pieces(bytes.chunks(1)), whole);
}

#[test]
fn every_prefix_is_read() {
    for at in 0..SMALL.len() {
        let bytes = SMALL.as_bytes().get(..at).unwrap();
        let decoded = decode(Input::Bytes(bytes));
        tells(&decoded, "prefix", at);
    }
}

#[test]
fn fixtures_give_the_same_in_pieces() {
    for file in fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        let is_beside = [".report.txt", ".ticket.md"].iter();
        let name = path.to_string_lossy();
        if is_beside.copied().any(|end| name.ends_with(end)) || path.ends_with("bomb.zip") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let whole = decode(Input::Bytes(&bytes));
        for size in [1, 7, 100, 4096] {
            assert_eq!(in_pieces(bytes.chunks(size)), whole, "{path:?} by {size}");
        }
    }
}

#[test]
fn a_cut_or_damaged_archive_gives_what_is_before_the_place() {
    for name in ["several.zip", "nested.zip", "chrome.har.gz"] {
        let bytes = fs::read(folder().join(name)).unwrap();
        let whole = decode(Input::Bytes(&bytes));
        assert!(!whole.candidates.is_empty(), "{name}");
        let mut counts = vec![];
        for at in (0..bytes.len()).step_by(13) {
            let cut = decode(Input::Bytes(bytes.get(..at).unwrap()));
            tells(&cut, name, at);
            for (candidate, complete) in cut.candidates.iter().zip(&whole.candidates) {
                assert!(
                    complete.text.starts_with(&candidate.text),
                    "{name} cut at {at}"
                );
            }
            counts.push(cut.candidates.len());
            let mut changed = bytes.clone();
            *changed.get_mut(at).unwrap() ^= 0x55;
            tells(&decode(Input::Bytes(&changed)), name, at);
        }
        assert!(counts.is_sorted(), "{name}: {counts:?}");
        assert!(counts.iter().any(|count| *count > 0), "{name}");
    }
}

/// Something is found, or it is said why nothing is.
fn tells(decoded: &Decoded, name: &str, at: usize) {
    let found = !decoded.candidates.is_empty() || !decoded.errors.is_empty();
    assert_eq!(found, decoded.failure.is_none(), "{name} at {at}");
}

#[test]
fn long_text_is_read_between_its_messages() {
    let limits = Limits {
        piece: 16 << 10,
        ..Limits::default()
    };
    let xml = fs::read_to_string(folder().join("../entra/default-claims.xml")).unwrap();
    let mut text = String::new();
    for index in 0..40 {
        text.push_str(&"09:14:08 INFO nothing to see here\n".repeat(index * 5));
        text.push_str(&format!("09:14:09 DEBUG {}\n", xml.replace("><", ">\n<")));
    }
    let mut scan = Search::new(limits, None);
    for piece in text.as_bytes().chunks(5_000) {
        scan.feed(piece);
    }
    let decoded = scan.finish();
    let whole = decoded
        .candidates
        .iter()
        .filter(|c| c.text.trim_end().ends_with("</samlp:Response>"));
    assert_eq!((whole.count(), decoded.candidates.len()), (40, 40));
}

#[test]
fn bounds_hold() {
    let limits = Limits {
        string: 100,
        ..Limits::default()
    };
    let mut scan = Search::new(limits, None);
    let long = "x".repeat(200);
    scan.feed(format!("{{\"a\": \"{long}\", \"SAMLResponse\": \"PFJlc3BvbnNlLz4=\"}}").as_bytes());
    let decoded = scan.finish();
    assert!(decoded.more);
    assert_eq!(decoded.candidates.len(), 1);
    let deep = "[".repeat(100_000);
    assert!(decode(Input::Bytes(deep.as_bytes())).failure.is_some());
}

#[test]
fn recordings_of_other_people_are_read() {
    let files = support::corpus::files();
    let mut read = 0;
    for file in files.iter().flatten() {
        if !matches!(file.kind(), "har" | "capture") {
            continue;
        }
        let bytes = file.bytes().unwrap();
        let whole = decode(Input::Bytes(&bytes));
        tells(&whole, file.name(), bytes.len());
        assert_eq!(in_pieces(bytes.chunks(1000)), whole, "{}", file.name());
        read += usize::from(!whole.totals.is_empty());
    }
    assert!(
        files.is_none() || read > 30,
        "{read} recordings have entries"
    );
}

#[test]
fn an_event_tells_its_time_wherever_it_stands() {
    let request = r#""request": {"postData": "SAMLResponse=PFJlc3BvbnNlLz4%3D", "url": "https://a.webex.com/acs?x=1"}"#;
    let event = format!(
        r#"{{"method": "Network.requestWillBeSent", "params": {{{request}, "wallTime": 1795252447.396}}}}"#
    );
    let message = serde_json::to_string(&format!(r#"{{"message": {event}}}"#)).unwrap();
    let net = r#"{"params": {"url": "https://a.webex.com/acs?SAMLResponse=PFJlc3BvbnNlLz4%3D"}, "source": {"id": 5}, "time": "7396"}"#;
    for text in [
        format!("[{event}]"),
        format!("{event}\n{event}\n"),
        format!("09:14 DEBUG {event}\nend"),
        format!(r#"[{{"level": "INFO", "message": {message}}}]"#),
        format!(r#"{{"constants": {{"timeTickOffset": 1795252440000}}, "events": [{net}]}}"#),
    ] {
        for decoded in [
            decode(Input::Text(&text)),
            in_pieces(text.as_bytes().chunks(7)),
        ] {
            let place = &decoded.candidates.first().unwrap().place;
            assert_eq!(
                place.started_at.as_deref(),
                Some("2026-11-21T09:14:07.396Z"),
                "{text}"
            );
            assert_eq!(
                place.url.as_deref(),
                Some("https://a.webex.com/acs"),
                "{text}"
            );
        }
    }
}

#[test]
fn lines_that_a_container_logged_in_parts_are_whole() {
    let long = format!("<Response>{}</Response>", "<a/>".repeat(5_000));
    let text = format!("start {long} end\n");
    let lines: String = text
        .as_bytes()
        .chunks(16_384)
        .map(|part| serde_json::json!({ "log": String::from_utf8_lossy(part) }).to_string() + "\n")
        .collect();
    let found = decode(Input::Text(&lines)).candidates;
    assert!(
        matches!(found.as_slice(), [one] if one.text == long),
        "{}",
        found.len()
    );
}

#[test]
fn a_request_in_another_document_tells_its_address() {
    let body = r#""postData": "SAMLResponse=PFJlc3BvbnNlLz4%3D""#;
    let url = r#""url": "https://a.webex.com/acs?x=1""#;
    let table = [
        (
            format!(
                r#"{{"method": "Network.requestWillBeSent", "params": {{"documentURL": "https://b.example/", "request": {{{url}, "method": "POST", {body}}}}}}}"#
            ),
            Some("https://a.webex.com/acs"),
        ),
        (
            format!(r#"[{{"request": {{{url}}}}}, {{"request": {{{body}}}}}]"#),
            None,
        ),
        (format!(r#"{{{url}, {body}}}"#), None),
        (format!(r#"{{"request": {{"url": "acs", {body}}}}}"#), None),
    ];
    for (text, address) in table {
        let decoded = decode(Input::Text(&text));
        let place = &decoded.candidates.first().unwrap().place;
        assert_eq!(place.url.as_deref(), address, "{text}");
    }
}
