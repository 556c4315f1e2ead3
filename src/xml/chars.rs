//! Which characters XML 1.0 (fifth edition) allows where.

/// Whether `c` may stand in a document at all (production 2).
pub(super) fn is_char(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => false,
        _ => true,
    }
}

/// Whether `c` is white space (production 3).
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether a name may start with `c` (production 4).
pub(super) fn is_name_start(c: char) -> bool {
    matches!(c,
        ':' | '_' | 'A'..='Z' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Whether `c` may stand inside a name (production 4a).
pub(super) fn is_name_char(c: char) -> bool {
    is_name_start(c)
        || matches!(c,
            '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// The bytes of a name in ASCII: letters, digits and `-._:`.
pub(super) fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':')
}

/// The first character that may not stand in a document, and its offset.
pub(super) fn first_illegal(text: &str) -> Option<(usize, char)> {
    // U+FFFE and U+FFFF begin with 0xEF.
    let is_legal = |byte: u8| match byte {
        b'\t' | b'\n' | b'\r' => true,
        byte => byte >= b' ' && byte != 0xEF,
    };
    let is_doubtful = |block: &[u8]| block.iter().fold(false, |any, b| any | !is_legal(*b));
    let mut blocks = text.as_bytes().chunks(64);
    if !blocks.any(is_doubtful) {
        return None;
    }
    text.char_indices().find(|&(_, c)| !is_char(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        let table = [
            ('a', true, true, true),
            (':', true, true, true),
            ('1', true, false, true),
            ('-', true, false, true),
            ('\u{B7}', true, false, true),
            ('č', true, true, true),
            ('\u{D7}', true, false, false),
            ('\u{300}', true, false, true),
            ('\u{E000}', true, false, false),
            ('\u{10FFFF}', true, false, false),
            ('\u{EFFFF}', true, true, true),
            ('\u{85}', true, false, false),
            ('\u{7F}', true, false, false),
            ('\0', false, false, false),
            ('\x1B', false, false, false),
            ('\u{FFFE}', false, false, false),
        ];
        for (c, legal, start, inside) in table {
            assert_eq!(
                (is_char(c), is_name_start(c), is_name_char(c)),
                (legal, start, inside),
                "{c:?}"
            );
        }
    }
}
