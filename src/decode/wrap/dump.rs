//! Lines with an offset in front, as dumps have them: bytes as numbers, often with their text beside, or text alone.

mod bytes;
mod row;

use crate::decode::codec::readable;
use bytes::Form;
use row::{Row, rows};

/// Shorter dumps hold no message, in bytes.
const SHORTEST: usize = 24;

/// So many rows show how a dump is written.
const SAMPLE: usize = 4;

/// `text` with the bytes of its dumps as text; `None` where there are none.
pub(super) fn undo(text: &str) -> Option<String> {
    each_block(text, |block| {
        let dump = Dump::of(block)?;
        Some(dump.read(block, text.len()))
    })
}

/// `text` without the offsets in front of its lines; an offset that counts no line break says that the line was cut
/// there.
pub(super) fn without_offsets(text: &str) -> Option<String> {
    each_block(text, |block| {
        let base = BASES.into_iter().find(|base| are_lines(block, *base))?;
        let (text, length) = row::lines(block, base);
        Some((Some(text), length))
    })
}

const BASES: [u32; 3] = [16, 8, 10];

/// Replaces what `read` reads of the rows that follow each other; it gives how many rows it read.
fn each_block(
    text: &str,
    read: impl Fn(&[Row]) -> Option<(Option<String>, usize)>,
) -> Option<String> {
    let rows = rows(text);
    let mut plain = String::new();
    let (mut at, mut done) = (0, 0);
    while let Some(block) = rows.get(at..).filter(|block| block.len() > 1) {
        let (inside, length) = read(block).unwrap_or((None, 1));
        if let (Some(inside), Some(first)) = (inside, block.first())
            && let Some(last) = block.get(length.saturating_sub(1))
        {
            plain.push_str(text.get(done..first.start).unwrap_or_default());
            plain.push_str(&inside);
            done = last.end;
        }
        at += length.max(1);
    }
    (done > 0).then(|| plain + text.get(done..).unwrap_or_default())
}

/// Whether the offsets of the first rows count the text behind them.
fn are_lines(block: &[Row], base: u32) -> bool {
    let mut pairs = block.windows(2).take(SAMPLE);
    block.len() > 2
        && pairs.all(|pair| match pair {
            [row, next] => row
                .follows(next, base)
                .is_some_and(|length| row.is_text(length)),
            _ => false,
        })
}

/// How a dump is written.
struct Dump {
    base: u32,
    form: Form,
    /// So many bytes are in a row.
    width: usize,
}

impl Dump {
    fn of(block: &[Row]) -> Option<Self> {
        let first = block.first().filter(|row| row.is_padded())?;
        let second = block.get(1)?;
        BASES.into_iter().find_map(|base| {
            let width = first.follows(second, base).filter(|width| *width <= 64)?;
            let sample = block.get(..SAMPLE.min(block.len()))?;
            let fits = |form: &Form| {
                sample.windows(2).all(|pair| match pair {
                    [row, next] => match row.follows(next, base) {
                        Some(length) if length <= width => form.read(row, length).is_some(),
                        _ => true,
                    },
                    _ => false,
                })
            };
            let form = Form::all(first).into_iter().find(|form| fits(form))?;
            Some(Self { base, form, width })
        })
    }

