//! The user statuses of Webex: what each means, the ways in and out, and what it says about error 31.

mod clocks;
mod glossary;
mod rows;

pub use clocks::{CLOCKS, Clock};
pub use glossary::{GLOSSARY, Term};
pub use rows::StatusId;

use super::pages::Page;
use crate::text::Phrase;
use serde::Serialize;

/// A list of statuses: Cisco has named and cut them differently over the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Generation {
    /// Control Hub, up to 2024.
    #[serde(rename = "to-2024")]
    To2024,
    /// Control Hub, 2025.
    #[serde(rename = "2025")]
    In2025,
    /// Control Hub, 2026.
    #[serde(rename = "2026")]
    In2026,
    /// Webex Site Administration and WebEx Meetings Server: `Active` and the approval queue.
    #[serde(rename = "site-administration")]
    SiteAdministration,
}

impl Generation {
    /// All of them, the oldest of Control Hub first.
    pub const ALL: [Self; 4] = [
        Self::To2024,
        Self::In2025,
        Self::In2026,
        Self::SiteAdministration,
    ];

    /// Name for people.
    pub fn name(self) -> Phrase {
        let (id, english) = match self {
            Self::To2024 => ("generation-to-2024", "to 2024"),
            Self::In2025 => ("generation-2025", "2025"),
            Self::In2026 => ("generation-2026", "2026"),
            Self::SiteAdministration => ("generation-site", "**Site Administration**"),
        };
        Phrase::new(id, english)
    }

    /// What sets this list apart.
    pub fn note(self) -> Phrase {
        let (id, english) = match self {
            Self::To2024 => (
                "generation-to-2024-note",
                "The list of the older consoles. It has no **Pending**.",
            ),
            Self::In2025 => (
                "generation-2025-note",
                "**Pending** is new here: a licence from another organisation that the user has not accepted yet.",
            ),
            Self::In2026 => (
                "generation-2026-note",
                "**Pending** takes the place of **Not Verified**. Cisco’s page also uses it for deactivated users, although **Deactivate** on the same page leads to **Inactive**. Another page of Cisco’s (`bl994`) still lists **Verified**, **Not Verified** and **Delayed Claim**.",
            ),
            Self::SiteAdministration => (
                "generation-site-note",
                "Here an account is active or not, or its request awaits approval. The other lists are about Control Hub; Cisco describes this console in **Manage User Accounts in Cisco Webex Site Administration**.",
            ),
        };
        Phrase::new(id, english)
    }

    /// Its statuses, in the order of an account's life.
    pub fn statuses(self) -> Vec<StatusId> {
        let here = meanings().filter(|meaning| meaning.generations.contains(&self));
        here.map(|meaning| meaning.status).collect()
    }
}

const HUB: &[Generation] = &[Generation::To2024, Generation::In2025, Generation::In2026];

/// What a status says about the cause “the account exists, but is deactivated or awaits approval”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    /// It is that cause.
    Confirms,
    /// It may be that cause.
    Possible,
    /// It is not that cause.
    RulesOut,
}

/// A status: all that is known of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Status {
    /// Which one.
    pub id: StatusId,
    /// Name for people; its English is the word of the console.
    pub name: Phrase,
    /// The words that mean it in exported lists besides that one, in lower case without separators.
    pub words: &'static [&'static str],
    /// The words that we read as this status, written like those; no page of Cisco's says what they mean.
    pub readings: &'static [&'static str],
    /// What it means, one for each group of generations.
    pub meanings: &'static [Meaning],
    /// The ways that lead into it, and those that leave it for no other status.
    pub moves: &'static [Move],
}

/// What a status means in some generations.
#[derive(Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Which status.
    pub status: StatusId,
    /// Where it means this.
    pub generations: &'static [Generation],
    /// The meaning in two or three words.
    pub brief: Phrase,
    /// What it means.
    pub meaning: Phrase,
    /// What to do.
    pub todo: Phrase,
    /// What it says about error 31; always our reading, since Cisco draws no such line.
    pub error31: Phrase,
    /// The same as a verdict.
    pub bearing: Bearing,
    /// The pages that say what it means.
    pub sources: &'static [&'static Page],
}

/// One way from a status to another.
#[derive(Debug, PartialEq, Eq)]
pub struct Move {
    /// Where it begins.
    pub from: StatusNode,
    /// Where it ends.
    pub to: StatusNode,
    /// Where it is there.
    pub generations: &'static [Generation],
    /// What sets it off, in a few words.
    pub trigger: Phrase,
    /// The same as a sentence.
    pub detail: Phrase,
    /// The page that says so.
    pub source: &'static Page,
}

impl StatusId {
    /// The status of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|status| status.id() == id)
    }

    /// The word of the console, in English.
    pub fn label(self) -> &'static str {
        self.row().name.english()
    }

    /// The status that a word in an exported list means; `None` where no row has the word.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = letters(word);
        let means = |status: &Self| {
            let row = status.row();
            let mut words = row.words.iter().chain(row.readings);
            letters(status.label()) == word || words.any(|one| *one == word)
        };
        Self::ALL.iter().copied().find(means)
    }

    /// Whether a word in an exported list means this status by our reading alone.
    pub fn is_reading(self, word: &str) -> bool {
        self.row().readings.contains(&letters(word).as_str())
    }
}

fn letters(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.flat_map(char::to_lowercase).collect()
}

/// Every meaning of every status, in the order of an account's life.
pub fn meanings() -> impl DoubleEndedIterator<Item = &'static Meaning> {
    StatusId::ALL.iter().flat_map(|id| id.row().meanings)
}

