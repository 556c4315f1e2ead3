//! Parameters by name, anywhere in a text: form bodies, addresses, log lines, commands.

use crate::chars::floor;
use crate::decode::codec::{base64, percent};
use crate::decode::find::label;

const KEYS: [&str; 4] = ["SAMLResponse", "SAMLRequest", "wresult", "saml_response"];

/// So many fields are read.
pub(in crate::decode) const MOST: usize = 2_000;

/// A value beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::decode) struct Field<'a> {
    /// First byte of the name.
    pub at: usize,
    /// The value as it stands, never empty.
    pub value: &'a str,
    /// One past the value.
    pub end: usize,
    /// Whether it stands in an address.
    pub in_url: bool,
    /// How often the `=` itself is percent-encoded.
    pub encoded: usize,
}

/// Whether the name of a parameter begins at `at`.
pub(in crate::decode) fn begins(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let second = bytes.get(at + 1).copied().unwrap_or(0);
    matches!(second, b'a' | b'A' | b'r' | b'R')
        && KEYS.iter().any(|name| {
            let head = bytes.get(at..at + name.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
                && is_border(bytes, at)
        })
}

/// The fields of `text` that hold a message, in order.
pub(in crate::decode) fn fields(text: &str) -> Vec<Field<'_>> {
    let bytes = text.as_bytes();
    let mut fields = vec![];
    let mut in_url = false;
    let (mut at, mut seen) = (0, 0);
    while fields.len() < MOST {
        let next = bytes
            .iter()
            .skip(at)
            .position(|byte| matches!(byte, b's' | b'S' | b'w' | b'W'));
        let Some(start) = next.map(|found| at + found) else {
            break;
        };
        at = start + 1;
        let Some(Key { from, encoded, end }) = key(text, start) else {
            continue;
        };
        in_url = follow(in_url, text.get(seen..start).unwrap_or_default());
        seen = start;
        at = from;
        let end = end.unwrap_or_else(|| value_end(text, from, encoded));
        if let Some(value) = text.get(from..end).filter(|value| !value.is_empty()) {
            at = end;
            fields.push(Field {
                at: start,
                value,
                end,
                in_url,
                encoded,
            });
        }
    }
    fields
}

/// Whether something else stands where the value of a message should: `[FILTERED]`, `***`, `<redacted>`.
pub(in crate::decode) fn has_masked_value(text: &str) -> bool {
    let lower = text
        .get(..floor(text, 64 << 10))
        .unwrap_or_default()
        .to_ascii_lowercase();
    let words = [
        "filtered",
        "redacted",
        "masked",
        "removed",
        "hidden",
        "obf:",
        "obfuscated",
        "***",
        "xxxx",
        "••••",
        "omitted",
        "sanitized",
        "scrubbed",
    ];
    KEYS.iter().any(|name| {
        let name = name.to_ascii_lowercase();
        lower.match_indices(&name).take(100).any(|(at, _)| {
            let from = at + name.len();
            let near = lower
                .get(from..floor(&lower, from + 60))
                .unwrap_or_default();
            let value =
                near.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '•'));
            let value = value.strip_prefix("value").map_or(value, |rest| {
                rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '•'))
            });
            words.iter().any(|word| value.starts_with(word))
        })
    })
}

/// Whether `text` holds the parameter `name` with a value, in any case.
pub(in crate::decode) fn has_key(text: &str, name: &str) -> bool {
    let bytes = text.as_bytes();
    let first = name.as_bytes().first().copied().unwrap_or_default();
    (0..bytes.len()).any(|at| {
        bytes
            .get(at)
            .is_some_and(|byte| byte.eq_ignore_ascii_case(&first))
            && key_of(text, at, name).is_some()
    })
}

struct Key {
    from: usize,
    encoded: usize,
    /// One past the value, where it has an end of its own.
    end: Option<usize>,
}

fn key(text: &str, start: usize) -> Option<Key> {
    KEYS.iter().find_map(|name| key_of(text, start, name))
}

