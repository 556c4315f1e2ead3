//! Bytes as text, where they are text: the charset, and what can be saved where a byte doesn't fit.

use crate::charset::{self, Charset, DecodedText, Undecodable};
use crate::decode::decoded::CharsetConflict;
use crate::decode::layer::Layer;
use crate::options::CharsetReader;

/// Bytes that can be read as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::decode) struct Readable {
    /// The text, without a byte order mark.
    pub text: String,
    /// Charset and byte order mark, where they are worth telling.
    pub layers: Vec<Layer>,
    /// A declaration that the bytes contradict.
    pub conflict: Option<CharsetConflict>,
    /// Whether bytes that don't fit were replaced.
    pub is_mended: bool,
}

/// Reads `bytes`, unless they are no text.
pub(in crate::decode) fn read(bytes: &[u8], charsets: Option<CharsetReader>) -> Option<Readable> {
    if is_binary(bytes) {
        return None;
    }
    let decoded = charset::decode(bytes);
    if let (Err(Undecodable::Unknown { declared }), Some(CharsetReader(read))) =
        (&decoded, charsets)
        && let Some(text) = read(declared, bytes)
    {
        return Some(Readable {
            text,
            layers: vec![Layer::Charset],
            conflict: None,
            is_mended: false,
        });
    }
    let is_broken = matches!(decoded, Err(Undecodable::Broken { .. }));
    let decoded = decoded.or_else(|error| save(bytes, error)).ok()?;
    let mut layers: Vec<Layer> = Layer::of(decoded.charset).into_iter().collect();
    if decoded.bom {
        layers.insert(0, Layer::Bom);
    }
    let actual = decoded.charset.name();
    let conflict = decoded.declared.filter(|_| decoded.conflict);
    Some(Readable {
        is_mended: is_broken
            && decoded.charset != Charset::Latin1
            && decoded.text.contains('\u{FFFD}'),
        text: decoded.text,
        layers,
        conflict: conflict.map(|declared| CharsetConflict {
            declared,
            actual: actual.to_owned(),
            place: None,
        }),
    })
}

/// A shorter run of text between other bytes says nothing, in characters.
const RUN: usize = 20;

/// The texts that stand between other bytes, in bytes of ASCII or in UTF-16, each on lines of its own.
pub(in crate::decode) fn runs(bytes: &[u8]) -> String {
    let is_text = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7E);
    let mut out = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let wide = rest
            .chunks_exact(2)
            .take_while(|pair| matches!(pair, [byte, 0] if is_text(*byte)))
            .count();
        let narrow = rest.iter().take_while(|byte| is_text(**byte)).count();
        let (length, step) = if wide >= RUN {
            (2 * wide, 2)
        } else {
            (narrow, 1)
        };
        if length >= RUN * step {
            let run = rest.get(..length).unwrap_or_default();
            out.extend(run.iter().step_by(step).map(|byte| char::from(*byte)));
            out.push_str("\n\n");
        }
        at += length.max(1);
    }
    out
}

/// Reads bytes that were text a moment ago.
pub(in crate::decode) fn lossless(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| latin1(error.as_bytes()))
}

/// Whether `bytes` hold what no text of any charset read here holds.
pub(in crate::decode) fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) || is_wide(head) {
        return false;
    }
    let control = |byte: &&u8| matches!(byte, 0..=8 | 11 | 14..=26 | 28..=31);
    let strange = head.iter().filter(control).count();
    match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_some() => {
            strange > 0 || is_dense(head) && !head.trim_ascii_start().starts_with(b"<")
        }
        _ => strange * 10 > head.len(),
    }
}

fn is_dense(head: &[u8]) -> bool {
    let high = head.iter().filter(|byte| **byte >= 0x80).count();
    high * 3 > head.len()
}

fn is_wide(head: &[u8]) -> bool {
    match head {
        [first, 0, second, 0, ..] | [0, first, 0, second, ..] => *first != 0 && *second != 0,
        _ => false,
    }
}

