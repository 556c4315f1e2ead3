//! What the reader can answer, and what is settled.

use crate::diagnosis::{self, CauseVerdict, Judged, Provenance};
use crate::rules::Context;
use crate::text::{Texts, texts};
use crate::webex::causes::Cause;
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// What the reader can answer about a cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// `account`, `host-licences`, `partner-id` or `other-fields`.
    pub id: String,
    /// The answers to choose one from.
    pub answers: Vec<Answer>,
    /// The id of the one that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// Names to be entered beside them: [`Options::required`](crate::Options::required), as they were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<String>>,
    /// A number to be entered beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<QuestionNumber>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The id in the options.
    pub id: String,
    /// For people, as the end of a sentence.
    pub label: String,
    /// Whether it is a rare one, to be shown behind the others.
    pub rare: bool,
}

/// A number to be entered: the licences bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct QuestionNumber {
    /// Its name for people.
    pub label: String,
    /// The number that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<u32>,
    /// The number in use, counted in the user list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used: Option<u32>,
}

/// What settles a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Settled {
    /// Where that comes from.
    pub provenance: Provenance,
    /// What it says of the cause.
    pub verdict: CauseVerdict,
}

texts! {
    /// Names the number of licences bought.
    BOUGHT "licences-bought" "Host licences bought";
}

/// What can be answered about a cause.
pub(super) fn question(cause: Cause, cx: &Context, texts: &Texts) -> Option<Question> {
    let question = diagnosis::question(cause, cx)?;
    let answer = |choice: &diagnosis::Choice| Answer {
        id: choice.id.to_owned(),
        label: texts.say(&choice.label, &[]),
        rare: choice.rare,
    };
    let list = cx.options.accounts.as_deref();
    Some(Question {
        id: question.id.to_owned(),
        answers: question.choices.iter().map(answer).collect(),
        given: question.given.map(str::to_owned),
        names: (cause == Cause::RequiredFields).then(|| cx.options.required.clone()),
        number: (cause == Cause::HostLicences).then(|| QuestionNumber {
            label: texts.say(&BOUGHT, &[]),
            given: cx.options.answers.licences_bought,
            used: list
                .and_then(|list| diagnosis::seats(list, cx))
                .map(|seats| seats.least()),
        }),
    })
}

/// What settles the check of a cause.
pub(super) fn settled(finding: &Judged, cx: &Context) -> Option<Settled> {
    diagnosis::settled(cx, finding).map(|(verdict, provenance)| Settled {
        provenance,
        verdict,
    })
}