fn key_of(text: &str, start: usize, name: &str) -> Option<Key> {
    let after = start + name.len();
    if !text.get(start..after)?.eq_ignore_ascii_case(name) || !is_border(text.as_bytes(), start) {
        return None;
    }
    let rest = text.get(after..)?;
    let unquoted = rest
        .strip_prefix("\\\"")
        .or_else(|| rest.strip_prefix(['"', '\'', '`']));
    let rest = unquoted.unwrap_or(rest);
    let signs = ["=", ":", "%3D", "%3d", "%253D", "%253d"];
    let sign = signs.iter().find_map(|sign| {
        let rest = rest.trim_start_matches([' ', '\t']);
        Some((rest.strip_prefix(sign)?, sign.len() / 2))
    });
    let key = |from: &str, end| Key {
        from: text.len() - from.len(),
        encoded: 0,
        end,
    };
    let apart = sign.map_or(rest, |(rest, _)| rest);
    if let Some(value) = label::beside(apart).and_then(|at| apart.get(at..)) {
        return Some(key(value, None));
    }
    let (rest, encoded) = sign?;
    if let Some(place) = label::block(rest).filter(|_| encoded == 0) {
        let end = text.len() - rest.len() + place.end;
        return Some(key(rest.get(place.start..)?, Some(end)));
    }
    let rest = match encoded {
        0 => {
            let rest = rest.trim_start_matches([' ', '\t']);
            let unquoted = rest
                .strip_prefix("\\\"")
                .or_else(|| rest.strip_prefix(['"', '\'', '`']));
            unquoted.unwrap_or(rest)
        }
        _ => rest,
    };
    Some(Key {
        encoded,
        ..key(rest, None)
    })
}

fn is_border(bytes: &[u8], start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let encoded = start.checked_sub(3).and_then(|at| percent::byte(bytes, at));
    encoded.is_some() || before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_')
}

fn follow(in_url: bool, gap: &str) -> bool {
    let border = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>');
    match gap.rfind(border) {
        Some(at) => is_address(gap.get(at..).unwrap_or_default()),
        None => in_url || is_address(gap),
    }
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.contains('?')
}

fn value_end(text: &str, from: usize, encoded: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let border = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '&' | '"' | '\'' | '`' | '\\' | '<' | ';' | ',' | ')' | ']' | '}' | '|'
            )
    };
    let value = rest
        .get(..rest.find(border).unwrap_or(rest.len()))
        .unwrap_or_default();
    let amp = match encoded {
        0 => None,
        1 => value.find("%26"),
        _ => value.find("%2526"),
    };
    let end = from + amp.unwrap_or(value.len());
    match value.contains('%') {
        true => end,
        false => end.max(base64::run(text, from)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found() {
        type Fields = &'static [(&'static str, bool, usize)];
        let table: [(&str, Fields); 17] = [
            ("SAMLResponse=PHN%2B&RelayState=x", &[("PHN%2B", false, 0)]),
            ("RelayState=x&amp;samlresponse=PHN", &[("PHN", false, 0)]),
            (
                "https://a.example/?SAMLRequest=fZ&SAMLResponse=PH x",
                &[("fZ", true, 0), ("PH", true, 0)],
            ),
            ("https://a.example/#SAMLResponse=PH", &[("PH", true, 0)]),
            (
                "/acs?SAMLResponse=PH HTTP/1.1\nSAMLResponse=PI",
                &[("PH", true, 0), ("PI", false, 0)],
            ),
            (
                "curl --data-raw 'SAMLResponse=PHN&a=b' --compressed",
                &[("PHN", false, 0)],
            ),
            (
                "RelayState%3Dx%26SAMLResponse%3DPH%252B%26y%3Dz",
                &[("PH%252B", false, 1)],
            ),
            ("SAMLResponse%253DPH%2526y", &[("PH", false, 2)]),
            ("SAMLResponse: PHN\nRelayState: x", &[("PHN", false, 0)]),
            ("{\"SAMLResponse\": \"PHN\"}", &[("PHN", false, 0)]),
            ("{\\\"SAMLResponse\\\":\\\"PHN\\\"}", &[("PHN", false, 0)]),
            ("MySAMLResponse=x _SAMLResponse=x", &[]),
            ("SAMLResponse=&SAMLResponse=<a", &[]),
            ("SAMLResponse", &[]),
            ("SAMLResponses=x", &[]),
            ("wresult=%3Ct%3E", &[("%3Ct%3E", false, 0)]),
            ("š SAMLResponse=š", &[("š", false, 0)]),
        ];
        for (text, expected) in table {
            let found: Vec<_> = fields(text)
                .iter()
                .map(|f| (f.value, f.in_url, f.encoded))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn wrapped_values() {
        let line = "QUJD".repeat(19);
        let text = format!("SAMLResponse={line}\n{line}\nQUI=\nRelayState=x");
        let found: Vec<_> = fields(&text).iter().map(|f| f.value.len()).collect();
        assert_eq!(found, [76 + 1 + 76 + 1 + 4]);
    }

    #[test]
    fn keys() {
        assert!(has_key("a&SAMLart=AAQ", "SAMLart"));
        assert!(!has_key("SAMLarts=AAQ", "SAMLart"));
    }
}
