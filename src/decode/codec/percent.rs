//! Percent-encoding.

/// Whether a `%` with two hexadecimal digits stands in `text`.
pub(in crate::decode) fn is_encoded(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.match_indices('%')
        .any(|(at, _)| byte(bytes, at).is_some())
}

/// Whether `text` holds a percent-encoded `<`, or nothing but what percent-encoding leaves.
pub(in crate::decode) fn is_worth_it(text: &str) -> bool {
    is_encoded(text)
        && (!text.trim().contains(char::is_whitespace)
            || ["%3C", "%3c", "%253C", "%253c"]
                .iter()
                .any(|sign| text.contains(sign)))
}

/// Decodes `text`; a `%` without two digits stays, `+` is a space where `plus` says so.
pub(in crate::decode) fn decode(text: &str, plus: bool) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        match byte(bytes, at) {
            Some(value) => {
                decoded.push(value);
                at += 3;
            }
            None => {
                decoded.push(if plus && first == b'+' { b' ' } else { first });
                at += 1;
            }
        }
    }
    decoded
}

/// The byte that is encoded at `at`.
pub(in crate::decode) fn byte(bytes: &[u8], at: usize) -> Option<u8> {
    match bytes.get(at..at.checked_add(3)?)? {
        [b'%', high, low] => Some(digit(*high)? * 16 + digit(*low)?),
        _ => None,
    }
}

fn digit(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoded() {
        let table: [(&str, bool, &[u8]); 7] = [
            ("a%20b", false, b"a b"),
            ("a+b", false, b"a+b"),
            ("a+b%2B", true, b"a b+"),
            ("%3cx%3E", false, b"<x>"),
            ("100%", false, b"100%"),
            ("%zz%4", false, b"%zz%4"),
            ("%C5%A1", false, "š".as_bytes()),
        ];
        for (text, plus, bytes) in table {
            assert_eq!(decode(text, plus), bytes, "{text}");
        }
    }

    #[test]
    fn recognised() {
        let table = [
            ("PHN%2B", true),
            ("%3Csamlp%3AResponse", true),
            ("GET /?x=%3Ca%3E HTTP/1.1", true),
            ("100 % of it", false),
            ("100%25 of it", false),
            ("", false),
        ];
        for (text, worth) in table {
            assert_eq!(is_worth_it(text), worth, "{text}");
        }
    }
}
