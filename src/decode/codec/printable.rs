//! Quoted-printable, as mail programs write it: `=3D` and lines that end in `=`.

use crate::decode::codec::readable;

/// The longest line that quoted-printable has, in bytes; a shorter one is seldom broken.
const LINE: std::ops::RangeInclusive<usize> = 60..=78;

/// `text` without quoted-printable, where its equals signs are surely of that kind.
pub(in crate::decode) fn undo(text: &str) -> Option<String> {
    is_printable(text).then(|| readable::lossless(decode(text)))
}

fn is_printable(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut signs, mut encoded, mut breaks, mut quoted, mut other) = (0, 0, 0, 0, 0);
    let mut short = 0;
    let mut line = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' {
            line = at + 1;
        }
        if *byte != b'=' {
            continue;
        }
        match (soft(bytes, at), octet(bytes, at)) {
            (Some(next), _) => {
                breaks += 1;
                short += usize::from(!LINE.contains(&(at - line)));
                quoted += usize::from(bytes.get(next) == Some(&b'>'));
            }
            (None, Some(b'=')) => signs += 1,
            (None, Some(_)) => encoded += 1,
            (None, None) => other += 1,
        }
    }
    let is_meant = signs > 0 || breaks > 1 && short == 0;
    is_meant && quoted * 2 <= breaks && other * 10 <= signs + encoded + breaks
}

/// Decodes `text`; an equals sign that begins nothing stays.
pub(in crate::decode) fn decode(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        match (first, soft(bytes, at), octet(bytes, at)) {
            (b'=', Some(next), _) => at = next,
            (b'=', None, Some(value)) => {
                decoded.push(value);
                at += 3;
            }
            _ => {
                decoded.push(first);
                at += 1;
            }
        }
    }
    decoded
}

fn soft(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at + 1..)? {
        [b'\r', b'\n', ..] => Some(at + 3),
        [b'\n', ..] => Some(at + 2),
        _ => None,
    }
}

fn octet(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |offset: usize| {
        let byte = bytes.get(at + offset).copied()?;
        u8::try_from(char::from(byte).to_digit(16)?).ok()
    };
    Some(digit(1)? * 16 + digit(2)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undone() {
        let line = "A".repeat(75);
        let table = [
            (
                "<a b=3D\"c\">=C5=A1</a>".to_owned(),
                Some("<a b=\"c\">š</a>".to_owned()),
            ),
            (
                format!("{line}=\r\n{line}=\nAAA=3D=\n"),
                Some(format!("{line}{line}AAA=")),
            ),
            (
                format!("{line}=\n{line}=\nAA"),
                Some(format!("{line}{line}AA")),
            ),
            ("<a b=\"=3D\" c=\"d\">".to_owned(), None),
            ("RelayState=3Dx&SAMLResponse=PHN".to_owned(), None),
            ("a=\nb=\n".to_owned(), None),
            (format!("> {line}=\n> {line}=\n> AA=3D"), None),
            ("plain".to_owned(), None),
        ];
        for (text, plain) in table {
            assert_eq!(undo(&text), plain, "{text}");
        }
    }
}
