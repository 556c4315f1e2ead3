//! Names and values of attributes without XML: what a toolkit, a log or a console prints of a message.

mod lines;
mod scan;
mod signs;

use crate::namespaces::{ASSERTION, EXCERPT};
use crate::webex::names;
use lines::Lines;
use scan::{VALUE, another, is_address, next_name, value};
use std::collections::HashSet;
use std::ops::Range;

/// A longer text is no such list, in bytes.
const LONGEST: usize = 256 << 10;

/// So many names are read.
const MOST: usize = 500;

/// So many users are told apart.
const USERS: usize = 20;

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

    /// Whether a field that is known already has another value here: that is another user.
    fn is_of_another(&self, name: &str, value: &str) -> bool {
        let known = self.0.iter().find(|(other, _)| other == name);
        names::field_of(name).is_some()
            && known
                .is_some_and(|(_, values)| !values.is_empty() && !values.iter().any(|v| v == value))
    }

    /// Whether it can only be a list of what a message said of one user.
    fn says_enough(&self) -> bool {
        let known = self.0.iter().filter(|(_, values)| !values.is_empty());
        let fields: HashSet<&str> = known
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

/// Reads the names and values of `text`, if it is such a list: one for each user. `is_sure` where it is known to tell
/// attributes.
pub(super) fn read(text: &str, is_sure: bool) -> Vec<List> {
    if text.len() > LONGEST
        || !signs::may_hold_address(text)
        || lines::is_table_of_users(text)
        || signs::is_of_others(text)
    {
        return vec![];
    }
    let text = lines::issued(text);
    let lists = of_text(&text, is_sure);
    if !lists.is_empty() || !text.contains("</") {
        return lists;
    }
    of_text(&lines::without_tags(&text), is_sure)
}

fn of_text(text: &str, is_sure: bool) -> Vec<List> {
    let lines = Lines::of(text);
    let mut lists = vec![List::default()];
    let mut in_brackets = 0;
    let mut at = 0;
    while let Some((name, end)) = next_name(text, at) {
        at = end;
        let Some((value, past)) = value(text, end, &lines) else {
            continue;
        };
        let before = text.get(end..past).unwrap_or_default();
        let before = before.split(value.as_str()).next().unwrap_or_default();
        in_brackets += usize::from(before.contains(['[', '(']));
        at = past;
        if lists
            .last()
            .is_some_and(|list| list.is_of_another(&name, &value))
            && lists.len() < USERS
        {
            lists.push(List::default());
        }
        let Some(list) = lists.last_mut() else {
            break;
        };
        list.add(&name, Some(value).filter(|value| !value.is_empty()));
        while let Some((value, past)) = another(text, at) {
            list.add(&name, Some(value));
            at = past;
        }
    }
    let names = lists.iter().flat_map(|list| &list.0).map(|(name, _)| name);
    let is_sure = is_sure
        || names.clone().any(|name| name.contains(':'))
        || in_brackets > 1 && !signs::is_json(text);
    if !is_sure && (lists.len() > 1 || !signs::speaks_of_attributes(text)) {
        return vec![];
    }
    join(lists)
}

/// The lists that say enough alone; what says less belongs to the one before it.
fn join(lists: Vec<List>) -> Vec<List> {
    let mut joined: Vec<List> = vec![];
    for list in lists {
        match joined.last_mut() {
            Some(last) if !list.says_enough() || !last.says_enough() => {
                for (name, values) in list.0 {
                    for value in values {
                        last.add(&name, Some(value));
                    }
                }
            }
            _ => joined.push(list),
        }
    }
    joined.retain(List::says_enough);
    joined
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
