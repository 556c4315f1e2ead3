//! Byte offsets as UTF-16 offsets, lines and columns, without reading the whole text for each.

use std::iter;

use super::Span;
use crate::chars::floor;
use crate::diagnostic;

/// Bytes between two remembered offsets.
const STEP: usize = 64;

/// Where each part of a text lies, counted in UTF-16 units.
pub struct Offsets<'a> {
    text: &'a str,
    /// (bytes, units) at the last character border of each step, and at the end; none where all are ASCII.
    steps: Vec<(usize, usize)>,
    /// Byte at which each line starts.
    lines: Vec<usize>,
}

impl<'a> Offsets<'a> {
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes.get(at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n'));
        let lines = iter::once(0).chain(ends.map(|at| at + 1)).collect();
        let mut steps = vec![];
        let (mut at, mut units) = (0, 0);
        if text.is_ascii() {
            at = text.len();
        } else {
            steps.push((0, 0));
        }
        while at < text.len() {
            let next = floor(text, at + STEP);
            units += units_of(bytes.get(at..next));
            steps.push((next, units));
            at = next;
        }
        Self { text, steps, lines }
    }

    /// The UTF-16 offset of a byte offset; one inside a character counts as its start.
    pub fn utf16(&self, at: usize) -> usize {
        if self.steps.is_empty() {
            return at;
        }
        let step = self
            .steps
            .partition_point(|(bytes, _)| *bytes <= at)
            .saturating_sub(1);
        let (bytes, units) = self.steps.get(step).copied().unwrap_or_default();
        let next = self.steps.get(step + 1);
        if next.is_some_and(|(next, to)| next - bytes == to - units) {
            return units + (at - bytes);
        }
        let end = floor(self.text, at);
        units + units_of(self.text.as_bytes().get(bytes..end))
    }

    pub fn span(&self, span: diagnostic::Span) -> Span {
        Span {
            start: number(self.utf16(span.start)),
            end: number(self.utf16(span.end)),
        }
    }

    /// Line and column of a byte offset, both from 1, the column in UTF-16 units.
    pub fn line_column(&self, at: usize) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or_default();
        (
            number(line),
            number(self.utf16(at).saturating_sub(self.utf16(start)) + 1),
        )
    }
}

/// UTF-16 units of bytes that begin and end between two characters.
fn units_of(bytes: Option<&[u8]>) -> usize {
    let bytes = bytes.unwrap_or_default();
    if bytes.is_ascii() {
        return bytes.len();
    }
    let of = |&byte: &u8| match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    };
    bytes.iter().map(of).sum()
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_utf_16() {
        let text = "až\r\n𝒳b\rc\nd";
        let offsets = Offsets::new(text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(offsets.utf16(at), text[..at].encode_utf16().count(), "{at}");
        }
        for (needle, expected) in [
            ("a", (1, 1)),
            ("\r\n", (1, 3)),
            ("𝒳", (2, 1)),
            ("b", (2, 3)),
            ("c", (3, 1)),
            ("d", (4, 1)),
        ] {
            assert_eq!(
                offsets.line_column(text.find(needle).unwrap()),
                expected,
                "{needle:?}"
            );
        }
    }

    #[test]
    fn agrees_over_many_steps() {
        let text = "Žarko 𝒳 abc\n".repeat(1_000);
        let offsets = Offsets::new(&text);
        for (at, _) in text.char_indices().step_by(97) {
            assert_eq!(offsets.utf16(at), text[..at].encode_utf16().count());
        }
    }
}
