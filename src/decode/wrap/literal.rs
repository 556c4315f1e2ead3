//! String literals of JSON, JavaScript, Java, C and Python: backslashes, and pieces that are joined.

use crate::decode::codec::{base64, escapes::escape};
use crate::decode::find::{form, html, locate, markup};

/// So far behind the name of an element its first quotation mark is looked for, in bytes.
const NEAR: usize = 400;

/// The gap between two pieces of a literal is no longer than this, in bytes.
const GAP: usize = 100;

/// `text` without one level of escapes, where a message in it is written as a string literal.
pub(super) fn undo(text: &str) -> Option<String> {
    is_literal(text).then(|| unescape(text))
}

/// `text` with every doubled quotation mark single, as verbatim strings, CSV and SQL double them.
pub(super) fn single(text: &str) -> Option<String> {
    let quote = match (text.contains("=\"\""), text.contains("=''")) {
        (true, _) => "\"",
        (false, true) => "'",
        _ => return None,
    };
    Some(text.replace(&quote.repeat(2), quote))
}

/// The commands of “Copy as fetch”, with their strings in plain text.
pub(super) fn fetch(text: &str) -> Option<String> {
    let is_call = ["fetch(\"", "fetch('", "fetch(`"]
        .iter()
        .any(|call| text.contains(call));
    (is_call && text.contains("body")).then(|| unescape(&text.replace("fetch(", "(")))
}

fn is_literal(text: &str) -> bool {
    let has_slash = text.contains('\\');
    if has_slash && is_all_escaped(text) {
        return true;
    }
    let has_page = has_slash && html::has_name(text);
    let is_element =
        |rest: &str| locate::saml_name(rest).is_some() || has_page && html::is_field(rest);
    if has_slash && !markup::starts_like_xml(text) {
        let signs = ["u003c", "u003C", "x3c", "x3C", "u{3c}", "u{3C}"];
        let is_escaped = text.match_indices('\\').any(|(at, _)| {
            let rest = text.get(at + 1..).unwrap_or_default();
            let name = signs.iter().find_map(|sign| rest.strip_prefix(sign));
            name.is_some_and(is_element)
        });
        if is_escaped {
            return true;
        }
    }
    let is_broken = text.match_indices('<').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        is_element(rest) && is_quoted(text, at)
    });
    is_broken
        || form::fields(text)
            .iter()
            .any(|field| breaks(text, field.end))
        || base64::runs(text).iter().any(|run| breaks(text, run.end))
}

/// So many escapes of characters in a row are meant.
const MEANT: usize = 24;

/// Whether every character of a part of `text` is escaped by its number.
fn is_all_escaped(text: &str) -> bool {
    let (mut count, mut next) = (0, 0);
    text.match_indices('\\').any(|(at, _)| {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let is_number = matches!(rest, [_, b'x' | b'u' | b'U' | b'0'..=b'3', ..]);
        let length = escape(rest)
            .filter(|_| is_number)
            .map_or(0, |(_, length)| length);
        count = match at {
            _ if length == 0 => 0,
            at if at == next => count + 1,
            at if at < next => count,
            _ => 1,
        };
        next = next.max(at + length);
        count >= MEANT
    })
}

/// Whether the element at `at` has escapes in its tag or right behind, or goes on in the next piece of a literal.
fn is_quoted(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let near = bytes
        .get(at..bytes.len().min(at + NEAR))
        .unwrap_or_default();
    let mark = near.iter().position(|byte| matches!(byte, b'"' | b'\''));
    let is_escaped = mark
        .and_then(|mark| near.get(mark.checked_sub(1)?))
        .is_some_and(|byte| *byte == b'\\');
    let around = at.checked_sub(1).and_then(|before| bytes.get(before));
    let joint = around
        .filter(|byte| matches!(byte, b'"' | b'\''))
        .and_then(|quote| near.iter().position(|byte| byte == quote));
    let tag = near.iter().position(|byte| *byte == b'>');
    let behind = near.get(tag.map_or(near.len(), |tag| tag + 1)..);
    let is_line = |rest: &[u8]| matches!(rest, [b'\\', b'n' | b'r' | b't', ..]);
    let in_tag = near.get(..tag.unwrap_or(near.len())).unwrap_or_default();
    let has_line = in_tag
        .windows(3)
        .any(|part| matches!(part, [b'"' | b'\'', rest @ ..] if is_line(rest)));
    is_escaped
        || has_line
        || behind.is_some_and(is_line)
        || joint.is_some_and(|joint| next_piece(text, at + joint).is_some())
}

