//! The texts in the reader's language.

use super::fill::{Arg, fill, in_english, write};
use super::languages::{LANGUAGES, Language, Singular};
use super::{Overlay, Phrase, Words, texts};
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

/// A language that is not shipped.
#[cfg(not(target_arch = "wasm32"))]
static TRIED: OnceLock<(&Language, Overlay)> = OnceLock::new();

/// Takes in one language beside [`LANGUAGES`], found by its tag alone, for tests; the first stays.
#[cfg(not(target_arch = "wasm32"))]
pub fn try_out(language: &'static Language) {
    TRIED.get_or_init(|| (language, Overlay::of(language)));
}

impl Texts {
    /// The texts for a BCP 47 tag; English where the language is not there.
    pub fn new(tag: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some((language, overlay)) = TRIED.get().filter(|(tried, _)| tried.tag == tag) {
            return Self {
                language: language.tag,
                overlay: Some(overlay),
            };
        }
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
    pub fn say(&self, phrase: &Phrase, args: &[(&'static str, Arg)]) -> String {
        self.text(phrase.id(), "", phrase.english(), args)
    }

    /// Adds a phrase, filled in.
    pub(super) fn add(&self, phrase: &Phrase, args: &[(&'static str, Arg)], out: &mut String) {
        self.put(phrase.id(), "", phrase.english(), args, out);
    }

    /// An argument in words, as it would stand in a text.
    pub fn write(&self, arg: &Arg) -> String {
        let mut out = String::new();
        write(self, arg, &mut out);
        out
    }

    /// A number of days in words.
    pub fn days(&self, number: i64) -> Arg {
        let language = Language::of(self.language);
        let is_one = match language.map_or(Singular::One, |language| language.singular) {
            Singular::One => number == 1,
            Singular::EndsInOne => number % 10 == 1 && number % 100 != 11,
        };
        let phrase = if is_one { DAY } else { DAYS };
        Arg::Said(phrase, vec![("number", number.into())])
    }

    /// Sentences, one after the other.
    pub fn paragraph(&self, sentences: &[Arg]) -> String {
        let mut out = String::new();
        for (at, sentence) in sentences.iter().enumerate() {
            out.push_str(if at > 0 { " " } else { "" });
            write(self, sentence, &mut out);
        }
        out
    }

    /// What, filled in.
    pub fn title(&self, words: &Words, args: &[(&'static str, Arg)]) -> String {
        self.text(words.id(), "", words.title(), args)
    }

    /// Why it matters, filled in.
    pub fn why(&self, words: &Words, args: &[(&'static str, Arg)]) -> String {
        self.text(words.id(), ".why", words.why(), args)
    }

    /// What to do, filled in.
    pub fn fix(&self, words: &Words, args: &[(&'static str, Arg)]) -> String {
        self.text(words.id(), ".fix", words.fix(), args)
    }

    /// The fix in a few words, filled in; `None` where there is nothing to do first.
    pub fn action(&self, words: &Words, args: &[(&'static str, Arg)]) -> Option<String> {
        let text = || self.text(words.id(), ".action", words.action(), args);
        (!words.action().is_empty()).then(text)
    }

    /// The text whose key is an id and the name of a part behind it.
    fn text(&self, id: &str, part: &str, english: &str, args: &[(&'static str, Arg)]) -> String {
        let mut out = String::new();
        self.put(id, part, english, args, &mut out);
        out
    }

    fn put(
        &self,
        id: &str,
        part: &str,
        english: &str,
        args: &[(&'static str, Arg)],
        out: &mut String,
    ) {
        let Some(overlay) = self.overlay else {
            return fill(self, english, args, out);
        };
        let translated = match part {
            "" => overlay.get(id),
            part => overlay.get(&[id, part].concat()),
        };
        match translated {
            Some(translated) => fill(self, translated, args, out),
            None => {
                let mut filled = String::new();
                fill(self, english, args, &mut filled);
                out.push_str(&in_english(&filled));
            }
        }
    }
}

texts! {
    pub static:
    /// Joins the last name of a list to the others.
    AND "list-and" "{ $list } and { $last }";
    /// A number of days, where the singular stands.
    DAY "day" "{ $number } day";
    /// A number of days.
    DAYS "days" "{ $number } days";
    /// Joins the last name of a list to the others, after a “no”.
    OR "list-or" "{ $list } or { $last }";
}
