//! A check piece by piece: what was found so far, and the report at the end.

mod preview;

use std::cell::Cell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::accounts::{Accounts, Lookup};
use crate::decode::decoded::{Limits, Place};
use crate::decode::{
    self, Candidate, Certainty, CharsetConflict, Decoded, ErrorText, Input, Layer, are_sent,
};
use crate::diagnosis::diagnose;
use crate::facts::Facts;
use crate::instant::Instant;
use crate::metadata::{self, Entity};
use crate::options::MAX_METADATA;
use crate::report::{Handed, Signed};
use crate::rules::{self, Context};
use crate::sign_ins::{self, Asked, Link, Member, SignIn};
use crate::text::Texts;
use crate::webex::ServiceProvider;
use crate::webex::causes::IF_IT_STAYS;
use crate::webex::codes::Coded;
use crate::xml::{BadBytes, Document};
use crate::{Options, Report, charset, remedy, report, saml, xml};

/// Reads an input piece by piece; memory does not grow with it, apart from the messages found.
///
/// ```
/// let options = error31::Options::default();
/// let mut check = error31::Check::new(&options);
/// assert!(check.feed(br#"{"log": {"entries": [{"request": {"method": "POST", "#).is_empty());
/// let found = check.feed(br#""postData": {"text": "SAMLResponse=PFJlc3BvbnNlLz4%3D"}}}, "#);
/// let layers: Vec<&str> = found[0].origin.layers.iter().map(|layer| layer.id()).collect();
/// assert_eq!(layers, ["har", "form", "percent", "base64"]);
/// let report = check.finish();
/// assert_eq!(report.messages.len(), 1);
/// assert_eq!(report.ends.map(|ends| ends.offset), Some(111.0));
/// ```
#[derive(Debug)]
pub struct Check<'o> {
    judge: Judge<'o>,
    search: decode::Search,
    messages: Vec<Kept>,
    places: HashMap<u64, Vec<usize>>,
    /// For each candidate the message that it became.
    indices: Vec<usize>,
    sign_ins: Vec<SignIn>,
}

/// A message, and what it was made from besides its text.
#[derive(Debug)]
struct Kept {
    message: report::Message,
    candidate: Candidate,
    answer: Answer,
    link: Link,
}

/// What is known of a message from the rest of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answer {
    coded: Coded,
    messenger: bool,
    /// Whether the time of the answer may be told.
    is_timed: bool,
    /// Number of Webex's message, where this one belongs to a step before it.
    step_before: Option<usize>,
    /// What the request asked for that it answers.
    asked: Option<Asked>,
}

impl<'o> Check<'o> {
    /// Begins a file.
    pub fn new(options: &'o Options) -> Self {
        Self::of(Input::Bytes(&[]), options)
    }

    /// Begins a text that was pasted, fed as UTF-8: a declared charset is ignored.
    pub fn text(options: &'o Options) -> Self {
        Self::of(Input::Text(""), options)
    }

    fn of(input: Input, options: &'o Options) -> Self {
        Self {
            judge: Judge {
                options,
                texts: Texts::new(&options.language),
                account: None,
                sent: false,
                metadata: published(options),
                previews: Cell::new(preview::MOST),
            },
            search: decode::Search::of(input, Limits::default(), options.charsets),
            messages: vec![],
            places: HashMap::new(),
            indices: vec![],
            sign_ins: vec![],
        }
    }

