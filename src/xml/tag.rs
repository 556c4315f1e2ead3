//! Tags, instructions and the XML declaration: their parts as places, or the first thing wrong with them.

use super::chars::{first_illegal, is_space};
use super::error::{Error, Reason};
use super::reference::check_value;
use super::scan::{Cursor, illegal};
use crate::diagnostic::Span;

/// The most attributes, with namespace declarations, that an element may have.
pub(super) const MAX_ATTRIBUTES: usize = 1_000;

/// An attribute or a namespace declaration.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawAttribute {
    pub name: Span,
    pub value: Span,
}

/// Reads the start tag at `start`; its name. The attributes are added to `attributes`.
pub(super) fn start_tag(
    text: &str,
    start: usize,
    attributes: &mut Vec<RawAttribute>,
) -> Result<Span, Error> {
    let word = |span: Span| text.get(span.range()).unwrap_or_default().to_owned();
    let breaks_off = |name| Error::new(Reason::EndsInTag { name }, start, line_end(text, start));
    let mut cursor = Cursor::new(text, start + 1);
    let name = match cursor.qualified_name() {
        Err(Error { span, .. }) if ends_in_prefix(text, span) => {
            return Err(breaks_off(word(span)));
        }
        found => found?,
    };
    if name.start == name.end {
        return Err(Error::new(Reason::StrayLessThan, start, start + 1));
    }
    loop {
        let spaced = cursor.space();
        let here = cursor.at;
        if cursor.pass(">") || cursor.pass("/>") {
            return Ok(name);
        }
        let Some(next) = cursor.peek().filter(|_| cursor.rest() != "/") else {
            return Err(breaks_off(word(name)));
        };
        if next == '<' {
            let reason = Reason::TagNotClosed { name: word(name) };
            return Err(Error::new(reason, start, here));
        }
        let attribute = match cursor.qualified_name() {
            Ok(span) if span.end == text.len() => return Err(breaks_off(word(name))),
            Err(Error { span, .. }) if ends_in_prefix(text, span) => {
                return Err(breaks_off(word(name)));
            }
            found => found?,
        };
        if attribute.start == attribute.end {
            let reason = Reason::BadTag { name: word(name) };
            return Err(Error::new(reason, here, here + next.len_utf8()));
        }
        if !spaced {
            let attribute_name = word(attribute);
            let reason = Reason::MissingSpace {
                attribute: attribute_name,
            };
            return Err(Error::new(reason, attribute.start, attribute.end));
        }
        let value = value(text, &mut cursor, attribute)?;
        if attributes.len() >= MAX_ATTRIBUTES {
            let limit = MAX_ATTRIBUTES.to_string();
            let reason = Reason::TooManyAttributes { limit };
            return Err(Error::new(reason, attribute.start, attribute.end));
        }
        attributes.push(RawAttribute {
            name: attribute,
            value,
        });
    }
}

fn ends_in_prefix(text: &str, span: Span) -> bool {
    span.end == text.len()
        && text
            .get(span.range())
            .is_some_and(|name| name.ends_with(':'))
}

fn value(text: &str, cursor: &mut Cursor, name: Span) -> Result<Span, Error> {
    let attribute = || text.get(name.range()).unwrap_or_default().to_owned();
    cursor.space();
    let equals = cursor.pass("=");
    cursor.space();
    let quote = match cursor.peek() {
        Some(quote @ ('"' | '\'')) if equals => quote,
        None => {
            let reason = Reason::EndsInValue {
                attribute: attribute(),
            };
            return Err(Error::new(reason, name.start, cursor.at));
        }
        next => {
            let reason = match equals && !matches!(next, Some('>' | '/' | '<')) {
                true => Reason::UnquotedValue {
                    attribute: attribute(),
                },
                false => Reason::NoValue {
                    attribute: attribute(),
                },
            };
            return Err(Error::new(reason, name.start, name.end));
        }
    };
    cursor.at += 1;
    let value = cursor.pass_to(quote, '<');
    let raw = text.get(value.range()).unwrap_or_default();
    check_value(raw, value.start, &attribute)?;
    match cursor.peek() {
        Some('<') => {
            let reason = Reason::LessThanInValue {
                attribute: attribute(),
            };
            Err(Error::new(reason, value.end, value.end + 1))
        }
        None => {
            let reason = Reason::EndsInValue {
                attribute: attribute(),
            };
            Err(Error::new(reason, name.start, line_end(text, name.start)))
        }
        Some(_) => {
            cursor.at += 1;
            Ok(value)
        }
    }
}

/// Reads the end tag at `start`; its name.
pub(super) fn end_tag(text: &str, start: usize) -> Result<Span, Error> {
    let mut cursor = Cursor::new(text, start + 2);
    let name = match cursor.qualified_name() {
        Err(Error { span, .. }) if ends_in_prefix(text, span) => span,
        found => found?,
    };
    let end = cursor.at;
    cursor.space();
    let next = cursor.peek();
    if next == Some('>') && name.end > name.start {
        return Ok(name);
    }
    let close = text.get(name.range()).unwrap_or_default().to_owned();
    let reason = match next {
        None => Reason::EndsInEndTag { name: close },
        Some(_) => Reason::BadEndTag { close },
    };
    Err(Error::new(reason, start, end))
}