/// Whether base64 that ends at `end` goes on behind an escape or in the next piece of a literal.
fn breaks(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let sign = ["\\/", "\\n", "\\r", "\\u00", "\\x"]
        .iter()
        .find(|sign| rest.starts_with(**sign));
    let goes_on = |rest: &str| {
        let rest = rest.trim_start_matches(['\\', 'r', 'n']);
        rest.starts_with(base64::is_digit) || rest.starts_with(['=', '/'])
    };
    sign.is_some() && goes_on(rest) || next_piece(text, end).is_some()
}

/// One past the quotation mark that opens the next piece, if the one at `at` closes a piece that another follows.
fn next_piece(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.get(at).filter(|byte| matches!(byte, b'"' | b'\''))?;
    let gap = bytes.get(at + 1..bytes.len().min(at + GAP))?;
    let is_gap =
        |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'+' | b'.' | b'\\' | b'&' | b'_');
    let length = gap.iter().position(|byte| !is_gap(byte))?;
    let joins = gap
        .iter()
        .take(length)
        .any(|byte| matches!(byte, b'\n' | b'+' | b'.'));
    let mut next = at + 1 + length;
    if bytes
        .get(next)
        .is_some_and(|byte| matches!(byte, b'b' | b'f' | b'r' | b'u'))
    {
        next += 1;
    }
    (joins && bytes.get(next) == Some(&quote)).then_some(next + 1)
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(['\\', '"', '\'']).unwrap_or(rest.len());
        plain.push_str(rest.get(..length).unwrap_or_default());
        at += length;
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        let escaped = text.as_bytes().get(at..).and_then(escape);
        match (escaped, next_piece(text, at)) {
            (Some((c, length)), _) => {
                plain.push(c);
                at += length;
            }
            (None, Some(next)) => at = next,
            (None, None) => {
                plain.push(c);
                at += c.len_utf8();
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undone() {
        let b64 = format!("PHNh{}", "QUJD".repeat(12));
        let table = [
            (
                r#"{"a":"<p:Response ID=\"_1\">\n<\/p:Response>"}"#.to_owned(),
                "{\"a\":\"<p:Response ID=\"_1\">\n</p:Response>\"}".to_owned(),
            ),
            (
                r#"x = "\u003cResponse\u003e\u0161\u003c/Response\u003e""#.to_owned(),
                "x = \"<Response>š</Response>\"".to_owned(),
            ),
            (
                r#""<p:Response ID='_1'>\n<a/>""#.to_owned(),
                "\"<p:Response ID='_1'>\n<a/>\"".to_owned(),
            ),
            (
                "x = \"<p:Response ID='_1'>\" +\n    \"</p:Response>\";".to_owned(),
                "x = \"<p:Response ID='_1'></p:Response>\";".to_owned(),
            ),
            (
                "(b'<Response>'\n b'</Response>')".to_owned(),
                "(b'<Response></Response>')".to_owned(),
            ),
            (
                format!("{{\"SAMLResponse\":\"{b64}\\/AAA\"}}"),
                format!("{{\"SAMLResponse\":\"{b64}/AAA\"}}"),
            ),
            (
                format!("x = \"{b64}\" +\n\"AAA=\""),
                format!("x = \"{b64}AAA=\""),
            ),
            (
                r#""<input name=\"SAMLResponse\" value=\"PH\">""#.to_owned(),
                r#""<input name="SAMLResponse" value="PH">""#.to_owned(),
            ),
        ];
        for (text, plain) in table {
            assert_eq!(undo(&text), Some(plain), "{text}");
        }
    }

    #[test]
    fn left() {
        for text in [
            "C:\\new\\text",
            "{\"a\": \"b\\n\"}",
            "<Response ID=\"\\\"/>",
            "\"<Response/>\", \"<Response/>\"",
            "say \"<Response ID='_1'/>\" and \"more\"",
            "{\"a\": \"SAMLResponse=PHN\\\"\"}",
            "<input value=\\\"x\\\">",
            "[\"SAMLResponse=PHN\",\n\"b\"]",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }

    #[test]
    fn fetched() {
        let text = r#"await fetch("https://a.example/", {"body": "SAMLResponse=PH\u002b", "method": "POST"});"#;
        let plain =
            r#"await ("https://a.example/", {"body": "SAMLResponse=PH+", "method": "POST"});"#;
        assert_eq!(fetch(text).as_deref(), Some(plain));
        assert_eq!(fetch("git fetch(ed) the body"), None);
    }
}
