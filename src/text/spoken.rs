//! The texts in the reader's language.

use super::languages::{LANGUAGES, Language};
use super::{Overlay, Phrase, Words, fill, texts};
use std::sync::OnceLock;

/// The texts in the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    language: &'static str,
    overlay: Option<&'static Overlay>,
}

/// What was read of each language's file, in the order of [`LANGUAGES`].
static OVERLAYS: [OnceLock<Overlay>; LANGUAGES.len()] =
    [const { OnceLock::new() }; LANGUAGES.len()];

impl Texts {
    /// The texts for a BCP 47 tag; English where the language is not there.
    pub fn new(tag: &str) -> Self {
        let asked = Language::of(tag).map(|language| language.tag);
        let mut rows = LANGUAGES.iter().zip(&OVERLAYS);
        let row = rows.find(|(language, _)| Some(language.tag) == asked);
        let translated = row.filter(|(language, _)| !language.engine.is_empty());
        Self {
            language: asked.unwrap_or("en"),
            overlay: translated.map(|(language, read)| read.get_or_init(|| Overlay::of(language))),
        }
    }

    /// The language of the texts as a BCP 47 tag.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A phrase, filled in.
    pub fn say(&self, phrase: &Phrase, args: &[(&'static str, String)]) -> String {
        self.text(phrase.id(), phrase.english(), args)
    }

    /// What, filled in.
    pub fn title(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(words.id(), words.title(), args)
    }

    /// Why it matters, filled in.
    pub fn why(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(&format!("{}.why", words.id()), words.why(), args)
    }

    /// What to do, filled in.
    pub fn fix(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(&format!("{}.fix", words.id()), words.fix(), args)
    }

    /// The fix in a few words, filled in.
    pub fn action(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(&format!("{}.action", words.id()), words.action(), args)
    }

    fn text(&self, key: &str, english: &str, args: &[(&'static str, String)]) -> String {
        match self.overlay.and_then(|overlay| overlay.get(key)) {
            Some(translated) => fill(translated, args),
            None => fill(english, args),
        }
    }

    /// The names joined as a list by [`AND`] or [`OR`]: `a`, `a and b`, `a, b and c`.
    pub fn list(&self, names: &[String], join: &Phrase) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => {
                self.say(join, &[("list", head.join(", ")), ("last", last.clone())])
            }
        }
    }
}

texts! {
    pub static:
    /// Joins the last name of a list to the others.
    AND "list-and" "{ $list } and { $last }";
    /// Joins the last name of a list to the others, after a “no”.
    OR "list-or" "{ $list } or { $last }";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_lists() {
        let english = Texts::new("en");
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(english.list(&names[..1], &AND), "a");
        assert_eq!(english.list(&names[..2], &OR), "a or b");
        assert_eq!(english.list(&names, &AND), "a, b and c");
    }
}
