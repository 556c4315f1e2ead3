//! The bytes in a row of a dump, in each of the ways in which they are written.

use super::row::Row;

/// What stands between numbers.
const GAPS: [char; 3] = [' ', '\t', '-'];

/// How the bytes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In hexadecimal, so many digits together; in words the low byte may come first.
    Hex { digits: usize, is_swapped: bool },
    /// In octal, three digits a byte.
    Octal,
    /// In octal, six digits for two bytes, the low one first.
    OctalWords,
    /// In decimal.
    Decimal,
    /// As characters, four columns each.
    Characters,
}

impl Form {
    /// The forms that this row may have, the likeliest first.
    pub fn all(row: &Row) -> Vec<Self> {
        let first = row.body.trim_start_matches(GAPS);
        let digits = run(first.strip_prefix("0x").unwrap_or(first));
        let is_swapped = digits > 2 && !row.has_colon;
        let mut forms = vec![];
        if digits.is_power_of_two() && (2..=64).contains(&digits) {
            forms.push(Self::Hex { digits, is_swapped });
        }
        forms.extend([
            Self::Octal,
            Self::OctalWords,
            Self::Decimal,
            Self::Characters,
        ]);
        forms
    }

    /// The first `length` bytes of a row, if they are there.
    pub fn read(self, row: &Row, length: usize) -> Option<Vec<u8>> {
        let (bytes, _) = self.bytes(row.body, length);
        (bytes.len() == length).then_some(bytes)
    }

    /// Where the bytes end in a row of `length` of them.
    pub fn column(self, row: &Row, length: usize) -> Option<usize> {
        let (bytes, end) = self.bytes(row.body, length);
        (bytes.len() == length).then_some(end)
    }

    /// At most `length` bytes at the beginning of `body`, and where they end.
    pub fn bytes(self, body: &str, length: usize) -> (Vec<u8>, usize) {
        match self {
            Self::Characters => characters(body, length),
            _ => self.numbers(body, length),
        }
    }

    fn numbers(self, body: &str, length: usize) -> (Vec<u8>, usize) {
        let mut out: Vec<u8> = Vec::with_capacity(length);
        let mut at = 0;
        while out.len() < length {
            let rest = body.get(at..).unwrap_or_default();
            let token = rest.trim_start_matches(GAPS);
            let token = token.strip_prefix("0x").unwrap_or(token);
            let start = body.len() - token.len();
            let size = run(token);
            let is_apart = matches!(
                token.as_bytes().get(size),
                None | Some(b' ' | b'\t' | b'-' | b'|' | b'>' | b'*' | b'\r')
            );
            let Some(bytes) = token.get(..size).and_then(|token| self.token(token)) else {
                break;
            };
            if !is_apart || size == 0 {
                break;
            }
            out.extend(bytes);
            at = start + size;
        }
        out.truncate(length);
        (out, at)
    }

    fn token(self, token: &str) -> Option<Vec<u8>> {
        let octal = |token: &str| u16::from_str_radix(token, 8).ok();
        match self {
            Self::Hex { digits, is_swapped } => {
                let fits = token.len() <= digits && token.len().is_multiple_of(2);
                let byte = |pair: &[u8]| {
                    let pair = std::str::from_utf8(pair).ok()?;
                    u8::from_str_radix(pair, 16).ok()
                };
                let mut bytes: Vec<u8> = token
                    .as_bytes()
                    .chunks(2)
                    .map(byte)
                    .collect::<Option<_>>()?;
                if is_swapped {
                    bytes.reverse();
                }
                fits.then_some(bytes)
            }
            Self::Octal if token.len() == 3 => Some(vec![u8::try_from(octal(token)?).ok()?]),
            Self::OctalWords if token.len() == 6 => Some(octal(token)?.to_le_bytes().into()),
            Self::Decimal if token.len() <= 3 => Some(vec![token.parse().ok()?]),
            _ => None,
        }
    }
}

/// So many characters are in a row at most.
const CELLS: usize = 16;

/// Characters in columns of four; blanks at the end of a row may have been cut off.
fn characters(body: &str, length: usize) -> (Vec<u8>, usize) {
    let mut out = vec![];
    let mut at = 0;
    while out.len() < length && length <= CELLS {
        let cell = body.get(at..body.len().min(at + 4)).unwrap_or_default();
        at = body.len().min(at + 4);
        let byte = match cell.trim_start() {
            "" => b' ',
            "\\n" => b'\n',
            "\\r" => b'\r',
            "\\t" => b'\t',
            "\\0" => 0,
            "\\\\" => b'\\',
            one if one.len() == 1 => one.bytes().next().unwrap_or(b' '),
            octal => match u8::from_str_radix(octal, 8) {
                Ok(byte) if octal.len() == 3 => byte,
                _ => break,
            },
        };
        out.push(byte);
    }
    (out, at)
}

/// The length of the digits at the beginning of `text`.
fn run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_hexdigit).count()
}