    /// Reads the next piece, of any length. The messages that are new in it keep their index in the report; what
    /// Webex answered to them, and how often they come, is known only there.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<report::Message> {
        self.search.feed(bytes);
        let before = self.messages.len();
        for candidate in self.search.drain() {
            self.add(candidate, &[]);
        }
        let new = self.messages.iter().skip(before);
        new.map(|kept| kept.message.clone()).collect()
    }

    /// Reads to the end.
    pub fn finish(mut self) -> Report {
        let search = std::mem::take(&mut self.search);
        let mut decoded = search.finish();
        for candidate in std::mem::take(&mut decoded.candidates) {
            self.add(candidate, &decoded.errors);
        }
        self.answer(&decoded.errors);
        self.report(decoded)
    }

    /// Ends where the input can't be read any further, and says so.
    pub fn stop(mut self) -> Report {
        self.search.stop();
        self.finish()
    }

    fn add(&mut self, candidate: Candidate, errors: &[ErrorText]) {
        let mut hasher = DefaultHasher::new();
        candidate.text.hash(&mut hasher);
        let places = self.places.entry(hasher.finish()).or_default();
        let is_same = |kept: &Kept| kept.message.xml == candidate.text;
        let same = places
            .iter()
            .copied()
            .find(|place| self.messages.get(*place).is_some_and(is_same));
        let place = same.unwrap_or(self.messages.len());
        let Some(kept) = self.messages.get_mut(place) else {
            places.push(place);
            let answer = self.judge.answer(errors, |_| None);
            let kept = self.judge.keep(candidate, answer);
            self.indices.push(place);
            return self.messages.push(kept);
        };
        self.indices.push(place);
        let seen = kept.message.seen.unwrap_or(1) + 1;
        if candidate.place.is_delivery && !kept.candidate.place.is_delivery {
            *kept = self.judge.keep(candidate, kept.answer.clone());
        }
        kept.message.seen = Some(seen);
    }

    /// Explains a message anew where its answer was not known before.
    fn answer(&mut self, errors: &[ErrorText]) {
        let steps = self.steps();
        let asked = self.join(&steps, errors);
        for (index, kept) in self.messages.iter_mut().enumerate() {
            let mut answer = self.judge.answer(errors, |error| {
                let place = error.answers.and_then(|answers| self.indices.get(answers));
                place.map(|place| *place == index)
            });
            answer.step_before = steps.get(index).copied().flatten();
            answer.asked = asked.get(&index).cloned();
            if answer != kept.answer {
                let seen = kept.message.seen;
                let mut candidate = kept.candidate.clone();
                candidate.text = std::mem::take(&mut kept.message.xml);
                *kept = self.judge.keep(candidate, answer);
                kept.message.seen = seen;
            }
        }
    }

    /// Finds what belongs to one sign-in; gives for a response what was asked for.
    fn join(&mut self, steps: &[Option<usize>], errors: &[ErrorText]) -> HashMap<usize, Asked> {
        let members = members(&self.messages, steps);
        let legs = sign_ins::join(&members);
        let answers = |error: &ErrorText| self.indices.get(error.answers?).copied();
        let sign_ins = sign_ins::nest(&members, &legs, errors, answers);
        let asked = legs.iter().filter_map(|leg| {
            let request = members.get(leg.request?)?.link.request.clone()?;
            let other = leg.is_other;
            Some((leg.response?, Asked { request, other }))
        });
        let asked = asked.collect();
        self.sign_ins = sign_ins;
        asked
    }

    /// For each message the number of Webex's message behind it in the same recording, where it is for somebody else.
    fn steps(&self) -> Vec<Option<usize>> {
        let is_response = |kept: &Kept| {
            matches!(
                kept.message.kind,
                report::MessageKind::Response | report::MessageKind::Assertion
            )
        };
        let is_webex = |kept: &Kept| {
            is_response(kept)
                && kept.candidate.place.is_delivery
                && kept.message.sp.id.has_code_31()
        };
        let step = |(index, kept): (usize, &Kept)| {
            let is_other = is_response(kept)
                && kept.message.sp.id == ServiceProvider::Other
                && kept.candidate.place.is_delivery;
            let later = self.messages.iter().enumerate().skip(index + 1);
            let mut webex = later.filter(|(_, later)| {
                is_webex(later) && later.candidate.place.capture == kept.candidate.place.capture
            });
            webex
                .next()
                .filter(|_| is_other)
                .map(|(index, _)| index + 1)
        };
        self.messages.iter().enumerate().map(step).collect()
    }

    fn report(self, decoded: Decoded) -> Report {
        let Judge { texts, options, .. } = self.judge;
        let accounts = &options.accounts;
        let errors = &decoded.errors;
        let is_sentence_alone =
            self.messages.is_empty() && errors.iter().any(|error| error.code == 31);
        let answer = self.judge.answer(errors, |_| None);
        let sign_ins = {
            let all = self.messages.iter();
            let steps: Vec<_> = all.map(|kept| kept.message.step_before).collect();
            let members = members(&self.messages, &steps);
            let messages: Vec<_> = self.messages.iter().map(|kept| &kept.message).collect();
            report::sign_ins(&self.sign_ins, &members, &messages, errors, &texts)
        };
        let mut messages = vec![];
        for mut kept in self.messages {
            report::set_total(&mut kept.message.origin, &kept.candidate.place, &decoded);
            messages.push(kept.message);
        }
        let observed = |error: &ErrorText| {
            let message = error.answers.and_then(|answers| self.indices.get(answers));
            report::observed(error, message.copied(), &decoded, &texts)
        };
        let observed: Vec<report::Observed> = errors.iter().filter_map(observed).collect();
        let signed: Vec<Signed> = messages.iter().map(Signed::of).collect();
        let mut notices = report::ignored(options, &texts);
        notices.extend(report::notices(&decoded, &texts));
        notices.extend(report::two_classes(&signed, &texts));
        Report {
            messages,
            observed,
            sign_ins,
            checks: if is_sentence_alone {
                report::checks(&self.judge.context(&answer), &self.judge.texts)
            } else {
                vec![]
            },
            causes: if is_sentence_alone {
                report::causes(&self.judge.context(&answer), &self.judge.texts)
            } else {
                vec![]
            },
            if_it_stays: is_sentence_alone.then(|| texts.say(&IF_IT_STAYS, &[])),
            which_console: is_sentence_alone.then(|| report::which_console(&texts)),
            more: decoded.more,
            notices,
            accounts: accounts
                .as_deref()
                .map(|list| report::accounts(list, &texts)),
            sensitive: report::sensitive(&decoded),
            ends: report::ends(&decoded),
            problem: decoded
                .failure
                .as_ref()
                .map(|failure| report::problem(failure, &texts)),
            ..Report::new(&texts)
        }
    }
}

