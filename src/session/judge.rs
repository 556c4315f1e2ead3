//! Judges one message by what is known of the whole input.

use std::cell::Cell;

use super::{Kept, preview};
use crate::accounts::{Accounts, Lookup};
use crate::decode::{self, Candidate, Certainty, ErrorText, Layer, Sent};
use crate::diagnosis::diagnose;
use crate::facts::Facts;
use crate::instant::Instant;
use crate::metadata::Published;
use crate::options::MAX_METADATA;
use crate::report::Alone;
use crate::rules::{self, Context, Found};
use crate::sign_ins::{Asked, Link};
use crate::signature::{self, Examined};
use crate::text::Texts;
use crate::webex::codes::Coded;
use crate::xml::{BadBytes, Document};
use crate::{Options, remedy, report, saml, xml};

/// What is known of a message from the rest of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub coded: Coded,
    pub messenger: bool,
    /// Whether the time of the answer may be told.
    pub is_timed: bool,
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
    /// How a message that was found before was sent, as far as what held it tells.
    pub sent: Sent,
    pub published: Published,
    /// What its signatures tell, where they were looked at before.
    pub examined: Option<Examined>,
    /// How many bytes may still be judged again, with what is at fault put right.
    pub previews: Cell<usize>,
}

impl<'o> Judge<'o> {
    pub fn new(options: &'o Options, published: Published) -> Self {
        Self {
            options,
            texts: Texts::new(&options.language),
            account: None,
            sent: Sent::Unknown,
            published,
            examined: None,
            previews: Cell::new(preview::MOST),
        }
    }

    /// What there is to look up, and the causes, where there is no message.
    pub fn alone(&self, answer: &Answer) -> Alone {
        let context = self.context(answer);
        Alone {
            checks: report::checks(&context, &self.texts),
            causes: report::causes(&context, &self.texts),
        }
    }

    pub fn context<'a>(&'a self, answer: &'a Answer) -> Context<'a> {
        let coded = &answer.coded;
        Context {
            coded_by: coded.by,
            answered: &coded.answered,
            was_read: coded.is_answer(31),
            step_before: answer.step_before,
            asked: answer.asked.as_ref(),
            metadata: &self.published.entities,
            ..Context::without_message(self.options, coded.number)
        }
    }

    /// What the error texts say, unless the caller knows better; `is_own` says of one whether it answers this message,
    /// where that is known.
    pub fn answer(
        &self,
        errors: &[ErrorText],
        is_own: impl Fn(&ErrorText) -> Option<bool>,
    ) -> Answer {
        let own = errors.iter().filter_map(|error| match is_own(error) {
            Some(false) => None,
            own => Some((error, own.is_some())),
        });
        let sure = own
            .clone()
            .filter(|(error, _)| error.certainty == Certainty::Sure)
            .map(|(error, is_own)| (error.code, is_own));
        let options = self.options;
        Answer {
            coded: Coded::of(options.code, options.linked_code, sure),
            messenger: own.clone().any(|(error, _)| error.messenger),
            is_timed: true,
            step_before: None,
            asked: None,
        }
    }

    /// `examined` is what its signatures tell, where they were looked at before; `tries` as of [`Judge::message`].
    pub fn keep(
        &self,
        mut candidate: Candidate,
        answer: Answer,
        examined: Option<Examined>,
        tries: bool,
    ) -> Kept {
        let (message, link, examined) = self.message(&candidate, &answer, examined, tries);
        candidate.text = String::new();
        Kept {
            message,
            candidate,
            answer,
            link,
            examined,
            is_tried: tries,
        }
    }

