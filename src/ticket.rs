//! What is sent to somebody else: the report without the person, as text, and the look-ups for who runs Webex.

mod admin;
mod compared;
mod finding;
mod letters;
mod markdown;
mod phrases;
mod receipt;
mod steps;
#[cfg(test)]
mod work;

pub(crate) static TEXTS: [&[Text]; 2] = [phrases::TEXTS, letters::TEXTS];
pub use compared::Beside;
pub use letters::{Letter, Recipient};
pub use receipt::{Receipt, Removed};

use crate::compare::Comparison;
use crate::facts::Facts;
use crate::hash::HashSet;
use crate::instant::Instant;
use crate::options::Options;
use crate::redact::{Keep, REMOVED, Redactor, is_charset};
use crate::report::{
    self, Entry, Handed, Message, Observed, Origin, Reply, Report, RuleId, SignIn,
};
use crate::rules::account_other_username;
use crate::session::{self, About};
use crate::text::{Text, Texts, without_marks};
use crate::webex::codes;
use crate::xml::Document;
use crate::{saml, xml};
use compared::compared;
use serde::Serialize;
use std::sync::Arc;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// How a ticket is made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choices {
    /// Language of the ticket as a BCP 47 tag; `None` takes the reader's.
    pub language: Option<String>,
    /// What may be named after all.
    pub keep: Keep,
    /// What the message is held against.
    pub beside: Option<Beside>,
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Ticket {
    /// The report without the person, as Markdown.
    pub markdown: String,
    /// The look-ups at Webex with the user’s own name, as plain text; none where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin: Option<String>,
    /// Texts for the others who are involved.
    pub letters: Vec<Letter>,
    /// Each finding alone, as plain text without the person, in their order; empty where it was not found without.
    pub findings: Vec<String>,
    /// How the message differs from the one that it was held against, without the person; none where there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
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
pub fn ticket(handed: &Handed, options: &Options, choices: &Choices) -> Ticket {
    let written = choices.written(options);
    let texts = Texts::new(&written.language);
    let document = parse(handed);
    let mut redactor = learnt(&written, choices.keep);
    learn(&mut redactor, handed, &document);
    if let Some(Beside { handed, .. }) = &choices.beside {
        learn(&mut redactor, handed, &parse(handed));
    }
    let (before, after, named) = read(handed, &document, &written, |read| {
        let about = read.about();
        let (before, after) = read.both(&about, &mut redactor);
        let named = named(read, about, (&before, &after), &mut redactor);
        (before, after, named)
    });
    let receipt = Receipt::new(
        &redactor,
        [(&before, &after)],
        &Texts::new(&options.language),
    );
    let own = |sign_in: &SignIn| sign_in.nameless(&texts, |_| None);
    let report = Report {
        sign_ins: handed.sign_in.iter().map(own).collect(),
        ..report(vec![after], vec![observed(handed, 0, &texts)], &texts)
    };
    let told = Receipt::new(
        &redactor,
        report.messages.iter().map(|after| (&before, after)),
        &texts,
    );
    let after = report.messages.first();
    let letters = after.map(|after| letters::write(&before, after, &texts));
    let findings = after.map(|after| finding::write(&before, after));
    let beside = choices.beside.as_ref();
    let comparison = beside.map(|beside| compared(handed, beside, &written, &mut redactor));
    let markdown = markdown::write(&report, comparison.as_ref(), &told, choices.keep, &texts);
    Ticket {
        letters: letters.unwrap_or_default(),
        findings: findings.unwrap_or_default(),
        comparison,
        markdown: without_marks(&markdown),
        admin: admin::write(named.as_ref().unwrap_or(&before), &texts)
            .map(|text| without_marks(&text)),
        report,
        receipt,
    }
}

/// The message for whoever runs Webex, where what is to be done first names attributes in words of their own: attributes
/// are named as they are called, but what else is about somebody is not in their names.
fn named(
    read: &Read,
    about: About,
    (before, after): (&Message, &Message),
    redactor: &mut Redactor,
) -> Option<Message> {
    if first_words(before) == first_words(after) {
        return None;
    }
    let mut own = redactor.afresh(Keep::ALL, |redactor| read.redacted(about, redactor));
    let is_of_the_account = |rule: RuleId| rule == account_other_username::RULE.id;
    for (own, told) in own.diagnostics.iter_mut().zip(&before.diagnostics) {
        if own.rule == told.rule && is_of_the_account(own.rule) {
            own.clone_from(told);
        }
    }
    for (own, told) in own
        .error31
        .first
        .items
        .iter_mut()
        .zip(&before.error31.first.items)
    {
        let found = own.finding.and_then(|at| usize::try_from(at).ok());
        let found = found.and_then(|at| before.diagnostics.get(at));
        let is_named = found.is_none_or(|found| is_of_the_account(found.rule));
        if (own.finding, own.check) == (told.finding, told.check) && is_named {
            own.action.clone_from(&told.action);
        }
    }
    let mut named = before.clone();
    named.diagnostics = own.diagnostics;
    named.error31.first = own.error31.first;
    Some(named)
}

/// What the findings say that are to be mended first.
fn first_words(message: &Message) -> Vec<[&String; 2]> {
    let items = message.error31.first.items.iter();
    let words = items.filter_map(|item| {
        let finding = usize::try_from(item.finding?).ok()?;
        Some([&item.action, &message.diagnostics.get(finding)?.fix])
    });
    words.collect()
}

/// Takes the people out of a report; the same word has the same token in all messages. `options` are those of the check.
pub fn redact(handed: &[Handed], options: &Options, choices: &Choices) -> Redacted {
    let written = choices.written(options);
    let texts = Texts::new(&written.language);
    let mut redactor = learnt(&written, choices.keep);
    let documents: Vec<_> = handed.iter().map(parse).collect();
    for (handed, document) in handed.iter().zip(&documents) {
        learn(&mut redactor, handed, document);
    }
    let mut both = |(handed, document): (&Handed, _)| {
        let both = |read: &Read| read.both(&read.about(), &mut redactor);
        read(handed, document, &written, both)
    };
    let pairs: Vec<(Message, Message)> = handed.iter().zip(&documents).map(&mut both).collect();
    let both = pairs.iter().map(|(before, after)| (before, after));
    let receipt = Receipt::new(&redactor, both, &Texts::new(&options.language));
    let answers = handed.iter().enumerate();
    let answers = answers
        .map(|(index, handed)| observed(handed, index, &texts))
        .collect();
    let messages = pairs.into_iter().map(|(_, after)| after).collect();
    Redacted {
        report: Report {
            sign_ins: sign_ins(handed, &texts),
            ..report(messages, answers, &texts)
        },
        receipt,
    }
}

/// The sign-ins that the messages belong to, each once.
fn sign_ins(handed: &[Handed], texts: &Texts) -> Vec<SignIn> {
    let mut seen = HashSet::default();
    let first = |sign_in: &&SignIn| {
        let mut messages = sign_in.steps.iter().filter_map(|step| step.message);
        messages.next().is_some_and(|message| seen.insert(message))
    };
    let all = handed.iter().filter_map(|handed| handed.sign_in.as_ref());
    let all: Vec<&SignIn> = all.filter(first).collect();
    all.into_iter()
        .map(|sign_in| sign_in.nameless(texts, Some))
        .collect()
}

fn parse(handed: &Handed) -> Result<Document, xml::Error> {
    session::parse(&handed.xml, handed.bad_bytes.as_ref())
}

fn learnt(options: &Options, keep: Keep) -> Redactor {
    let mut redactor = Redactor::new(keep);
    if let Some(accounts) = &options.accounts {
        accounts.nameless(|text| {
            redactor.learn_text(text);
            String::new()
        });
    }
    redactor
}

fn learn(redactor: &mut Redactor, handed: &Handed, document: &Result<Document, xml::Error>) {
    match document {
        Ok(document) => redactor.learn(document),
        // Where its bytes are refused, its text may still name somebody.
        Err(_) => {
            if let Ok(document) = xml::parse(&handed.xml) {
                redactor.learn(&document);
            }
        }
    }
    redactor.learn_address(handed.origin.url.as_deref().unwrap_or_default());
    redactor.learn_text(handed.origin.member.as_deref().unwrap_or_default());
}

/// A message that was read, or refused, once for all that is made of it.
struct Read<'r> {
    handed: &'r Handed,
    read: Result<(&'r Document, &'r Facts<'r>), &'r xml::Error>,
    options: &'r Options,
}

fn read<T>(
    handed: &Handed,
    document: &Result<Document, xml::Error>,
    options: &Options,
    act: impl FnOnce(&Read) -> T,
) -> T {
    let with = |read| {
        act(&Read {
            handed,
            read,
            options,
        })
    };
    match document {
        Ok(document) => {
            let message = saml::read(document);
            let is_messenger = handed.replies.iter().any(|reply| reply.messenger);
            let facts = Facts::new(&message, options, is_messenger);
            with(Ok((document, &facts)))
        }
        Err(error) => with(Err(error)),
    }
}

impl Read<'_> {
    /// What is known about it besides its text.
    fn about(&self) -> About {
        let about = About::of(self.handed);
        let document = self.read.ok().map(|(document, _)| document);
        let text = &self.handed.xml;
        About {
            examined: document.and_then(|d| session::examine(d, text, &about, self.options)),
            ..about
        }
    }

    /// The message as it is, and without the person.
    fn both(&self, about: &About, redactor: &mut Redactor) -> (Message, Message) {
        let before = session::judge_read(self.handed, self.read, about, self.options);
        let about = About {
            is_tried: true,
            ..about.clone()
        };
        (before, self.redacted(about, redactor))
    }

    fn redacted(&self, mut about: About, redactor: &mut Redactor) -> Message {
        let Self {
            handed, options, ..
        } = *self;
        about.account = session::look_up(self.read.ok().map(|(_, facts)| facts), options);
        if let Some(conflict) = &mut about.charset_conflict
            && !is_charset(&conflict.declared)
        {
            conflict.declared = "…".to_owned();
        }
        let delivered = about.started_at.as_deref().and_then(Instant::parse);
        let delivered = delivered.or(options.signed_in_at);
        let mut after = match self.read {
            Ok((document, facts)) => {
                let written = redactor.write(document, facts, delivered);
                let options = nameless(&mut about, Some(facts), redactor, options);
                let written = report::formatted(&written).unwrap_or(written);
                session::explain_text(&written, &about, &options)
            }
            Err(error) => {
                let mut error = error.clone();
                error.reason = error.reason.anonymous();
                let options = nameless(&mut about, None, redactor, options);
                let told = session::explain_read(&handed.xml, Err(&error), &about, &options);
                without_text(told)
            }
        };
        after.origin = Origin {
            member: None,
            url: handed
                .origin
                .url
                .as_deref()
                .map(|url| redactor.address(url)),
            started_at: about.started_at,
            ..handed.origin.clone()
        };
        after.charset = handed.charset.clone();
        after.seen = handed.seen;
        after
    }
}

