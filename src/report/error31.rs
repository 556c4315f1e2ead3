//! Error 31 as it leaves the crate: verdict, what to do first, causes, and what to look up.

use super::{
    CauseId, CauseVerdict, CodeBy, CodeWords, Console, FirstHeading, History, Provenance, Question,
    Settled, Verdict,
};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// The verdict on one message: about error 31, or about another code where somebody says one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Error31 {
    /// The code that `verdict`, `title`, `lead`, `short` and `first` speak of, 1 to 32; the causes are those of 31.
    pub code: u8,
    /// Who says that it is this code.
    pub code_by: CodeBy,
    /// Whether the message explains that code.
    pub verdict: Verdict,
    /// The verdict in one sentence.
    pub title: String,
    /// What follows from it, in one or two sentences.
    pub lead: String,
    /// The same in the few words of a tab's title: names of attributes at most, never a value.
    pub short: String,
    /// What to do first.
    pub first: First,
    /// What is known of the code, where it is another than 31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<CodeWords>,
    /// The five causes of error 31, always all of them, always in the same order.
    pub causes: Vec<Cause>,
    /// What to look up at Webex, in the order of work.
    pub checks: Vec<Check>,
    /// What to do where error 31 stays after these steps; with `checks`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_it_stays: Option<String>,
    /// How to tell which console it is; with `checks`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub which_console: Option<WhichConsole>,
}

/// What to do first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct First {
    /// What the items have in common.
    pub heading: FirstHeading,
    /// At most three, in the order of work.
    pub items: Vec<FirstItem>,
}

/// One thing to do, in a few words. Its steps are the fix of the finding, else the ways of the check, else the fix of the
/// code.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct FirstItem {
    /// What to do.
    pub action: String,
    /// Index of the finding that it mends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<u32>,
    /// The cause that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseId>,
    /// Index of the check with its steps, where no finding has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<u32>,
    /// Index of the fix in [`Error31::about`] with its steps, where neither of them has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<u32>,
}

/// One of the five causes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// Which cause.
    pub id: CauseId,
    /// The cause in a few words.
    pub title: String,
    /// What is known of it.
    pub verdict: CauseVerdict,
    /// Where that comes from; none for “cannot tell”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
    /// Why this verdict, in one sentence or two.
    pub why: String,
    /// Indices of the diagnostics that decide it.
    pub because: Vec<u32>,
    /// What to do next about this cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// What would turn this verdict, as the changed message was judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overturn: Option<String>,
    /// Where it shows, in two or three words.
    pub place: String,
    /// What Cisco says of it, whatever the message is.
    pub note: String,
    /// Address of the page that says so.
    pub source: String,
    /// What is to be known about that page: that it is a copy, or not a page of Cisco's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_note: Option<String>,
}

/// Something to look up at Webex.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// The cause it decides.
    pub cause: CauseId,
    /// The question it answers.
    pub title: String,
    /// The same question as an action in a few words.
    pub action: String,
    /// Who can do it.
    pub who: String,
    /// The way there, one for each history of the account and each console that differs.
    pub ways: Vec<Way>,
    /// What the reader can answer; the answer goes into the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// What settles it, where the user list or an answer does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// The steps of one check, for the readers it is meant for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// For accounts with this history; for both where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
    /// In this console; in both where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub console: Option<Console>,
    /// The steps.
    pub steps: String,
    /// The pages that say so.
    pub sources: Vec<Source>,
}

/// How to tell which console a site is managed in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct WhichConsole {
    /// The question.
    pub title: String,
    /// What answers it.
    pub signs: Vec<ConsoleSign>,
}

/// Something that tells which console it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct ConsoleSign {
    /// What tells what.
    pub text: String,
    /// The pages that say so.
    pub sources: Vec<Source>,
}

/// A page that says something.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Source {
    /// Its address.
    pub url: String,
    /// What is to be known about it: that it is a copy, or not a page of Cisco's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
