//! What is sent to somebody else: the report without the person, as text, and the look-ups for who runs Webex.

mod admin;
mod markdown;
mod phrases;
mod receipt;
mod steps;

pub(crate) use phrases::TEXTS;
pub use receipt::{Receipt, Removed};

use crate::decode::CharsetConflict;
use crate::options::Options;
use crate::redact::{Keep, Redactor, is_charset};
use crate::report::{self, Entry, Message, Observed, Origin, Problem, Report};
use crate::session::{self, About};
use crate::text::{Texts, without_marks};
use crate::webex::codes;
use crate::xml;
use serde::Serialize;
use std::sync::Arc;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// How a ticket is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Language of the ticket as a BCP 47 tag; `None` takes the reader's.
    pub language: Option<String>,
    /// What may be named after all.
    pub keep: Keep,
}

/// One message of a report, as far as a ticket is made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// [`Message::xml`].
    pub xml: String,
    /// [`Message::origin`].
    pub origin: Origin,
    /// [`Message::charset`].
    pub charset: Option<String>,
    /// [`Message::seen`].
    pub seen: Option<u32>,
    /// The id of [`Message::sp`].
    pub sp: String,
    /// The codes of [`Report::observed`] that answer it, or nobody knows which message.
    pub answers: Vec<u8>,
}

impl Subject {
    /// The message of a report; `None` where there is none of this index.
    pub fn of(report: &Report, index: usize) -> Option<Self> {
        let message = report.messages.get(index)?;
        let answers = |observed: &&Observed| {
            observed
                .message
                .is_none_or(|answered| usize::try_from(answered) == Ok(index))
        };
        Some(Self {
            xml: message.xml.clone(),
            origin: message.origin.clone(),
            charset: message.charset.clone(),
            seen: message.seen,
            sp: message.sp.id.clone(),
            answers: report
                .observed
                .iter()
                .filter(answers)
                .map(|observed| observed.code)
                .collect(),
        })
    }

    fn about(&self, options: &Options) -> About {
        let declared = || {
            let (_, rest) = self.xml.split_once("encoding=")?;
            let (name, _) = rest.get(1..)?.split_once(['"', '\''])?;
            Some(name.to_owned())
        };
        About {
            started_at: self.origin.started_at.clone(),
            charset_conflict: self.charset.clone().map(|actual| CharsetConflict {
                declared: declared()
                    .filter(|name| is_charset(name))
                    .unwrap_or_else(|| "…".to_owned()),
                actual,
                place: None,
            }),
            code: self.answers.first().copied(),
            messenger: self.sp == "messenger",
            account: session::look_up(&self.xml, options),
        }
    }
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Ticket {
    /// The report without the person, as Markdown.
    pub markdown: String,
    /// The look-ups at Webex with the user's own name, as plain text; empty where there are none.
    pub admin: String,
    /// The same report without the person; its one message is the one that was asked for.
    pub report: Report,
    /// What was removed, and whether the findings stayed.
    pub receipt: Receipt,
}

/// A report without the people in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Redacted {
    /// The report. What was told about parts of a file is left out, and where there is no message, why.
    pub report: Report,
    /// What was removed, and whether the findings stayed.
    pub receipt: Receipt,
}

impl Choices {
    /// The options of the check, in the language that is written.
    fn written(&self, options: &Options) -> Options {
        let language = self.language.as_ref().unwrap_or(&options.language);
        Options {
            language: language.clone(),
            ..options.clone()
        }
    }
}

/// Makes a ticket of one message. `options` are those of the check.
pub fn ticket(subject: &Subject, options: &Options, choices: &Choices) -> Ticket {
    let written = choices.written(options);
    let texts = Texts::new(&written.language);
    let mut redactor = learnt(std::slice::from_ref(subject), &written, choices.keep);
    let (before, after) = message(subject, &mut redactor, &written);
    let receipt = Receipt::new(
        &redactor,
        [(&before, &after)],
        &Texts::new(&options.language),
    );
    let report = report(
        vec![after],
        vec![observed(&subject.answers, 0, &texts)],
        &texts,
    );
    let told = Receipt::new(
        &redactor,
        report.messages.iter().map(|after| (&before, after)),
        &texts,
    );
    Ticket {
        markdown: without_marks(&markdown::write(&report, &told, &texts)),
        admin: without_marks(&admin::write(&before, &texts)),
        report,
        receipt,
    }
}

