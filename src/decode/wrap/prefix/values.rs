//! What stands around the lines over which base64 goes, plain or percent-encoded.

use super::gutter::{common, matched};
use crate::decode::codec::base64;
use std::ops::Range;

/// A value has so many characters in its first line at least.
const SHORTEST: usize = 16;

/// So many places are looked at.
const MOST: usize = 10_000;

/// The marks at the end of a line that goes on, or of a cell.
pub(super) const TAILS: [char; 5] = ['|', '+', '\\', '│', '`'];

/// Places of base64 that begins like encoded markup: `P`, then one of `A` to `P`.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_value = |byte: &u8| is_part(char::from(*byte));
    memchr::memchr_iter(b'P', bytes)
        .filter(|at| {
            let run = bytes.get(*at..at + SHORTEST).unwrap_or_default();
            let is_markup = matches!(run, [_, b'A'..=b'P', ..]) && run.iter().all(is_value);
            is_markup && base64::may_begin(bytes, *at)
        })
        .take(MOST)
        .collect()
}

/// What stands between the lines of the value that begins at `start` behind `lead`, and is none of it.
pub(super) fn around(text: &str, lead: &str, start: usize) -> Vec<Range<usize>> {
    let mut around = vec![];
    let Some(first) = Line::at(text, start).filter(|line| line.is_whole) else {
        return around;
    };
    let mut tail = first.tail;
    let has_tails = !tail.is_empty();
    let mut at = first.next;
    let mut prefix = None;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let prefix = *prefix.get_or_insert_with(|| common(lead, rest));
        let length = match prefix {
            "" if has_tails => Some(rest.len() - rest.trim_start_matches([' ', '\t']).len()),
            prefix => matched(prefix, rest),
        };
        let Some(length) = length else {
            return around;
        };
        let Some(line) = Line::at(text, at + length) else {
            return around;
        };
        around.push(std::mem::take(&mut tail));
        around.push(at..at + length);
        if !line.is_whole {
            return around;
        }
        (tail, at) = (line.tail, line.next);
    }
    if !around.is_empty() {
        around.push(tail);
    }
    around
}

/// A line from the place where its part of the value begins.
struct Line {
    /// Whether the part fills the line.
    is_whole: bool,
    /// The mark behind it.
    tail: Range<usize>,
    /// Where the next line begins.
    next: usize,
}

impl Line {
    fn at(text: &str, start: usize) -> Option<Self> {
        let rest = text.get(start..)?;
        let length = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let line = rest.get(..length)?;
        let digits = line.find(|c| !is_part(c)).unwrap_or(line.len());
        let behind = line.get(digits..)?;
        let bare = behind.trim();
        let is_tail = bare.is_empty()
            || bare.chars().all(|c| TAILS.contains(&c)) && bare.chars().count() == 1;
        let ends = behind.starts_with(['&', '"', '\'', '<']);
        let tail = if is_tail && !bare.is_empty() {
            start + digits..start + length
        } else {
            0..0
        };
        let line_break = ["\r\n", "\n", "\r"].iter().find(|mark| {
            rest.get(length..)
                .is_some_and(|rest| rest.starts_with(**mark))
        });
        (digits > 0 && (is_tail || ends)).then_some(Self {
            is_whole: is_tail,
            tail,
            next: start + length + line_break.map_or(0, |mark| mark.len()),
        })
    }
}

fn is_part(c: char) -> bool {
    base64::is_digit(c) || matches!(c, '%' | '=')
}
