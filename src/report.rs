//! What leaves the crate: plain data, words filled in, places as UTF-16 offsets.

mod account;
mod article;
mod build;
mod capture;
mod code;
mod contexts;
mod error31;
mod guide;
mod handed;
mod ignored;
mod message;
mod metadata;
mod offsets;
mod pretty;
mod preview;
mod question;
mod rank;
mod reference;
mod remedy;
mod sign_ins;
mod signature;

pub use crate::accounts::{AccountsProblemKind, Format};
pub use crate::decode::{Forgiven, Layer, ProblemKind};
pub use crate::diagnosis::{CauseVerdict, FirstHeading, Provenance, Verdict};
pub use crate::diagnostic::{RuleId, Severity};
pub use crate::facts::FieldState;
pub use crate::remedy::Act;
pub use crate::webex::ServiceProvider as ServiceProviderId;
pub use crate::webex::attributes::Need;
pub use crate::webex::causes::{Cause as CauseId, Console, History};
pub use crate::webex::codes::{CodeBy, FixPlace};
pub use crate::webex::idps::{IdentityProviderId, SnippetKind};
pub use account::{
    Account, AccountRow, AccountState, AccountsProblem, AccountsSummary, HostSeats, StatusCount,
    accounts,
};
pub use article::{CodeName, Error31Guide, ProductName, guide};
pub use build::{causes, checks, code, message, observed, problem, source_note, which_console};
pub use capture::{ends, notices, sensitive, set_total};
pub use code::{CodeCause, CodeFix, CodeWords};
pub use contexts::{AuthnContext, Signed, two_classes};
pub use error31::{
    Cause, Check, ConsoleSign, Error31, First, FirstItem, Source, Way, WhichConsole,
};
pub use guide::{
    Bearing, Generation, GenerationWords, GlossaryTerm, Outside, OutsideWords, StatusClock,
    StatusGuide, StatusId, StatusWords, Transition, statuses,
};
pub use handed::{Handed, Reply};
pub(crate) use ignored::ignored;
pub use message::{
    Diagnostic, Entry, Field, IdentityProvider, Message, MessageKind, Omitted, Origin, Reason,
    ServiceProvider, Span, Unlisted,
};
pub use metadata::{MetadataSummary, metadata};
pub use pretty::{Piece, Pretty, formatted, pretty};
pub use preview::{Preview, PreviewEdit};
pub(crate) use preview::{overturn, set_overturn, set_preview, values_after};
pub use question::{Answer, Question, QuestionNumber, Settled};
pub use rank::rank;
pub(crate) use reference::unfilled;
pub use reference::{
    Reference, ReferenceEntry, ReferenceFact, ReferenceKind, ReferenceSection, ReferenceSource,
    reference,
};
pub use remedy::{Remedy, RemedyAttribute, RemedySnippet};
pub(crate) use sign_ins::sign_ins;
pub use sign_ins::{Gap, GapKind, Party, PartyKind, SignIn, Step, StepKind};
pub use signature::{
    Against, CanonicalForm, Certificate, Covers, Key, KeyKind, SeveralKeys, Signature,
    SignatureVerdict, SignatureWhy,
};

pub use crate::saml::AuthnRequest;
pub use crate::sign_ins::Asked;

use crate::decode::Failure;
use crate::text::{Arg, Text, Texts};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// Every text of the report itself.
pub(crate) const TEXTS: [&[Text]; 12] = [
    account::TEXTS,
    build::TEXTS,
    build::ERROR31,
    ignored::TEXTS,
    metadata::TEXTS,
    preview::TEXTS,
    question::TEXTS,
    reference::TEXTS,
    sign_ins::TEXTS,
    signature::TEXTS,
    signature::KEYS,
    signature::TIME,
];

