//! Base64 in any dress; what had to be forgiven is told.

use crate::chars::invisible::is_blank;
use crate::decode::layer::Forgiven;
use std::collections::BTreeSet;
use std::ops::Range;

/// So many places in a text are looked at.
const MOST: usize = 10_000;

/// Shorter base64 in a text holds no message.
const SHORTEST: usize = 40;

/// Decoded base64.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What had to be forgiven, each once.
    pub forgiven: BTreeSet<Forgiven>,
}

/// Decodes `text`, or gives `None` where it holds a character that no dress of base64 has.
pub(crate) fn decode(text: &str) -> Option<Decoded> {
    let mut forgiven = BTreeSet::new();
    let body = undress(text);
    if body.len() != text.trim().len() {
        forgiven.insert(Forgiven::Wrapper);
    }
    let spaces_are_plus = spaces_are_plus(body);
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3 + 3);
    let (mut bits, mut held, mut digits, mut padding) = (0u32, 0u32, 0usize, 0usize);
    let mut rest = body.as_bytes();
    loop {
        // Most of it comes in fours.
        while held == 0
            && padding == 0
            && let count @ 1.. = fours(rest, &mut bytes)
        {
            digits += 4 * count;
            bits = 0;
            rest = rest.get(4 * count..).unwrap_or_default();
        }
        let Some(c) = rest.first().copied() else {
            break;
        };
        let value = match SEXTETS.get(usize::from(c)).copied().unwrap_or(NONE) {
            _ if c == b'=' => {
                padding += 1;
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            _ if c == b' ' && spaces_are_plus && padding == 0 => {
                forgiven.insert(Forgiven::SpaceForPlus);
                62
            }
            NONE => {
                let length = blank(rest)?;
                forgiven.insert(Forgiven::WhiteSpace);
                rest = rest.get(length..).unwrap_or_default();
                continue;
            }
            value => {
                if matches!(c, b'-' | b'_') {
                    forgiven.insert(Forgiven::UrlAlphabet);
                }
                u32::from(value)
            }
        };
        if padding > 0 {
            return None;
        }
        rest = rest.get(1..).unwrap_or_default();
        digits += 1;
        bits = (bits << 6 | value) & 0xFFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    if digits == 0 {
        return None;
    }
    if digits % 4 == 1 {
        forgiven.insert(Forgiven::CutShort);
    } else {
        if padding != (4 - digits % 4) % 4 {
            forgiven.insert(Forgiven::Padding);
        }
        if bits & ((1 << held) - 1) != 0 {
            forgiven.insert(Forgiven::StrayBits);
        }
    }
    Some(Decoded { bytes, forgiven })
}

/// No digit.
const NONE: u8 = 0xFF;

/// The value of each digit of the two alphabets.
pub(in crate::decode) static SEXTETS: [u8; 256] = sextets();

#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
const fn sextets() -> [u8; 256] {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut table = [NONE; 256];
    let mut at = 0;
    while at < 64 {
        table[digits[at] as usize] = at as u8;
        at += 1;
    }
    table[b'-' as usize] = 62;
    table[b'_' as usize] = 63;
    table
}

/// So many fours are read at a time.
const FOURS: usize = 64;

/// Adds the bytes of the digits of the first alphabet that `digits` begins with; how many fours these are, of the first few.
fn fours(digits: &[u8], bytes: &mut Vec<u8>) -> usize {
    let (fours, _) = digits.as_chunks();
    let start = bytes.len();
    bytes.resize(start + 3 * fours.len().min(FOURS), 0);
    let (threes, _) = bytes.get_mut(start..).unwrap_or_default().as_chunks_mut();
    let mut count = 0;
    for (three, digits) in threes.iter_mut().zip(fours) {
        let Some(bytes) = four(*digits) else { break };
        *three = bytes;
        count += 1;
    }
    bytes.truncate(start + 3 * count);
    count
}

/// The three bytes of four digits of the first alphabet.
fn four(digits: [u8; 4]) -> Option<[u8; 3]> {
    let value = |digit: u8| PLAIN.get(usize::from(digit)).copied().unwrap_or(NONE);
    let [a, b, c, d] = digits.map(value);
    let three = [a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d];
    (a | b | c | d < 64).then_some(three)
}

/// The value of each digit of the first alphabet.
static PLAIN: [u8; 256] = plain();

#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
const fn plain() -> [u8; 256] {
    let mut table = sextets();
    table[b'-' as usize] = NONE;
    table[b'_' as usize] = NONE;
    table
}

/// The length of the blank character that begins `bytes`.
fn blank(bytes: &[u8]) -> Option<usize> {
    let length = match bytes.first()? {
        0..=0x7F => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    };
    let c = std::str::from_utf8(bytes.get(..length)?)
        .ok()?
        .chars()
        .next()?;
    is_blank(c).then_some(length)
}

/// Whether `c` stands in one of the two alphabets.
pub(in crate::decode) fn is_digit(c: char) -> bool {
    let value = u8::try_from(c)
        .ok()
        .and_then(|c| SEXTETS.get(usize::from(c)));
    value.is_some_and(|value| *value < 64)
}

/// Whether `text` may be base64 from beginning to end: it begins with a run of digits, and holds nothing else but
/// what dresses them.
pub(in crate::decode) fn is_whole(text: &str) -> bool {
    let allowed = |byte: &u8| WHOLE.get(usize::from(*byte)).copied().unwrap_or_default();
    text.len() >= 8 && text.as_bytes().iter().all(allowed)
}

/// What may stand in base64 with its dress.
#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
static WHOLE: [bool; 256] = {
    let sextets = sextets();
    let mut table = [false; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        table[at] = sextets[at] < 64
            || byte.is_ascii_whitespace()
            || byte >= 0x80
            || matches!(byte, b'=' | b'\0');
        at += 1;
    }
    table
};

fn undress(text: &str) -> &str {
    let text = text.trim();
    let is_data = text
        .get(..5)
        .is_some_and(|head| head.eq_ignore_ascii_case("data:"));
    if is_data && let Some((head, body)) = text.split_once(',') {
        let is_base64 = head.len() >= 7 && head.to_ascii_lowercase().ends_with(";base64");
        return if is_base64 { body.trim() } else { text };
    }
    let armour = || {
        let (label, rest) = text.strip_prefix("-----BEGIN ")?.split_once("-----")?;
        let (body, _) = rest.split_once("-----END ")?;
        label.lines().nth(1).is_none().then_some(body.trim())
    };
    armour().unwrap_or(text)
}

fn spaces_are_plus(text: &str) -> bool {
    let spaced = text.lines().map(str::trim).find(|line| line.contains(' '));
    spaced.is_some_and(|line| {
        let width = line.find(' ').unwrap_or_default();
        let mut pieces = line.split(' ').map(str::len).peekable();
        while let Some(length) = pieces.next() {
            let fits = match pieces.peek() {
                Some(_) => length == width,
                None => length <= width,
            };
            if !fits {
                return true;
            }
        }
        !width.is_multiple_of(4)
    })
}

/// Where the base64 ends that begins at `start`: further lines belong to it while they look like its wrapped lines.
pub(in crate::decode) fn run(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut at = start;
    loop {
        let line = text.get(at..).unwrap_or_default();
        let length = line.find(|c| !is_digit(c)).unwrap_or(line.len());
        let padding = line.bytes().skip(length).take_while(|&b| b == b'=').count();
        if length == 0 {
            return end;
        }
        end = at + length + padding;
        let rest = text.get(end..).unwrap_or_default();
        let stripped = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix('\n'));
        let Some(next) = stripped else { return end };
        let closing = ['\r', '\n', '"', '\'', '<', '&'];
        let width = next.find(closing).unwrap_or(next.len());
        let body = next.get(..width).unwrap_or_default().trim_end_matches('=');
        let wrapped = (40..=200).contains(&length) && padding == 0 && body.chars().all(is_digit);
        if !wrapped || body.is_empty() || body.len() > length + 100 {
            return end;
        }
        at = text.len() - next.len();
    }
}