/// What is known besides the message, and what the caller brought in, without names.
fn nameless(
    about: &mut About,
    facts: Option<&Facts>,
    redactor: &mut Redactor,
    options: &Options,
) -> Options {
    let user = facts.and_then(|facts| redactor.user(facts));
    let mut replace = |text: &str| match crate::webex::is_host(text) {
        true => redactor.site_address(text),
        false => REMOVED.to_owned(),
    };
    let account = about.account.as_ref();
    let user = user.unwrap_or_default();
    about.account = account.map(|account| account.nameless(&user, &mut replace));
    let accounts = options.accounts.as_deref();
    let accounts = accounts.map(|accounts| Arc::new(accounts.nameless(&mut replace)));
    if let Some(asked) = &mut about.asked {
        asked.request = redactor.request(&asked.request, facts);
    }
    let published = session::published(options).entities;
    let published = published
        .iter()
        .map(|entity| redactor.entity(entity, facts));
    about.metadata = Some(published.collect());
    let examined = about.examined.as_ref();
    about.examined = examined.map(|e| e.nameless(REMOVED, |at| redactor.side(at)));
    let started_at = about.started_at.as_deref();
    about.started_at = started_at.map(|at| redactor.moment(at));
    about.is_timed = redactor.keeps_times();
    let issued = facts.and_then(Facts::issued);
    let now = options.now.zip(issued);
    Options {
        accounts,
        required: options
            .required
            .iter()
            .map(|name| redactor.name(name.trim()))
            .collect(),
        authn_contexts: contexts(facts, redactor, options),
        member_status: facts.map_or_else(Vec::new, |facts| redactor.member_status(facts)),
        signed_in_at: options.signed_in_at.map(|at| redactor.moved(at)),
        now: now.map(|(now, issued)| redactor.before(issued, now)),
        metadata: vec![],
        ..options.clone()
    }
}