/// Everything the check found. Texts follow the marks of [`crate::text::Words`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Version of this shape: 1.
    pub schema: u32,
    /// Name and version of the engine, as `error31 0.1.0`.
    pub engine: String,
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// The messages found, in the order of the input.
    pub messages: Vec<Message>,
    /// Error texts of Webex found in the input.
    pub observed: Vec<Observed>,
    /// What belongs to one sign-in, where the input holds more of it than one message, or is a capture.
    pub sign_ins: Vec<SignIn>,
    /// What to look up at Webex, where the input is its answer 31 alone, without a message.
    pub checks: Vec<Check>,
    /// The five causes, where the input is Webex's answer 31 alone, without a message: all “cannot tell”.
    pub causes: Vec<Cause>,
    /// What to do where error 31 stays after those steps; with `causes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_it_stays: Option<String>,
    /// How to tell which console it is; with `checks`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub which_console: Option<WhichConsole>,
    /// Whether the search ended at a bound, so that more messages may be in the input.
    pub more: bool,
    /// What else is to be told about parts of the input.
    pub notices: Vec<Notice>,
    /// The user list, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accounts: Option<AccountsSummary>,
    /// What a capture holds that should not travel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sensitive: Option<Sensitive>,
    /// Where a capture breaks off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<Ends>,
    /// Set only when nothing like SAML or XML was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

/// What [`Report::checks`] and [`Report::causes`] come to under other options.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Alone {
    /// What to look up at Webex.
    pub checks: Vec<Check>,
    /// The five causes.
    pub causes: Vec<Cause>,
}

/// Name and version of the engine.
pub const ENGINE: &str = concat!("error31 ", env!("CARGO_PKG_VERSION"));

impl Report {
    /// A report with nothing in it, in the language of these texts.
    pub fn new(texts: &Texts) -> Self {
        Self {
            schema: 1,
            engine: ENGINE.to_owned(),
            language: texts.language().to_owned(),
            messages: vec![],
            observed: vec![],
            sign_ins: vec![],
            checks: vec![],
            causes: vec![],
            if_it_stays: None,
            which_console: None,
            more: false,
            notices: vec![],
            accounts: None,
            sensitive: None,
            ends: None,
            problem: None,
        }
    }

    /// The report on a check that the engine did not survive; `place` is file and line.
    pub fn stopped(place: &str, texts: &Texts) -> Self {
        let failure = Failure {
            kind: ProblemKind::EngineStopped,
            args: vec![("place", Arg::Plain(place.to_owned()))],
            tried: vec![],
        };
        Self {
            problem: Some(problem(&failure, texts)),
            ..Self::new(texts)
        }
    }
}

/// Something about a part of the input, beside what was found in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Notice {
    /// What it is about.
    pub kind: ProblemKind,
    /// What.
    pub title: String,
    /// Why.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// The part of the input; without layers.
    pub origin: Origin,
}

/// What a capture holds that should not travel, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Sensitive {
    /// Different cookies with a value.
    pub cookies: u32,
    /// Different values of `Authorization` headers.
    pub authorization: u32,
    /// Passwords in what was posted.
    pub passwords: u32,
}

/// Where a capture breaks off.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Ends {
    /// So many bytes of it are there.
    pub offset: f64,
    /// The request that it breaks off in, where it is one; without layers.
    pub origin: Origin,
}

/// An error text of Webex that stands in the input.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Observed {
    /// The number, 1 to 32.
    pub code: u8,
    /// Whether it has the shape of Webex Messenger's own answer.
    pub messenger: bool,
    /// The text as it stands in the input.
    pub spelling: String,
    /// Whether a known wording stands there with its number, or Webex Messenger’s own answer; `false` where one of the two
    /// is missing, so that another program may speak.
    pub sure: bool,
    /// What the code means.
    pub meaning: String,
    /// Address of the page that says so.
    pub source: String,
    /// What is to be known about that page: that it is a copy, or not a page of Cisco's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_note: Option<String>,
    /// What is likely behind it, and what to do; left out for 31, whose causes are those of the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<CodeWords>,
    /// The layers peeled off before it was found.
    pub origin: Origin,
    /// Index of the message it answers, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<u32>,
}

/// Why nothing was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What the input was taken for.
    pub kind: ProblemKind,
    /// What.
    pub title: String,
    /// Why.
    pub why: String,
    /// What to give instead.
    pub fix: String,
    /// What was tried, in order.
    pub tried: Vec<Layer>,
}
