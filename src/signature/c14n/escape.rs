//! Characters that the canonical form writes as references.

use std::borrow::Cow;

/// Character data.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    escape(text, |byte| {
        Some(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'\r' => "&#xD;",
            _ => return None,
        })
    })
}

/// The value of an attribute.
pub(super) fn value(value: &str) -> Cow<'_, str> {
    escape(value, |byte| {
        Some(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'"' => "&quot;",
            b'\t' => "&#x9;",
            b'\n' => "&#xA;",
            b'\r' => "&#xD;",
            _ => return None,
        })
    })
}

/// A comment, or the data of an instruction.
pub(super) fn returns(text: &str) -> Cow<'_, str> {
    escape(text, |byte| Some("&#xD;").filter(|_| byte == b'\r'))
}

fn escape(text: &str, reference: impl Fn(u8) -> Option<&'static str>) -> Cow<'_, str> {
    let is_legal = |byte: u8| reference(byte).is_none();
    if text.bytes().all(is_legal) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(reference) = reference(byte) {
            escaped.push_str(text.get(from..at).unwrap_or_default());
            escaped.push_str(reference);
            from = at + 1;
        }
    }
    escaped.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(escaped)
}