/// The messages as sign-ins are made of them.
fn members<'m>(messages: &'m [Kept], steps: &[Option<usize>]) -> Vec<Member<'m>> {
    let all = messages.iter().enumerate();
    all.map(|(index, kept)| Member {
        link: &kept.link,
        place: &kept.candidate.place,
        step_before: steps.get(index).copied().flatten(),
        is_tracer: kept.candidate.layers.contains(&Layer::Tracer),
    })
    .collect()
}

/// Reads an input that is in memory as a whole.
pub(crate) fn check(input: Input, options: &Options) -> Report {
    let mut check = Check::of(input, options);
    check.search.feed(input.as_bytes());
    check.finish()
}

/// What is known about a message besides its text.
#[derive(Debug, Clone, Default)]
pub(crate) struct About {
    /// When it was delivered, as a capture says it.
    pub started_at: Option<String>,
    /// Whether it is what was sent, byte by byte.
    pub exact: bool,
    /// Whether a capture, a form or an address holds it.
    pub sent: bool,
    /// What is wrong with its bytes.
    pub bad_bytes: Option<BadBytes>,
    /// A declared charset that contradicts the bytes.
    pub charset_conflict: Option<CharsetConflict>,
    /// What Webex surely answered: a code, and whether surely to this message.
    pub sure: Vec<(u8, bool)>,
    /// Whether the time of the answer may be told.
    pub is_timed: bool,
    /// Number of Webex's message, where this one belongs to a step before it.
    pub step_before: Option<usize>,
    /// What the request asked for that it answers.
    pub asked: Option<Asked>,
    /// Whether that answer has the shape of Webex Messenger's.
    pub messenger: bool,
    /// The account of its user, where it was looked up before.
    pub account: Option<Lookup>,
    /// What services and identity providers publish of themselves, where it was read before.
    pub metadata: Option<Vec<Entity>>,
}

/// What the reader brought of it.
pub(crate) fn published(options: &Options) -> Vec<Entity> {
    let files = options.metadata.iter().take(MAX_METADATA);
    files.flat_map(|bytes| metadata::read(bytes)).collect()
}

impl About {
    /// What a message brings along that was found before; its account is to be looked up.
    pub fn of(handed: &Handed) -> Self {
        let declared = || handed.xml.get(charset::declared(&handed.xml)?);
        Self {
            started_at: handed.origin.started_at.clone(),
            charset_conflict: handed.charset.clone().map(|actual| CharsetConflict {
                declared: declared().unwrap_or("…").to_owned(),
                actual,
                place: None,
            }),
            exact: handed.is_exact(),
            sent: handed.is_sent(),
            bad_bytes: handed.bad_bytes.clone(),
            step_before: handed.step_before,
            asked: handed.asked.clone(),
            sure: handed
                .replies
                .iter()
                .filter(|reply| reply.sure)
                .map(|reply| (reply.code, reply.message.is_some()))
                .collect(),
            is_timed: true,
            messenger: handed.replies.iter().any(|reply| reply.messenger),
            account: None,
            metadata: None,
        }
    }
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

/// Judges a message that was found before, under other options: all that was known of it besides its text stays.
pub(crate) fn judge(handed: &Handed, options: &Options) -> report::Message {
    let about = About::of(handed);
    match parse(&handed.xml, handed.bad_bytes.as_ref()) {
        Ok(document) => {
            let message = saml::read(&document);
            let facts = Facts::new(&message, options, about.messenger);
            judge_read(handed, Ok((&document, &facts)), &about, options)
        }
        Err(error) => judge_read(handed, Err(&error), &about, options),
    }
}

/// The same, for a message that was read, or refused.
pub(crate) fn judge_read(
    handed: &Handed,
    read: Result<(&Document, &Facts), &xml::Error>,
    about: &About,
    options: &Options,
) -> report::Message {
    let message = explain_read(&handed.xml, read, about, options);
    report::Message {
        origin: handed.origin.clone(),
        charset: handed.charset.clone(),
        seen: handed.seen,
        ..message
    }
}

/// Judges a text of which this much is known. It has no origin.
pub(crate) fn explain_text(text: &str, about: &About, options: &Options) -> report::Message {
    let (judge, candidate, answer) = known(text, about, options);
    judge.message(&candidate, &answer).0
}

/// The same, for a text that was read, or refused.
pub(crate) fn explain_read(
    text: &str,
    read: Result<(&Document, &Facts), &xml::Error>,
    about: &About,
    options: &Options,
) -> report::Message {
    let (judge, candidate, answer) = known(text, about, options);
    judge.judged(read, &candidate, &answer)
}

fn known<'o>(text: &str, about: &About, options: &'o Options) -> (Judge<'o>, Candidate, Answer) {
    let judge = Judge {
        options,
        texts: Texts::new(&options.language),
        account: about.account.clone(),
        sent: about.sent,
        metadata: match &about.metadata {
            Some(metadata) => metadata.clone(),
            None => published(options),
        },
        previews: Cell::new(preview::MOST),
    };
    let candidate = Candidate {
        layers: vec![],
        text: text.to_owned(),
        exact: about.exact,
        bad_bytes: about.bad_bytes.clone(),
        charset_conflict: about
            .charset_conflict
            .clone()
            .map(|conflict| CharsetConflict {
                place: charset::declared(text),
                ..conflict
            }),
        forgiven: vec![],
        place: Place {
            started_at: about.started_at.clone(),
            ..Place::default()
        },
    };
    let answer = Answer {
        coded: Coded::of(
            options.code,
            options.linked_code,
            about.sure.iter().copied(),
        ),
        messenger: about.messenger,
        is_timed: about.is_timed,
        step_before: about.step_before,
        asked: about.asked.clone(),
    };
    (judge, candidate, answer)
}

