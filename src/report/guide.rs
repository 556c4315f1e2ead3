//! The user statuses as a guide for people: everything that a diagram, and the list beside it, need.

use crate::text::{Phrase, Texts};
use crate::webex::statuses::{self, CLOCKS, GLOSSARY, StatusNode};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

pub use crate::webex::statuses::{Bearing, Generation, Outside, StatusId};

/// The user statuses of Webex, in words. Texts follow the marks of [`crate::text::Words`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StatusGuide {
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// The lists of statuses, the oldest first.
    pub generations: Vec<GenerationWords>,
    /// A row for each status and meaning; of two with one id each holds in other generations.
    pub statuses: Vec<StatusWords>,
    /// What is no status, and yet begins or ends a transition.
    pub outside: Vec<OutsideWords>,
    /// The ways between them.
    pub transitions: Vec<Transition>,
    /// Terms.
    pub glossary: Vec<GlossaryTerm>,
    /// Time limits.
    pub clocks: Vec<StatusClock>,
}

/// A list of statuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GenerationWords {
    /// Which.
    pub id: Generation,
    /// Name for people.
    pub name: String,
    /// What sets it apart.
    pub note: String,
    /// Its statuses, in the order of an account's life.
    pub statuses: Vec<StatusId>,
}

/// What a status means in some generations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StatusWords {
    /// Which status.
    pub id: StatusId,
    /// Where this row holds.
    pub generations: Vec<Generation>,
    /// Name for people, in their language.
    pub name: String,
    /// The word of the console, in English.
    pub label: String,
    /// The meaning in two or three words.
    pub brief: String,
    /// What it means.
    pub meaning: String,
    /// How an account gets there, a sentence each.
    pub ways_in: Vec<String>,
    /// How it gets away, a sentence each.
    pub ways_out: Vec<String>,
    /// What to do, as steps.
    pub todo: String,
    /// What it says about error 31.
    pub error31: String,
    /// The same as a verdict on the cause `account-state`.
    pub bearing: Bearing,
    /// Addresses of the pages that say what it means.
    pub sources: Vec<String>,
}

/// What is no status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OutsideWords {
    /// Which.
    pub id: Outside,
    /// Name for people.
    pub name: String,
    /// The meaning in two or three words.
    pub brief: String,
}

/// A way from one status to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Transition {
    /// Where it begins.
    pub from: StatusNode,
    /// Where it ends.
    pub to: StatusNode,
    /// What sets it off, in a few words.
    pub trigger: String,
    /// The same as a sentence.
    pub detail: String,
    /// The generations that it is there in.
    pub generations: Vec<Generation>,
    /// Address of the page that says so.
    pub source: String,
}

/// A word of the consoles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GlossaryTerm {
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
    /// Address of the page that says so.
    pub source: String,
}

/// Time limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StatusClock {
    /// The status that it runs in.
    pub status: StatusId,
    /// Where it ends.
    pub to: StatusNode,
    /// Days; none where each site sets its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// The most that can be set, where it can be set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_at_most: Option<u32>,
    /// Name for people.
    pub name: String,
    /// What happens.
    pub meaning: String,
    /// Address of the page that says so.
    pub source: String,
}

/// The guide in the language of a BCP 47 tag; English where the language is not there.
pub fn statuses(language: &str) -> StatusGuide {
    let texts = Texts::new(language);
    let say = |phrase: &Phrase| texts.say(phrase, &[]);
    StatusGuide {
        language: texts.language().to_owned(),
        generations: Generation::ALL
            .into_iter()
            .map(|generation| GenerationWords {
                id: generation,
                name: say(&generation.name()),
                note: say(&generation.note()),
                statuses: generation.statuses(),
            })
            .collect(),
        statuses: statuses::meanings().map(|row| status(row, &say)).collect(),
        outside: Outside::ALL
            .into_iter()
            .map(|outside| {
                let [name, brief] = outside.words();
                OutsideWords {
                    id: outside,
                    name: say(&name),
                    brief: say(&brief),
                }
            })
            .collect(),
        transitions: statuses::moves()
            .map(|step| Transition {
                from: step.from,
                to: step.to,
                trigger: say(&step.trigger),
                detail: say(&step.detail),
                generations: step.generations.to_vec(),
                source: step.source.url.to_owned(),
            })
            .collect(),
        glossary: GLOSSARY
            .iter()
            .map(|term| GlossaryTerm {
                term: say(&term.name),
                meaning: say(&term.meaning),
                source: term.source.url.to_owned(),
            })
            .collect(),
        clocks: CLOCKS
            .iter()
            .map(|clock| StatusClock {
                status: clock.status,
                to: clock.to,
                days: clock.days,
                days_at_most: clock.days_at_most,
                name: say(&clock.name),
                meaning: say(&clock.meaning),
                source: clock.source.url.to_owned(),
            })
            .collect(),
    }
}

fn status(row: &statuses::Meaning, say: &impl Fn(&Phrase) -> String) -> StatusWords {
    let here = StatusNode::Status(row.status);
    let ways = |is_way: &dyn Fn(&statuses::Move) -> bool| {
        let holds = |step: &&statuses::Move| {
            is_way(step) && step.generations.iter().any(|g| row.generations.contains(g))
        };
        let all = statuses::moves().filter(holds);
        all.map(|step| say(&step.detail)).collect()
    };
    let any = StatusNode::Outside(Outside::Any);
    let previous = StatusNode::Outside(Outside::Previous);
    let is_lock = statuses::moves().any(|step| step.from == here && step.to == previous);
    let is_live = row.bearing != Bearing::Confirms && !is_lock;
    StatusWords {
        id: row.status,
        generations: row.generations.to_vec(),
        name: say(&row.status.row().name),
        label: row.status.label().to_owned(),
        brief: say(&row.brief),
        meaning: say(&row.meaning),
        ways_in: ways(&|step| step.to == here),
        ways_out: ways(&|step| {
            step.from == here || (is_live && step.from == any && step.to != here)
        }),
        todo: say(&row.todo),
        error31: say(&row.error31),
        bearing: row.bearing,
        sources: row
            .sources
            .iter()
            .map(|source| source.url.to_owned())
            .collect(),
    }
}
