//! What text must hold to be worth a closer look: told in one run over its bytes.

use crate::decode::observed::spelling::spellings;
use crate::decode::wrap::{octets, token};

/// The parameters that hold a message.
const PARAMETERS: [&str; 3] = ["SAMLResponse", "SAMLRequest", "wresult"];

/// The parameter that these bytes name.
pub(super) fn parameter(raw: &[u8]) -> Option<&'static str> {
    let same = |name: &&&str| raw.eq_ignore_ascii_case(name.as_bytes());
    PARAMETERS.iter().find(same).copied()
}

/// Whether a message or an error text of Webex may be in a string.
pub(super) fn may_hold(raw: &[u8]) -> bool {
    let start = raw.trim_ascii_start();
    let escaped = [
        b"<".as_slice(),
        b"\\u003c",
        b"\\u003C",
        b"&lt;",
        b"%3C",
        b"%3c",
    ];
    escaped.iter().any(|sign| start.starts_with(sign))
        || start.len() >= RUN && is_base64(start)
        || names(raw)
        || holds_run(raw)
        || octets::begin(start)
        || memchr::memmem::find(raw, token::SIGN.as_bytes()).is_some()
}

/// Shorter base64 holds no message, in bytes.
const RUN: usize = 40;

/// Whether base64 that begins like encoded markup stands between other words.
fn holds_run(raw: &[u8]) -> bool {
    memchr::memchr_iter(b'P', raw).any(|at| {
        let before = at.checked_sub(1).and_then(|at| raw.get(at));
        let is_inside =
            before.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
        let run = raw.get(at..at + RUN).unwrap_or_default();
        !is_inside && matches!(run, [_, b'A'..=b'P', ..]) && is_base64(run)
    })
}

/// Whether text names a message, or may hold an error text.
pub(super) fn names(raw: &[u8]) -> bool {
    names_message(raw) || spellings().may_be_in(raw)
}

/// What names a message, among other letters.
const NAMES: [&[u8]; 2] = [b"saml", b"wresult"];

/// Pairs of letters, a bit each: of the last four letters of a name, every third place begins one.
const PAIRS: [&[u8; 2]; 6] = [b"sa", b"am", b"ml", b"su", b"ul", b"lt"];

const FIRST: [u8; 256] = bits(0);
const SECOND: [u8; 256] = bits(1);

#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
const fn bits(letter: usize) -> [u8; 256] {
    let mut bits = [0; 256];
    let mut pair = 0;
    while pair < PAIRS.len() {
        let byte = PAIRS[pair][letter];
        bits[byte as usize] |= 1 << pair;
        bits[byte.to_ascii_uppercase() as usize] |= 1 << pair;
        pair += 1;
    }
    bits
}

/// Whether text names a message; looks at every third place only.
pub(super) fn names_message(raw: &[u8]) -> bool {
    let bit = |table: &[u8; 256], byte: u8| table.get(usize::from(byte)).copied().unwrap_or(0);
    let is_near = |at: usize| {
        let near = raw.get(at.saturating_sub(8)..raw.len().min(at + 5));
        NAMES.iter().any(|name| {
            let mut windows = near.unwrap_or_default().windows(name.len());
            windows.any(|letters| letters.eq_ignore_ascii_case(name))
        })
    };
    let mut threes = raw.chunks_exact(3);
    let mut at = 0;
    for three in threes.by_ref() {
        if let [first, second, _] = three
            && bit(&FIRST, *first) & bit(&SECOND, *second) != 0
            && is_near(at)
        {
            return true;
        }
        at += 3;
    }
    is_near(raw.len().saturating_sub(4))
}

/// Whether a string may be text in base64.
pub(super) fn is_base64(raw: &[u8]) -> bool {
    let digit =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'\\');
    raw.iter().take(64).all(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_named_at_every_place() {
        for name in ["SAMLResponse", "saml", "wresult", "sAmL"] {
            for before in 0..9 {
                for behind in 0..9 {
                    let text = format!("{}{name}{}", "x".repeat(before), "y".repeat(behind));
                    assert!(names_message(text.as_bytes()), "{text}");
                }
            }
        }
        for text in ["", "s", "sam", "same email", "results? resul", "a result"] {
            assert!(!names_message(text.as_bytes()), "{text}");
        }
    }
}
