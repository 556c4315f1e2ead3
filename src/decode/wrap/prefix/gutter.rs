//! What two lines have before their text: marks, numbers, times.

use crate::chars::floor;

/// So far before a message its prefix begins at most, in bytes, unless it begins the line.
const FAR: usize = 200;

/// The beginning of `line`, as it stands before the message in `lead`; empty where there is none.
pub(super) fn common<'a>(lead: &'a str, line: &str) -> &'a str {
    let from = floor(lead, lead.len().saturating_sub(FAR));
    let tail = lead.get(from..).unwrap_or_default();
    let borders = tail.match_indices(['"', '\'', ' ']);
    let starts = borders.map(|(at, border)| from + at + border.len());
    [0].into_iter()
        .chain(starts)
        .filter_map(|start| lead.get(start..))
        .map(|lead| beginning(lead, line))
        .find(|prefix| !prefix.is_empty())
        .unwrap_or_default()
}

/// The beginning that both lines have, numbers apart, up to a border; empty where that says nothing.
fn beginning<'a>(lead: &'a str, line: &str) -> &'a str {
    let mut length = 0;
    let (mut left, mut right) = (lead, line);
    while let Some((taken, other)) = step(left, right) {
        let c = left.chars().next().unwrap_or_default();
        left = left.get(taken..).unwrap_or_default();
        right = right.get(other..).unwrap_or_default();
        if left.is_empty() || matches!(c, ' ' | '\t' | '|' | '>' | ']' | ':') {
            length = lead.len() - left.len();
        }
    }
    let prefix = lead.get(..length).unwrap_or_default();
    let mut visible = prefix.chars().filter(|c| !c.is_whitespace());
    let says = match number(prefix) {
        Some(number) => prefix.ends_with([' ', '\t']) && follows(number, line),
        None => match visible.clone().count() {
            0 => false,
            1 => visible.all(|c| !c.is_alphanumeric()),
            _ => true,
        },
    };
    let ends = prefix.trim_end().ends_with(['"', '\'', '\\', '=', ',']);
    match says && !ends && !prefix.contains('<') {
        true => prefix,
        false => "",
    }
}

/// The length of `prefix` at the beginning of `line`, where numbers may differ.
pub(super) fn matched(prefix: &str, line: &str) -> Option<usize> {
    let (mut left, mut right) = (prefix, line);
    while !left.is_empty() {
        match step(left, right) {
            Some((taken, other)) => {
                left = left.get(taken..)?;
                right = right.get(other..)?;
            }
            None if left.trim().is_empty() && right.starts_with(['\r', '\n']) => break,
            None => return None,
        }
    }
    (!prefix.is_empty()).then(|| line.len() - right.len())
}

/// One character, one number or one offset, that both texts begin with: its length in each.
fn step(left: &str, right: &str) -> Option<(usize, usize)> {
    if let Some(length) = offset(left).filter(|length| offset(right) == Some(*length)) {
        return Some((length, length));
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let blanks = |text: &str| text.bytes().take_while(|byte| *byte == b' ').count();
    let aligned = |text: &str| {
        let blanks = blanks(text);
        let digits = digits(text.get(blanks..).unwrap_or_default());
        (digits > 0).then_some(blanks + digits)
    };
    match (digits(left), digits(right)) {
        _ if blanks(left) != blanks(right)
            && aligned(left).is_some()
            && aligned(left) == aligned(right) =>
        {
            aligned(left).map(|length| (length, length))
        }
        (0, 0) => {
            let c = left.chars().next()?;
            (right.starts_with(c) && c != '\n').then_some((c.len_utf8(), c.len_utf8()))
        }
        (0, _) | (_, 0) => None,
        lengths => Some(lengths),
    }
}

/// The length of the hexadecimal number that begins `text`, if it is as long as offsets are.
fn offset(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_hexdigit).count();
    let word = text.get(..length)?;
    let ends = !text
        .get(length..)?
        .starts_with(|c: char| c.is_alphanumeric());
    let is_number = length >= 8 || word.contains(|c: char| c.is_ascii_digit());
    (length >= 4 && ends && is_number).then_some(length)
}

/// The number that `prefix` is, blanks apart.
fn number(prefix: &str) -> Option<u64> {
    prefix.trim().parse().ok()
}

/// Whether a number that is greater begins `line`.
fn follows(number: u64, line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    word.parse().is_ok_and(|next: u64| next > number)
}
