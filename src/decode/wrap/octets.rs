//! Bytes written as numbers in the middle of a text: bare hexadecimal digits, and lists of numbers in any language.

use crate::decode::codec::readable;

/// Fewer bytes hold no message.
const SHORTEST: usize = 24;

/// The least that so many bytes take, written as numbers.
const SPAN: usize = 2 * SHORTEST;

/// `text` with bytes in place of the numbers that stand for them; `None` where there are none.
pub(super) fn undo(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut plain = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(start) = bytes.get(at..)?.iter().position(|byte| is_part(*byte)) {
        let start = at + start;
        let length = bytes.get(start..)?.iter().position(|byte| !is_part(*byte));
        let end = length.map_or(bytes.len(), |length| start + length);
        at = start;
        while end - at >= SPAN {
            let rest = text.get(at..end).unwrap_or_default();
            let (inside, from, length) = numbers(rest);
            if let Some(inside) = inside {
                plain.push_str(text.get(done..at + from).unwrap_or_default());
                plain.push_str(&inside);
                done = at + length;
            }
            at += length.max(1);
        }
        at = end.max(at);
    }
    (done > 0).then(|| plain + text.get(done..).unwrap_or_default())
}

/// Whether `text` begins like bytes written as numbers.
pub(in crate::decode) fn begin(text: &[u8]) -> bool {
    text.get(..SPAN)
        .is_some_and(|head| head.iter().all(|byte| is_part(*byte)))
}

/// Whether a byte can stand in a list of numbers.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_hexdigit()
        || byte.is_ascii_whitespace()
        || matches!(
            byte,
            b',' | b':'
                | b'-'
                | b'x'
                | b'X'
                | b'\\'
                | b'&'
                | b'H'
                | b'h'
                | b'('
                | b')'
                | b'y'
                | b't'
        )
}

/// How the numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Hexadecimal digits without anything between them but line breaks.
    Bare,
    /// Hexadecimal digits in groups of one length.
    Groups,
    /// Numbers with the sign of their base.
    Signed,
    Decimal,
}

/// The text that the numbers at the beginning of `text` stand for and where they begin; and how far they were read.
fn numbers(text: &str) -> (Option<String>, usize, usize) {
    let mut furthest = 0;
    let lead = text
        .bytes()
        .take_while(|byte| !byte.is_ascii_hexdigit() && !matches!(byte, b'-' | b'\\' | b'&' | b'('))
        .count();
    for form in [Form::Bare, Form::Groups, Form::Signed, Form::Decimal] {
        let Some((bytes, last, end)) = text.get(lead..).map(|text| read(text, form)) else {
            continue;
        };
        furthest = furthest.max(lead + last);
        let is_plain = |byte: &u8| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r');
        let is_wide = bytes.get(..4).is_some_and(|head| {
            matches!(
                head,
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [_, 0, _, 0] | [0, _, 0, _]
            )
        });
        if bytes.len() >= SHORTEST
            && (is_wide || bytes.iter().all(is_plain))
            && let Some(readable) = readable::read(&bytes, None)
        {
            return (Some(readable.text), lead, lead + end);
        }
    }
    let word = text.get(lead..).unwrap_or_default();
    let word = word.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let next = if furthest > lead {
        furthest
    } else {
        lead + word
    };
    (None, lead, next)
}

/// The bytes of one form at the beginning of `text`, where the last number begins, and their end.
fn read(text: &str, form: Form) -> (Vec<u8>, usize, usize) {
    let mut out = vec![];
    let (mut at, mut last, mut end) = (0, 0, 0);
    let (mut sign, mut width) = (None, None);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some((bytes, length)) = token(rest, form, &mut width) else {
            break;
        };
        out.extend(bytes);
        (last, end) = (at, at + length);
        let behind = text.get(end..).unwrap_or_default();
        let Some((mark, gap)) = gap(behind, form) else {
            break;
        };
        let is_same = mark.is_none() && behind.get(..gap).is_some_and(|gap| gap.contains('\n'));
        if sign.is_some_and(|sign| sign != mark) && !is_same {
            break;
        }
        if !is_same {
            sign = Some(mark);
        }
        at = end + gap;
    }
    (out, last, end)
}

