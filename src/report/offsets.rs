//! Byte offsets as UTF-16 offsets, lines and columns, without reading the whole text for each.

use super::Span;
use crate::diagnostic;

/// Bytes between two remembered offsets.
const STEP: usize = 1024;

/// Where each part of a text lies, counted in UTF-16 units.
pub struct Offsets<'a> {
    text: &'a str,
    /// (bytes, units) at the first character border after each step, and at the end.
    steps: Vec<(usize, usize)>,
    /// Byte at which each line starts.
    lines: Vec<usize>,
}

impl<'a> Offsets<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut steps = vec![(0, 0)];
        let mut lines = vec![0];
        let mut units = 0;
        let mut next = STEP;
        let bytes = text.as_bytes();
        for (at, c) in text.char_indices() {
            if at >= next {
                steps.push((at, units));
                next = at + STEP;
            }
            units += c.len_utf16();
            if c == '\n' || (c == '\r' && bytes.get(at + 1) != Some(&b'\n')) {
                lines.push(at + 1);
            }
        }
        steps.push((text.len(), units));
        Self { text, steps, lines }
    }

    /// The UTF-16 offset of a byte offset; one inside a character counts as its start.
    pub fn utf16(&self, at: usize) -> usize {
        let step = self
            .steps
            .partition_point(|(bytes, _)| *bytes <= at)
            .saturating_sub(1);
        let (bytes, units) = self.steps.get(step).copied().unwrap_or_default();
        let next = self.steps.get(step + 1);
        if next.is_some_and(|(next, to)| next - bytes == to - units) {
            return units + (at - bytes);
        }
        let rest = self.text.get(bytes..).unwrap_or_default();
        units
            + rest
                .char_indices()
                .take_while(|(i, c)| bytes + i + c.len_utf8() <= at)
                .map(|(_, c)| c.len_utf16())
                .sum::<usize>()
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
