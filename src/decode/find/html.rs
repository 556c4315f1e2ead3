//! Fields of HTML forms that hold a message, wherever they stand in a text.

use crate::decode::codec::entity;
use std::ops::Range;

const NAMES: [&str; 3] = ["samlresponse", "samlrequest", "wresult"];

/// So many fields are read.
pub(in crate::decode) const MOST: usize = 2_000;

/// A field with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::decode) struct Field {
    /// The tag, and for a `textarea` what stands inside.
    pub place: Range<usize>,
    /// The value, its entities replaced; never empty.
    pub value: String,
}

/// Whether one of the names of a message stands in `text`, in any case.
pub(in crate::decode) fn has_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    NAMES.iter().any(|name| {
        let name = name.as_bytes();
        let first = name.first().copied().unwrap_or_default();
        let other = first.to_ascii_uppercase();
        bytes.iter().enumerate().any(|(at, byte)| {
            (*byte == first || *byte == other)
                && bytes
                    .get(at..at + name.len())
                    .is_some_and(|part| part.eq_ignore_ascii_case(name))
        })
    })
}

/// Whether the name of a field's tag begins `text`.
pub(in crate::decode) fn is_field(text: &str) -> bool {
    tag_name(text).is_some()
}

fn tag_name(text: &str) -> Option<&'static str> {
    ["input", "textarea"].into_iter().find(|name| {
        let is_name = text
            .get(..name.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(name));
        let after = text.as_bytes().get(name.len());
        is_name && after.is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
    })
}

/// The fields of `text` that hold a message, in order.
pub(in crate::decode) fn fields(text: &str) -> Vec<Field> {
    let mut fields = vec![];
    let mut at = 0;
    let mut closed = true;
    while fields.len() < MOST
        && let Some(found) = text.get(at..).and_then(|rest| rest.find('<'))
    {
        let start = at + found;
        at = start + 1;
        let Some(name) = text.get(at..).and_then(tag_name) else {
            continue;
        };
        let tag = Tag::read(text, at + name.len());
        at = tag.end;
        let (raw, end) = match name {
            "input" => (tag.value, tag.end),
            _ if tag.is_named && closed => {
                let inside = text.get(tag.end..).unwrap_or_default();
                let length = inside.find("</");
                closed = length.is_some();
                let length = length.unwrap_or(inside.len());
                (inside.get(..length), tag.end + length)
            }
            _ => continue,
        };
        let value = raw.filter(|_| tag.is_named).map(entity::unescape);
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            at = end;
            fields.push(Field {
                place: start..end,
                value,
            });
        }
    }
    fields
}

#[derive(Debug, Default)]
struct Tag<'a> {
    is_named: bool,
    value: Option<&'a str>,
    end: usize,
}

impl<'a> Tag<'a> {
    /// Reads attributes from `at` to the end of the tag; one that is cut off ends with the text.
    fn read(text: &'a str, mut at: usize) -> Self {
        let mut tag = Tag::default();
        let is_end = |c: char| matches!(c, '<' | '>');
        while let Some(rest) = text.get(at..) {
            let blank = |c: char| c.is_ascii_whitespace() || c == '/';
            let rest = rest.trim_start_matches(blank);
            at = text.len() - rest.len();
            if rest.is_empty() || rest.starts_with(is_end) {
                at += usize::from(rest.starts_with('>'));
                break;
            }
            let length = rest.find(|c: char| blank(c) || is_end(c) || c == '=');
            let length = length.unwrap_or(rest.len());
            let name = rest.get(..length).unwrap_or_default();
            let after = rest.get(length..).unwrap_or_default().trim_start();
            let Some(after) = after.strip_prefix('=').map(str::trim_start) else {
                at += length.max(1);
                continue;
            };
            let from = text.len() - after.len();
            let (value, end) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => quoted(text, from + 1, quote),
                _ => {
                    let border = |c: char| c.is_ascii_whitespace() || c == '>';
                    let length = after.find(border).unwrap_or(after.len());
                    (after.get(..length).unwrap_or_default(), from + length)
                }
            };
            at = end.max(at + 1);
            tag.attribute(name, value);
        }
        tag.end = at;
        tag
    }

    fn attribute(&mut self, name: &str, value: &'a str) {
        if name.eq_ignore_ascii_case("value") {
            self.value = self.value.or(Some(value));
        } else if name.eq_ignore_ascii_case("name") || name.eq_ignore_ascii_case("id") {
            let value = entity::unescape(value.get(..value.len().min(80)).unwrap_or_default());
            let value = value.trim().to_ascii_lowercase();
            self.is_named |= NAMES.contains(&value.as_str());
        }
    }
}

fn quoted(text: &str, from: usize, quote: char) -> (&str, usize) {
    let rest = text.get(from..).unwrap_or_default();
    match rest.find(quote) {
        Some(length) => (rest.get(..length).unwrap_or_default(), from + length + 1),
        None => (rest.trim_end(), text.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found() {
        let table: [(&str, &[&str]); 16] = [
            (
                "<input type=\"hidden\" name=\"SAMLResponse\" value=\"PH\"/>",
                &["PH"],
            ),
            ("<INPUT VALUE='PH' NAME='samlresponse'>", &["PH"]),
            ("<input name=SAMLResponse value=PH=>", &["PH="]),
            ("<input\n name = \"SAMLRequest\"\n value = 'fZ' >", &["fZ"]),
            (
                "<input id=\"SAMLResponse\" value=\"P&#x48;&#43;&#x2B;&amp;\">",
                &["PH++&"],
            ),
            ("<input name=\"&#83;AMLResponse\" value=\"PH\">", &["PH"]),
            (
                "<input name=\"wresult\" value=\"&lt;t:X a=&quot;b&quot;>\">",
                &["<t:X a=\"b\">"],
            ),
            (
                "<textarea rows=2 name=\"SAMLResponse\">\nPH\n</textarea>",
                &["\nPH\n"],
            ),
            (
                "<input name=RelayState value=x><input name=SAMLResponse value=PH>\n<input name=SAMLResponse value=PI>",
                &["PH", "PI"],
            ),
            (
                "<input disabled name=\"SAMLResponse\" value=\"a > b < c\" hidden>",
                &["a > b < c"],
            ),
            ("<input name=\"SAMLResponse\" value=\"PHN", &["PHN"]),
            ("<textarea name=\"SAMLResponse\">PHN", &["PHN"]),
            ("<input name=\"SAMLResponse\" value=\"\">", &[]),
            (
                "<input name=\"SAMLResponse\"><p title=\"x\" value=\"PH\">",
                &[],
            ),
            (
                "<input name=\"other\" value=\"PH\"><inputs name=SAMLResponse value=x>",
                &[],
            ),
            ("<input =\"\" = > < <input <input/", &[]),
        ];
        for (text, values) in table {
            let found = fields(text);
            let found: Vec<_> = found.iter().map(|field| field.value.as_str()).collect();
            assert_eq!(found, values, "{text}");
        }
    }

    #[test]
    fn names() {
        assert!(has_name("x samlRESPONSE"));
        assert!(!has_name("saml response"));
    }
}
