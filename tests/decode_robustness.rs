//! No input makes it panic, and none makes it slow.

use error31::Input;
use error31::decode::decode;
use std::time::{Duration, Instant};

const SAMPLES: [&str; 9] = [
    "09:14 <?xml version=\"1.0\"?><samlp:Response xmlns:samlp='urn:x'><!-- a --><![CDATA[b]]></samlp:Response> end",
    "https://s.webex.com/?a=b&SAMLResponse=PHNhbWxwOlJlc3BvbnNlLz4%3D&RelayState=%2525#x",
    "RelayState%3Dx%26SAMLRequest%3Dsyk2zC1ISSxJ1bcDAA%253D%253D",
    "&lt;samlp:Response&gt;&#353;&amp;lt;&lt;/samlp:Response&gt; Kôd greške 31",
    "<!DOCTYPE html><p>Razlog: Kreiranje automatskog naloga nije uspelo (31).</p>",
    "<federatedSSO><errorcode>31</errorcode><reason>Auto Account Creation failed.</reason></federatedSSO>",
    "Број грешке „null” – 31; Reason: Invalid SAML assertion (13)",
    "data:text/xml;base64,PHNhbWxwOlJlc3BvbnNlLz4=",
    "<!DOCTYPE a [<!ENTITY b \"]>\"><!-- ' -->]><a>\u{FEFF}</a>",
];

fn both(bytes: &[u8]) {
    let decoded = decode(Input::Bytes(bytes));
    let found = !decoded.candidates.is_empty() || !decoded.errors.is_empty();
    assert_eq!(found, decoded.failure.is_none(), "{bytes:?}");
    if let Ok(text) = std::str::from_utf8(bytes) {
        decode(Input::Text(text));
    }
}

#[test]
fn every_prefix_and_suffix() {
    for sample in SAMPLES {
        let wide: Vec<u8> = sample.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [sample.as_bytes(), &wide] {
            for at in 0..=bytes.len() {
                both(&bytes[..at]);
                both(&bytes[at..]);
            }
        }
    }
}

#[test]
fn every_byte_changed() {
    for sample in SAMPLES {
        for at in 0..sample.len() {
            for byte in [
                0, b'<', b'>', b'%', b'&', b'=', b'"', b'\\', b'\n', 0x7F, 0x80, 0xC5, 0xFF,
            ] {
                let mut bytes = sample.as_bytes().to_vec();
                bytes[at] = byte;
                both(&bytes);
            }
        }
    }
}

#[test]
fn every_pair_of_bytes() {
    for first in 0..=255 {
        for second in 0..=255 {
            both(&[first, second]);
        }
    }
}

#[test]
fn time_grows_with_the_input_only() {
    let pieces = [
        "<a ",
        "SAMLResponse=",
        "SAMLResponse=x&",
        "<Response>",
        "<Response/>",
        "<Response a=\"",
        "</Response>",
        "<!--",
        "<![CDATA[",
        "<?",
        "&lt;Response ",
        "&amp;",
        "%",
        "%3C",
        "%25",
        "?SAMLRequest=fZ ",
        "\"SAMLResponse\":\"",
        "error code 31 ",
        "Error code 5 SSO ",
        "auto account creation ",
        "reason reason ",
        "<federatedSSO",
        "<federatedSSO><errorcode>31",
        "PHNh",
        "PHNhbWxwOlJlc3BvbnNlPg== ",
        "PHNhbWxwOlJlc3BvbnNlPg==\n",
        "<!DOCTYPE [",
        "<html>&lt;Response>",
        "-----BEGIN ",
        "a",
        "\n",
        "š",
        "eyJ.",
        "null error number ",
        "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3\n",
    ];
    let size = if cfg!(debug_assertions) {
        1 << 17
    } else {
        10_000_000
    };
    for piece in pieces {
        for lead in ["", "x ", "<a>"] {
            let text = format!("{lead}{}", piece.repeat(size / piece.len()));
            let start = Instant::now();
            let decoded = decode(Input::Text(&text));
            let time = start.elapsed();
            if time > Duration::from_secs(1) {
                println!("{time:?} for {piece:?} after {lead:?}");
            }
            assert!(
                time < Duration::from_secs(20),
                "{time:?} for {piece:?} after {lead:?}"
            );
            assert!(
                decoded.candidates.len() < 1_000 || decoded.more,
                "{piece:?}"
            );
            assert!(decoded.candidates.len() <= 1_000 && decoded.errors.len() <= 20);
        }
    }
}

#[test]
fn zeros_are_answered_at_once() {
    let zeros = vec![0; 50_000_000];
    let start = Instant::now();
    assert!(decode(Input::Bytes(&zeros)).failure.is_some());
    println!("50 MB of zeros: {:?}", start.elapsed());
    let mut almost = zeros;
    if let Some(last) = almost.last_mut() {
        *last = 1;
    }
    assert!(decode(Input::Bytes(&almost)).failure.is_some());
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}
