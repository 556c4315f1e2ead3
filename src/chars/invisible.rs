//! Characters that show nothing, in three classes that don't overlap.

/// Whether a character has no shape and no width: zero-width characters, joiners, soft hyphen, byte order mark.
pub fn is_format(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
    )
}

/// Whether a character steers the direction of the text around it.
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character that is no white space has no shape: one of the two other classes, or a control character.
pub fn is_invisible(c: char) -> bool {
    is_format(c) || is_direction(c) || c.is_control()
}

/// Whether a character shows nothing: white space, a zero byte, or one without a shape; other control characters do.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\0' || is_format(c) || is_direction(c)
}
