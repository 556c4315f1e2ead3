//! Bytes to text: byte order mark, pattern, declaration; what contradicts the bytes is told, not obeyed.

use std::fmt;
use std::ops::Range;

/// A charset that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, and so US-ASCII.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// ISO-8859-1: each byte is the character of that number.
    Latin1,
}

impl Charset {
    /// The name as it is written in a declaration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Latin1 => "ISO-8859-1",
        }
    }
}

impl fmt::Display for Charset {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Text that was bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedText {
    /// The text, without a byte order mark.
    pub text: String,
    /// What the bytes were read as.
    pub charset: Charset,
    /// Whether a byte order mark stood in front.
    pub bom: bool,
    /// The charset that an XML declaration names, as it is spelt.
    pub declared: Option<String>,
    /// Whether the declaration contradicts the bytes.
    pub conflict: bool,
}

/// Why bytes are not read as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undecodable {
    /// The bytes are not what they begin like or declare to be.
    Broken {
        /// What they were taken for.
        charset: Charset,
        /// The first byte that doesn't fit.
        at: usize,
    },
    /// The declaration names a charset that is not read here, and the bytes are not UTF-8.
    Unknown {
        /// The charset as declared.
        declared: String,
    },
}

/// Reads bytes as text, XML or not.
///
/// Without a byte order mark, the pattern of UTF-16 and an XML declaration, in this order, decide; without any of
/// them the bytes must be UTF-8.
///
/// # Errors
/// The bytes are in no charset that is read here.
pub fn decode(bytes: &[u8]) -> Result<DecodedText, Undecodable> {
    if let Some((charset, length)) = mark(bytes) {
        let body = bytes.get(length..).unwrap_or_default();
        return finish(charset, length, body, true);
    }
    if let Some(charset) = wide(bytes) {
        return finish(charset, 0, bytes, false);
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let declared = memchr::memmem::find(head, b"<?xml").and_then(|_| label(&latin1(head)));
    let Some(label) = declared else {
        return finish(Charset::Utf8, 0, bytes, false);
    };
    let utf8 = std::str::from_utf8(bytes);
    let (text, charset) = match (Label::of(&label), utf8) {
        (Label::Latin1, Ok(text)) if !text.is_ascii() => (text.to_owned(), Charset::Utf8),
        (Label::Latin1, _) => (latin1(bytes), Charset::Latin1),
        (_, Ok(text)) => (text.to_owned(), Charset::Utf8),
        (Label::Ascii, Err(_)) => (latin1(bytes), Charset::Latin1),
        (Label::Utf8 | Label::Utf16(_), Err(error)) => {
            return Err(Undecodable::Broken {
                charset: Charset::Utf8,
                at: error.valid_up_to(),
            });
        }
        (Label::AsciiSuperset | Label::Unknown, Err(_)) => {
            return Err(Undecodable::Unknown { declared: label });
        }
    };
    let conflict = match Label::of(&label) {
        Label::Utf8 => false,
        Label::Latin1 => charset == Charset::Utf8,
        Label::Ascii | Label::AsciiSuperset => !bytes.is_ascii(),
        Label::Utf16(_) | Label::Unknown => true,
    };
    Ok(DecodedText {
        text,
        charset,
        bom: false,
        declared: Some(label),
        conflict,
    })
}

fn finish(
    charset: Charset,
    skipped: usize,
    body: &[u8],
    bom: bool,
) -> Result<DecodedText, Undecodable> {
    let text = match charset {
        Charset::Utf8 => std::str::from_utf8(body)
            .map(str::to_owned)
            .map_err(|error| error.valid_up_to()),
        Charset::Utf16Le => utf16(body, u16::from_le_bytes),
        Charset::Utf16Be => utf16(body, u16::from_be_bytes),
        Charset::Latin1 => Ok(latin1(body)),
    };
    let text = text.map_err(|at| Undecodable::Broken {
        charset,
        at: at + skipped,
    })?;
    let declared = label(&text);
    let conflict = match declared.as_deref().map(Label::of) {
        None => false,
        Some(Label::Utf8) => charset != Charset::Utf8,
        Some(Label::Utf16(None)) => charset == Charset::Utf8,
        Some(Label::Utf16(Some(order))) => charset != order,
        Some(Label::Ascii) => charset != Charset::Utf8 || !text.is_ascii(),
        Some(Label::Latin1 | Label::AsciiSuperset | Label::Unknown) => true,
    };
    Ok(DecodedText {
        text,
        charset,
        bom,
        declared,
        conflict,
    })
}

fn mark(bytes: &[u8]) -> Option<(Charset, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((Charset::Utf8, 3)),
        [0xFE, 0xFF, ..] => Some((Charset::Utf16Be, 2)),
        [0xFF, 0xFE, ..] => Some((Charset::Utf16Le, 2)),
        _ => None,
    }
}