/// The site's list, as far as it can be told beside a message without names.
fn contexts(facts: Option<&Facts>, redactor: &mut Redactor, options: &Options) -> Vec<String> {
    let list: Vec<&str> = options.contexts().collect();
    let classes = facts.into_iter().flat_map(Facts::classes);
    let classes: Vec<&str> = classes.map(|class| class.value.as_str()).collect();
    redactor.contexts(&classes, &list)
}

/// A text that can't be read can't be made anew either: only lines are told of it: columns would tell how long
/// names are.
fn without_text(mut message: Message) -> Message {
    message.xml = String::new();
    message.bad_bytes = None;
    for finding in &mut message.diagnostics {
        finding.span = None;
        finding.column = None;
    }
    message
}

fn observed(handed: &Handed, index: usize, texts: &Texts) -> Vec<Observed> {
    let one = |reply: &Reply| {
        let Reply {
            code, messenger, ..
        } = *reply;
        let row = codes::code(code)?;
        Some(Observed {
            code,
            messenger,
            spelling: format!("Error code: {code}"),
            sure: reply.sure,
            meaning: texts.say(&row.meaning, &[]),
            source: row.source.url.to_owned(),
            source_note: report::source_note(row.source, texts),
            about: None,
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
    handed.replies.iter().filter_map(one).collect()
}

fn report(messages: Vec<Message>, observed: Vec<Vec<Observed>>, texts: &Texts) -> Report {
    Report {
        messages,
        observed: observed.into_iter().flatten().collect(),
        ..Report::new(texts)
    }
}
