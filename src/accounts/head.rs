//! The beginning of a user list: its charset, its separator, and whether it is one at all.

use super::columns;

/// What the bytes are, as far as their beginning tells.
#[derive(Debug, Clone, Copy)]
pub(super) enum Encoding {
    /// UTF-8, or one byte a character.
    Bytes,
    /// UTF-16 in the order that this function reads.
    Utf16(fn([u8; 2]) -> u16),
}

/// What begins here instead of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// A workbook of Excel, or another archive.
    Workbook,
    /// XML or HTML.
    Markup,
    /// JSON.
    Json,
    /// Text without separators.
    Text,
}

/// The encoding, and how many bytes of a mark stand before the text.
pub(super) fn encoding(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xFF, 0xFE, ..] => (Encoding::Utf16(u16::from_le_bytes), 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16(u16::from_be_bytes), 2),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Bytes, 3),
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => {
            (Encoding::Utf16(u16::from_le_bytes), 0)
        }
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => {
            (Encoding::Utf16(u16::from_be_bytes), 0)
        }
        _ => (Encoding::Bytes, 0),
    }
}

/// How long the line of headers is, without its end; `None` while it goes on.
pub(super) fn line(text: &[u8]) -> Option<usize> {
    let mut quoted = false;
    text.iter().position(|byte| {
        quoted ^= *byte == b'"';
        !quoted && matches!(byte, b'\n' | b'\r')
    })
}

/// The separator of this line of headers: the one that stands in it most often, outside quotes.
pub(super) fn separator(line: &[u8]) -> Result<u8, Foreign> {
    let count = |separator: u8| {
        let mut quoted = false;
        let outside = line.iter().filter(|byte| {
            quoted ^= **byte == b'"';
            !quoted && **byte == separator
        });
        outside.count()
    };
    let counts = [b'\t', b';', b','].map(|separator| (count(separator), separator));
    match (line.trim_ascii_start(), counts.into_iter().max()) {
        ([b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..], _) => Err(Foreign::Workbook),
        ([b'<', ..], _) => Err(Foreign::Markup),
        ([b'{' | b'[', ..], _) => Err(Foreign::Json),
        (_, Some((1.., separator))) => Ok(separator),
        _ => Err(Foreign::Text),
    }
}

/// The separator that Excel names in a line of its own before the headers, as `sep=;`.
pub(super) fn named_separator(line: &[u8]) -> Option<u8> {
    match line {
        [s, e, p, b'=', separator] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => Some(*separator),
        _ => None,
    }
}

/// Whether a file that begins like this is an exported list of users: its headers name the user and say more.
///
/// A few KiB are enough. SAML messages, captures, logs and prose are none.
pub fn looks_like_user_list(bytes: &[u8]) -> bool {
    let bytes = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let (encoding, skipped) = encoding(bytes);
    let body = bytes.get(skipped..).unwrap_or_default();
    let text = match encoding {
        Encoding::Bytes => body.to_vec(),
        Encoding::Utf16(unit) => {
            let pairs = body.chunks_exact(2).filter_map(|pair| pair.try_into().ok());
            char::decode_utf16(pairs.map(unit))
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect::<String>()
                .into_bytes()
        }
    };
    let Some(mut end) = line(&text) else {
        return false;
    };
    let mut from = 0;
    if named_separator(text.get(..end).unwrap_or_default()).is_some() {
        let rest = text.get(end..).unwrap_or_default();
        from = end + rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let Some(length) = line(text.get(from..).unwrap_or_default()) else {
            return false;
        };
        end = from + length;
    }
    let head = text.get(from..end).unwrap_or_default();
    let Ok(separator) = separator(head) else {
        return false;
    };
    let cells = head.split(|byte| *byte == separator);
    let headers: Vec<String> = cells
        .map(|cell| String::from_utf8_lossy(cell).into_owned())
        .collect();
    columns::are_of_users(&headers)
}

/// Longer than the headers of any export.
pub(super) const HEAD: usize = 64 << 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_lists_of_users_for_one() {
        for (head, expected) in [
            ("Name,Email,Status\n", true),
            ("sep=;\r\nFirst Name;E-mail;City\r\n", true),
            ("\"First Name\",\"User ID/Email (Required)\"\r\n", true),
            ("UserID\tActive\tUserName\n", true),
            ("Name,Email,Status", false),
            ("SAMLResponse=PHNhbWxwOlJlc3BvbnNl&RelayState=a,b\n", false),
            ("<Response>,email,status\n", false),
            (
                "{\"log\":{\"entries\":[],\"email\":1,\"status\":2}}\n",
                false,
            ),
            (
                "Dear team, the user, with email, gets error 31, status unknown.\n",
                false,
            ),
            ("2026-11-21 09:14:00, INFO, email, status=31\n", false),
            ("", false),
        ] {
            assert_eq!(looks_like_user_list(head.as_bytes()), expected, "{head}");
        }
        let wide: Vec<u8> = "\u{feff}UserID\tActive\tUserName\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(looks_like_user_list(&wide));
    }

    #[test]
    fn finds_the_separator_outside_quotes() {
        for (line, expected) in [
            ("a,b", Ok(b',')),
            ("\"a,b,c\";d", Ok(b';')),
            ("a\tb,c\td", Ok(b'\t')),
            ("abc", Err(Foreign::Text)),
            ("<a b=\",\"/>", Err(Foreign::Markup)),
            ("[1,2]", Err(Foreign::Json)),
            ("PK\u{3}\u{4},", Err(Foreign::Workbook)),
        ] {
            assert_eq!(separator(line.as_bytes()), expected, "{line}");
        }
    }
}
