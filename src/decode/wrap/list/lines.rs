//! Lists whose lines matter: tables in columns, a name above its value, and what must not be taken for one user's.

use super::scan::{VALUE, is_known};
use crate::chars::floor;
use crate::webex::names;
use std::borrow::Cow;

/// What consoles write between the name and the value: the format of the name, or where it comes from.
const FORMATS: [&str; 8] = [
    "unspecified",
    "basic",
    "uri",
    "uri reference",
    "saml",
    "string",
    "attribute",
    "text",
];

/// Headings of AD FS audit events, and their numbers in XML: claims that were issued, and claims of whoever asked.
const ISSUED: [&str; 2] = ["Issued identity", ">500</EventID>"];
const CALLER: [&str; 2] = ["Caller identity", ">501</EventID>"];

/// Whether values stand on the line below their names.
#[derive(Debug)]
pub(super) struct Lines(bool);

impl Lines {
    /// They do where a claim type fills a line, or an event's heading says so.
    pub fn of(text: &str) -> Self {
        let is_claim = |line: &str| {
            let line = line.trim();
            line.starts_with("http://schemas.") && !line.contains(char::is_whitespace)
        };
        let has_heading = ISSUED.iter().chain(&CALLER).any(|sign| text.contains(sign));
        Self(has_heading || text.lines().any(is_claim))
    }

    /// The line below a name that fills its own, and one past it.
    pub fn below(&self, text: &str, end: usize) -> Option<(String, usize)> {
        if !self.0 {
            return None;
        }
        let before = text.get(..end)?;
        let near = before.get(floor(before, end.saturating_sub(VALUE))..)?;
        let line = near.rfind('\n').map_or(0, |at| at + 1);
        if !is_known(near.get(line..)?.trim()) {
            return None;
        }
        let rest = text.get(end..)?;
        let near = rest.get(..floor(rest, 2 * VALUE))?;
        let (behind, below) = near.split_once('\n')?;
        let length = below.find('\n').unwrap_or(below.len());
        let value = below.get(..length)?.trim();
        let is_value = behind.trim().is_empty() && value.len() <= VALUE;
        is_value.then(|| (value.to_owned(), end + behind.len() + 1 + length))
    }
}

/// The value in a later column of a table whose line begins with the name that ends at `end`.
pub(super) fn column(text: &str, end: usize) -> Option<(String, usize)> {
    let rest = text.get(end..)?;
    let near = rest.get(..floor(rest, 2 * VALUE))?;
    let line = near.lines().next()?;
    let gap = |text: &str| {
        let inner = text.trim_start_matches([' ', '\t', '\u{A0}', '|']);
        let gap = text.get(..text.len() - inner.len()).unwrap_or_default();
        (gap.contains(['\t', '|']) || gap.len() > 1).then_some(inner.len())
    };
    let mut left = gap(line)?;
    while left > 0 {
        let cell = line.get(line.len() - left..)?;
        let length = cell
            .char_indices()
            .find(|(at, c)| {
                matches!(c, '\t' | '|')
                    || *c == ' ' && cell.get(*at..).is_some_and(|rest| rest.starts_with("  "))
            })
            .map_or(cell.len(), |(at, _)| at);
        let value = cell.get(..length)?.trim();
        let is_format =
            FORMATS.contains(&value.to_lowercase().as_str()) || value.contains("attrname-format");
        if !is_format {
            let is_value = !value.is_empty()
                && value.len() <= VALUE
                && !value.starts_with(['=', ':', '[', '{', '(', '"', '\'']);
            return is_value.then(|| (value.to_owned(), end + line.len() - left + length));
        }
        left = gap(cell.get(length..)?).unwrap_or(0);
    }
    None
}

/// The claims that AD FS issued, where its events tell them from those of the caller; else the whole text.
pub(super) fn issued(text: &str) -> Cow<'_, str> {
    if !ISSUED.iter().any(|sign| text.contains(sign)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut is_issued = false;
    for line in text.split_inclusive(['\n', '>']) {
        // A sign in XML ends with `>`, where the line was cut.
        let ends = |sign: &&str| match sign.strip_prefix('>') {
            Some(rest) => line.ends_with(rest),
            None => line.contains(*sign),
        };
        if CALLER.iter().any(&ends) {
            is_issued = false;
        } else if ISSUED.iter().any(ends) {
            is_issued = true;
        }
        if is_issued {
            out.push_str(line);
        }
    }
    Cow::Owned(out)
}

/// The texts between the tags, a line each.
pub(super) fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split('<') {
        let inner = part.split_once('>').map_or(part, |(_, inner)| inner).trim();
        if !inner.is_empty() {
            out.push_str(inner);
            out.push('\n');
        }
    }
    out
}

/// Whether this is a list of many users: a row of headers and rows below it.
pub(super) fn is_table_of_users(text: &str) -> bool {
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .peekable();
    while let Some(line) = lines.next() {
        let is_header = [',', ';', '\t'].into_iter().any(|separator| {
            let cells = line.split(separator);
            let known =
                cells.filter(|cell| names::field_of(cell.trim().trim_matches('"')).is_some());
            let below = lines
                .peek()
                .map_or(0, |next| next.matches(separator).count());
            below > 0 && below == line.matches(separator).count() && known.count() > 1
        });
        if is_header {
            return true;
        }
    }
    false
}
