//! The inputs of a table: reports, as far as the table says anything of them.

use crate::Report;
use crate::report::{
    CauseId, CauseVerdict, CodeBy, FieldState, Message, MessageKind, Need, Verdict,
};
use crate::webex::idps;

/// One input of a table: a file, or a capture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverviewInput {
    /// Its name, where it has one.
    pub name: Option<String>,
    /// What was found in it; none where it could not be read.
    pub found: Option<Found>,
}

/// What was found in an input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Of [`Report::messages`].
    pub messages: Vec<Told>,
    /// Of [`Report::observed`]: the file in the archive, and the code.
    pub answers: Vec<(Option<String>, u8)>,
    /// Of [`Report::notices`]: the file in the archive, and what is said of it.
    pub notices: Vec<(Option<String>, String)>,
    /// Of [`Report::problem`].
    pub problem: Option<String>,
}

/// A message, of [`Message`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// [`Message::kind`].
    pub kind: MessageKind,
    /// Whether it belongs to a step before Webex.
    pub is_before: bool,
    /// [`Message::user`].
    pub user: Option<String>,
    /// The name of the sender.
    pub sender: Option<String>,
    /// The same where it is that of a known product; else the name is words of the input.
    pub product: Option<&'static str>,
    /// The file in the archive.
    pub member: Option<String>,
    /// The required fields: the name that Webex reads, and how each arrived.
    pub fields: Vec<(String, FieldState)>,
    /// The code that the verdict is about.
    pub code: u8,
    /// Whether Webex or the reader says that it is this code.
    pub is_answered: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict in one sentence.
    pub title: String,
    /// The verdict in a few words.
    pub short: String,
    /// The causes that are confirmed.
    pub confirmed: Vec<CauseId>,
    /// [`Message::rank`].
    pub rank: u32,
}

impl OverviewInput {
    /// A report, and the name of what it is on.
    pub fn of(name: &str, report: &Report) -> Self {
        Self {
            name: Some(name.to_owned()),
            found: Some(Found::of(report)),
        }
    }

    /// A file that could not be read.
    pub fn unread(name: &str) -> Self {
        Self {
            name: Some(name.to_owned()),
            found: None,
        }
    }
}

impl Found {
    fn of(report: &Report) -> Self {
        let answers = report.observed.iter();
        let notices = report.notices.iter();
        Self {
            messages: report.messages.iter().map(Told::of).collect(),
            answers: answers
                .map(|answer| (answer.origin.member.clone(), answer.code))
                .collect(),
            notices: notices
                .map(|notice| (notice.origin.member.clone(), notice.title.clone()))
                .collect(),
            problem: report.problem.as_ref().map(|problem| problem.title.clone()),
        }
    }
}

impl Told {
    fn of(message: &Message) -> Self {
        let error31 = &message.error31;
        let fields = message.fields.iter();
        let required = fields.filter(|field| matches!(field.need, Need::Always | Need::Site));
        let causes = error31.causes.iter();
        let confirmed = causes.filter(|cause| cause.verdict == CauseVerdict::Confirmed);
        Self {
            kind: message.kind,
            is_before: message.step_before.is_some(),
            user: message.user.clone(),
            sender: message.idp.name.clone(),
            product: product(message.idp.id.as_str()),
            member: message.origin.member.clone(),
            fields: required
                .map(|field| (field.name.clone(), field.state))
                .collect(),
            code: error31.code,
            is_answered: matches!(error31.code_by, CodeBy::Webex | CodeBy::Reader),
            verdict: error31.verdict,
            title: error31.title.clone(),
            short: error31.short.clone(),
            confirmed: confirmed.map(|cause| cause.id).collect(),
            rank: message.rank,
        }
    }

    /// Whether it signs somebody in at the service that was meant, not at one on the way there.
    pub fn signs_in(&self) -> bool {
        !self.is_before && self.kind.signs_in()
    }

    /// Who it signs in, without what two spellings of one name differ in.
    pub fn key(&self) -> Option<String> {
        let key = self.user.as_deref()?.trim().to_lowercase();
        (!key.is_empty()).then_some(key)
    }

    /// The required fields that don't reach Webex.
    pub fn lacking(&self) -> impl Iterator<Item = (&str, FieldState)> {
        use FieldState::{Empty, Misnamed, Missing};
        let fields = self.fields.iter();
        let lacking = fields.filter(|(_, state)| matches!(state, Missing | Empty | Misnamed));
        lacking.map(|(name, state)| (name.as_str(), *state))
    }

    /// Whether all of its required fields can be seen.
    pub fn is_seen(&self) -> bool {
        let is_message = matches!(self.kind, MessageKind::Response | MessageKind::Assertion);
        let is_hidden = |(_, state): &(String, FieldState)| *state == FieldState::Unseen;
        is_message && !self.fields.is_empty() && !self.fields.iter().any(is_hidden)
    }

    /// Whether its verdict needs no more words beside the fields that it lacks.
    pub fn is_said_by_verdict(&self) -> bool {
        let is_by_fields = || {
            let mut confirmed = self.confirmed.iter();
            self.lacking().next().is_some()
                && confirmed.all(|cause| *cause == CauseId::RequiredFields)
        };
        self.code == 31 && (self.verdict != Verdict::Explained || is_by_fields())
    }

    /// The code, where somebody says it.
    pub fn answered(&self) -> Option<u8> {
        self.is_answered.then_some(self.code)
    }
}

/// The name of the product with this id.
pub(crate) fn product(id: &str) -> Option<&'static str> {
    let row = idps::ALL.iter().find(|row| row.id.as_str() == id)?;
    Some(row.name)
}
