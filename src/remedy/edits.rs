//! The changes, made in the text of the message.

use super::{Act, Change, Fault, Remedy};
use crate::diagnostic::Span;
use crate::facts::{Carrier, Facts};
use crate::order;
use crate::saml::Attribute;
use crate::xml::{Document, Element};

/// A part of a text that is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The part; empty where something is put in.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

/// For each change its edits; those of different changes don't overlap. `values` are what the attributes hold afterwards.
pub fn edits(
    document: &Document,
    facts: &Facts,
    remedy: &Remedy,
    values: &[String],
) -> Vec<Vec<Edit>> {
    let writer = Writer::of(document, facts);
    let changes = remedy.changes.iter().zip(values);
    changes
        .map(|(change, value)| writer.change(change, value).unwrap_or_default())
        .collect()
}

/// The text with these edits made.
pub fn apply<'e>(text: &str, edits: impl Iterator<Item = &'e Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.collect();
    order::by_key(&mut edits, |edit| (edit.span.start, edit.span.end));
    let mut changed = String::with_capacity(text.len());
    let mut done = 0;
    for Edit { span, text: own } in edits {
        changed.push_str(text.get(done..span.start).unwrap_or_default());
        changed.push_str(own);
        done = done.max(span.end);
    }
    changed.push_str(text.get(done..).unwrap_or_default());
    changed
}

struct Writer<'d, 'f> {
    /// In the order of their start tags.
    elements: Vec<Element<'d>>,
    facts: &'f Facts<'f>,
    /// The prefix of the assertion with its colon; empty without one.
    prefix: String,
}

impl<'d, 'f> Writer<'d, 'f> {
    fn of(document: &'d Document, facts: &'f Facts<'f>) -> Self {
        let mut writer = Self {
            elements: document.elements().collect(),
            facts,
            prefix: String::new(),
        };
        let assertion = facts.assertion.and_then(|one| writer.element(one.span));
        let any = assertion.unwrap_or_else(|| document.root());
        if let Some(prefix) = any.prefix() {
            writer.prefix = format!("{prefix}:");
        }
        writer
    }

    /// The element with this start tag.
    fn element(&self, tag: Span) -> Option<Element<'d>> {
        let tags = &self.elements;
        let at = tags.binary_search_by_key(&tag.start, |element| element.tag_span().start);
        tags.get(at.ok()?).copied()
    }

    fn change(&self, change: &Change, value: &str) -> Option<Vec<Edit>> {
        let replace = |span, text| Edit { span, text };
        Some(match (change.act, change.carrier) {
            (Act::Add, _) => vec![self.add(change.name, value)?],
            (Act::Rename, Some(Carrier::Attribute(attribute))) => {
                vec![replace(attribute.name.span, escape(change.name))]
            }
            (Act::Remove, Some(Carrier::Attribute(attribute))) => {
                let same = self.same(attribute);
                let all = same.map(|element| replace(element.span(), String::new()));
                all.collect()
            }
            (Act::Value, Some(Carrier::Attribute(attribute))) => {
                let name = match change.fault {
                    Some(Fault::Differs) => &attribute.name.value,
                    _ => change.name,
                };
                let mut text = self.attribute(name, value);
                let mut all = vec![];
                for element in self.same(attribute) {
                    all.push(replace(element.span(), std::mem::take(&mut text)));
                }
                all
            }
            (Act::Value, Some(Carrier::NameId(name_id))) => {
                let span = self.element(name_id.span)?.span();
                let prefix = &self.prefix;
                let value = escape(value);
                vec![replace(
                    span,
                    format!("<{prefix}NameID>{value}</{prefix}NameID>"),
                )]
            }
            _ => return None,
        })
    }

    /// All attributes with the name of this one.
    fn same<'a>(&'a self, attribute: &'a Attribute) -> impl Iterator<Item = Element<'d>> + 'a {
        let friendly = |one: &Attribute| one.friendly_name.as_ref().map(|name| name.value.clone());
        let is_same = move |one: &&&Attribute| {
            one.name.value == attribute.name.value
                && (!one.name.value.is_empty() || friendly(one) == friendly(attribute))
        };
        let all = self.facts.attributes.iter().filter(is_same);
        all.filter_map(|one| self.element(one.span))
    }

    fn attribute(&self, name: &str, value: &str) -> String {
        let prefix = &self.prefix;
        format!(
            "<{prefix}Attribute Name=\"{}\"><{prefix}AttributeValue>{}</{prefix}AttributeValue></{prefix}Attribute>",
            escape(name),
            escape(value)
        )
    }

    fn add(&self, name: &str, value: &str) -> Option<Edit> {
        let one = self.attribute(name, value);
        let assertion = self.facts.assertion?;
        if let Some(statement) = assertion.attribute_statements.last() {
            let element = self.element(statement.span)?;
            let Some(end) = element.end_tag_span() else {
                let span = element.span();
                return Some(Edit {
                    span,
                    text: self.statement(&one),
                });
            };
            let span = Span::new(end.start, end.start);
            return Some(Edit { span, text: one });
        }
        let end = self.element(assertion.span)?.end_tag_span()?;
        Some(Edit {
            span: Span::new(end.start, end.start),
            text: self.statement(&one),
        })
    }

    fn statement(&self, content: &str) -> String {
        let prefix = &self.prefix;
        format!("<{prefix}AttributeStatement>{content}</{prefix}AttributeStatement>")
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