/// Checks the inside of a comment, which starts at `at`.
pub(super) fn check_comment(raw: &str, at: usize) -> Result<(), Error> {
    let hyphens = raw
        .find("--")
        .or(raw.ends_with('-').then_some(raw.len().saturating_sub(1)));
    match (first_illegal(raw), hyphens) {
        (Some((i, c)), end) if end.is_none_or(|end| i < end) => Err(illegal(at + i, c)),
        (_, Some(i)) => Err(Error::new(Reason::DoubleHyphen, at + i, at + i + 2)),
        _ => Ok(()),
    }
}

/// Checks the inside of CDATA, which starts at `at`.
pub(super) fn check_cdata(raw: &str, at: usize) -> Result<(), Error> {
    first_illegal(raw).map_or(Ok(()), |(i, c)| Err(illegal(at + i, c)))
}

/// Reads the processing instruction from `start` to `end`; the place of its target.
pub(super) fn instruction(text: &str, start: usize, end: usize) -> Result<Span, Error> {
    let mut cursor = Cursor::new(text, start + 2);
    let span = cursor.qualified_name()?;
    let target = text.get(span.range()).unwrap_or_default().to_owned();
    let rest = text
        .get(span.end..end.saturating_sub(2))
        .unwrap_or_default();
    let reason = if target == "xml" {
        Reason::LateDeclaration
    } else if target.eq_ignore_ascii_case("xml") {
        Reason::ReservedTarget { target }
    } else if target.is_empty() || target.contains(':') {
        Reason::BadName { name: target }
    } else if !rest.is_empty() && !rest.starts_with(is_space) {
        let name = text.get(span.start..end).unwrap_or_default();
        let name = name.split(is_space).next().unwrap_or_default().to_owned();
        Reason::BadName { name }
    } else {
        check_cdata(rest, span.end)?;
        return Ok(span);
    };
    Err(Error::new(reason, start, end))
}

/// Checks the XML declaration that ends at `end`.
pub(super) fn check_declaration(text: &str, start: usize, end: usize) -> Result<(), Error> {
    let mut parts = Vec::new();
    let mut cursor = Cursor::new(
        text.get(..end.saturating_sub(2)).unwrap_or_default(),
        start + 5,
    );
    let bad = Err(Error::new(Reason::BadDeclaration, start, end));
    while cursor.space() && cursor.peek().is_some() {
        let name = cursor.pass_while(|c| c.is_ascii_lowercase());
        cursor.space();
        let equals = cursor.pass("=");
        cursor.space();
        let Some(quote @ ('"' | '\'')) = cursor.peek().filter(|_| equals) else {
            return bad;
        };
        cursor.at += 1;
        let value = cursor.pass_while(|c| c != quote);
        if cursor.peek().is_none() {
            return bad;
        }
        cursor.at += 1;
        let part = |span: Span| text.get(span.range()).unwrap_or_default();
        parts.push((part(name), part(value)));
    }
    let mut parts = parts.iter().copied().peekable();
    let version = parts.next_if(|(name, _)| *name == "version");
    let encoding = parts.next_if(|(name, _)| *name == "encoding");
    let standalone = parts.next_if(|(name, _)| *name == "standalone");
    let good = cursor.peek().is_none()
        && parts.next().is_none()
        && version.is_some_and(|(_, value)| is_version(value))
        && encoding.is_none_or(|(_, value)| is_charset(value))
        && standalone.is_none_or(|(_, value)| matches!(value, "yes" | "no"));
    if good { Ok(()) } else { bad }
}

fn is_version(value: &str) -> bool {
    let minor = value.strip_prefix("1.").unwrap_or_default();
    !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_charset(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_alphabetic())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// End of the line that `start` stands in.
pub(super) fn line_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.find(['\n', '\r']).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations() {
        let good = [
            "<?xml version='1.0'?>",
            "<?xml version = \"1.1\" encoding='UTF-8' standalone='no' ?>",
            "<?xml\nversion='1.0'\tstandalone='yes'?>",
        ];
        let bad = [
            "<?xml?>",
            "<?xml ?>",
            "<?xml version='2.0'?>",
            "<?xml version='1.'?>",
            "<?xml version=\"1.0'?>",
            "<?xml version='1.0'encoding='UTF-8'?>",
            "<?xml version='1.0' encoding=''?>",
            "<?xml version='1.0' encoding='-8'?>",
            "<?xml version='1.0' encoding='a b'?>",
            "<?xml version='1.0' standalone='YES'?>",
            "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>",
            "<?xml encoding='UTF-8' version='1.0'?>",
            "<?xml encoding='UTF-8'?>",
            "<?xml version='1.0' VERSION='1.0'?>",
            "<?xml version='1.0' version='1.0'?>",
            "<?xml version='1.0' x?>",
            "<?xml version?>",
        ];
        for text in good {
            assert_eq!(check_declaration(text, 0, text.len()), Ok(()), "{text}");
        }
        for text in bad {
            assert!(check_declaration(text, 0, text.len()).is_err(), "{text}");
        }
    }

    #[test]
    fn instructions() {
        let table = [
            ("<?a?>", None),
            ("<?a b?c??>", None),
            ("<??>", Some("xml-bad-name")),
            ("<? a?>", Some("xml-bad-name")),
            ("<?a:b?>", Some("xml-bad-name")),
            ("<?a?b?>", Some("xml-bad-name")),
            ("<?xml version='1.0'?>", Some("xml-late-declaration")),
            ("<?XML a?>", Some("xml-reserved-target")),
            ("<?xml-stylesheet a?>", None),
            ("<?a \u{1}?>", Some("xml-illegal-character")),
        ];
        for (text, expected) in table {
            let found = instruction(text, 0, text.len()).err();
            assert_eq!(found.map(|e| e.reason.id()), expected, "{text}");
        }
    }
}
