//! A check piece by piece: what was found so far, and the report at the end.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::accounts::Lookup;
use crate::decode::decoded::{Limits, Place};
use crate::decode::{self, Candidate, CharsetConflict, Decoded, ErrorText, Input, Layer};
use crate::diagnosis::diagnose;
use crate::facts::Facts;
use crate::instant::Instant;
use crate::report::Handed;
use crate::rules::{self, Context};
use crate::signature::{self, Certificate, Examined};
use crate::text::Texts;
use crate::webex::causes::IF_IT_STAYS;
use crate::{Options, Report, report, saml, xml};

/// The most files of metadata that are read.
const MAX_METADATA: usize = 8;

/// Reads an input piece by piece; memory does not grow with it, apart from the messages found.
///
/// ```
/// let options = error31::Options::default();
/// let mut scan = error31::Scan::new(&options);
/// assert!(scan.feed(br#"{"log": {"entries": [{"request": {"method": "POST", "#).is_empty());
/// let found = scan.feed(br#""postData": {"text": "SAMLResponse=PFJlc3BvbnNlLz4%3D"}}}, "#);
/// assert_eq!(found[0].origin.layers, ["har", "form", "percent", "base64"]);
/// let report = scan.finish();
/// assert_eq!(report.messages.len(), 1);
/// assert_eq!(report.ends.map(|ends| ends.offset), Some(111.0));
/// ```
#[derive(Debug)]
pub struct Scan<'o> {
    reader: Reader<'o>,
    scan: decode::Search,
    messages: Vec<Kept>,
    places: HashMap<u64, Vec<usize>>,
    /// For each candidate the message that it became.
    indices: Vec<usize>,
}

/// A message, and what it was made from besides its text.
#[derive(Debug)]
struct Kept {
    message: report::Message,
    candidate: Candidate,
    answer: Answer,
}

/// What is known of a message from the rest of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Answer {
    code: u8,
    messenger: bool,
    /// Whether Webex's answer is known to be error 31.
    was_read: bool,
    /// Number of Webex's message, where this one belongs to a step before it.
    step_before: Option<usize>,
}

impl<'o> Scan<'o> {
    /// Begins a file.
    pub fn new(options: &'o Options) -> Self {
        Self::of(Input::Bytes(&[]), options)
    }

    fn of(input: Input, options: &'o Options) -> Self {
        Self {
            reader: Reader {
                options,
                texts: Texts::new(&options.language),
                account: None,
                examined: None,
                known: known(options),
            },
            scan: decode::Search::of(input, Limits::default(), options.charsets),
            messages: vec![],
            places: HashMap::new(),
            indices: vec![],
        }
    }

    /// Reads the next piece, of any length. The messages that are new in it keep their index in the report; what
    /// Webex answered to them, and how often they come, is known only there.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<report::Message> {
        self.scan.feed(bytes);
        let before = self.messages.len();
        for candidate in self.scan.drain() {
            self.add(candidate, &[]);
        }
        let new = self.messages.iter().skip(before);
        new.map(|kept| kept.message.clone()).collect()
    }

    /// Reads to the end.
    pub fn finish(mut self) -> Report {
        let scan = std::mem::take(&mut self.scan);
        let mut decoded = scan.finish();
        for candidate in std::mem::take(&mut decoded.candidates) {
            self.add(candidate, &decoded.errors);
        }
        self.answer(&decoded.errors);
        self.report(decoded)
    }

    /// Ends where the input can't be read any further, and says so.
    pub fn stop(mut self) -> Report {
        self.scan.stop();
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
            let answer = self.reader.answer(errors, |_| true);
            let kept = self.reader.keep(candidate, answer);
            self.indices.push(place);
            return self.messages.push(kept);
        };
        self.indices.push(place);
        let seen = kept.message.seen.unwrap_or(1) + 1;
        if candidate.place.is_delivery && !kept.candidate.place.is_delivery {
            *kept = self.reader.keep(candidate, kept.answer);
        }
        kept.message.seen = Some(seen);
    }

    /// Explains a message anew where its answer was not known before.
    fn answer(&mut self, errors: &[ErrorText]) {
        let steps = self.steps();
        for (index, kept) in self.messages.iter_mut().enumerate() {
            let mut answer = self.reader.answer(errors, |error| {
                let place = error.answers.and_then(|answers| self.indices.get(answers));
                place.is_none_or(|place| *place == index)
            });
            answer.step_before = steps.get(index).copied().flatten();
            if answer != kept.answer {
                let seen = kept.message.seen;
                let mut candidate = kept.candidate.clone();
                candidate.text = std::mem::take(&mut kept.message.xml);
                *kept = self.reader.keep(candidate, answer);
                kept.message.seen = seen;
            }
        }
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
                && matches!(kept.message.sp.id.as_str(), "meetings-site" | "messenger")
        };
        let step = |(index, kept): (usize, &Kept)| {
            let is_other = is_response(kept)
                && kept.message.sp.id == "other"
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
        let Reader { texts, options, .. } = self.reader;
        let accounts = &options.accounts;
        let errors = &decoded.errors;
        let is_sentence_alone =
            self.messages.is_empty() && errors.iter().any(|error| error.code == 31);
        let answer = self.reader.answer(errors, |_| true);
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
        report::set_ranks(&mut messages, &observed);
        Report {
            schema: 1,
            engine: concat!("error31 ", env!("CARGO_PKG_VERSION")).to_owned(),
            language: texts.language().to_owned(),
            messages,
            observed,
            checks: if is_sentence_alone {
                report::checks(&self.reader.context(answer), &self.reader.texts)
            } else {
                vec![]
            },
            causes: if is_sentence_alone {
                report::causes(&self.reader.context(answer), &self.reader.texts)
            } else {
                vec![]
            },
            if_it_stays: is_sentence_alone.then(|| texts.say(&IF_IT_STAYS, &[])),
            more: decoded.more,
            notices: report::notices(&decoded, &texts),
            accounts: accounts
                .as_deref()
                .map(|list| report::accounts(list, &texts)),
            sensitive: report::sensitive(&decoded),
            ends: report::ends(&decoded),
            problem: decoded
                .failure
                .as_ref()
                .map(|failure| report::problem(failure, &texts)),
        }
    }
}