    /// The text of the rows that belong together, and how many there are.
    fn read(&self, block: &[Row], most: usize) -> (Option<String>, usize) {
        let (mut out, mut count) = (vec![], 0);
        let column = block
            .first()
            .and_then(|row| self.form.column(row, self.width));
        for (index, row) in block.iter().enumerate() {
            let next = block.get(index + 1);
            let length = next.and_then(|next| row.follows(next, self.base));
            let is_repeated = next.is_some_and(|next| next.is_repeated);
            let known = length.filter(|length| *length <= self.width || is_repeated);
            let length = known.map(|length| length.min(self.width));
            let Some(bytes) = length.and_then(|length| self.form.read(row, length)) else {
                let body = column.and_then(|column| row.body.get(..column));
                let (tail, _) = self.form.bytes(body.unwrap_or(row.body), self.width);
                count += usize::from(!tail.is_empty() || row.body.trim().is_empty());
                out.extend(tail);
                break;
            };
            count += 1;
            for _ in 0..known.unwrap_or_default().div_ceil(self.width.max(1)) {
                if out.len() < most {
                    out.extend_from_slice(&bytes);
                }
            }
        }
        let readable = readable::read(&out, None).filter(|_| out.len() >= SHORTEST);
        (readable.map(|readable| readable.text), count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Živko <samlp:Response ID=\"_1\">\n";

    /// Each row of sixteen bytes with its offset.
    fn dump(row: impl Fn(usize, &[u8]) -> String) -> String {
        let rows = TEXT.as_bytes().chunks(16).enumerate();
        rows.map(|(at, bytes)| row(16 * at, bytes) + "\n").collect()
    }

    fn joined(bytes: &[u8], size: usize, one: impl Fn(&[u8]) -> String) -> String {
        bytes.chunks(size).map(one).collect::<Vec<_>>().join(" ")
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn shown(bytes: &[u8]) -> String {
        let show = |byte: &u8| {
            if matches!(byte, 0x20..=0x7E) {
                char::from(*byte)
            } else {
                '.'
            }
        };
        bytes.iter().map(show).collect()
    }

    #[test]
    fn undone() {
        let word = |two: &[u8]| {
            let low = two.first().copied().unwrap_or_default();
            u16::from_le_bytes([low, two.get(1).copied().unwrap_or_default()])
        };
        let one = |byte: &[u8]| match byte {
            [b'\n'] => " \\n".to_owned(),
            [byte @ 0x20..=0x7E] => format!("  {}", char::from(*byte)),
            [byte, ..] => format!("{byte:03o}"),
            [] => String::new(),
        };
        let forms = [
            (
                "xxd",
                dump(|at, row| format!("{at:08x}: {:<39}  {}", joined(row, 2, hex), shown(row))),
            ),
            (
                "hexdump -C",
                dump(|at, row| format!("{at:08x}  {:<48}  |{}|", joined(row, 1, hex), shown(row))),
            ),
            (
                "hexdump",
                dump(|at, row| {
                    format!(
                        "{at:07x} {}",
                        joined(row, 2, |two| format!("{:04x}", word(two)))
                    )
                }),
            ),
            (
                "od",
                dump(|at, row| {
                    format!(
                        "{at:07o} {}",
                        joined(row, 2, |two| format!("{:06o}", word(two)))
                    )
                }),
            ),
            (
                "od -c",
                dump(|at, row| format!("{at:07o} {}", joined(row, 1, one))),
            ),
            (
                "od -b",
                dump(|at, row| {
                    format!(
                        "{at:07o} {}",
                        joined(row, 1, |byte| format!("{:03o}", byte[0]))
                    )
                }),
            ),
            (
                "od -t u1",
                dump(|at, row| {
                    format!(
                        "{at:07o} {}",
                        joined(row, 1, |byte| format!("{:3}", byte[0]))
                    )
                }),
            ),
            (
                "tcpdump",
                dump(|at, row| {
                    format!("\t0x{at:04x}:  {:<39}  {}", joined(row, 2, hex), shown(row))
                }),
            ),
        ];
        for (name, text) in forms {
            let plain = undo(&format!("This is it:\n{text}")).unwrap_or_default();
            let plain = plain.trim_end_matches(['\n', '\0']);
            assert_eq!(
                plain,
                format!("This is it:\n{}", TEXT.trim_end()),
                "{name}\n{text}"
            );
        }
    }

    #[test]
    fn offsets_tell_where_a_line_was_cut() {
        let text = "0000: POST /x HTTP/1.1\n0010: Host: a\n0019: SAMLResponse=PHN\n0029: hbWw\nend";
        let plain = "POST /x HTTP/1.1Host: a\nSAMLResponse=PHNhbWw\nend";
        assert_eq!(without_offsets(text).as_deref(), Some(plain));
    }

    #[test]
    fn left() {
        for text in [
            "2026 was a year\n2027 is one",
            "1234 a\n1235 b\n1236 c",
            "cafe au lait\nbabe ruth",
            "",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }
}