    fn context_of<'a>(&'a self, candidate: &'a Candidate, answer: &'a Answer) -> Context<'a> {
        let started_at = candidate.place.started_at.as_deref();
        let mut context = self.context(answer);
        context.charset_conflict = candidate.charset_conflict.as_ref();
        context.source = &candidate.text;
        context.exact = candidate.exact;
        context.sent = match self.sent {
            Sent::Unknown => decode::sent(&candidate.layers, candidate.place.url.as_deref()),
            sent => sent,
        };
        let answered_at = started_at.filter(|_| answer.is_timed && answer.coded.is_own);
        context.answered_at = answered_at.and_then(Instant::parse);
        context.delivered_at = started_at.and_then(Instant::parse).or(context.delivered_at);
        context
    }

    /// What the signatures of a message tell; `None` where they are not to be looked at. A message that was taken out of
    /// XML around it has other namespaces than what was signed.
    pub fn examine(&self, document: &Document, candidate: &Candidate) -> Option<Examined> {
        let examine = || {
            let is_taken_out = |layer: &Layer| matches!(layer, Layer::Cut | Layer::Soap);
            let original = !candidate.layers.iter().any(is_taken_out);
            let known = self.published.known(document);
            let examined = signature::examine(document, &known, original);
            match candidate.exact {
                true => examined.as_sent(),
                false => examined,
            }
        };
        let known = || self.examined.clone();
        let is_wanted = self.options.signatures;
        known().or_else(|| is_wanted.then(examine))
    }

    /// Judges a message in which something was changed, without looking what a further change would come to.
    pub fn changed(
        &self,
        candidate: &Candidate,
        answer: &Answer,
        examined: Option<&Examined>,
    ) -> report::Message {
        let tell = |context: &Context, found: &Found| {
            let diagnosis = diagnose(context, &found.listed);
            report::message(candidate, context, found, &diagnosis, &self.texts)
        };
        match parse(&candidate.text, candidate.bad_bytes.as_ref()) {
            Ok(document) => {
                let message = saml::read(&document);
                let facts = Facts::new(&message, self.options, answer.messenger);
                let read = Ok((&document, &facts));
                self.ruled(read, examined, (candidate, answer), tell)
            }
            Err(error) => self.ruled(Err(&error), None, (candidate, answer), tell),
        }
    }

    /// Judges a message; `tries`: with what its change would come to.
    pub fn message(
        &self,
        candidate: &Candidate,
        answer: &Answer,
        examined: Option<Examined>,
        tries: bool,
    ) -> (report::Message, Link, Option<Examined>) {
        match parse(&candidate.text, candidate.bad_bytes.as_ref()) {
            Ok(document) => {
                let message = saml::read(&document);
                let facts = Facts::new(&message, self.options, answer.messenger);
                let link = Link::of(&message, &facts);
                let examined = examined.or_else(|| self.examine(&document, candidate));
                let read = Ok((&document, &facts));
                let message = self.judged(read, examined.as_ref(), (candidate, answer), tries);
                (message, link, examined)
            }
            Err(error) => {
                let link = Link::unread(&candidate.place);
                let message = self.judged(Err(&error), None, (candidate, answer), false);
                (message, link, None)
            }
        }
    }

    /// A message whose text was read, or refused; `tries`: with what its change would come to.
    pub fn judged(
        &self,
        read: Result<(&Document, &Facts), &xml::Error>,
        examined: Option<&Examined>,
        (candidate, answer): (&Candidate, &Answer),
        tries: bool,
    ) -> report::Message {
        self.ruled(read, examined, (candidate, answer), |context, found| {
            let diagnosis = diagnose(context, &found.listed);
            let mut message = report::message(candidate, context, found, &diagnosis, &self.texts);
            if tries
                && let Ok(read) = read
                && let Some(remedy) = remedy::remedy(context, &found.listed)
            {
                self.preview((candidate, answer), (read, examined), &remedy, &mut message);
            }
            message
        })
    }

    /// Gives what the rules find, and what they look at.
    pub fn ruled<T>(
        &self,
        read: Result<(&Document, &Facts), &xml::Error>,
        examined: Option<&Examined>,
        (candidate, answer): (&Candidate, &Answer),
        tell: impl FnOnce(&Context, &Found) -> T,
    ) -> T {
        let facts = read.ok().map(|(_, facts)| facts);
        let account = self.account.clone();
        let account = account.or_else(|| look_up(facts, self.options));
        let context = Context {
            facts,
            refused: read.err(),
            account: account.as_ref(),
            examined,
            ..self.context_of(candidate, answer)
        };
        tell(&context, &rules::run(&context))
    }
}

/// The document, where neither its bytes nor its text keep it from being read.
pub(crate) fn parse(text: &str, bad: Option<&BadBytes>) -> Result<Document, xml::Error> {
    match bad {
        Some(bad) => Err(bad.error(text)),
        None => xml::parse(text),
    }
}

/// What the reader brought of it.
pub(crate) fn published(options: &Options) -> Published {
    let files = options.metadata.iter().take(MAX_METADATA);
    Published::of(files.map(Vec::as_slice))
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
