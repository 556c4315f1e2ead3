//! White space, invisible characters and quotation marks around a text.

/// A text without what stood around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trimmed<'a> {
    /// The text inside.
    pub text: &'a str,
    /// Whether more than white space was taken away.
    pub dressed: bool,
}

/// Whether a character shows nothing.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\0' | '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a character is a quotation mark of any kind.
pub(super) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '´' | '«' | '»' | '‘'..='‟' | '‹' | '›'
    )
}

/// Takes away what surrounds `text` and is none of it.
pub(super) fn trim(text: &str) -> Trimmed<'_> {
    let inner = text.trim_matches(|c| is_blank(c) || is_quote(c));
    Trimmed {
        text: inner,
        dressed: inner.len() != text.trim().len(),
    }
}
