//! No input makes it panic, and none makes it slow.

use error31::Input;
use error31::decode::decode;
use std::time::{Duration, Instant};

const SAMPLES: [&str; 21] = [
    "09:14 <?xml version=\"1.0\"?><samlp:Response xmlns:samlp='urn:x'><!-- a --><![CDATA[b]]></samlp:Response> end",
    "https://s.webex.com/?a=b&SAMLResponse=PHNhbWxwOlJlc3BvbnNlLz4%3D&RelayState=%2525#x",
    "RelayState%3Dx%26SAMLRequest%3Dsyk2zC1ISSxJ1bcDAA%253D%253D",
    "&lt;samlp:Response&gt;&#353;&amp;lt;&lt;/samlp:Response&gt; Kôd greške 31",
    "<!DOCTYPE html><p>Razlog: Kreiranje automatskog naloga nije uspelo (31).</p>",
    "<federatedSSO><errorcode>31</errorcode><reason>Auto Account Creation failed.</reason></federatedSSO>",
    "Број грешке „null” – 31; Reason: Invalid SAML assertion (13)",
    "data:text/xml;base64,PHNhbWxwOlJlc3BvbnNlLz4=",
    "<!DOCTYPE a [<!ENTITY b \"]>\"><!-- ' -->]><a>\u{FEFF}</a>",
    "curl 'https://a/' \\\n -H \"b: \\\"c\\\"\" --data-raw $'SAMLResponse=PHNh\\u002b\\'' ; curl x",
    "curl ^\"https://a/^\" ^\r\n --data-raw ^\"SAMLResponse=PHNh^%^2B^\\^\"^\n\n^\"",
    "await fetch(\"https://a/\", {\"body\": \"SAMLResponse=PHNh\\ud83d\\ude00\\u0025\\xC5\\xA1\"});",
    "Invoke-WebRequest -Uri \"a\" `\n-Body \"SAMLResponse=PHNh`$`\"$([char]353)\"",
    "{\"a\": \"\\u003cp:Response ID=\\\"_1\\\">\\n\"}; x = \"<Response a='b'>\" +\n  b\"</Response>\"",
    "<html><form><INPUT value='PHN&#x2b;' name=SAMLResponse><textarea id=\"SAMLRequest\">fZ</textarea>",
    "From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary=\"b\"\n\n--b\nContent-Transfer-Encoding: base64\n\nPHNh\n--b--\n",
    "> <Response xmlns=3D\"urn:x\" a=3D=\n\"b\">=C5=A1\n>\n> </Response>\n",
    "09:14:02 [t-1] š | <Response>\n09:14:03 [t-10] š | <a/>\n09:14:03 [t-1] š | </Response>",
    "SAMLResponse: >-\n  PHNhbWxwOlJlc3BvbnNlPg\n  AAAA\nx: y\nSAMLResponse\tPHNhbWxwOlJlc3BvbnNlPgPHNhbWxwOlJlc3BvbnNlPg",
    "<S:Envelope xmlns:S='s' xmlns:p=\"p\"><S:Header/><S:Body xmlns='d'><p:ArtifactResponse><Response/></p:ArtifactResponse></S:Body></S:Envelope>",
    "<?xml version='1.0' encoding='windows-1250'?><p:Response>\u{9A}</p:Response>",
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
        "curl ",
        "curl 'SAMLResponse=\n",
        "curl $'\\u0021",
        "curl ^\"^%^2B",
        "curl \"\"\\\"\n",
        "fetch(\"body\\u0025",
        "Invoke-WebRequest -Body `$`\"$([char]",
        "<input name=SAMLResponse value=PH>",
        "<input name=\"SAMLResponse\" value=\"",
        "<textarea name=SAMLResponse>",
        "<input ",
        "&lt;input name=SAMLResponse ",
        "<S:Envelope xmlns:S='s'><S:Body>",
        "<S:Envelope xmlns:p='p'><S:Body><p:Response/>",
        "<S:Body><ArtifactResponse><Response/></ArtifactResponse>",
        "<Response a=\\\"b\\\">\\n",
        "\\\\\\u003cResponse ",
        "\"<Response a='b'>\" +\n",
        "\"\n\"",
        "\\",
        "=3D",
        "=\n",
        "=3Cinput name=3DSAMLResponse value=3DPH=3E",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "MIME-Version: 1.0\n\n",
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
        "--b\nContent-Transfer-Encoding: base64\n\nPHNh\n",
        "a: b\n ",
        "> <Response>\n",
        "> <Response>\n> </Response>\n",
        "9: <Response a=\"\n",
        "\" \" \" 1 <Response>\n",
        "> PHNhbWxwOlJlc3BvbnNlPHNhbWxwOlJlc3BvbnNlPHNhbWxwOlJlc3BvbnNl\n",
        "SAMLResponse: >\n ",
        "SAMLResponse\tPHNhbWxwOlJlc3BvbnNlPHNhbWxwOlJlc3BvbnNlPHNh\n",
        "samlresponse",
        "PHNh ",
        "PHNh\n",
        "PHNhbWxwOlJlc3BvbnNlPGEvPjxhLz48YS8+PGEvPjxhLz48YS8+PGEvPg \n",
        "PHNhbWxwOlJlc3BvbnNlPGEvPjxhLz48YS8+PGEvPjxhLz48YS8+PGEv. ",
        "SAMLResponse=PHNh%2\n",
        "SAMLResponse=PHNh%252",
        "<Attribute Name=\"a\">",
        "<Attribute Name=\"a\"/>",
        "<AttributeStatement>",
        "<x><![CDATA[",
        "<x a=\"",
        "<x>PHNhbWxwOlJlc3BvbnNlPg==PHNhbWxwOlJlc3BvbnNlPg==</x>",
        "<x xmlns:a='b'><Response/></x>",
        "=\"\"a <Response a=\"\"b\"\">",
        "email: a@b.example, firstname: A\n",
        "account 31 ",
        "[\"&lt;Response\\n\",",
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
                decoded.candidates.len() < 1_000 || decoded.more,
                "{piece:?}"
            );
            assert!(decoded.candidates.len() <= 1_000 && decoded.errors.len() <= 20);
        }
    }
}

#[test]
fn zeros_are_answered() {
    let zeros = vec![0; 50_000_000];
    let start = Instant::now();
    assert!(decode(Input::Bytes(&zeros)).failure.is_some());
    println!("50 MB of zeros: {:?}", start.elapsed());
    let mut almost = zeros;
    if let Some(last) = almost.last_mut() {
        *last = 1;
    }
    assert!(decode(Input::Bytes(&almost)).failure.is_some());
}
