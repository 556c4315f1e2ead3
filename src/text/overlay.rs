//! Reads a translation: messages and attributes of Fluent, with variables as the only placeables.

use super::{Language, Script, latin};
use crate::hash::HashMap;

/// The texts of one language by key; an attribute's key is `message.attribute`.
#[derive(Debug)]
pub struct Overlay(HashMap<String, String>);

impl Overlay {
    /// The texts of a language as it is written.
    pub fn of(language: &Language) -> Self {
        match language.script {
            Script::AsIs => Self::read(language.engine),
            Script::SerbianLatin => Self::read(&latin(language.engine)),
        }
    }

    /// Reads `source`; what is not of the subset is left out, and the conventions test finds it missing.
    pub fn read(source: &str) -> Self {
        let mut texts: HashMap<String, String> = HashMap::default();
        let mut message = "";
        let mut key = String::new();
        for line in source.lines() {
            let indented = line.starts_with(' ');
            let content = line.trim();
            if content.is_empty() || (!indented && content.starts_with('#')) {
                continue;
            }
            let attribute = content
                .strip_prefix('.')
                .filter(|_| indented)
                .and_then(|rest| rest.split_once(" ="));
            let start = match attribute {
                Some((name, text)) => Some((format!("{message}.{name}"), text)),
                None if indented => None,
                None => content.split_once(" =").map(|(id, text)| {
                    message = id;
                    (id.to_owned(), text)
                }),
            };
            match start {
                Some((id, text)) => {
                    texts.insert(id.clone(), text.trim().to_owned());
                    key = id;
                }
                None => {
                    let text = texts.entry(key.clone()).or_default();
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(content);
                }
            }
        }
        texts.retain(|_, text| !text.is_empty());
        Self(texts)
    }

    /// The text under `key`.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// All texts by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::Overlay;

    #[test]
    fn reads_messages_attributes_and_lines() {
        let overlay = Overlay::read(
            "# head\n\na = Један { $x }\n    .why =\n        1. два\n        1. три\n    .fix = четири\nb =\n    пет = шест\n",
        );
        for (key, expected) in [
            ("a", Some("Један { $x }")),
            ("a.why", Some("1. два\n1. три")),
            ("a.fix", Some("четири")),
            ("b", Some("пет = шест")),
            ("c", None),
        ] {
            assert_eq!(overlay.get(key), expected, "{key}");
        }
    }
}
