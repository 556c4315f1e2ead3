//! White space, invisible characters and quotation marks around a text.

use crate::chars::invisible::is_blank;

/// A text without what stood around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::decode) struct Trimmed<'a> {
    /// The text inside.
    pub text: &'a str,
    /// Whether more than white space was taken away.
    pub dressed: bool,
}

/// Whether a character is a quotation mark of any kind.
pub(in crate::decode) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '´' | '«' | '»' | '‘'..='‟' | '‹' | '›'
    )
}

/// Takes away what surrounds `text` and is none of it; a quotation mark at the end only if one stands in front.
pub(in crate::decode) fn trim(text: &str) -> Trimmed<'_> {
    let from_start = text.trim_start_matches(|c| is_blank(c) || is_quote(c));
    let lead = text.len() - from_start.len();
    let is_quoted = text.get(..lead).is_some_and(|lead| lead.contains(is_quote));
    let inner = from_start.trim_end_matches(|c| is_blank(c) || is_quoted && is_quote(c));
    Trimmed {
        text: inner,
        dressed: inner.len() != text.trim().len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimmed() {
        let table = [
            ("a", "a", false),
            (" a\n", "a", false),
            ("\"a\"", "a", true),
            ("„a” ", "a", true),
            ("\u{200B}a\0", "a", true),
            ("a=\"", "a=\"", false),
            ("\"\"", "", true),
        ];
        for (text, inner, dressed) in table {
            let expected = Trimmed {
                text: inner,
                dressed,
            };
            assert_eq!(trim(text), expected, "{text:?}");
        }
    }
}