/// Reads an input that is in memory as a whole.
pub(crate) fn check(input: Input, options: &Options) -> Report {
    let mut scan = Scan::of(input, options);
    scan.scan.feed(input.as_bytes());
    scan.finish()
}

/// What is known about a message besides its text.
#[derive(Debug, Clone, Default)]
pub(crate) struct About {
    /// When it was delivered, as a capture says it.
    pub started_at: Option<String>,
    /// Whether it is what was sent, byte by byte.
    pub exact: bool,
    /// A declared charset that contradicts the bytes.
    pub charset_conflict: Option<CharsetConflict>,
    /// The code with which Webex answered it.
    pub code: Option<u8>,
    /// Number of Webex's message, where this one belongs to a step before it.
    pub step_before: Option<usize>,
    /// Whether that answer has the shape of Webex Messenger's.
    pub messenger: bool,
    /// The account of its user, where it was looked up before.
    pub account: Option<Lookup>,
    /// What its signatures tell, where they were looked at before.
    pub examined: Option<Examined>,
}

/// What the signatures of a message tell that was found before; `None` where they are not to be looked at.
pub(crate) fn examine(handed: &Handed, options: &Options) -> Option<Examined> {
    let document = xml::parse(&handed.xml)
        .ok()
        .filter(|_| options.signatures)?;
    let original = is_original(handed.origin.layers.iter().map(String::as_str));
    Some(signature::examine(&document, &known(options), original))
}

/// The certificates that the reader brought.
fn known(options: &Options) -> Vec<Certificate> {
    let metadata = options.metadata.iter().take(MAX_METADATA);
    metadata.flat_map(|bytes| signature::known(bytes)).collect()
}

/// Whether no layer took the message out of XML around it, which rewrites namespaces.
fn is_original<'l>(mut layers: impl Iterator<Item = &'l str>) -> bool {
    layers.all(|layer| layer != Layer::Cut.id() && layer != Layer::Soap.id())
}

impl About {
    /// What a message brings along that was found before; its account is to be looked up.
    pub fn of(handed: &Handed) -> Self {
        let declared = || handed.xml.get(decode::charset::declared(&handed.xml)?);
        Self {
            started_at: handed.origin.started_at.clone(),
            charset_conflict: handed.charset.clone().map(|actual| CharsetConflict {
                declared: declared().unwrap_or("…").to_owned(),
                actual,
                place: None,
            }),
            exact: handed.is_exact(),
            step_before: handed.step_before,
            code: handed.replies.first().map(|reply| reply.code),
            messenger: handed.replies.iter().any(|reply| reply.messenger),
            account: None,
            examined: None,
        }
    }
}

/// Looks up the account of a message that was found before; `None` without a user list.
pub(crate) fn look_up(text: &str, options: &Options) -> Option<Lookup> {
    let accounts = options.accounts.as_deref()?;
    let Ok(document) = xml::parse(text) else {
        return Some(Lookup::NoKey);
    };
    let message = saml::read(&document);
    let facts = Facts::new(&message, options, false);
    Some(accounts.find(&facts.keys()))
}

/// Judges a message that was found before, under other options: all that was known of it besides its text stays.
pub(crate) fn judge(handed: &Handed, options: &Options) -> report::Message {
    let mut about = About::of(handed);
    about.examined = examine(handed, options);
    let mut message = explain_text(&handed.xml, &about, options);
    let is_answered = handed.replies.iter().any(|reply| reply.code == 31);
    message.rank = report::rank(message.error31.verdict, is_answered);
    report::Message {
        origin: handed.origin.clone(),
        charset: handed.charset.clone(),
        seen: handed.seen,
        ..message
    }
}

