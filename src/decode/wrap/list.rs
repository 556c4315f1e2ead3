//! Names and values of attributes without XML: what a toolkit, a log or a console prints of a message.

use crate::chars::invisible::is_blank;
use crate::namespaces::{ASSERTION, EXCERPT};
use crate::webex::names;
use std::collections::BTreeSet;
use std::ops::Range;

/// A longer text is no such list, in bytes.
const LONGEST: usize = 256 << 10;

/// A longer value, in bytes, is none of an attribute.
const VALUE: usize = 400;

/// So many names are read.
const MOST: usize = 500;

/// Names with their values, in the order of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct List(Vec<(String, Vec<String>)>);

impl List {
    /// The list in the form in which messages are judged.
    pub fn to_xml(&self) -> String {
        let mut xml = format!("<e31:list xmlns:e31=\"{EXCERPT}\" xmlns=\"{ASSERTION}\">\n");
        for (name, values) in &self.0 {
            xml.push_str(&format!("  <Attribute Name=\"{}\">\n", escape(name)));
            for value in values {
                xml.push_str(&format!(
                    "    <AttributeValue>{}</AttributeValue>\n",
                    escape(value)
                ));
            }
            xml.push_str("  </Attribute>\n");
        }
        xml + "</e31:list>"
    }

    fn add(&mut self, name: &str, value: Option<String>) {
        let has_room = self.0.len() < MOST;
        let known = self.0.iter_mut().find(|(other, _)| other == name);
        match (known, value) {
            (Some((_, values)), Some(value)) if !values.contains(&value) => values.push(value),
            (Some(_), _) => {}
            (None, value) if has_room => {
                self.0.push((name.to_owned(), value.into_iter().collect()));
            }
            (None, _) => {}
        }
    }

    /// Whether it can only be a list of what a message said of one user.
    fn says_enough(&self) -> bool {
        let known = self.0.iter().filter(|(_, values)| !values.is_empty());
        let fields: BTreeSet<&str> = known
            .filter_map(|(name, _)| names::field_of(name))
            .collect();
        let is_person = fields.contains("firstname") || fields.contains("lastname");
        let mut values = self.0.iter().flat_map(|(_, values)| values);
        let is_one_user = self
            .0
            .iter()
            .all(|(name, values)| values.len() < 4 || names::field_of(name).is_none());
        is_person && fields.len() >= 2 && is_one_user && values.any(|value| is_address(value))
    }
}

/// Reads the names and values of `text`, if it is such a list.
pub(super) fn read(text: &str) -> Option<List> {
    if text.len() > LONGEST || is_table_of_users(text) {
        return None;
    }
    let mut list = List::default();
    let mut at = 0;
    while let Some((name, end)) = next_name(text, at) {
        at = end;
        let Some((value, end)) = value(text, end) else {
            continue;
        };
        at = end;
        let mut more = end;
        list.add(&name, Some(value).filter(|value| !value.is_empty()));
        while let Some((value, end)) = another(text, more) {
            list.add(&name, Some(value));
            more = end;
        }
        at = at.max(more);
    }
    list.says_enough().then_some(list)
}

/// The attributes whose tags stand at `places`, whatever became of their end tags.
pub(super) fn of_tags(text: &str, places: &[Range<usize>]) -> Option<List> {
    let mut list = List::default();
    for place in places {
        let element = text.get(place.clone())?;
        let tag = element.get(..element.find('>').unwrap_or(element.len()))?;
        let name = tag.split_once("Name=")?.1;
        let quote = name.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let name = name.get(1..)?.split(quote).next()?;
        list.add(name, None);
        let mut rest = element;
        while let Some(at) = rest.find("AttributeValue") {
            rest = rest.get(at..)?;
            rest = rest.get(rest.find('>').map_or(rest.len(), |at| at + 1)..)?;
            let value = rest.get(..rest.find('<').unwrap_or(rest.len()))?.trim();
            if !value.is_empty() && value.len() <= VALUE {
                list.add(name, Some(value.to_owned()));
            }
            rest = rest.get(rest.find('<').map_or(rest.len(), |at| at + 2)..)?;
            rest = rest.get(rest.find('>').unwrap_or(rest.len())..)?;
        }
    }
    (!list.0.is_empty()).then_some(list)
}

/// The next name of an attribute from `at` on, and one past it.
fn next_name(text: &str, mut at: usize) -> Option<(String, usize)> {
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

fn is_known(word: &str) -> bool {
    if word.len() < 2 || word.len() > 120 {
        return false;
    }
    names::field_of(word).is_some()
        || word.starts_with("http://schemas.")
        || word.starts_with("urn:oid:")
}

fn is_address(value: &str) -> bool {
    value.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !value.contains(char::is_whitespace)
    })
}

/// The value behind a name that ends at `end`: in quotation marks, in brackets of a list, or to the end of the line.
fn value(text: &str, end: usize) -> Option<(String, usize)> {
    value_behind(text, end, 0)
}

/// The same, where so many signs that join a name and a value were read already.
fn value_behind(text: &str, end: usize, mut signs: usize) -> Option<(String, usize)> {
    let rest = text.get(end..)?;
    let mut at = end;
    for c in rest.chars().take(200) {
        match c {
            '=' | ':' | '>' | '|' | '\t' => signs += 1,
            '"' | '\'' if signs == 0 => {}
            ']' | ')' if signs == 0 => {}
            '\\' => {}
            '"' | '\'' | '“' | '‘' => return quoted(text, at, c),
            '[' | '(' | '{' if signs > 0 => {}
            _ if is_blank(c) => {}
            _ if signs == 0 => return None,
            _ => {
                let rest = text.get(at..)?;
                if let Some(length) = noise(rest) {
                    return value_behind(text, at + length, signs).filter(|_| length > 0);
                }
                let length = rest
                    .find([
                        '\n', '\r', ',', ';', '|', '\t', '"', '\'', ']', '}', ')', '&',
                    ])
                    .unwrap_or(rest.len());
                let value = rest.get(..length)?.trim();
                let is_value = !value.is_empty() && value.len() <= VALUE && !is_known(value);
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
    let length = rest.find(close)?;
    let value = rest.get(..length)?.trim_end_matches('\\');
    let is_name = |value: &str| {
        is_known(value)
            && text
                .get(start + length + 1..)
                .is_some_and(|rest| rest.trim_start().starts_with([':', '=']))
    };
    (value.len() <= VALUE && !value.contains('\n') && !is_name(value))
        .then(|| (value.trim().to_owned(), start + length + close.len_utf8()))
}

/// The next value of the same list.
fn another(text: &str, at: usize) -> Option<(String, usize)> {
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

/// Whether this is a list of many users: a row of headers and rows below it.
fn is_table_of_users(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|c| first.matches(*c).count());
    let cells = |line: &str| separator.map_or(0, |c| line.matches(c).count());
    let is_header = cells(first) >= 2 && !first.contains(['=', '{', '@', ':']);
    is_header && lines.next().is_some_and(|line| cells(line) >= 2)
}

fn escape(text: &str) -> String {
    let legal = |c: &char| !c.is_control() || matches!(c, '\t' | '\n');
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(legal) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