/// Every way from a status to another.
pub fn moves() -> impl Iterator<Item = &'static Move> {
    StatusId::ALL.iter().flat_map(|id| id.row().moves)
}

/// What a status means in a generation.
pub fn meaning(id: StatusId, generation: Generation) -> Option<&'static Meaning> {
    let mut meanings = id.row().meanings.iter();
    meanings.find(|meaning| meaning.generations.contains(&generation))
}

/// Where a move begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum StatusNode {
    /// At a status.
    Status(StatusId),
    /// Elsewhere.
    Outside(Outside),
}

const fn at(status: StatusId) -> StatusNode {
    StatusNode::Status(status)
}

const NEW: StatusNode = StatusNode::Outside(Outside::New);
const OTHER: StatusNode = StatusNode::Outside(Outside::OtherOrganisation);
const ANY: StatusNode = StatusNode::Outside(Outside::Any);
const PREVIOUS: StatusNode = StatusNode::Outside(Outside::Previous);
const DELETED: StatusNode = StatusNode::Outside(Outside::Deleted);

/// What is no status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Outside {
    /// There is no account yet.
    New,
    /// The account is in another organisation.
    OtherOrganisation,
    /// Any status in the organisation.
    Any,
    /// The status before.
    Previous,
    /// The account is gone.
    Deleted,
}

impl Outside {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::New,
        Self::OtherOrganisation,
        Self::Any,
        Self::Previous,
        Self::Deleted,
    ];

    /// Name and, in two or three words, meaning.
    pub fn words(self) -> [Phrase; 2] {
        let pair = |id, english, brief, more| [Phrase::new(id, english), Phrase::new(brief, more)];
        match self {
            Self::New => pair("status-new", "New", "status-new-brief", "no account yet"),
            Self::OtherOrganisation => pair(
                "status-other-organisation",
                "Other organisation",
                "status-other-organisation-brief",
                "has an account",
            ),
            Self::Any => pair(
                "status-any",
                "In your organisation",
                "status-any-brief",
                "any status",
            ),
            Self::Previous => pair(
                "status-previous",
                "Status before",
                "status-previous-brief",
                "as it was",
            ),
            Self::Deleted => pair(
                "status-deleted",
                "Deleted",
                "status-deleted-brief",
                "account gone",
            ),
        }
    }
}

/// Every text of the tables.
pub(crate) fn texts() -> Vec<Phrase> {
    let mut texts = vec![];
    for generation in Generation::ALL {
        texts.extend([generation.name(), generation.note()]);
    }
    texts.extend(StatusId::ALL.iter().map(|status| status.row().name));
    texts.extend(Outside::ALL.into_iter().flat_map(Outside::words));
    for row in meanings() {
        texts.extend([row.brief, row.meaning, row.todo, row.error31]);
    }
    for step in moves() {
        texts.extend([step.trigger, step.detail]);
    }
    for term in GLOSSARY {
        texts.extend([term.name, term.meaning]);
    }
    for clock in CLOCKS {
        texts.extend([clock.name, clock.meaning]);
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_of_a_generation_has_one_meaning_and_its_moves_fit() {
        for generation in Generation::ALL {
            for id in generation.statuses() {
                let rows = id.row().meanings.iter();
                let here = rows.filter(|row| row.generations.contains(&generation));
                assert_eq!(here.count(), 1, "{id:?} in {generation:?}");
            }
            for step in moves().filter(|step| step.generations.contains(&generation)) {
                for node in [step.from, step.to] {
                    if let StatusNode::Status(id) = node {
                        assert!(meaning(id, generation).is_some(), "{}", step.trigger.id());
                    }
                }
            }
        }
    }

    #[test]
    fn a_row_has_what_is_of_its_status() {
        for id in StatusId::ALL {
            let row = id.row();
            assert_eq!(row.id, *id);
            assert!(!row.meanings.is_empty(), "{id:?}");
            assert!(row.meanings.iter().all(|meaning| meaning.status == *id));
            let here = at(*id);
            for step in row.moves {
                let leaves = step.from == here && matches!(step.to, StatusNode::Outside(_));
                assert!(step.to == here || leaves, "{}", step.trigger.id());
            }
            for word in row.words.iter().chain(row.readings) {
                assert_eq!(letters(word), *word);
            }
        }
    }

    #[test]
    fn reads_the_words_of_a_list() {
        for (word, expected) in [
            ("Active", Some(StatusId::Active)),
            (" not verified ", Some(StatusId::NotVerified)),
            ("Not_Verified", Some(StatusId::NotVerified)),
            ("Delayed Claim", Some(StatusId::DelayedClaim)),
            ("Nije potvrđeno", Some(StatusId::NotVerified)),
            ("Pending approval", Some(StatusId::PendingApproval)),
            ("Disabled", Some(StatusId::Inactive)),
            ("pending_transient", Some(StatusId::Transient)),
            ("fraud_transient", Some(StatusId::Fraud)),
            ("Invite pending", None),
            ("", None),
        ] {
            assert_eq!(StatusId::from_word(word), expected, "{word}");
        }
        for status in StatusId::ALL {
            assert_eq!(StatusId::from_id(status.id()), Some(*status));
            let row = status.row();
            let words = row.words.iter().chain(row.readings).copied();
            for word in words.chain([status.label()]) {
                assert_eq!(StatusId::from_word(word), Some(*status), "{word}");
            }
        }
    }
}
