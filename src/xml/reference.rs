//! Character data and values as they stand in the text: the first thing wrong with them, and what they mean.

use super::chars::is_char;
use super::error::{Error, Reason};
use super::scan::illegal;
use std::borrow::Cow;

/// Checks text between markup, which starts at `at`.
pub(super) fn check_text(raw: &str, at: usize) -> Result<(), Error> {
    let illegal_at = super::chars::first_illegal(raw);
    let has_bracket = memchr::memchr(b']', raw.as_bytes()).is_some();
    let end_at = has_bracket.then(|| raw.find("]]>")).flatten();
    match (illegal_at, end_at) {
        (Some((i, c)), end) if end.is_none_or(|end| i < end) => Err(illegal(at + i, c)),
        (_, Some(i)) => Err(Error::new(Reason::CdataEndInText, at + i, at + i + 3)),
        _ => Ok(()),
    }
}

/// Checks the value of an attribute, which starts at `at`.
pub(super) fn check_value(
    raw: &str,
    at: usize,
    attribute: &dyn Fn() -> String,
) -> Result<(), Error> {
    let is_plain = memchr::memchr2(b'<', b'&', raw.as_bytes()).is_none();
    if is_plain && super::chars::first_illegal(raw).is_none() {
        return Ok(());
    }
    for (i, c) in raw.char_indices() {
        match c {
            '<' => {
                let attribute = attribute();
                let reason = Reason::LessThanInValue { attribute };
                return Err(Error::new(reason, at + i, at + i + 1));
            }
            '&' => check_reference(raw.get(i..).unwrap_or_default(), at + i, false)?,
            c if !is_char(c) => return Err(illegal(at + i, c)),
            _ => {}
        }
    }
    Ok(())
}

/// Checks the reference that `rest` begins with, at `at`; `last`: whether `rest` goes to the end of the text.
pub(super) fn check_reference(rest: &str, at: usize, last: bool) -> Result<(), Error> {
    let body = rest.strip_prefix('&').unwrap_or(rest);
    let length = body
        .find(|c: char| c != '#' && !super::chars::is_name_char(c))
        .unwrap_or(body.len());
    let name = body.get(..length).unwrap_or_default();
    let closed = body.get(length..).is_some_and(|tail| tail.starts_with(';'));
    let end = at + 1 + length;
    if !closed && last && length == body.len() && length > 0 && length <= 8 {
        let reference = format!("&{name}");
        return Err(Error::new(Reason::EndsInReference { reference }, at, end));
    }
    let legal_name = name.starts_with(super::chars::is_name_start) && !name.contains('#');
    if !closed || !(legal_name || name.starts_with('#')) {
        return Err(Error::new(Reason::StrayAmpersand, at, at + 1));
    }
    if resolve(name).is_some() {
        return Ok(());
    }
    let reason = match legal_name {
        true => Reason::UnknownEntity {
            name: name.to_owned(),
        },
        false => Reason::BadCharacterReference {
            reference: format!("&{name};"),
        },
    };
    Err(Error::new(reason, at, end + 1))
}

/// The character that a reference stands for, given without `&` and `;`.
fn resolve(name: &str) -> Option<char> {
    let code = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let (digits, radix) = match code.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (code, 10),
    };
    let plain = digits.chars().all(|c| c.is_digit(radix));
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| plain)?;
    char::from_u32(code).filter(|&c| is_char(c))
}

/// The value of an attribute, normalised: references resolved, each white space a space.
pub(super) fn value(raw: &str) -> Cow<'_, str> {
    let bytes = raw.as_bytes();
    if memchr::memchr3(b'&', b'\n', b'\r', bytes).is_none()
        && memchr::memchr(b'\t', bytes).is_none()
    {
        return Cow::Borrowed(raw);
    }
    let mut value = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\t', '\n', '\r']) {
        value.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        rest = match rest.starts_with('&') {
            true => push_reference(&mut value, rest),
            false => {
                value.push(' ');
                let tail = rest.strip_prefix("\r\n");
                tail.unwrap_or(rest.get(1..).unwrap_or_default())
            }
        };
    }
    value.push_str(rest);
    Cow::Owned(value)
}

