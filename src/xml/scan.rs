//! A cursor over the text: names, space and the first thing wrong with them.

use super::chars::{is_name_byte, is_name_char, is_name_start, is_space};
use super::error::{Error, Reason};
use crate::diagnostic::Span;

/// A position in `text` that only moves on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// Offset of the next character.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes `word` if it stands here.
    pub fn pass(&mut self, word: &str) -> bool {
        let stands = self.rest().starts_with(word);
        if stands {
            self.at += word.len();
        }
        stands
    }

    /// Passes all characters that `wanted` holds for.
    pub fn pass_while(&mut self, wanted: impl Fn(char) -> bool) -> Span {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        Span::new(start, self.at)
    }

    /// Passes all bytes up to one, of ASCII, that `wanted` does not hold for.
    pub fn pass_bytes(&mut self, wanted: impl Fn(u8) -> bool) -> Span {
        let start = self.at;
        let rest = self.rest().as_bytes();
        self.at += rest
            .iter()
            .position(|byte| !wanted(*byte))
            .unwrap_or(rest.len());
        Span::new(start, self.at)
    }

    /// Passes all up to the first of two characters of ASCII.
    pub fn pass_to(&mut self, one: char, other: char) -> Span {
        let start = self.at;
        let rest = self.rest().as_bytes();
        let [one, other] = [one, other].map(|c| u8::try_from(c).unwrap_or_default());
        self.at += memchr::memchr2(one, other, rest).unwrap_or(rest.len());
        Span::new(start, self.at)
    }

    /// Passes white space; whether there was any.
    pub fn space(&mut self) -> bool {
        let span = self.pass_bytes(|byte| is_space(char::from(byte)));
        span.end > span.start
    }

    /// Passes a name of prefix and local part.
    pub fn qualified_name(&mut self) -> Result<Span, Error> {
        let span = self.name()?;
        let name = self.text.get(span.range()).unwrap_or_default();
        match qualified(name) {
            true => Ok(span),
            false => Err(Error::new(
                Reason::BadQualifiedName {
                    name: name.to_owned(),
                },
                span.start,
                span.end,
            )),
        }
    }

    /// Passes a name; an empty span where none begins.
    fn name(&mut self) -> Result<Span, Error> {
        let start = self.at;
        let plain = self.pass_bytes(is_name_byte);
        let is_start = |byte: &u8| is_name_start(char::from(*byte));
        let bytes = self.text.as_bytes();
        let ends = bytes
            .get(self.at)
            .is_none_or(|byte| ends_name(char::from(*byte)));
        if ends && (plain.end == start || bytes.get(start).is_some_and(is_start)) {
            return Ok(plain);
        }
        self.at = start;
        let word = self.pass_while(|c| !ends_name(c));
        let name = self.text.get(word.range()).unwrap_or_default();
        let legal = name.starts_with(is_name_start) && name.chars().all(is_name_char);
        if legal || word.end == start {
            return Ok(word);
        }
        let reason = match super::chars::first_illegal(name) {
            Some((at, c)) => return Err(illegal(start + at, c)),
            None => Reason::BadName {
                name: name.to_owned(),
            },
        };
        Err(Error::new(reason, word.start, word.end))
    }
}

fn ends_name(c: char) -> bool {
    is_space(c) || matches!(c, '=' | '/' | '>' | '<' | '"' | '\'' | '?' | '&')
}

/// The error for a character that may not stand at `at`.
pub(super) fn illegal(at: usize, c: char) -> Error {
    let code = format!("U+{:04X}", u32::from(c));
    Error::new(Reason::IllegalCharacter { code }, at, at + c.len_utf8())
}

/// Prefix, empty without one, and local part of a name.
pub(super) fn parts(name: &str) -> (&str, &str) {
    match name.bytes().position(|byte| byte == b':') {
        Some(at) => {
            let (prefix, local) = name.split_at(at);
            (prefix, local.get(1..).unwrap_or_default())
        }
        None => ("", name),
    }
}

fn qualified(name: &str) -> bool {
    match parts(name) {
        ("", local) => local.len() == name.len(),
        (_, local) => local.starts_with(is_name_start) && !local.contains(':'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let table = [
            ("a:b=", Ok("a:b")),
            ("a>", Ok("a")),
            ("=", Ok("")),
            ("a:b:c", Err("xml-bad-qualified-name")),
            (":a", Err("xml-bad-qualified-name")),
            ("a:", Err("xml-bad-qualified-name")),
            ("a:1", Err("xml-bad-qualified-name")),
            ("1a", Err("xml-bad-name")),
            ("a+b", Err("xml-bad-name")),
            ("a\u{1}b", Err("xml-illegal-character")),
        ];
        for (text, expected) in table {
            let found = Cursor::new(text, 0).qualified_name();
            assert_eq!(
                found
                    .as_ref()
                    .map(|span| &text[span.range()])
                    .map_err(|e| e.reason.id()),
                expected,
                "{text}"
            );
        }
    }
}
