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