/// Judges a text of which this much is known. It has no origin.
pub(crate) fn explain_text(text: &str, about: &About, options: &Options) -> report::Message {
    let (reader, candidate, answer) = again(text, about, options);
    reader.message(&candidate, answer)
}

/// The same, for a text that is refused with `error`.
pub(crate) fn refuse(
    text: &str,
    error: &xml::Error,
    about: &About,
    options: &Options,
) -> report::Message {
    let (reader, candidate, answer) = again(text, about, options);
    let mut context = reader.context_of(&candidate, answer);
    context.account = about.account.as_ref();
    context.refused = Some(error);
    explain(&candidate, &context, &reader.texts)
}

fn again<'o>(text: &str, about: &About, options: &'o Options) -> (Reader<'o>, Candidate, Answer) {
    let reader = Reader {
        options,
        texts: Texts::new(&options.language),
        account: about.account.clone(),
        examined: about.examined.clone(),
        known: vec![],
    };
    let candidate = Candidate {
        layers: vec![],
        text: text.to_owned(),
        exact: about.exact,
        charset_conflict: about
            .charset_conflict
            .clone()
            .map(|conflict| CharsetConflict {
                place: decode::charset::declared(text),
                ..conflict
            }),
        forgiven: vec![],
        place: Place {
            started_at: about.started_at.clone(),
            ..Place::default()
        },
    };
    let answer = Answer {
        code: options.code.or(about.code).unwrap_or(31),
        messenger: about.messenger,
        was_read: about.code == Some(31),
        step_before: about.step_before,
    };
    (reader, candidate, answer)
}

/// What holds for all messages of one input.
#[derive(Debug)]
struct Reader<'o> {
    options: &'o Options,
    texts: Texts,
    /// The account, where it was looked up before.
    account: Option<Lookup>,
    /// What signatures tell, where they were looked at before.
    examined: Option<Examined>,
    /// The certificates that the reader brought.
    known: Vec<Certificate>,
}

impl Reader<'_> {
    fn context(&self, answer: Answer) -> Context<'_> {
        Context {
            was_read: answer.was_read,
            step_before: answer.step_before,
            ..Context::without_message(self.options, answer.code)
        }
    }

    /// What the error texts for which `fits` holds say, unless the reader knows better.
    fn answer(&self, errors: &[ErrorText], fits: impl Fn(&ErrorText) -> bool) -> Answer {
        let mut errors = errors.iter().filter(|error| fits(error)).peekable();
        let first = errors.peek().map(|error| error.code);
        Answer {
            code: self.options.code.or(first).unwrap_or(31),
            messenger: errors.any(|error| error.messenger),
            was_read: first == Some(31),
            step_before: None,
        }
    }

    fn keep(&self, mut candidate: Candidate, answer: Answer) -> Kept {
        let message = self.message(&candidate, answer);
        candidate.text = String::new();
        Kept {
            message,
            candidate,
            answer,
        }
    }

    fn context_of<'a>(&'a self, candidate: &'a Candidate, answer: Answer) -> Context<'a> {
        let started_at = candidate.place.started_at.as_deref();
        let mut context = self.context(answer);
        context.charset_conflict = candidate.charset_conflict.as_ref();
        context.source = &candidate.text;
        context.exact = candidate.exact;
        context.delivered_at = started_at.and_then(Instant::parse).or(context.delivered_at);
        context
    }

    fn message(&self, candidate: &Candidate, answer: Answer) -> report::Message {
        let mut context = self.context_of(candidate, answer);
        match xml::parse(&candidate.text) {
            Ok(document) => {
                let message = saml::read(&document);
                let facts = Facts::new(&message, self.options, answer.messenger);
                let accounts = self.options.accounts.as_ref();
                let find = || accounts.map(|accounts| accounts.find(&facts.keys()));
                let account = self.account.clone().or_else(find);
                context.facts = Some(&facts);
                let examined = self.examined.clone().or_else(|| {
                    let original = is_original(candidate.layers.iter().map(|layer| layer.id()));
                    let examine = || signature::examine(&document, &self.known, original);
                    self.options.signatures.then(examine)
                });
                context.account = account.as_ref();
                context.examined = examined.as_ref();
                explain(candidate, &context, &self.texts)
            }
            Err(error) => {
                let account = self.options.accounts.as_ref().map(|_| Lookup::NoKey);
                context.account = account.as_ref();
                context.refused = Some(&error);
                explain(candidate, &context, &self.texts)
            }
        }
    }
}

fn explain(candidate: &Candidate, context: &Context, texts: &Texts) -> report::Message {
    let found = rules::run(context);
    let diagnosis = diagnose(context, &found.listed);
    report::message(candidate, context, &found, &diagnosis, texts)
}
