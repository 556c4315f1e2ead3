//! Escapes behind a backslash, as JSON, JavaScript, Java, C, Python and bash have them.

use memchr::memchr;

/// The character that the escape at the beginning of `text` stands for, and its length.
///
/// Bytes (`\xC5\xA1`) that are UTF-8 together give one character.
pub(in crate::decode) fn escape(text: &[u8]) -> Option<(char, usize)> {
    let [b'\\', c, ..] = text else {
        return None;
    };
    let c = match c {
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'"' | b'\'' | b'\\' | b'/' | b'`' | b'$' => char::from(*c),
        b'u' => return unit(text),
        b'U' => return Some((char::from_u32(hex(text, 2, 8)?)?, 10)),
        b'x' => return byte(text, 2, 16),
        b'0'..=b'3' => return byte(text, 1, 8),
        _ => return None,
    };
    Some((c, 2))
}

fn unit(text: &[u8]) -> Option<(char, usize)> {
    if let Some(inner) = text.strip_prefix(b"\\u{") {
        let length = inner.iter().take(7).position(|byte| *byte == b'}')?;
        return Some((char::from_u32(hex(text, 3, length)?)?, length + 4));
    }
    let first = hex(text, 2, 4)?;
    if let Some(c) = char::from_u32(first) {
        return Some((c, 6));
    }
    let second = text.get(6..).filter(|rest| rest.starts_with(b"\\u"));
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

/// `\xC5` or `\305`: the digits stand behind `lead` bytes, in four that are alike.
fn byte(text: &[u8], lead: usize, base: u32) -> Option<(char, usize)> {
    let mut bytes = vec![];
    let sign = text.get(..lead)?;
    for index in 0..4 {
        let at = 4 * index;
        let next = text.get(at..).filter(|rest| rest.starts_with(sign));
        let Some(value) = next.and_then(|rest| number(rest, lead, 4 - lead, base)) else {
            break;
        };
        bytes.push(u8::try_from(value).ok()?);
        if let Ok(text) = std::str::from_utf8(&bytes) {
            return text.chars().next().map(|c| (c, at + 4));
        }
    }
    bytes.first().map(|&byte| (char::from(byte), 4))
}

fn hex(text: &[u8], from: usize, length: usize) -> Option<u32> {
    number(text, from, length, 16)
}

fn number(text: &[u8], from: usize, length: usize, base: u32) -> Option<u32> {
    let digits = text.get(from..from.checked_add(length)?)?;
    let is_number = digits.iter().all(|byte| char::from(*byte).is_digit(base));
    let digits = std::str::from_utf8(digits).ok().filter(|_| is_number)?;
    u32::from_str_radix(digits, base).ok()
}

/// The text that stands between two quotation marks of JSON; what is no escape stays as it is.
pub(in crate::decode) fn unescape(raw: &[u8]) -> String {
    let mut plain: Vec<u8> = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = memchr(b'\\', rest) {
        let (before, behind) = rest.split_at(at);
        plain.extend_from_slice(before);
        let (character, length) = escape(behind).unwrap_or(('\\', 1));
        plain.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        rest = behind.get(length..).unwrap_or_default();
    }
    plain.extend_from_slice(rest);
    String::from_utf8(plain)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
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
            ("\\074x", Some(('<', 4))),
            ("\\305\\241.", Some(('š', 8))),
            ("\\0", None),
            ("\\u00", None),
            ("\\u+03c", None),
            ("\\q", None),
            ("\\š", None),
            ("\\", None),
            ("n", None),
        ];
        for (text, expected) in table {
            assert_eq!(super::escape(text.as_bytes()), expected, "{text}");
        }
    }
}