/// Takes the people out of a report; the same word has the same token in all messages. `options` are those of the check.
pub fn redact(subjects: &[Subject], options: &Options, choices: &Choices) -> Redacted {
    let written = choices.written(options);
    let texts = Texts::new(&written.language);
    let mut redactor = learnt(subjects, &written, choices.keep);
    let pairs: Vec<(Message, Message)> = subjects
        .iter()
        .map(|subject| message(subject, &mut redactor, &written))
        .collect();
    let both = pairs.iter().map(|(before, after)| (before, after));
    let receipt = Receipt::new(&redactor, both, &Texts::new(&options.language));
    let answers = subjects.iter().enumerate();
    let answers = answers
        .map(|(index, subject)| observed(&subject.answers, index, &texts))
        .collect();
    let messages = pairs.into_iter().map(|(_, after)| after).collect();
    Redacted {
        report: report(messages, answers, &texts),
        receipt,
    }
}

fn learnt(subjects: &[Subject], options: &Options, keep: Keep) -> Redactor {
    let mut redactor = Redactor::new(keep);
    if let Some(accounts) = &options.accounts {
        accounts.nameless(|text| {
            redactor.learn_text(text);
            String::new()
        });
    }
    for subject in subjects {
        if let Ok(document) = xml::parse(&subject.xml) {
            redactor.learn(&document);
        }
        redactor.learn_text(subject.origin.url.as_deref().unwrap_or_default());
    }
    redactor
}

/// The message as it is, and without the person.
fn message(subject: &Subject, redactor: &mut Redactor, options: &Options) -> (Message, Message) {
    let mut about = subject.about(options);
    let before = session::judge(&subject.xml, &about, options);
    let mut after = match xml::parse(&subject.xml) {
        Ok(document) => {
            let written = redactor.write(&document);
            let pretty = report::pretty(&written).map_or(written, |pretty| pretty.text);
            let nameless = nameless(&mut about, redactor, options);
            session::judge(&pretty, &about, &nameless)
        }
        Err(mut error) => {
            error.reason = error.reason.anonymous();
            let nameless = nameless(&mut about, redactor, options);
            without_text(session::refuse(&subject.xml, &error, &about, &nameless))
        }
    };
    after.origin = Origin {
        member: None,
        url: subject
            .origin
            .url
            .as_deref()
            .map(|url| redactor.address(url)),
        started_at: subject
            .origin
            .started_at
            .as_deref()
            .map(|at| redactor.moment(at)),
        ..subject.origin.clone()
    };
    after.charset = subject.charset.clone();
    after.seen = subject.seen;
    (before, after)
}

/// The user list, and what was found in it, without names.
fn nameless(about: &mut About, redactor: &mut Redactor, options: &Options) -> Options {
    let mut replace = |text: &str| match crate::webex::is_host(text) {
        true => {
            let address = redactor.address(&format!("https://{text}"));
            address.trim_start_matches("https://").to_owned()
        }
        false => redactor.words(text),
    };
    about.account = about
        .account
        .as_ref()
        .map(|account| account.nameless(&mut replace));
    let accounts = options.accounts.as_deref();
    Options {
        accounts: accounts.map(|accounts| Arc::new(accounts.nameless(&mut replace))),
        ..options.clone()
    }
}

/// A text that can't be read can't be made anew either: only lines and columns are told of it.
fn without_text(mut message: Message) -> Message {
    message.xml = String::new();
    for finding in &mut message.diagnostics {
        finding.span = None;
    }
    message
}

fn observed(answers: &[u8], index: usize, texts: &Texts) -> Vec<Observed> {
    let one = |code: &u8| {
        let row = codes::code(*code)?;
        Some(Observed {
            code: *code,
            spelling: format!("Error code: {code}"),
            sure: true,
            meaning: texts.say(&row.meaning, &[]),
            source: row.source.url.to_owned(),
            origin: Origin {
                layers: vec![],
                forgiven: vec![],
                member: None,
                entry: None::<Entry>,
                url: None,
                started_at: None,
            },
            message: u32::try_from(index).ok(),
        })
    };
    answers.iter().filter_map(one).collect()
}

fn report(messages: Vec<Message>, observed: Vec<Vec<Observed>>, texts: &Texts) -> Report {
    Report {
        schema: 1,
        engine: concat!("error31 ", env!("CARGO_PKG_VERSION")).to_owned(),
        language: texts.language().to_owned(),
        messages,
        observed: observed.into_iter().flatten().collect(),
        checks: vec![],
        more: false,
        notices: vec![],
        accounts: None,
        sensitive: None,
        ends: None,
        problem: None::<Problem>,
    }
}
