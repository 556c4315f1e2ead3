//! Many messages as one table: a row for each user, what the messages have in common, and the same as CSV without the users.

mod common;
mod csv;
pub(crate) mod input;
mod places;
mod rows;

pub use input::{Found, OverviewInput, Told};

use crate::diagnosis;
use crate::report::{FieldState, Verdict};
use crate::text::{Arg, Phrase, Texts, texts};
use rows::{Row, What};
use serde::Serialize;

/// Several inputs in one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Overview {
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// How many users there are, and how many of each verdict.
    pub title: String,
    /// What the messages have in common, the most frequent first.
    pub common: Vec<OverviewCommon>,
    /// A row for each user, and for each input or part of one that names none, in the order of the inputs.
    pub rows: Vec<OverviewRow>,
    /// The rows as CSV for a spreadsheet: instead of the user and the file it has the number of the row, from 1, and
    /// of a sender that is no known product no name.
    pub csv: String,
}

/// Something that several messages have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OverviewCommon {
    /// What, and what it points to.
    pub text: String,
    /// For how many rows it holds.
    pub count: u32,
    /// Among so many.
    pub of: u32,
}

/// A user, or an input that names none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OverviewRow {
    /// The user, as the message names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Name of the file, and of the file in it where that is an archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The identity provider: the product, or the issuer where that is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<String>,
    /// The verdict on the message; none where there is no message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// The verdict in a few words, or why there is no message.
    pub words: String,
    /// Why the message can't decide it, where that is the verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The required fields that don't reach Webex.
    pub fields: Vec<OverviewField>,
    /// The code that Webex answered, or that the reader chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u8>,
    /// How many messages sign this user in; the row speaks of the one that says most.
    pub messages: u32,
    /// Index of the input.
    pub input: u32,
    /// Index of the message in the report on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<u32>,
    /// The lower, the more the row says.
    pub rank: u32,
}

/// A required field that doesn't reach Webex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OverviewField {
    /// The name that Webex reads.
    pub name: String,
    /// How it arrived.
    pub state: FieldState,
    /// The name, and how it arrived unless it is missing.
    pub text: String,
}

texts! {
    USERS "overview-users" "Users: { $n }";
    COUNTED "overview-counted" "{ $what }: { $n }";
    NOBODY "overview-nobody" "Without a user: { $n }";
    WITHOUT "overview-without" "Without a sign-in: { $n }";
    UNREAD "overview-unread" "The file could not be read";
    NOTHING "overview-nothing" "No SAML message";
    ANSWER "overview-answer" "Webex’s answer without a message";
    EMPTY "overview-empty" "`{ $name }` (empty)";
    MISNAMED "overview-misnamed" "`{ $name }` (under another name)";
    MISSING "overview-missing" "`{ $name }`";
}

/// Every text of the table.
pub(crate) const ALL_TEXTS: [&[crate::text::Text]; 3] = [TEXTS, common::TEXTS, csv::TEXTS];

/// Several inputs in one table, in the language of a BCP 47 tag.
pub fn overview(inputs: &[OverviewInput], language: &str) -> Overview {
    let texts = Texts::new(language);
    let rows = rows::read(inputs);
    let told: Vec<OverviewRow> = rows.iter().map(|row| tell(row, &texts)).collect();
    Overview {
        language: texts.language().to_owned(),
        title: title(&told, &texts),
        common: common::tell(&rows, &texts),
        csv: csv::write(&rows, &told, &texts),
        rows: told,
    }
}

fn tell(row: &Row, texts: &Texts) -> OverviewRow {
    let told = match row.what {
        What::Message(_, told) => Some(told),
        _ => None,
    };
    OverviewRow {
        user: told.and_then(|told| told.user.clone()),
        file: row.file.clone(),
        sender: told.and_then(|told| told.sender.clone()),
        verdict: told.map(|told| told.verdict),
        words: match row.what {
            What::Message(_, told) => words(told, texts),
            What::Problem(title) => title.to_owned(),
            What::Answer(_) => texts.say(&ANSWER, &[]),
            What::Unread => texts.say(&UNREAD, &[]),
            What::Nothing => texts.say(&NOTHING, &[]),
        },
        why: told
            .filter(|told| told.verdict == Verdict::CannotTell)
            .map(|told| told.title.clone()),
        fields: told.map(|told| fields(told, texts)).unwrap_or_default(),
        code: match row.what {
            What::Answer(code) => Some(code),
            _ => told.and_then(Told::answered),
        },
        messages: row.messages,
        input: row.input,
        message: match row.what {
            What::Message(index, _) => Some(index),
            _ => None,
        },
        rank: told.map_or(u32::MAX, |told| told.rank),
    }
}

/// What is missing stands beside the verdict: it is named in it only where something else is at fault too.
fn words(told: &Told, texts: &Texts) -> String {
    if told.is_said_by_verdict() {
        texts.say(diagnosis::words(told.verdict), &[])
    } else {
        told.short.clone()
    }
}

fn fields(told: &Told, texts: &Texts) -> Vec<OverviewField> {
    let lacking = told.lacking().map(|(name, state)| {
        let phrase = match state {
            FieldState::Empty => &EMPTY,
            FieldState::Misnamed => &MISNAMED,
            _ => &MISSING,
        };
        OverviewField {
            name: name.to_owned(),
            state,
            text: texts.say(phrase, &[("name", Arg::input(name))]),
        }
    });
    lacking.collect()
}

/// What there is none of is not counted.
fn title(rows: &[OverviewRow], texts: &Texts) -> String {
    let count =
        |wanted: &dyn Fn(&OverviewRow) -> bool| rows.iter().filter(|row| wanted(row)).count();
    let verdicts = [
        Verdict::Explained,
        Verdict::NotExplained,
        Verdict::CannotTell,
    ];
    let verdicts = verdicts.map(|verdict| {
        let what = Arg::said(diagnosis::words(verdict));
        let number = count(&|row| row.verdict == Some(verdict));
        (&COUNTED, what, number)
    });
    let none = || Arg::Plain(String::new());
    let mut all: Vec<(&Phrase, Arg, usize)> =
        vec![(&USERS, none(), count(&|row| row.user.is_some()))];
    let is_nobody = |row: &OverviewRow| row.user.is_none() && row.verdict.is_some();
    all.push((&NOBODY, none(), count(&is_nobody)));
    all.extend(verdicts);
    all.push((&WITHOUT, none(), count(&|row| row.verdict.is_none())));
    let there = all.into_iter().filter(|(.., number)| *number > 0);
    let parts: Vec<String> = there
        .map(|(phrase, what, number)| texts.say(phrase, &[("what", what), ("n", number.into())]))
        .collect();
    parts.join(" · ")
}
