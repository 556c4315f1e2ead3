//! Judges one message by what is known of the whole input.

use super::Kept;
use crate::accounts::{Accounts, Lookup};
use crate::decode::{Candidate, ErrorText, are_sent};
use crate::diagnosis::diagnose;
use crate::facts::Facts;
use crate::instant::Instant;
use crate::metadata::{self, Entity};
use crate::options::MAX_METADATA;
use crate::rules::{self, Context};
use crate::sign_ins::{Asked, Link};
use crate::text::Texts;
use crate::xml::{BadBytes, Document};
use crate::{Options, report, saml, xml};

/// What is known of a message from the rest of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub code: u8,
    pub messenger: bool,
    /// Whether Webex's answer is known to be error 31.
    pub was_read: bool,
    /// Number of Webex's message, where this one belongs to a step before it.
    pub step_before: Option<usize>,
    /// What the request asked for that it answers.
    pub asked: Option<Asked>,
}

/// What holds for all messages of one input.
#[derive(Debug)]
pub(super) struct Judge<'o> {
    pub options: &'o Options,
    pub texts: Texts,
    /// The account, where it was looked up before.
    pub account: Option<Lookup>,
    /// Whether a message that was found before is held by what it was sent in.
    pub sent: bool,
    pub metadata: Vec<Entity>,
}

impl Judge<'_> {
    pub fn context<'a>(&'a self, answer: &'a Answer) -> Context<'a> {
        Context {
            was_read: answer.was_read,
            step_before: answer.step_before,
            asked: answer.asked.as_ref(),
            metadata: &self.metadata,
            ..Context::without_message(self.options, answer.code)
        }
    }

    /// What the error texts for which `fits` holds say, unless the caller knows better.
    pub fn answer(&self, errors: &[ErrorText], fits: impl Fn(&ErrorText) -> bool) -> Answer {
        let mut errors = errors.iter().filter(|error| fits(error)).peekable();
        let first = errors.peek().map(|error| error.code);
        Answer {
            code: self.options.code.or(first).unwrap_or(31),
            messenger: errors.any(|error| error.messenger),
            was_read: first == Some(31),
            step_before: None,
            asked: None,
        }
    }

    pub fn keep(&self, mut candidate: Candidate, answer: Answer) -> Kept {
        let (message, link) = self.message(&candidate, &answer);
        candidate.text = String::new();
        Kept {
            message,
            candidate,
            answer,
            link,
        }
    }

    fn context_of<'a>(&'a self, candidate: &'a Candidate, answer: &'a Answer) -> Context<'a> {
        let started_at = candidate.place.started_at.as_deref();
        let mut context = self.context(answer);
        context.charset_conflict = candidate.charset_conflict.as_ref();
        context.source = &candidate.text;
        context.exact = candidate.exact;
        context.sent = self.sent || are_sent(&candidate.layers);
        context.delivered_at = started_at.and_then(Instant::parse).or(context.delivered_at);
        context
    }

    pub fn message(&self, candidate: &Candidate, answer: &Answer) -> (report::Message, Link) {
        match parse(&candidate.text, candidate.bad_bytes.as_ref()) {
            Ok(document) => {
                let message = saml::read(&document);
                let facts = Facts::new(&message, self.options, answer.messenger);
                let link = Link::of(&message, &facts);
                (self.judged(Ok(&facts), candidate, answer), link)
            }
            Err(error) => {
                let link = Link::unread(&candidate.place);
                (self.judged(Err(&error), candidate, answer), link)
            }
        }
    }

    /// A message whose text was read, or refused.
    pub fn judged(
        &self,
        read: Result<&Facts, &xml::Error>,
        candidate: &Candidate,
        answer: &Answer,
    ) -> report::Message {
        let facts = read.ok();
        let account = self.account.clone();
        let account = account.or_else(|| look_up(facts, self.options));
        let context = Context {
            facts,
            refused: read.err(),
            account: account.as_ref(),
            ..self.context_of(candidate, answer)
        };
        let found = rules::run(&context);
        let diagnosis = diagnose(&context, &found.listed);
        report::message(candidate, &context, &found, &diagnosis, &self.texts)
    }
}

/// What the reader brought of it.
pub(crate) fn published(options: &Options) -> Vec<Entity> {
    let files = options.metadata.iter().take(MAX_METADATA);
    files.flat_map(|bytes| metadata::read(bytes)).collect()
}

/// Looks up the account of a message; `None` without a user list.
pub(crate) fn look_up(facts: Option<&Facts>, options: &Options) -> Option<Lookup> {
    let accounts = options.accounts.as_deref()?;
    Some(facts.map_or(Lookup::NoKey, |facts| find(accounts, facts)))
}

fn find(accounts: &Accounts, facts: &Facts) -> Lookup {
    let found = accounts.find(&facts.keys());
    found.compared(facts.usable("username"), facts.usable("email"))
}

/// The document, where neither its bytes nor its text keep it from being read.
pub(crate) fn parse(text: &str, bad: Option<&BadBytes>) -> Result<Document, xml::Error> {
    match bad {
        Some(bad) => Err(bad.error(text)),
        None => xml::parse(text),
    }
}
