//! A message as other programs keep it: in tokens, pages, documents of an office, logs in parts.

use super::{XML, base64, wrapped};
use error31::Input;
use error31::decode::decode;
use miniz_oxide::deflate::compress_to_vec;

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

fn token(payload: &serde_json::Value) -> String {
    let part = |text: &str| {
        base64(text.as_bytes())
            .replace('+', "-")
            .replace('/', "_")
            .replace('=', "")
    };
    let parts = ["{\"alg\":\"RS256\"}", &payload.to_string(), "no signature"].map(part);
    parts.join(".")
}

/// Lines that a container runtime cut, so many characters each.
fn parts(text: &str, size: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let letters: Vec<char> = line.chars().collect();
        let pieces: Vec<String> = letters
            .chunks(size)
            .map(|piece| piece.iter().collect())
            .collect();
        for (at, piece) in pieces.iter().enumerate() {
            let mark = if at + 1 == pieces.len() { 'F' } else { 'P' };
            out.push_str(&format!(
                "2026-11-21T09:14:07.{at:09}Z stdout {mark} {piece}\n"
            ));
        }
    }
    out
}

fn rtf(text: &str) -> String {
    let mut out = "{\\rtf1\\ansi{\\fonttbl{\\f0\\fswiss Calibri;}}\n\\pard\\f0\\fs22 ".to_owned();
    for c in text.chars() {
        match c {
            '\\' | '{' | '}' => out.extend(['\\', c]),
            '\n' => out.push_str("\\par\n"),
            c if c.is_ascii() => out.push(c),
            c => out.push_str(&format!("\\u{}?", u32::from(c))),
        }
    }
    out + "\\par\n}"
}

/// An archive that an office program keeps its text in.
fn office(name: &str, text: &str) -> Vec<u8> {
    let mut out = vec![];
    for (name, text) in [("[Content_Types].xml", "<Types/>"), (name, text)] {
        let packed = compress_to_vec(text.as_bytes(), 6);
        let length = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
        out.extend(b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0");
        out.extend(length(packed.len()));
        out.extend(length(text.len()));
        out.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        out.extend([0, 0]);
        out.extend(name.as_bytes());
        out.extend(packed);
    }
    out.extend(b"PK\x01\x02");
    out
}

/// Paragraphs of an element, a line each.
fn paragraphs(text: &str, name: &str, inner: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = escaped(line);
        format!("<{name}><{inner} xml:space=\"preserve\">{line}</{inner}></{name}>")
    });
    lines.collect()
}

#[test]
fn a_message_is_read_in_other_formats() {
    let xml = XML.trim().replace("Anna", "Živa");
    let value = base64(xml.as_bytes());
    let body = escaped(&xml);
    let spans = body.replace('=', "</span>=<span class=\"s\">");
    let long: String = xml.lines().map(str::trim).collect();
    let broken = |width: usize| {
        let letters: Vec<char> = long.chars().collect();
        let lines = letters
            .chunks(width)
            .map(|line| line.iter().collect::<String>());
        lines.collect::<Vec<_>>().join("\n")
    };
    let json = |value: serde_json::Value| value.to_string();
    let texts = [
        (
            "token with base64",
            token(&serde_json::json!({ "SAMLResponse": value })),
        ),
        (
            "token with XML",
            format!(
                "Authorization: Bearer {}",
                token(&serde_json::json!({ "assertion": xml }))
            ),
        ),
        (
            "token in an address",
            format!(
                "https://a.example/?t={}&x=1",
                token(&serde_json::json!({ "saml": value }))
            ),
        ),
        (
            "token in JSON",
            json(serde_json::json!({ "token": token(&serde_json::json!({ "saml": value })) })),
        ),
        (
            "XML in parts",
            parts(&format!("start\nDEBUG {long}\nend"), 700),
        ),
        (
            "lines of XML in parts",
            parts(&format!("start\n{xml}\nend"), 60),
        ),
        (
            "base64 in parts",
            parts(&format!("start\nSAMLResponse={value}\nend"), 500),
        ),
        (
            "page with no-break spaces",
            format!(
                "<p>{}</p>",
                body.replace(' ', "&nbsp;").replace('\n', "<br>\n")
            ),
        ),
        (
            "page with no-break spaces as they are",
            format!("<div>{}</div>", body.replace(' ', "\u{A0}")),
        ),
        ("text with no-break spaces", xml.replace(' ', "\u{A0}")),
        ("entities of no-break spaces", xml.replace(' ', "&nbsp;")),
        (
            "no-break spaces in tags of their own",
            format!("<pre>{}</pre>", body.replace(' ', "<span>&nbsp;</span>")),
        ),
        ("coloured code", format!("<pre><span>{spans}</span></pre>")),
        (
            "lines of a page",
            format!("<div>{}</div>", body.replace('\n', "</div><div>")),
        ),
        (
            "base64 with line breaks of a page",
            format!("<pre>SAMLResponse={}</pre>", wrapped(&value, "<br>\n")),
        ),
        (
            "difference",
            format!(
                "@@ -1,20 +1,20 @@\n-<old/>\n{}",
                xml.lines()
                    .map(|line| format!("+{line}\n"))
                    .collect::<String>()
            ),
        ),
        (
            "difference with lines that stayed",
            format!("@@ -1,20 +1,20 @@\n {}\n", xml.replace('\n', "\n ")),
        ),
        ("RTF", rtf(&xml)),
        (
            "base64 in RTF",
            rtf(&format!("Hi,\n{}\nAna", wrapped(&value, "\n"))),
        ),
        ("XML broken at a width", broken(80)),
        (
            "XML broken at a width, behind words",
            format!("we got:\n{}\nend", broken(80)),
        ),
        (
            "XML broken at a width, in a log",
            broken(300)
                .lines()
                .map(|line| format!("Nov 21 09:14:07 f5 apmd[7]: part: {line}\n"))
                .collect(),
        ),
        (
            "trace of curl",
            format!(
                "=> Send data, 9 bytes\n{}== Info: sent\n",
                wrapped(&format!("SAMLResponse={value}"), "\n")
                    .lines()
                    .enumerate()
                    .map(|(at, line)| format!("{:04x}: {line}\n", at * 70))
                    .collect::<String>()
            ),
        ),
    ];
    let files = [
        (
            "Word",
            office(
                "word/document.xml",
                &format!(
                    "<w:document>{}</w:document>",
                    paragraphs(&xml, "w:p", "w:t")
                ),
            ),
        ),
        (
            "Word, base64",
            office(
                "word/document.xml",
                &format!(
                    "<w:document>{}</w:document>",
                    paragraphs(&value, "w:p", "w:t")
                ),
            ),
        ),
        (
            "Excel",
            office(
                "xl/sharedStrings.xml",
                &format!("<sst>{}</sst>", paragraphs(&value, "si", "t")),
            ),
        ),
    ];
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let mut wrong = vec![];
    let texts = texts
        .iter()
        .map(|(name, text)| (name, decode(Input::Text(text))));
    let files = files
        .iter()
        .map(|(name, file)| (name, decode(Input::Bytes(file))));
    for (name, decoded) in texts.chain(files) {
        let found = decoded.candidates;
        let is_read = matches!(found.as_slice(), [one] if bare(&one.text) == bare(&xml));
        if !is_read {
            wrong.push(format!("{name}: {}", found.len()));
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}
