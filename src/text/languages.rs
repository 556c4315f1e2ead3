//! The languages: a row each. The build of the page reads this file too, so it uses nothing else of the crate.

/// A language, or one way to write it.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// The tags that fall to it: its own and those of neighbours who read it. The one with the most parts counts.
    pub takes: &'static [&'static str],
    /// Name of its file in `src/text/` and `www/text/`, without `.ftl`.
    pub file: &'static str,
    /// The engine's texts; nothing for English, which stands in the code.
    pub engine: &'static str,
    /// How the texts of the file are written on the way out.
    pub script: Script,
    /// Its own name for itself, in short.
    pub short: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
    /// The locale of numbers and dates.
    pub locale: &'static str,
    /// How months are written in dates: `short` or `numeric`.
    pub month: &'static str,
    /// After which numbers the singular stands.
    pub singular: Singular,
    /// Whether a text without translation is refused; else it is listed, and shown in English.
    pub complete: bool,
}

/// After which numbers the singular stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Singular {
    /// After 1 alone.
    One,
    /// After what ends in 1, but not in 11: 21 дан.
    EndsInOne,
}

/// How the texts of a file are written on the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// As they stand.
    AsIs,
    /// Serbian Cyrillic in Latin letters.
    SerbianLatin,
}

/// All of them, English first; the others in the order of the page's menu.
pub const LANGUAGES: &[Language] = &[
    Language {
        tag: "en",
        takes: &["en"],
        file: "en",
        engine: "",
        script: Script::AsIs,
        short: "English",
        name: "English",
        locale: "en-GB",
        month: "short",
        singular: Singular::One,
        complete: true,
    },
    Language {
        tag: "sr-Latn",
        takes: &["sr", "hr", "bs", "cnr", "sh"],
        file: "sr",
        engine: include_str!("sr.ftl"),
        script: Script::SerbianLatin,
        short: "Srpski",
        name: "Srpski (latinica)",
        locale: "sr-Latn",
        month: "numeric",
        singular: Singular::EndsInOne,
        complete: true,
    },
    Language {
        tag: "sr-Cyrl",
        takes: &["sr-cyrl", "hr-cyrl", "bs-cyrl", "cnr-cyrl", "sh-cyrl"],
        file: "sr",
        engine: include_str!("sr.ftl"),
        script: Script::AsIs,
        short: "Српски",
        name: "Српски (ћирилица)",
        locale: "sr-Cyrl",
        month: "numeric",
        singular: Singular::EndsInOne,
        complete: true,
    },
];

impl Language {
    /// The language that fits a BCP 47 tag; `None` where none does. `sr` without a script is `sr-Latn`.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let tag = tag.to_ascii_lowercase();
        let parts: Vec<&str> = tag.split(['-', '_']).collect();
        let fits = |taken: &&str| {
            taken.split('-').next() == parts.first().copied()
                && taken.split('-').all(|part| parts.contains(&part))
        };
        let length = |language: &&'static Self| {
            let fitting = language.takes.iter().filter(|taken| fits(taken));
            fitting.map(|taken| taken.split('-').count()).max()
        };
        let fitting = LANGUAGES
            .iter()
            .filter(|language| length(language).is_some());
        fitting.max_by_key(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_falls_to_the_nearest_language() {
        for (tag, expected) in [
            ("en-US", Some("en")),
            ("sr", Some("sr-Latn")),
            ("sr-RS", Some("sr-Latn")),
            ("sr-Latn-RS", Some("sr-Latn")),
            ("sr_Cyrl_RS", Some("sr-Cyrl")),
            ("bs-Cyrl", Some("sr-Cyrl")),
            ("hr-HR", Some("sr-Latn")),
            ("x-sr", None),
            ("srx", None),
            ("", None),
        ] {
            assert_eq!(
                Language::of(tag).map(|language| language.tag),
                expected,
                "{tag}"
            );
        }
        for language in LANGUAGES {
            assert_eq!(Language::of(language.tag), Some(language));
        }
    }
}
