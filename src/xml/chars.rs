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
    NAME_BYTES
        .get(usize::from(byte))
        .copied()
        .unwrap_or_default()
}

#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
static NAME_BYTES: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        bytes[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':');
        byte += 1;
    }
    bytes
};

/// The first character that may not stand in a document, and its offset.
pub(super) fn first_illegal(text: &str) -> Option<(usize, char)> {
    let is_legal = |byte: &u8| match *byte {
        b'\t' | b'\n' | b'\r' => true,
        byte => byte >= b' ' && byte != FIRST_OF_FFFE,
    };
    let (words, rest) = text.as_bytes().as_chunks();
    let mut doubtful = words.iter().filter(|word| is_doubtful(**word));
    if doubtful.all(|word| word.iter().all(is_legal)) && rest.iter().all(is_legal) {
        return None;
    }
    text.char_indices().find(|&(_, c)| !is_char(c))
}

/// U+FFFE and U+FFFF begin with it.
const FIRST_OF_FFFE: u8 = 0xEF;

/// Whether one of eight bytes is below the space or [`FIRST_OF_FFFE`].
fn is_doubtful(bytes: [u8; 8]) -> bool {
    let each = |byte: u8| u64::from_ne_bytes([byte; 8]);
    let word = u64::from_ne_bytes(bytes);
    let differs = word ^ each(FIRST_OF_FFFE);
    let is_below = word.wrapping_sub(each(b' ')) & !word;
    let is_first = differs.wrapping_sub(each(1)) & !differs;
    (is_below | is_first) & each(0x80) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_illegal_at_every_place() {
        for (c, is_illegal) in [
            ('\u{1}', true),
            ('\u{1f}', true),
            ('\u{FFFF}', true),
            ('\u{FFFD}', false),
            ('\n', false),
            ('š', false),
            ('\u{7f}', false),
        ] {
            for at in 0..20 {
                let text = format!("{}{c}{}", "a".repeat(at), "b\t ".repeat(4));
                let expected = is_illegal.then_some((at, c));
                assert_eq!(first_illegal(&text), expected, "{text:?}");
            }
        }
    }

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
