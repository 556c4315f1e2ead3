//! Names and values in a text, one after the other, however a program joined them.

use super::lines::{self, Lines};
use crate::chars::{floor, invisible::is_blank};
use crate::decode::codec::escapes::escape;
use crate::webex::names;

/// A longer value, in bytes, is none of an attribute.
pub(super) const VALUE: usize = 400;

/// So much may stand between a name and its value, in bytes.
const BETWEEN: usize = 200;

/// The next name of an attribute from `at` on, and one past it.
pub(super) fn next_name(text: &str, mut at: usize) -> Option<(String, usize)> {
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let skip = rest
            .find(|c: char| c.is_alphanumeric())
            .unwrap_or(rest.len());
        let start = at + skip;
        let rest = rest.get(skip..)?;
        let length = rest
            .find(|c: char| {
                !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/' | '#'))
            })
            .unwrap_or(rest.len());
        let word = rest.get(..length)?.trim_end_matches([':', '.', '-']);
        let end = start + word.len();
        if is_known(word) {
            return Some((word.to_owned(), end));
        }
        // A path in front: `attributes.email`.
        if let Some(last) = word
            .rsplit('.')
            .next()
            .filter(|last| *last != word && is_known(last))
        {
            return Some((last.to_owned(), end));
        }
        at = start + length.max(1);
    }
    None
}

pub(super) fn is_known(word: &str) -> bool {
    if word.len() < 2 || word.len() > 120 {
        return false;
    }
    names::field_of(word).is_some()
        || word.starts_with("http://schemas.")
        || word.starts_with("urn:oid:")
}

pub(super) fn is_address(value: &str) -> bool {
    value.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !value.contains(char::is_whitespace)
    })
}

/// The value behind a name that ends at `end`: in quotation marks, in brackets of a list, in the next column, on the
/// next line, or to the end of the line.
pub(super) fn value(text: &str, end: usize, lines: &Lines) -> Option<(String, usize)> {
    let in_line = lines::column(text, end).or_else(|| beside(text, end));
    in_line
        .or_else(|| lines.below(text, end))
        .filter(|(value, _)| !is_known(value))
        .or_else(|| value_behind(text, end))
}

/// The value in quotation marks that stands beside a name in such marks: `'email' 'a@b.example'`.
fn beside(text: &str, end: usize) -> Option<(String, usize)> {
    let rest = text.get(end..)?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let after = rest.get(1..)?;
    let inner = after.trim_start_matches(' ');
    let is_beside = inner.len() < after.len() && inner.starts_with(quote);
    is_beside.then(|| quoted(text, text.len() - inner.len(), quote))?
}

/// The value behind the signs that join it to its name, and behind what a program prints between them.
fn value_behind(text: &str, end: usize) -> Option<(String, usize)> {
    let mut signs = 0;
    let mut at = end;
    while at < end + BETWEEN {
        let rest = text.get(at..)?;
        let c = rest.chars().next()?;
        match c {
            '=' | ':' | '>' | '|' | '\t' => signs += 1,
            '"' | '\'' | ']' | ')' if signs == 0 => {}
            '\\' => {}
            '"' | '\'' | '“' | '‘' => return quoted(text, at, c),
            '[' | '(' | '{' if signs > 0 => {}
            _ if is_blank(c) => {}
            _ if signs == 0 => return None,
            _ => {
                if let Some(length) = noise(rest) {
                    at += length.max(1);
                    continue;
                }
                let near = rest.get(..floor(rest, VALUE + 1))?;
                let length = near
                    .find([
                        '\n', '\r', ',', ';', '|', '\t', '"', '\'', ']', '}', ')', '&',
                    ])
                    .unwrap_or(near.len());
                let value = rest.get(..length)?.trim();
                let is_value = !value.is_empty() && length <= VALUE && !is_known(value);
                return is_value.then(|| (value.to_owned(), at + length));
            }
        }
        at += c.len_utf8();
    }
    None
}

/// The length of what a program prints between a name and its value: `array(1) {`, `[0]=>`, `string(4)`, `Array (`.
fn noise(rest: &str) -> Option<usize> {
    for word in ["array", "Array", "string", "str", "list", "u", "b"] {
        let Some(after) = rest.strip_prefix(word) else {
            continue;
        };
        let inner = after.trim_start();
        if let Some(number) = inner.strip_prefix('(') {
            let digits = number.bytes().take_while(u8::is_ascii_digit).count();
            let close = number
                .get(digits..)
                .is_some_and(|rest| rest.starts_with(')'));
            return Some(rest.len() - number.len() + if close { digits + 1 } else { 0 });
        }
        if after.starts_with(['"', '\'']) && word.len() == 1 {
            return Some(1);
        }
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..)?;
    let is_index = digits > 0 && digits < 4 && after.starts_with([']', ':', '=']);
    is_index.then_some(digits + 1)
}

fn quoted(text: &str, at: usize, open: char) -> Option<(String, usize)> {
    let close = match open {
        '“' => '”',
        '‘' => '’',
        c => c,
    };
    let start = at + open.len_utf8();
    let rest = text.get(start..)?;
    let length = rest.get(..floor(rest, VALUE + 1))?.find(close)?;
    let value = rest.get(..length)?.trim_end_matches('\\');
    let is_name = |value: &str| {
        is_known(value)
            && text
                .get(start + length + close.len_utf8()..)
                .is_some_and(|rest| rest.trim_start().starts_with([':', '=']))
    };
    (value.len() <= VALUE && !value.contains('\n') && !is_name(value))
        .then(|| (numbered(value.trim()), start + length + close.len_utf8()))
}

/// `value` with the characters that are written by their numbers: `\u0107`.
fn numbered(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let is_number = rest.starts_with("\\u") || rest.starts_with("\\x");
        let number = escape(rest.as_bytes()).filter(|_| is_number);
        let (c, length) = number.unwrap_or((c, c.len_utf8()));
        plain.push(c);
        rest = rest.get(length..).unwrap_or_default();
    }
    plain
}

/// The next value of the same list.
pub(super) fn another(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    let after = rest.trim_start_matches(['\\', '"']).trim_start();
    let after = after
        .strip_prefix(',')?
        .trim_start()
        .trim_start_matches('\\');
    let open = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let start = text.len() - after.len();
    let (value, end) = quoted(text, start, open)?;
    let behind = text.get(end..)?.trim_start();
    let is_value = behind.starts_with([',', ']', ')']);
    (is_value && !value.is_empty()).then_some((value, end))
}