fn wide(bytes: &[u8]) -> Option<Charset> {
    match bytes {
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some(Charset::Utf16Le),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some(Charset::Utf16Be),
        _ => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let mut pairs = bytes.chunks_exact(2);
    let units = pairs.by_ref().filter_map(|pair| match pair {
        [first, second] => Some(unit([*first, *second])),
        _ => None,
    });
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut at = 0;
    for character in char::decode_utf16(units) {
        let character = character.map_err(|_| at)?;
        at += 2 * character.len_utf16();
        text.push(character);
    }
    match bytes.len() % 2 {
        0 => Ok(text),
        _ => Err(at),
    }
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// Where the XML declaration at the beginning of `text` names a charset.
pub(crate) fn declared(text: &str) -> Option<Range<usize>> {
    let head = text.trim_start().strip_prefix("<?xml")?;
    let (declaration, rest) = head.split_once("?>")?;
    let (_, after) = declaration.split_once("encoding")?;
    let after = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = after.strip_prefix(quote)?;
    let length = value.find(quote)?;
    let start = text.len() - rest.len() - "?>".len() - value.len();
    Some(start..start + length)
}

fn label(text: &str) -> Option<String> {
    text.get(declared(text)?).map(str::to_owned)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Utf8,
    Utf16(Option<Charset>),
    Ascii,
    Latin1,
    AsciiSuperset,
    Unknown,
}

impl Label {
    fn of(label: &str) -> Self {
        let label = label.to_ascii_lowercase();
        let supersets = [
            "windows-",
            "iso-8859-",
            "iso8859",
            "cp1",
            "cp8",
            "ibm8",
            "koi8",
            "euc-",
            "shift_jis",
            "gb",
            "big5",
            "macintosh",
        ];
        match label.as_str() {
            "utf-8" | "utf8" => Self::Utf8,
            "utf-16" | "utf16" | "ucs-2" | "iso-10646-ucs-2" => Self::Utf16(None),
            "utf-16le" => Self::Utf16(Some(Charset::Utf16Le)),
            "utf-16be" => Self::Utf16(Some(Charset::Utf16Be)),
            "us-ascii" | "ascii" => Self::Ascii,
            "iso-8859-1" | "iso_8859-1" | "latin1" | "iso8859-1" => Self::Latin1,
            _ if supersets.iter().any(|prefix| label.starts_with(prefix)) => Self::AsciiSuperset,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn charsets() {
        let le = |text| wide(text, u16::to_le_bytes);
        let be = |text| wide(text, u16::to_be_bytes);
        let table: [(Vec<u8>, Charset, bool, bool, &str); 18] = [
            (b"plain".into(), Charset::Utf8, false, false, "plain"),
            ("šđ".into(), Charset::Utf8, false, false, "šđ"),
            ("\u{FEFF}<a/>".into(), Charset::Utf8, true, false, "<a/>"),
            (le("\u{FEFF}<a/>"), Charset::Utf16Le, true, false, "<a/>"),
            (be("\u{FEFF}<a/>"), Charset::Utf16Be, true, false, "<a/>"),
            (
                le("<a>š😀</a>"),
                Charset::Utf16Le,
                false,
                false,
                "<a>š😀</a>",
            ),
            (
                be("<a>š😀</a>"),
                Charset::Utf16Be,
                false,
                false,
                "<a>š😀</a>",
            ),
            (
                le("{\"log\":1}"),
                Charset::Utf16Le,
                false,
                false,
                "{\"log\":1}",
            ),
            (
                b"<?xml version='1.0' encoding='iso-8859-1'?><a>\xE9</a>".into(),
                Charset::Latin1,
                false,
                false,
                "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>",
            ),
            (
                "<?xml version='1.0' encoding='iso-8859-1'?><a>š</a>".into(),
                Charset::Utf8,
                false,
                true,
                "<?xml version='1.0' encoding='iso-8859-1'?><a>š</a>",
            ),
            (
                b"<?xml version='1.0' encoding='US-ASCII'?><a/>".into(),
                Charset::Utf8,
                false,
                false,
                "<?xml version='1.0' encoding='US-ASCII'?><a/>",
            ),
            (
                "<?xml version='1.0' encoding='US-ASCII'?><š/>".into(),
                Charset::Utf8,
                false,
                true,
                "<?xml version='1.0' encoding='US-ASCII'?><š/>",
            ),
            (
                b"<?xml version='1.0' encoding=\"utf-16\"?><a/>".into(),
                Charset::Utf8,
                false,
                true,
                "<?xml version='1.0' encoding=\"utf-16\"?><a/>",
            ),
            (
                le("<?xml version='1.0' encoding='UTF-8'?><a/>"),
                Charset::Utf16Le,
                false,
                true,
                "<?xml version='1.0' encoding='UTF-8'?><a/>",
            ),
            (
                le("\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a/>"),
                Charset::Utf16Le,
                true,
                false,
                "<?xml version='1.0' encoding='UTF-16'?><a/>",
            ),
            (
                "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><a/>".into(),
                Charset::Utf8,
                true,
                true,
                "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
            ),
            (
                "<?xml version='1.0' encoding='windows-1250'?><š/>".into(),
                Charset::Utf8,
                false,
                true,
                "<?xml version='1.0' encoding='windows-1250'?><š/>",
            ),
            (
                "<?xml version='1.0' encoding='windows-1250'?><a/>".into(),
                Charset::Utf8,
                false,
                false,
                "<?xml version='1.0' encoding='windows-1250'?><a/>",
            ),
        ];
        for (bytes, charset, bom, conflict, text) in table {
            let decoded = decode(&bytes).unwrap();
            assert_eq!(decoded.text, text);
            assert_eq!(
                (decoded.charset, decoded.bom, decoded.conflict),
                (charset, bom, conflict),
                "{text}"
            );
        }
    }

    #[test]
    fn refused() {
        let broken = |charset, at| Undecodable::Broken { charset, at };
        let table: [(&[u8], Undecodable); 5] = [
            (b"ab\xFF", broken(Charset::Utf8, 2)),
            (b"\xEF\xBB\xBFa\x80", broken(Charset::Utf8, 4)),
            (b"\xFF\xFEa\0\0\xD8", broken(Charset::Utf16Le, 4)),
            (b"\xFE\xFF\0a\0", broken(Charset::Utf16Be, 4)),
            (
                b"<?xml version='1.0' encoding='windows-1250'?><a>\x9A</a>",
                Undecodable::Unknown {
                    declared: "windows-1250".to_owned(),
                },
            ),
        ];
        for (bytes, error) in table {
            assert_eq!(decode(bytes), Err(error));
        }
    }
}
