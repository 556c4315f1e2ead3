//! The user statuses of Webex: what each means, the ways in and out, and what it says about error 31.

mod clocks;
mod glossary;
mod id;
mod moves;
mod rows;

pub use clocks::{CLOCKS, Clock};
pub use glossary::{GLOSSARY, Term};
pub use id::StatusId;
pub use moves::{MOVES, Move};
pub use rows::ROWS;

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
        Phrase { id, english }
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
                "**Pending** takes the place of **Not Verified**. The page also calls deactivated users so, while its actions still lead to **Inactive**.",
            ),
            Self::SiteAdministration => (
                "generation-site-note",
                "Here an account is active or not, or its request awaits approval.",
            ),
        };
        Phrase { id, english }
    }

    /// Its statuses, in the order of an account's life.
    pub fn statuses(self) -> Vec<StatusId> {
        let rows = ROWS.iter().filter(|row| row.generations.contains(&self));
        rows.map(|row| row.id).collect()
    }
}

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

/// What a status means in some generations.
#[derive(Debug, PartialEq, Eq)]
pub struct Status {
    /// Which status.
    pub id: StatusId,
    /// Where this row holds.
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
    /// Addresses of the pages that say what it means.
    pub sources: &'static [&'static str],
}

/// The row of a status in a generation.
pub fn status(id: StatusId, generation: Generation) -> Option<&'static Status> {
    ROWS.iter()
        .find(|row| row.id == id && row.generations.contains(&generation))
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
        let pair = |id, english, brief, more| {
            [
                Phrase { id, english },
                Phrase {
                    id: brief,
                    english: more,
                },
            ]
        };
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

/// Every phrase of the tables, for translators and tests.
pub fn phrases() -> Vec<Phrase> {
    let mut phrases = vec![];
    for generation in Generation::ALL {
        phrases.extend([generation.name(), generation.note()]);
    }
    phrases.extend(StatusId::ALL.map(StatusId::name));
    phrases.extend(Outside::ALL.into_iter().flat_map(Outside::words));
    for row in ROWS {
        phrases.extend([row.brief, row.meaning, row.todo, row.error31]);
    }
    for step in MOVES {
        phrases.extend([step.trigger, step.detail]);
    }
    for term in GLOSSARY {
        phrases.extend([term.name, term.meaning]);
    }
    for clock in CLOCKS {
        phrases.extend([clock.name, clock.meaning]);
    }
    phrases
}

const BL994: &str = "https://help.webex.com/en-us/article/bl994";
const NIKZBGY: &str = "https://help.webex.com/article/nikzbgy";
const NCEB8TM: &str = "https://help.webex.com/nceb8tm";
const SITE: &str = "https://manualsbrain.com/en/manuals/1609827/?page=106";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_of_a_generation_has_one_row_and_its_moves_fit() {
        for generation in Generation::ALL {
            for id in generation.statuses() {
                let rows = ROWS
                    .iter()
                    .filter(|row| row.id == id && row.generations.contains(&generation));
                assert_eq!(rows.count(), 1, "{id:?} in {generation:?}");
            }
            for step in MOVES.iter().filter(|m| m.generations.contains(&generation)) {
                for node in [step.from, step.to] {
                    if let StatusNode::Status(id) = node {
                        assert!(status(id, generation).is_some(), "{}", step.trigger.id);
                    }
                }
            }
        }
    }
}
