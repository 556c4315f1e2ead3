//! Characters that the canonical form writes as references.

use std::borrow::Cow;

/// Character data.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    escape(text, |c| {
        Some(match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\r' => "&#xD;",
            _ => return None,
        })
    })
}

/// The value of an attribute.
pub(super) fn value(value: &str) -> Cow<'_, str> {
    escape(value, |c| {
        Some(match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '"' => "&quot;",
            '\t' => "&#x9;",
            '\n' => "&#xA;",
            '\r' => "&#xD;",
            _ => return None,
        })
    })
}

/// A comment, or the data of an instruction.
pub(super) fn returns(text: &str) -> Cow<'_, str> {
    escape(text, |c| Some("&#xD;").filter(|_| c == '\r'))
}

fn escape(text: &str, reference: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    if !text.contains(|c| reference(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match reference(c) {
            Some(reference) => escaped.push_str(reference),
            None => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}