fn save(bytes: &[u8], error: Undecodable) -> Result<DecodedText, Undecodable> {
    match error {
        Undecodable::Broken { charset, at } => {
            let head = bytes.get(..at).unwrap_or_default();
            if bytes.len() - head.len() < 4 && !head.is_empty() && is_open(bytes, charset, at) {
                return charset::decode(head);
            }
            match charset {
                Charset::Utf8 if head.is_ascii() => Ok(as_latin1(bytes, "UTF-8")),
                Charset::Utf8 => charset::decode(String::from_utf8_lossy(bytes).as_bytes()),
                Charset::Utf16Le | Charset::Utf16Be => Ok(wide(bytes, charset)),
                Charset::Latin1 => Err(error),
            }
        }
        Undecodable::Unknown { declared } => Ok(as_latin1(bytes, &declared)),
    }
}

fn is_open(bytes: &[u8], charset: Charset, at: usize) -> bool {
    match charset {
        Charset::Utf8 => std::str::from_utf8(bytes.get(at..).unwrap_or_default())
            .is_err_and(|error| error.error_len().is_none()),
        _ => true,
    }
}

fn as_latin1(bytes: &[u8], declared: &str) -> DecodedText {
    DecodedText {
        text: latin1(bytes),
        charset: Charset::Latin1,
        bom: false,
        declared: Some(declared.to_owned()),
        conflict: true,
    }
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

fn wide(bytes: &[u8], charset: Charset) -> DecodedText {
    let unit = |pair: &[u8]| match (pair, charset) {
        ([first, second], Charset::Utf16Be) => u16::from_be_bytes([*first, *second]),
        ([first, second], _) => u16::from_le_bytes([*first, *second]),
        _ => 0xFFFD,
    };
    let units: Vec<u16> = bytes.chunks(2).map(unit).collect();
    let text = String::from_utf16_lossy(&units);
    let bom = text.starts_with('\u{FEFF}');
    DecodedText {
        text: text.trim_start_matches('\u{FEFF}').to_owned(),
        charset,
        bom,
        declared: None,
        conflict: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saved() {
        use Layer::*;
        type Row = (
            &'static [u8],
            &'static str,
            &'static [Layer],
            Option<&'static str>,
        );
        let table: [Row; 8] = [
            (b"<a>\xE9</a>", "<a>é</a>", &[Latin1], Some("UTF-8")),
            (b"<a>\xC5\xA1\xE9</a>", "<a>š\u{FFFD}</a>", &[], None),
            (b"<a>\xC5", "<a>", &[], None),
            (b"\xEF\xBB\xBF<a/>", "<a/>", &[Bom], None),
            (b"<\0a\0>", "<a", &[Utf16Le], None),
            (b"\xFF\xFE<\0\0\xD8a\0", "<\u{FFFD}a", &[Bom, Utf16Le], None),
            (
                b"<?xml version='1.0' encoding='windows-1250'?><a>\xE8</a>",
                "<?xml version='1.0' encoding='windows-1250'?><a>è</a>",
                &[Latin1],
                Some("windows-1250"),
            ),
            (b"", "", &[], None),
        ];
        for (bytes, text, layers, declared) in table {
            let readable = read(bytes, None).unwrap();
            assert_eq!(readable.text, text);
            assert_eq!(readable.layers, layers, "{text}");
            let conflict = readable.conflict.map(|conflict| conflict.declared);
            assert_eq!(conflict.as_deref(), declared, "{text}");
        }
    }

    #[test]
    fn binary() {
        let table: [(&[u8], bool); 6] = [
            (b"text\r\n\t", false),
            (b"\0\0\0\0", true),
            (b"PK\x03\x04\x14\0\0\0", true),
            (b"\x30\x82\x01\x0A\x02\x82", true),
            ("грешка".as_bytes(), false),
            (b"\x1B[31mError\x1B[0m", false),
        ];
        for (bytes, binary) in table {
            assert_eq!(is_binary(bytes), binary, "{bytes:?}");
        }
    }
}
