//! Escapes behind a backslash, as JSON, JavaScript, Java, C, Python and bash have them.

/// The character that the escape at the beginning of `text` stands for, and its length.
///
/// Bytes (`\xC5\xA1`) that are UTF-8 together give one character.
pub(super) fn escape(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('\\')?;
    let c = match rest.chars().next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\u{8}',
        'f' => '\u{C}',
        c @ ('"' | '\'' | '\\' | '/' | '`' | '$') => c,
        'u' => return unit(text),
        'U' => return Some((char::from_u32(hex(text, 2, 8)?)?, 10)),
        'x' => return byte(text),
        _ => return None,
    };
    Some((c, 2))
}

fn unit(text: &str) -> Option<(char, usize)> {
    if let Some(inner) = text.strip_prefix("\\u{") {
        let length = inner.bytes().take(7).position(|byte| byte == b'}')?;
        return Some((char::from_u32(hex(text, 3, length)?)?, length + 4));
    }
    let first = hex(text, 2, 4)?;
    if let Some(c) = char::from_u32(first) {
        return Some((c, 6));
    }
    let second = text.get(6..).filter(|rest| rest.starts_with("\\u"));
    let second = second.and_then(|rest| hex(rest, 2, 4));
    let pair = [first, second.unwrap_or_default()].map(|unit| u16::try_from(unit).ok());
    match pair {
        [Some(high), Some(low)] => {
            let c = char::decode_utf16([high, low]).next()?.ok();
            Some(c.map_or((char::REPLACEMENT_CHARACTER, 6), |c| (c, 12)))
        }
        _ => None,
    }
}

fn byte(text: &str) -> Option<(char, usize)> {
    let mut bytes = vec![];
    for index in 0..4 {
        let at = 4 * index;
        let next = text.get(at..).filter(|rest| rest.starts_with("\\x"));
        let Some(value) = next.and_then(|rest| hex(rest, 2, 2)) else {
            break;
        };
        bytes.push(u8::try_from(value).ok()?);
        if let Ok(text) = std::str::from_utf8(&bytes) {
            return text.chars().next().map(|c| (c, at + 4));
        }
    }
    bytes.first().map(|&byte| (char::from(byte), 4))
}

fn hex(text: &str, from: usize, length: usize) -> Option<u32> {
    let digits = text.get(from..from.checked_add(length)?)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes() {
        let table = [
            ("\\n.", Some(('\n', 2))),
            ("\\\"", Some(('"', 2))),
            ("\\\\n", Some(('\\', 2))),
            ("\\/", Some(('/', 2))),
            ("\\u003cx", Some(('<', 6))),
            ("\\u{3C}x", Some(('<', 6))),
            ("\\U0000003C", Some(('<', 10))),
            ("\\ud83d\\ude00", Some(('😀', 12))),
            ("\\ud83d.", Some(('\u{FFFD}', 6))),
            ("\\x3C", Some(('<', 4))),
            ("\\xC5\\xA1\\xC5", Some(('š', 8))),
            ("\\xE9.", Some(('é', 4))),
            ("\\u00", None),
            ("\\u+03c", None),
            ("\\q", None),
            ("\\š", None),
            ("\\", None),
            ("n", None),
        ];
        for (text, expected) in table {
            assert_eq!(super::escape(text), expected, "{text}");
        }
    }
}