/// What holds for all messages of one input.
#[derive(Debug)]
struct Judge<'o> {
    options: &'o Options,
    texts: Texts,
    /// The account, where it was looked up before.
    account: Option<Lookup>,
    /// Whether a message that was found before is held by what it was sent in.
    sent: bool,
    metadata: Vec<Entity>,
    /// How many messages may still be judged again, with what is at fault put right.
    previews: Cell<u32>,
}

impl Judge<'_> {
    fn context<'a>(&'a self, answer: &'a Answer) -> Context<'a> {
        let coded = &answer.coded;
        Context {
            coded_by: coded.by,
            answered: &coded.answered,
            was_read: coded.is_answer(31),
            step_before: answer.step_before,
            asked: answer.asked.as_ref(),
            metadata: &self.metadata,
            ..Context::without_message(self.options, coded.number)
        }
    }

    /// What the error texts say, unless the caller knows better; `is_own` says of one whether it answers this message,
    /// where that is known.
    fn answer(&self, errors: &[ErrorText], is_own: impl Fn(&ErrorText) -> Option<bool>) -> Answer {
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

    fn keep(&self, mut candidate: Candidate, answer: Answer) -> Kept {
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
        let answered_at = started_at.filter(|_| answer.is_timed && answer.coded.is_own);
        context.answered_at = answered_at.and_then(Instant::parse);
        context.delivered_at = started_at.and_then(Instant::parse).or(context.delivered_at);
        context
    }

    /// Judges a message, without looking what it would come to after a change.
    fn once(&self, candidate: &Candidate, answer: &Answer) -> report::Message {
        let left = self.previews.replace(0);
        let (message, _) = self.message(candidate, answer);
        self.previews.set(left);
        message
    }

    fn message(&self, candidate: &Candidate, answer: &Answer) -> (report::Message, Link) {
        match parse(&candidate.text, candidate.bad_bytes.as_ref()) {
            Ok(document) => {
                let message = saml::read(&document);
                let facts = Facts::new(&message, self.options, answer.messenger);
                let link = Link::of(&message, &facts);
                (
                    self.judged(Ok((&document, &facts)), candidate, answer),
                    link,
                )
            }
            Err(error) => {
                let link = Link::unread(&candidate.place);
                (self.judged(Err(&error), candidate, answer), link)
            }
        }
    }

    /// A message whose text was read, or refused.
    fn judged(
        &self,
        read: Result<(&Document, &Facts), &xml::Error>,
        candidate: &Candidate,
        answer: &Answer,
    ) -> report::Message {
        let facts = read.ok().map(|(_, facts)| facts);
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
        let mut message = report::message(candidate, &context, &found, &diagnosis, &self.texts);
        let remedy = remedy::remedy(&context, &found.listed);
        if let (Ok(read), Some(remedy)) = (read, remedy) {
            self.preview((candidate, answer), read, &remedy, &mut message);
        }
        message
    }
}

/// The document, where neither its bytes nor its text keep it from being read.
pub(crate) fn parse(text: &str, bad: Option<&BadBytes>) -> Result<Document, xml::Error> {
    match bad {
        Some(bad) => Err(bad.error(text)),
        None => xml::parse(text),
    }
}
