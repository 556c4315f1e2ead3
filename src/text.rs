//! Words: English stands where it is used; a translation overlays it by id.

mod latin;
mod overlay;

pub use latin::latin;
pub use overlay::Overlay;

use std::sync::LazyLock;

/// The texts of one finding, in English, under the id that translations use.
///
/// Texts are plain text with four marks: `` `wire name` ``, `**Console label**` (always English, also in a
/// translation), `<https://…>` (a link) and lines that start with `1. `, which are steps. A placeholder is written
/// `{ $name }`; one that holds words of the input stands inside backticks, where [`fill`] makes them harmless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Key of the translation, in kebab-case; unique over the whole crate.
    pub id: &'static str,
    /// What: one sentence without a full stop.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do, as sentences or steps.
    pub fix: &'static str,
    /// The fix in a few imperative words for the list “Do first”; empty where there is nothing to do first.
    pub action: &'static str,
}

/// One English text under the id that translations use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// Key of the translation, in kebab-case; unique over the whole crate.
    pub id: &'static str,
    /// The text, with the marks and placeholders of [`Words`].
    pub english: &'static str,
}

/// What is put into the placeholders: name and value.
pub type Args = Vec<(&'static str, String)>;

/// Longest piece of the input that a text quotes, in characters.
const QUOTED: usize = 96;

/// Replaces each `{ $name }` of `template` by its value; a placeholder without a value stays as it is.
///
/// Inside backticks the value is taken for words of the input: backticks and control characters are replaced and it
/// is cut at 96 characters. Elsewhere it is taken for text of this crate and keeps its marks.
pub fn fill(template: &str, args: &[(&'static str, String)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    let mut quoted = false;
    while let Some((before, after)) = rest.split_once("{ $") {
        quoted ^= before.matches('`').count() % 2 == 1;
        filled.push_str(before);
        let Some((name, tail)) = after.split_once(" }") else {
            filled.push_str("{ $");
            rest = after;
            break;
        };
        match args.iter().find(|(key, _)| *key == name) {
            Some((_, value)) if quoted => filled.push_str(&quote(value)),
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{ $", name, " }"]),
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

fn quote(value: &str) -> String {
    let harmless = |c: char| match c {
        '`' => '\'',
        c if c.is_control() => ' ',
        c => c,
    };
    let mut quoted: String = value.chars().take(QUOTED).map(harmless).collect();
    if value.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}

/// The texts in the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    language: &'static str,
    overlay: Option<&'static Overlay>,
    write: fn(&str) -> String,
}

static SERBIAN: LazyLock<Overlay> = LazyLock::new(|| Overlay::read(include_str!("text/sr.ftl")));

impl Texts {
    /// The texts for a BCP 47 tag; English where the language is not there. `sr` without a script is `sr-Latn`.
    pub fn new(language: &str) -> Self {
        let tag = language.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match (parts.next(), parts.any(|part| part == "cyrl")) {
            (Some("sr"), true) => Self {
                language: "sr-Cyrl",
                overlay: Some(&SERBIAN),
                write: str::to_owned,
            },
            (Some("sr"), false) => Self {
                language: "sr-Latn",
                overlay: Some(&SERBIAN),
                write: latin,
            },
            _ => Self {
                language: "en",
                overlay: None,
                write: str::to_owned,
            },
        }
    }

    /// The language of the texts as a BCP 47 tag.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A phrase, filled in.
    pub fn say(&self, phrase: &Phrase, args: &[(&'static str, String)]) -> String {
        self.text(phrase.id, phrase.english, args)
    }

    /// What, filled in.
    pub fn title(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(words.id, words.title, args)
    }

    /// Why it matters, filled in.
    pub fn why(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(&format!("{}.why", words.id), words.why, args)
    }

    /// What to do, filled in.
    pub fn fix(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(&format!("{}.fix", words.id), words.fix, args)
    }

    /// The fix in a few words, filled in.
    pub fn action(&self, words: &Words, args: &[(&'static str, String)]) -> String {
        self.text(&format!("{}.action", words.id), words.action, args)
    }

    fn text(&self, key: &str, english: &str, args: &[(&'static str, String)]) -> String {
        match self.overlay.and_then(|overlay| overlay.get(key)) {
            Some(translated) => fill(&(self.write)(translated), args),
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

/// Joins the last name of a list to the others.
pub static AND: Phrase = Phrase {
    id: "list-and",
    english: "{ $list } and { $last }",
};
/// Joins the last name of a list to the others, after a “no”.
pub static OR: Phrase = Phrase {
    id: "list-or",
    english: "{ $list } or { $last }",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_placeholders_and_quotes_the_input() {
        let args = vec![
            ("name", "a`b\n**c**".to_owned()),
            ("open", "Open **X**.".to_owned()),
        ];
        for (template, expected) in [
            ("`{ $name }`: { $open }", "`a'b **c**`: Open **X**."),
            ("{ $open } `x` { $open }", "Open **X**. `x` Open **X**."),
            ("`{ $other }`", "`{ $other }`"),
            ("cut { $name", "cut { $name"),
        ] {
            assert_eq!(fill(template, &args), expected);
        }
        let long = fill("`{ $long }`", &[("long", "ž".repeat(200))]);
        assert_eq!(long.chars().count(), 2 + QUOTED + 1);
    }

    #[test]
    fn joins_lists() {
        let english = Texts::new("en");
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(english.list(&names[..1], &AND), "a");
        assert_eq!(english.list(&names[..2], &OR), "a or b");
        assert_eq!(english.list(&names, &AND), "a, b and c");
    }
}
