//! What leaves the crate: plain data, words filled in, places as UTF-16 offsets.

mod account;
mod article;
mod build;
mod capture;
mod guide;
mod handed;
mod offsets;
mod pretty;
mod question;
mod rank;
mod reference;
mod sign_ins;

pub use crate::accounts::{AccountsProblemKind, Format};
pub use crate::decode::{Forgiven, Layer, ProblemKind};
pub use crate::diagnosis::{CauseVerdict, FirstHeading, Provenance, Verdict};
pub use crate::diagnostic::{RuleId, Severity};
pub use crate::facts::FieldState;
pub use crate::webex::ServiceProvider as ServiceProviderId;
pub use crate::webex::attributes::Need;
pub use crate::webex::causes::{Cause as CauseId, Console, History};
pub use crate::webex::idps::IdentityProviderId;
pub use account::{
    Account, AccountRow, AccountState, AccountsProblem, AccountsSummary, HostSeats, StatusCount,
    accounts,
};
pub use article::{Error31Guide, guide};
pub use build::{causes, checks, message, observed, problem, source_note, which_console};
pub use capture::{ends, notices, sensitive, set_total};
pub use guide::{
    Bearing, Generation, GenerationWords, GlossaryTerm, Outside, OutsideWords, StatusClock,
    StatusGuide, StatusId, StatusWords, Transition, statuses,
};
pub use handed::{Handed, Reply};
pub use pretty::{Piece, Pretty, pretty};
pub use question::{Answer, Question, QuestionNumber, Settled};
pub use rank::{rank, set_ranks};
pub use reference::{
    Reference, ReferenceEntry, ReferenceFact, ReferenceKind, ReferenceSection, ReferenceSource,
    reference,
};
pub(crate) use sign_ins::sign_ins;
pub use sign_ins::{Gap, GapKind, Party, PartyKind, SignIn, Step, StepKind};

pub use crate::saml::AuthnRequest;
pub use crate::sign_ins::Asked;

use crate::decode::Failure;
use crate::text::{Arg, Text, Texts};
use crate::xml::BadBytes;
use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// Every text of the report itself.
pub(crate) const TEXTS: [&[Text]; 5] = [
    account::TEXTS,
    build::TEXTS,
    question::TEXTS,
    reference::TEXTS,
    sign_ins::TEXTS,
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

/// One SAML message, or one XML document that was taken for one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Where in the input it was, and what was peeled off.
    pub origin: Origin,
    /// What it is.
    pub kind: MessageKind,
    /// The text that the spans index, as it arrived, never reformatted.
    pub xml: String,
    /// The identity provider it comes from.
    pub idp: IdentityProvider,
    /// The service provider it is addressed to.
    pub sp: ServiceProvider,
    /// The user it speaks of: NameID, else uid, else e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Moment of issue as it stands in the message (`xs:dateTime`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_at: Option<String>,
    /// Width of the window of validity of the Conditions, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_for: Option<f64>,
    /// The required fields, then the optional ones that the message carries.
    pub fields: Vec<Field>,
    /// Attributes that are in no table of Webex.
    pub unlisted: Vec<Unlisted>,
    /// The charset of the bytes, where the XML declaration names another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// What is wrong with the bytes, where `xml` doesn't show it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad_bytes: Option<BadBytes>,
    /// How often the same message stands in the input, when more than once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<u32>,
    /// Number of Webex's message in the same recording, from 1, where this one belongs to a step before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_before: Option<usize>,
    /// What the request asked for that this message answers, where the input holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// The user in the user list, where a list was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// The findings, in the order of what to do first.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings beyond the first hundred of a rule, counted.
    pub omitted: Vec<Omitted>,
    /// Error 31, cause by cause.
    pub error31: Error31,
    /// Which message says most, among those of one input or of several: the one with the lowest number; among equals
    /// the first.
    pub rank: u32,
}

