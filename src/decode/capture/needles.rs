//! What text must hold to be worth a closer look: told in one run over its bytes.

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
    let is_base64 = matches!(start, [b'P', b'A'..=b'P', ..]) && start.len() >= 64;
    is_base64 || escaped.iter().any(|sign| start.starts_with(sign)) || names(raw)
}

/// Whether text names a message, or begins like an error text.
pub(super) fn names(raw: &[u8]) -> bool {
    let mut at = 0;
    while let Some(chunk) = raw.get(at..at + CHUNK + 2) {
        let near = at.saturating_sub(LONGEST)..raw.len().min(at + CHUNK + LONGEST);
        if has_sign(chunk) && ends_name(raw.get(near).unwrap_or_default()) {
            return true;
        }
        at += CHUNK;
    }
    ends_name(raw.get(at.saturating_sub(LONGEST)..).unwrap_or_default())
}

/// So many bytes are looked at together.
const CHUNK: usize = 64;

/// The length of the longest name, in bytes.
const LONGEST: usize = 8;

/// Whether three letters that each name holds are here; written so that the compiler looks at 16 bytes at a time.
fn has_sign(chunk: &[u8]) -> bool {
    let (Some(second), Some(third)) = (chunk.get(1..), chunk.get(2..)) else {
        return false;
    };
    let mut hit = 0;
    for ((first, second), third) in chunk.iter().zip(second).zip(third) {
        let letters = [first | 0x20, second | 0x20, third | 0x20];
        let is = |sign: &[u8; 3]| {
            let [a, b, c] = letters;
            let [x, y, z] = sign;
            u8::from(a == *x) & u8::from(b == *y) & u8::from(c == *z)
        };
        hit |= is(b"aml") | is(b"wre") | is(b" ac") | is(b"ntc") | is(b"ntu") | is(b"eds");
        hit |= is(b"r n") | is(b"r c") | is(b"rco") | is(b"sso") | is(b"g n") | is(b" gr");
        hit |= is(b" kr");
    }
    hit != 0
}

/// Whether a name ends anywhere in text.
fn ends_name(raw: &[u8]) -> bool {
    let mut last = 0u64;
    raw.iter().any(|byte| {
        last = last << 8 | u64::from(byte | 0x20);
        let ends = last.to_be_bytes();
        match byte | 0x20 {
            b'l' => ends.ends_with(b"saml"),
            b't' => ends.ends_with(b"wresult"),
            b'n' => matches!(&ends, b"o accoun" | b"c accoun" | b"r accoun"),
            b'c' => &ends == b"accountc",
            b'u' => &ends == b"accountu",
            b's' => &ends == b"derateds",
            b'm' => &ends == b"rror num",
            b'd' => matches!(&ends, b"rror cod" | b"errorcod"),
            b'r' => ends.ends_with(b"sso err"),
            b'o' => ends.ends_with(b"og nalo"),
            b'e' => [b"oj gre", b"od gre", b"so gre", b"ko kre"]
                .iter()
                .any(|needle| ends.ends_with(*needle)),
            _ => false,
        }
    })
}

/// Pairs of letters, a bit each: of four letters in a row that name a message, every third place begins one.
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
        let near = raw.get(at.saturating_sub(5)..raw.len().min(at + 5));
        let mut windows = near.unwrap_or_default().windows(4);
        windows.any(|four| four.eq_ignore_ascii_case(b"saml") || four.eq_ignore_ascii_case(b"sult"))
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
        for text in ["", "s", "sam", "same email", "results? resul"] {
            assert_eq!(
                names_message(text.as_bytes()),
                text.contains("sult"),
                "{text}"
            );
        }
    }

    #[test]
    fn error_texts_are_named() {
        let table = [
            ("Auto Account Creation failed", true),
            ("AutoAccountCreationFailed", true),
            ("<federatedSSO>", true),
            ("Error code: 31", true),
            ("SSO error 13", true),
            ("Razlog: Kreiranje automatskog naloga", true),
            ("your account", true),
            ("an accountant", false),
            ("an error", false),
        ];
        for (text, named) in table {
            for before in 0..2 * CHUNK {
                let text = format!(
                    "{}{text}{}",
                    ".".repeat(before),
                    ".".repeat(97 - before % 97)
                );
                assert_eq!(names(text.as_bytes()), named, "{text}");
            }
        }
    }
}
