//! The texts of engine and page in each language, as they stand in their files.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::texts::texts;
use error31::text::{LANGUAGES, Language};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::BTreeMap;
use std::fs;

/// Texts by key; an attribute's key is `message.attribute`.
pub type Texts = BTreeMap<String, String>;

/// The engine's and the page's English, each beside its translation into a language; of two scripts the first.
pub fn pairs() -> Vec<(&'static Language, [(Texts, Texts); 2])> {
    let english: Texts = texts()
        .into_iter()
        .map(|(key, text)| (key, text.to_owned()))
        .collect();
    let mut languages: Vec<&Language> = LANGUAGES.iter().filter(|one| one.tag != "en").collect();
    languages.dedup_by_key(|language| language.file);
    let pair = |language: &'static Language| {
        let engine = (english.clone(), read(language.engine));
        let page = (read(&page("en")), read(&page(language.file)));
        (language, [engine, page])
    };
    languages.into_iter().map(pair).collect()
}

/// The page's words of a language.
pub fn page(file: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/text");
    fs::read_to_string(format!("{folder}/{file}.ftl")).unwrap()
}

/// Reads a file that has nothing but messages, attributes and variables.
pub fn read(source: &str) -> Texts {
    let mut texts = Texts::new();
    let mut add = |key: String, pattern: &Pattern<&str>| {
        assert!(
            texts.insert(key.clone(), written(pattern)).is_none(),
            "twice: {key}"
        );
    };
    for entry in parser::parse(source).unwrap().body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    add(message.id.name.to_owned(), value);
                }
                for attribute in &message.attributes {
                    let key = format!("{}.{}", message.id.name, attribute.id.name);
                    add(key, &attribute.value);
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("neither message nor comment: {other:?}"),
        }
    }
    texts
}

fn written(pattern: &Pattern<&str>) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }, ..),
            } => format!("{{ ${} }}", id.name),
            other => panic!("neither text nor variable: {other:?}"),
        })
        .collect()
}

/// The pieces of a text, and whether each is a wire name, a console label or a link.
pub fn pieces(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let starts = [("`", "`"), ("**", "**"), ("<https://", ">")];
        let next = starts
            .iter()
            .filter_map(|(open, close)| Some((rest.find(open)?, *open, *close)))
            .min();
        let (piece, is_marked) = match next {
            Some((0, open, close)) => {
                let end = rest[open.len()..].find(close).unwrap() + open.len() + close.len();
                (&rest[..end], true)
            }
            Some((start, ..)) => (&rest[..start], false),
            None => (rest, false),
        };
        rest = &rest[piece.len()..];
        (!piece.is_empty()).then_some((piece, is_marked))
    })
}