/// Where a message stood in the input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// The layers peeled off, outermost first.
    pub layers: Vec<Layer>,
    /// What was irregular in the layers and read despite it.
    pub forgiven: Vec<Forgiven>,
    /// Name of the file in an archive: text of whoever made the archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The request of a capture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<Entry>,
    /// Address of that request: scheme, host and path, without its query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When the request was sent (ISO 8601), as the capture says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<String>,
}

/// The place of a request in a capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Entry {
    /// Its number, from 1.
    pub index: u32,
    /// How many there are; known only at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
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

/// What a message is, by the namespace and name of its root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    /// A SAML 2.0 `Response`.
    Response,
    /// A SAML 2.0 `Assertion` without its response.
    Assertion,
    /// A SAML 2.0 `AuthnRequest`.
    AuthnRequest,
    /// A SAML 2.0 `LogoutRequest` or `LogoutResponse`.
    Logout,
    /// SAML 2.0 metadata.
    Metadata,
    /// A WS-Trust or WS-Federation token response.
    WsFederation,
    /// Any message of SAML 1.0 or 1.1.
    Saml1,
    /// Names of attributes with their values, without the message they stood in.
    AttributeList,
    /// XML of another kind, or text that starts like XML and is none.
    Unknown,
}

/// The sender, as far as it can be recognised.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct IdentityProvider {
    /// Which product.
    pub id: IdentityProviderId,
    /// Name of the product, or the issuer where the product is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it was recognised by.
    pub because: String,
}

/// The receiver, as far as it can be recognised.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceProvider {
    /// Which service.
    pub id: ServiceProviderId,
    /// Name for people; none where the message was not read that far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Name of the Webex site, where the message names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// What it was recognised by.
    pub because: String,
}

/// One field of the account, as Webex would read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// `username`, `firstname`, `lastname`, `email`, or the attribute's name in lower case.
    pub id: String,
    /// Name for people.
    pub label: String,
    /// Whether the account can be made without it.
    pub need: Need,
    /// How it arrived.
    pub state: FieldState,
    /// The name that Webex reads.
    pub name: String,
    /// The name in the message, or `NameID`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// The value, or the first of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Place of the attribute or the NameID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// An attribute that stands in no table of Webex.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Unlisted {
    /// The name in the message.
    pub name: String,
    /// Its place.
    pub span: Span,
}

/// A place: UTF-16 offsets into [`Message::xml`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// Which rule.
    pub rule: RuleId,
    /// How much it matters.
    pub severity: Severity,
    /// Its place; none where something is missing from a message without a fitting place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Line of the place, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column of the place in UTF-16 units, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// What.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// The fix in a few words; none where nothing is to be done first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Address of the page that says so.
    pub source: String,
    /// What is to be known about that page: that it is a copy, or not a page of Cisco's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_note: Option<String>,
    /// The id of the field it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The wire name it is about: that of the attribute at its place, else `NameID`, else the name that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// The SSO error code of Webex that this finding would lead to, if it is another than 31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u8>,
}

/// Findings of a rule that are not listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Omitted {
    /// Id of the rule.
    pub rule: String,
    /// How many there are besides those listed.
    pub count: u32,
}

/// Error 31 for one message.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Error31 {
    /// Whether the message explains error 31.
    pub verdict: Verdict,
    /// The verdict in one sentence.
    pub title: String,
    /// What follows from it, in one or two sentences.
    pub lead: String,
    /// The same in the few words of a tab's title: names of attributes at most, never a value.
    pub short: String,
    /// What to do first.
    pub first: First,
    /// The five causes, always all of them, always in the same order.
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

/// One thing to do, in a few words. Its steps are the fix of the finding, else the ways of the check.
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
    /// What the code means, and what to do.
    pub meaning: String,
    /// Address of the page that says so.
    pub source: String,
    /// What is to be known about that page: that it is a copy, or not a page of Cisco's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_note: Option<String>,
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
