//! Markup that a terminal or a log broke at one width, in the middle of words.

use crate::decode::find::locate;
use std::ops::Range;

/// Shorter lines were not broken at a width, in characters.
const NARROWEST: usize = 40;

/// `text` with its first element in one line; `None` where its lines are of different lengths.
pub(super) fn undo(text: &str) -> Option<String> {
    let place = broken(text)?;
    let mut plain = text.get(..place.start)?.to_owned();
    plain.extend(text.get(place.clone())?.lines());
    Some(plain + text.get(place.end..)?)
}

/// Whether the lines of `text` were broken at one width.
pub(in crate::decode) fn is_wrapped(text: &str) -> bool {
    let mut lines = text.lines().map(|line| line.chars().count());
    matches!((lines.next(), lines.next()), (Some(first), Some(second)) if first == second)
        && broken(text).is_some()
}

/// The first element, if all of its lines but the last have one length.
fn broken(text: &str) -> Option<Range<usize>> {
    let place = locate::elements(text).into_iter().next()?;
    let element = text.get(place.clone())?;
    let before = text.get(..place.start)?.rsplit('\n').next()?;
    let lead = before.chars().count();
    let mut lines = element.lines().map(|line| line.chars().count()).peekable();
    let first = lines.next()?;
    let width = *lines.peek()?;
    let is_first = first == width || lead + first == width;
    let mut count = 0;
    while let Some(length) = lines.next() {
        let is_last = lines.peek().is_none();
        if is_last && length > width || !is_last && length != width {
            return None;
        }
        count += 1;
    }
    (is_first && width >= NARROWEST && count > 2).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undone() {
        let xml = format!(
            "<p:Response ID='_1'>{}</p:Response>",
            "<a b='c d'/>".repeat(20)
        );
        let broken = |text: &str, width: usize| {
            let lines = text.as_bytes().chunks(width).map(String::from_utf8_lossy);
            lines.collect::<Vec<_>>().join("\n")
        };
        let lead = format!("09:14 got {xml}");
        assert_eq!(undo(&broken(&xml, 50)), Some(xml.clone()));
        assert_eq!(undo(&broken(&lead, 50)), Some(lead));
        assert!(is_wrapped(&broken(&xml, 50)));
        for text in [
            xml.replace("/>", "/>\n"),
            broken(&xml, 30),
            broken(&xml, 200),
            xml,
        ] {
            assert_eq!(undo(&text), None, "{text}");
        }
    }
}