/// One number, or one group of digits, and its length.
fn token(text: &str, form: Form, width: &mut Option<usize>) -> Option<(Vec<u8>, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_hexdigit).count();
    let cast = text.strip_prefix("(byte)").map_or(text, str::trim_start);
    let lead = text.len() - cast.len();
    let hex = |text: &str| -> Option<Vec<u8>> {
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        text.as_bytes().chunks(2).map(byte).collect()
    };
    match form {
        Form::Bare | Form::Groups => {
            let bare = text
                .strip_prefix("0x")
                .or(text.strip_prefix("0X"))
                .or(text.strip_prefix("\\x"));
            let bare = bare
                .filter(|_| form == Form::Bare && width.is_none())
                .unwrap_or(text);
            let length = digits(bare);
            let least = if form == Form::Bare { 2 } else { 1 };
            let first = *width.get_or_insert(length);
            let fits = match form {
                Form::Bare => first >= 32,
                _ => first < 32 && length <= first,
            };
            let is_whole = length.is_multiple_of(2) && length >= least && fits;
            let bytes = is_whole
                .then(|| bare.get(..length))
                .flatten()
                .and_then(hex)?;
            Some((bytes, text.len() - bare.len() + length))
        }
        Form::Signed => {
            let bare = ["0x", "0X", "&H", "&h", "\\x"]
                .iter()
                .find_map(|sign| cast.strip_prefix(sign))?;
            let length = digits(bare);
            let byte = bare
                .get(..length)
                .and_then(|digits| u8::from_str_radix(digits, 16).ok())?;
            Some((vec![byte], text.len() - bare.len() + length))
        }
        Form::Decimal => {
            let bare = cast.strip_prefix('-').unwrap_or(cast);
            let length = bare.bytes().take_while(u8::is_ascii_digit).count();
            let number: i16 = cast.get(..cast.len() - bare.len() + length)?.parse().ok()?;
            let byte = u8::try_from(number)
                .ok()
                .or_else(|| i8::try_from(number).ok().map(i8::cast_unsigned))?;
            (length > 0 && length <= 3)
                .then_some((vec![byte], lead + cast.len() - bare.len() + length))
        }
    }
}

/// The sign between two numbers and the length of all that is between them.
fn gap(text: &str, form: Form) -> Option<(Option<char>, usize)> {
    let is_blank = |c: char| c.is_ascii_whitespace();
    let rest = text.trim_start_matches(is_blank);
    let mark = rest.chars().next().filter(|c| matches!(c, ',' | ':' | '-'));
    let mark = mark.filter(|c| !matches!((form, c), (Form::Bare, _) | (Form::Decimal, '-')));
    let rest = mark.map_or(rest, |_| rest.get(1..).unwrap_or_default());
    let rest = rest.trim_start_matches(is_blank);
    let rest = ["\\\r\n", "\\\n"]
        .iter()
        .find_map(|line| rest.strip_prefix(line))
        .unwrap_or(rest);
    let length = text.len() - rest.trim_start_matches(is_blank).len();
    let is_line = text.get(..length).is_some_and(|gap| gap.contains('\n'));
    let is_apart = match form {
        Form::Bare => is_line,
        _ => length > 0,
    };
    is_apart.then_some((mark, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<samlp:Response ID=\"_81\">Živko";

    fn list(one: impl Fn(u8) -> String, joint: &str) -> String {
        TEXT.bytes().map(one).collect::<Vec<_>>().join(joint)
    }

    #[test]
    fn undone() {
        let hex = |byte| format!("{byte:02x}");
        let bare = list(hex, "");
        let (head, tail) = bare.split_at(40);
        for text in [
            bare.clone(),
            bare.to_uppercase(),
            format!("{head}\n{tail}"),
            format!("0x{bare}"),
            format!("\\x{bare}"),
            list(hex, " "),
            list(hex, ":"),
            list(|byte| format!("{byte:02X}"), "-"),
            list(hex, ",\\\r\n  "),
            list(|byte| format!("0x{byte:02x}"), ", "),
            list(|byte| format!("0x{byte:X}"), ",\n"),
            list(|byte| format!("(byte)0x{byte:02X}"), ", "),
            list(|byte| format!("&H{byte:02X}"), ", "),
            list(|byte| byte.to_string(), ", "),
            list(|byte| byte.to_string(), " "),
            list(|byte| byte.cast_signed().to_string(), ","),
        ] {
            let text = format!("at 09:14:07 [{text}] len=31");
            let plain = format!("at 09:14:07 [{TEXT}] len=31");
            assert_eq!(undo(&text), Some(plain), "{text}");
        }
    }

    #[test]
    fn left() {
        let digest = "9f".repeat(32);
        for text in [
            "2026-11-21 09:14:07 10.0.0.5 - - [21/Nov/2026:09:14:07 +0000] 200 31 31 31 31",
            digest.as_str(),
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25",
            "",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }
}
