//! Input to layers and text: every way a message may be wrapped.

use error31::Input;
use error31::decode::{Forgiven, Layer, decode};
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

const XML: &str = "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\"><a>š+?</a></samlp:Response>";

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk
            .iter()
            .fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for index in 0..4 {
            let digit = bits >> (18 - 6 * index) & 63;
            text.push(match index <= chunk.len() {
                true => DIGITS
                    .get(digit as usize)
                    .map_or('?', |byte| char::from(*byte)),
                false => '=',
            });
        }
    }
    text
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn wrapped(text: &str, width: usize, mark: &str) -> String {
    let lines: Vec<_> = text
        .as_bytes()
        .chunks(width)
        .map(|line| String::from_utf8_lossy(line))
        .collect();
    lines.join(mark)
}

fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn layers(input: Input) -> Vec<(String, String)> {
    decode(input)
        .candidates
        .into_iter()
        .map(|candidate| {
            let ids: Vec<_> = candidate.layers.iter().map(|layer| layer.id()).collect();
            (ids.join(" "), candidate.text)
        })
        .collect()
}

#[test]
fn one_message_in_many_dresses() {
    let b64 = base64(XML.as_bytes());
    let deflated = base64(&compress_to_vec(XML.as_bytes(), 6));
    let zlib = base64(&compress_to_vec_zlib(XML.as_bytes(), 6));
    let url_safe = b64.replace('+', "-").replace('/', "_");
    let escaped = XML
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;");
    let table: Vec<(String, &str)> = vec![
        (XML.to_owned(), ""),
        (format!("\u{FEFF}{XML}"), "bom"),
        (format!(" \n{XML}"), "trim"),
        (format!("“{XML}”"), "trim"),
        (format!("\u{200B}{XML}"), "trim"),
        (format!("09:14 DEBUG got {XML} from 10.0.0.1"), "cut"),
        (format!("{XML} -- \nRegards"), "cut"),
        (format!("<INFO> message: {XML}\n"), "cut"),
        (b64.clone(), "base64"),
        (format!("\"{b64}\""), "trim base64"),
        (format!("\n{b64}\n"), "base64"),
        (wrapped(&b64, 76, "\r\n"), "base64"),
        (wrapped(&b64, 5, "\n"), "base64"),
        (wrapped(&b64, 64, " "), "base64"),
        (b64.replace('+', " "), "base64"),
        (b64.trim_end_matches('=').to_owned(), "base64"),
        (url_safe, "base64"),
        (format!("data:application/xml;base64,{b64}"), "base64"),
        (
            format!("-----BEGIN SAML-----\n{b64}\n-----END SAML-----"),
            "base64",
        ),
        (base64(b64.as_bytes()), "base64 base64"),
        (deflated.clone(), "base64 inflate"),
        (zlib, "base64 inflate"),
        (percent(&b64), "percent base64"),
        (percent(&percent(&b64)), "percent percent base64"),
        (percent(XML), "percent"),
        (
            format!("SAMLResponse={}", percent(&b64)),
            "form percent base64",
        ),
        (
            format!("RelayState=x&SAMLResponse={}&a=b", percent(&percent(&b64))),
            "form percent percent base64",
        ),
        (format!("SAMLResponse={b64}"), "form base64"),
        (format!("samlresponse: {b64}\nRelayState: x"), "form base64"),
        (
            format!("SAMLResponse={}", wrapped(&b64, 76, "\n")),
            "form base64",
        ),
        (
            percent(&format!("RelayState=x&SAMLResponse={}", percent(&b64))),
            "percent form percent base64",
        ),
        (
            format!(
                "https://s.webex.com/dispatcher/SAML2AuthService?siteurl=s&SAMLResponse={}",
                percent(&deflated)
            ),
            "url percent base64 inflate",
        ),
        (
            format!(
                "POST /acs HTTP/1.1\nReferer: https://idp.example/?x\n\nSAMLResponse={}",
                percent(&b64)
            ),
            "form percent base64",
        ),
        (
            format!(
                "curl 'https://s.webex.com/' -H 'a: b' --data-raw 'SAMLResponse={}&RelayState=' --compressed",
                percent(&b64)
            ),
            "curl form percent base64",
        ),
        (
            format!("{{\"SAMLResponse\": \"{b64}\"}}"),
            "json form base64",
        ),
        (escaped.clone(), "escape"),
        (
            format!(
                "Hello,\n\nthis is what we get:\n\n{}\n\nRegards",
                wrapped(&b64, 76, "\n")
            ),
            "cut base64",
        ),
        (format!("Log 12: response={b64} ok"), "cut base64"),
        (format!("Event: {escaped} end"), "escape cut"),
        (
            format!("<html><body><pre>{escaped}</pre></body></html>"),
            "escape cut",
        ),
        (
            format!("<Event><Data>{escaped}</Data></Event>"),
            "escape cut",
        ),
        (format!("SAMLResponse={}", percent(XML)), "form percent"),
        (base64(&wide(XML, u16::to_le_bytes)), "base64 utf-16le"),
        (
            base64(&wide(&format!("\u{FEFF}{XML}"), u16::to_be_bytes)),
            "base64 bom utf-16be",
        ),
        (
            base64(&compress_to_vec(b64.as_bytes(), 6)),
            "base64 inflate base64",
        ),
    ];
    for (input, expected) in table {
        for kind in [Input::Text(&input), Input::Bytes(input.as_bytes())] {
            let found = layers(kind);
            assert_eq!(found.len(), 1, "{input}");
            assert_eq!(found[0].0, expected, "{input}");
            let text = found[0].1.trim_end();
            assert_eq!(text, XML, "{input}");
        }
    }
}

