//! What a text is, and the one way to make it.

/// The texts of one finding, in English, under the id that translations use.
///
/// Texts are plain text with four marks: `` `wire name` ``, `**Console label**` (always English, also in a
/// translation), `<https://…>` (a link) and lines that start with `1. `, which are steps. A placeholder is written
/// `{ $name }`; what may stand in it says [`Arg`](super::Arg). What a language lacks stands in English, each line of it
/// between U+FFF9 and U+FFFB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    id: &'static str,
    title: &'static str,
    why: &'static str,
    fix: &'static str,
    action: &'static str,
}

impl Words {
    pub(crate) const fn new(
        id: &'static str,
        [title, why, fix, action]: [&'static str; 4],
    ) -> Self {
        Self {
            id,
            title,
            why,
            fix,
            action,
        }
    }

    /// Key of the translation, in kebab-case; unique over the whole crate.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What: one sentence without a full stop.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The title as a phrase.
    pub fn title_phrase(&self) -> Phrase {
        Phrase::new(self.id, self.title)
    }

    /// Why it matters.
    pub fn why(&self) -> &'static str {
        self.why
    }

    /// What to do, as sentences or steps.
    pub fn fix(&self) -> &'static str {
        self.fix
    }

    /// The fix in a few imperative words for the list “Do first”; empty where there is nothing to do first.
    pub fn action(&self) -> &'static str {
        self.action
    }
}

/// One English text under the id that translations use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    id: &'static str,
    english: &'static str,
}

impl Phrase {
    /// A phrase of [`texts!`] or in the row of a table, whose module lists its rows' texts.
    pub(crate) const fn new(id: &'static str, english: &'static str) -> Self {
        Self { id, english }
    }

    /// Key of the translation, in kebab-case; unique over the whole crate.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The text, with the marks and placeholders of [`Words`].
    pub fn english(&self) -> &'static str {
        self.english
    }
}

/// A text of this crate, as the lists of its modules have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// One text.
    Phrase(Phrase),
    /// The texts of a finding.
    Words(Words),
}

impl Text {
    /// Its words, where it is that of a finding.
    pub fn words(&self) -> Option<&Words> {
        match self {
            Self::Phrase(_) => None,
            Self::Words(words) => Some(words),
        }
    }

    /// Each English text in it, by the key that translations use.
    pub fn parts(&self) -> Vec<(String, &'static str)> {
        match self {
            Self::Phrase(phrase) => vec![(phrase.id.to_owned(), phrase.english)],
            Self::Words(words) => {
                let part = |name: &str| format!("{}.{name}", words.id);
                let all = [
                    (words.id.to_owned(), words.title),
                    (part("why"), words.why),
                    (part("fix"), words.fix),
                    (part("action"), words.action),
                ];
                all.into_iter()
                    .filter(|(_, text)| !text.is_empty())
                    .collect()
            }
        }
    }
}

/// Makes the texts of a module and lists them all as its `TEXTS`, which the compiler calls dead where
/// the catalogue forgets them. One that begins with `pub(super) static:` makes them visible so.
///
/// ```text
/// texts! {
///     NAME "its-id" "A phrase.";
///     WORDS "other-id" { title: "What", why: "Why.", fix: "What to do.", action: "In short" }
/// }
/// ```
macro_rules! texts {
    (@type { $($parts:tt)* }) => { $crate::text::Words };
    (@type $english:literal) => { $crate::text::Phrase };
    (@new $id:tt { title: $title:expr, why: $why:expr, fix: $fix:expr $(,)? }) => {
        $crate::text::Words::new($id, [$title, $why, $fix, ""])
    };
    (@new $id:tt { title: $title:expr, why: $why:expr, fix: $fix:expr, action: $action:expr $(,)? }) => {
        $crate::text::Words::new($id, [$title, $why, $fix, $action])
    };
    (@new $id:tt $english:literal) => { $crate::text::Phrase::new($id, $english) };
    (@text $name:ident { $($parts:tt)* }) => { $crate::text::Text::Words($name) };
    (@text $name:ident $english:literal) => { $crate::text::Text::Phrase($name) };
    ($vis:vis static: $($(#[$doc:meta])* $name:ident $id:literal $text:tt $(;)?)+) => {
        $(
            $(#[$doc])*
            $vis static $name: $crate::text::texts!(@type $text) = $crate::text::texts!(@new $id $text);
        )+
        /// Every text of this module.
        pub(crate) static TEXTS: &[$crate::text::Text] = &[$($crate::text::texts!(@text $name $text)),+];
    };
    ($($rest:tt)+) => { $crate::text::texts! { static: $($rest)+ } };
}

pub(crate) use texts;