/// Whether a value can begin at `at`: no digit stands before, but a `+` or `-` that marks the line.
pub(in crate::decode) fn may_begin(bytes: &[u8], at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).and_then(|at| bytes.get(at));
    match before(1) {
        Some(b'+' | b'-') => before(2).is_none_or(|byte| *byte == b'\n'),
        Some(byte) => !is_digit(char::from(*byte)),
        None => true,
    }
}

/// Places in `text` of base64 that begins like encoded markup: `P`, then one of `A` to `P`.
pub(in crate::decode) fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = vec![];
    let mut at = 0;
    while runs.len() < MOST
        && let Some(found) = text.get(at..).and_then(|rest| rest.find('P'))
    {
        let start = at + found;
        at = start + 1;
        let bytes = text.as_bytes();
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        let is_inside = before.is_some_and(|byte| is_digit(char::from(*byte)));
        let is_markup = bytes
            .get(at)
            .is_some_and(|byte| (b'A'..=b'P').contains(byte));
        if is_markup && !is_inside {
            let end = run(text, start);
            at = end.max(at);
            if end - start >= SHORTEST {
                runs.push(start..end);
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::layer::Forgiven;
    use Forgiven::*;

    #[test]
    fn dresses() {
        let table: [(&str, &[u8], &[Forgiven]); 19] = [
            ("PGEvPg==", b"<a/>", &[]),
            ("PGEvPg", b"<a/>", &[Padding]),
            ("PGEvPg=", b"<a/>", &[Padding]),
            ("PGEvPg====", b"<a/>", &[Padding]),
            ("PGE\r\nvPg\n==\n", b"<a/>", &[WhiteSpace]),
            ("  PGEvPg==\n", b"<a/>", &[]),
            ("PGEv Pg==", b"<a/>", &[WhiteSpace]),
            ("PGEv\tPg==", b"<a/>", &[WhiteSpace]),
            ("PGEv\u{200B}Pg==", b"<a/>", &[WhiteSpace]),
            ("+/+/", b"\xFB\xFF\xBF", &[]),
            ("-_-_", b"\xFB\xFF\xBF", &[UrlAlphabet]),
            ("+/ /", b"\xFB\xFF\xBF", &[SpaceForPlus]),
            ("PGEvPh==", b"<a/>", &[StrayBits]),
            ("PGEvP", b"<a/", &[CutShort]),
            ("data:text/xml;base64,PGEvPg==", b"<a/>", &[Wrapper]),
            ("DATA:;BASE64,PGEvPg==", b"<a/>", &[Wrapper]),
            (
                "-----BEGIN SAML RESPONSE-----\nPGEvPg==\n-----END SAML RESPONSE-----\n",
                b"<a/>",
                &[Wrapper],
            ),
            ("P", b"", &[CutShort]),
            ("PGEv\nPGEv PGEv\n", b"<a/<a/<a/", &[WhiteSpace]),
        ];
        for (text, bytes, forgiven) in table {
            let decoded = decode(text).unwrap();
            assert_eq!(decoded.bytes, bytes, "{text}");
            let set: BTreeSet<_> = forgiven.iter().copied().collect();
            assert_eq!(decoded.forgiven, set, "{text}");
        }
    }

    #[test]
    fn refused() {
        for text in [
            "",
            " ",
            "=",
            "PG!v",
            "PGEv=PGEv",
            "a.b",
            "data:text/xml,PGEv",
            "š",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn wrapped_runs() {
        let line = "QUJD".repeat(16);
        let wrapped = format!("{line}\r\n{line}\r\nQUI=");
        let table = [
            (format!("{wrapped}\r\nDone."), wrapped.len()),
            (format!("{wrapped}\", x"), wrapped.len()),
            (format!("{line} {line}"), 64),
            (format!("{line}\nRelayState=x"), 64),
            ("QUI=\nQUI=".to_owned(), 4),
            ("=".to_owned(), 0),
        ];
        for (text, end) in table {
            assert_eq!(run(&text, 0), end, "{text}");
        }
    }

    #[test]
    fn runs_in_text() {
        let long = format!("PHNh{}", "QUJD".repeat(15));
        let table = [
            (format!("Hi,\n\n{long}\n\nRegards"), vec![(5, 69)]),
            (format!("a {long}== {long}."), vec![(2, 68), (69, 133)]),
            (
                format!("x{long} PHNh Regards {}", long.to_lowercase()),
                vec![],
            ),
        ];
        for (text, places) in table {
            let found: Vec<_> = runs(&text).iter().map(|run| (run.start, run.end)).collect();
            assert_eq!(found, places, "{text}");
        }
    }
}