#[test]
fn bytes_in_other_charsets() {
    let latin1 = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";
    let bytes: Vec<u8> = latin1
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let table: [(Vec<u8>, &str, &str); 5] = [
        (bytes, "iso-8859-1", latin1),
        (wide(XML, u16::to_le_bytes), "utf-16le", XML),
        (wide(XML, u16::to_be_bytes), "utf-16be", XML),
        (
            wide(&format!("\u{FEFF}{XML}"), u16::to_le_bytes),
            "bom utf-16le",
            XML,
        ),
        (format!("\u{FEFF}{XML}").into_bytes(), "bom", XML),
    ];
    for (input, expected, text) in table {
        assert_eq!(
            layers(Input::Bytes(&input)),
            [(expected.to_owned(), text.to_owned())]
        );
    }
}

#[test]
fn several_in_order() {
    let (first, second) = (XML.replace("_1", "_first"), XML.replace("_1", "_second"));
    let third = XML.replace("_1", "_third");
    let input = format!(
        "1: {first}\n2: SAMLResponse={}&x=y\n3: {third}",
        percent(&base64(second.as_bytes()))
    );
    let found = layers(Input::Text(&input));
    let expected = [
        ("cut", first),
        ("form percent base64", second),
        ("cut", third),
    ];
    assert_eq!(
        found,
        expected.map(|(layers, text)| (layers.to_owned(), text))
    );
    let twice = format!("{XML}{XML}");
    assert_eq!(layers(Input::Text(&twice)).len(), 2);
}

#[test]
fn what_starts_like_xml_is_kept() {
    let table = [
        "<a>",
        "<?xml version='1.0'?>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!-- only a comment -->",
        "<samlp:Response ID='cut off",
        "<samlp:Response ID=\"_1\"",
        "<federatedSSO><status>SUCCESS</status></federatedSSO>",
        "<samlp:Response><saml:Assertion></saml:Assertion>",
        "<soap:Envelope><soap:Body><soap:Fault/></soap:Body></soap:Envelope>",
        "<?xml version='1.0'?><!DOCTYPE x><samlp:Response></samlp:Response>\n<!-- end -->\n",
    ];
    for text in table {
        assert_eq!(
            layers(Input::Text(text)),
            [(String::new(), text.to_owned())]
        );
    }
}

#[test]
fn a_stream_that_breaks_off_is_kept_so_far() {
    let xml = XML.replace("š+?", &"abcdefghijkl ".repeat(30));
    let deflated = compress_to_vec(xml.as_bytes(), 6);
    let half = base64(&deflated[..deflated.len() - 20]);
    let found = layers(Input::Text(&half));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "base64 inflate");
    assert!(xml.starts_with(&found[0].1));
    let short = base64(XML.as_bytes());
    let found = layers(Input::Text(&short[..41]));
    assert!(XML.starts_with(&found[0].1));
}

#[test]
fn a_contradicting_declaration_is_told() {
    let text = "<?xml version='1.0' encoding='utf-16'?><a/>";
    let found = decode(Input::Bytes(text.as_bytes())).candidates;
    let conflict = found[0].charset_conflict.clone().unwrap();
    assert_eq!(
        (conflict.declared.as_str(), conflict.actual.as_str()),
        ("utf-16", "UTF-8")
    );
    assert_eq!(
        decode(Input::Text(text)).candidates[0].charset_conflict,
        None
    );
}

#[test]
fn what_was_forgiven_is_told() {
    let text = wrapped(base64(XML.as_bytes()).trim_end_matches('='), 76, "\n");
    let found = decode(Input::Text(&text)).candidates;
    assert_eq!(found[0].layers, [Layer::Base64]);
    assert!(found[0].forgiven.contains(&Forgiven::WhiteSpace));
}