/// Character data as it stands between comments, elements and instructions: references resolved, CDATA taken out
/// of its brackets, line ends made one.
pub(super) fn text(raw: &str) -> Cow<'_, str> {
    if memchr::memchr3(b'&', b'\r', b'<', raw.as_bytes()).is_none() {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\r', '<']) {
        text.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        rest = match rest.strip_prefix("<![CDATA[") {
            Some(data) => {
                let (data, tail) = data.split_once("]]>").unwrap_or((data, ""));
                push_lines(&mut text, data);
                tail
            }
            None if rest.starts_with('&') => push_reference(&mut text, rest),
            None => {
                text.push('\n');
                let tail = rest.strip_prefix("\r\n");
                tail.unwrap_or(rest.get(1..).unwrap_or_default())
            }
        };
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// Text with its line ends made one: comments, instructions, CDATA.
pub(super) fn lines(raw: &str) -> Cow<'_, str> {
    if !raw.contains('\r') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    push_lines(&mut text, raw);
    Cow::Owned(text)
}

fn push_lines(text: &mut String, raw: &str) {
    let mut lines = raw.split('\r');
    text.push_str(lines.next().unwrap_or_default());
    for line in lines {
        text.push('\n');
        text.push_str(line.strip_prefix('\n').unwrap_or(line));
    }
}

fn push_reference<'t>(value: &mut String, rest: &'t str) -> &'t str {
    let body = rest.strip_prefix('&').unwrap_or(rest);
    let (name, tail) = body.split_once(';').unwrap_or((body, ""));
    value.extend(resolve(name));
    tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        let table = [
            ("&amp;", Ok(())),
            ("&#38;", Ok(())),
            ("&#x10FFFF;", Ok(())),
            ("&#x110000;", Err("xml-bad-character-reference")),
            ("&#xD800;", Err("xml-bad-character-reference")),
            ("&#0;", Err("xml-bad-character-reference")),
            ("&#xFFFE;", Err("xml-bad-character-reference")),
            ("&#;", Err("xml-bad-character-reference")),
            ("&#+1;", Err("xml-stray-ampersand")),
            ("&#x;", Err("xml-bad-character-reference")),
            ("&#X41;", Err("xml-bad-character-reference")),
            (
                "&#99999999999999999999;",
                Err("xml-bad-character-reference"),
            ),
            ("&nbsp;", Err("xml-unknown-entity")),
            ("&AMP;", Err("xml-unknown-entity")),
            ("& b", Err("xml-stray-ampersand")),
            ("&&amp;", Err("xml-stray-ampersand")),
            ("&;", Err("xml-stray-ampersand")),
            ("&1;", Err("xml-stray-ampersand")),
            ("&b=c", Err("xml-stray-ampersand")),
            ("&am", Err("xml-ends-in-reference")),
        ];
        for (raw, expected) in table {
            let found = check_reference(raw, 0, true).map_err(|error| error.reason.id());
            assert_eq!(found, expected, "{raw}");
        }
    }

    #[test]
    fn meanings() {
        let table = [
            ("plain", "plain", "plain"),
            ("a\r\nb\rc\nd\te", "a b c d e", "a\nb\nc\nd\te"),
            ("&#13;&#10;&#9;", "\r\n\t", "\r\n\t"),
            ("&lt;&#x161;&gt;", "<š>", "<š>"),
        ];
        for (raw, as_value, as_text) in table {
            assert_eq!((&*value(raw), &*text(raw)), (as_value, as_text), "{raw}");
        }
        assert_eq!(text("a<![CDATA[&amp;<b>\r\n]]>c&amp;"), "a&amp;<b>\nc&");
        assert_eq!(lines("\r\r\n\n"), "\n\n\n");
    }
}
