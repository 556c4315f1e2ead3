//! Judges what was found before: all that was known of it comes along, and other options may hold.

use super::judge::{Answer, Judge, parse, published};
use crate::accounts::Lookup;
use crate::decode::decoded::Place;
use crate::decode::{Candidate, CharsetConflict, Layer, Sent};
use crate::facts::Facts;
use crate::metadata::{Entity, Published};
use crate::report::{self, Alone, Handed, Reply};
use crate::sign_ins::Asked;
use crate::signature::Examined;
use crate::webex::codes::Coded;
use crate::xml::{self, BadBytes, Document};
use crate::{Options, charset, saml};

/// What is known about a message besides its text.
#[derive(Debug, Clone, Default)]
pub(crate) struct About {
    /// What was peeled off around it, from outside in.
    pub layers: Vec<Layer>,
    /// When it was delivered, as a capture says it.
    pub started_at: Option<String>,
    /// Whether it is what was sent, byte by byte.
    pub exact: bool,
    /// How it was sent, as far as what holds it tells.
    pub sent: Sent,
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
    /// What its signatures tell, where they were looked at before.
    pub examined: Option<Examined>,
    /// Whether it is tried what a change would come to.
    pub is_tried: bool,
}

impl About {
    /// What a message brings along that was found before; its account is to be looked up, and no change is tried.
    pub fn of(handed: &Handed) -> Self {
        let declared = || handed.xml.get(charset::declared(&handed.xml)?);
        Self {
            layers: handed.origin.layers.clone(),
            started_at: handed.origin.started_at.clone(),
            charset_conflict: handed.charset.clone().map(|actual| CharsetConflict {
                declared: declared().unwrap_or("…").to_owned(),
                actual,
                place: None,
            }),
            exact: handed.is_exact(),
            sent: handed.sent(),
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
            examined: None,
            is_tried: false,
        }
    }
}

/// Judges a message that was found before, under other options: all that was known of it besides its text stays.
pub(crate) fn judge(handed: &Handed, options: &Options) -> report::Message {
    judge_about(handed, options, true)
}

/// The same without trying what a change would come to.
#[cfg(target_arch = "wasm32")]
pub(crate) fn judge_untried(handed: &Handed, options: &Options) -> report::Message {
    judge_about(handed, options, false)
}

fn judge_about(handed: &Handed, options: &Options, is_tried: bool) -> report::Message {
    let about = About {
        is_tried,
        ..About::of(handed)
    };
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

/// Judges the answers of an input that holds no message under other options.
pub(crate) fn judge_alone(replies: &[Reply], options: &Options) -> Option<Alone> {
    replies.iter().find(|reply| reply.code == 31)?;
    let judge = Judge::new(options, published(options));
    let sure = replies.iter().filter(|reply| reply.sure);
    let sure = sure.map(|reply| (reply.code, false));
    Some(judge.alone(&Answer {
        coded: Coded::of(options.code, options.linked_code, sure),
        messenger: replies.iter().any(|reply| reply.messenger),
        is_timed: true,
        step_before: None,
        asked: None,
    }))
}

/// What the signatures of a message tell; `None` where they are not to be looked at.
pub(crate) fn examine(
    document: &Document,
    text: &str,
    about: &About,
    options: &Options,
) -> Option<Examined> {
    let (judge, candidate, _) = known(text, about, options);
    judge.examine(document, &candidate)
}

/// Judges a text of which this much is known. It has no origin.
pub(crate) fn explain_text(text: &str, about: &About, options: &Options) -> report::Message {
    let (judge, candidate, answer) = known(text, about, options);
    judge.message(&candidate, &answer, None, about.is_tried).0
}

/// The same, for a text that was read, or refused.
pub(crate) fn explain_read(
    text: &str,
    read: Result<(&Document, &Facts), &xml::Error>,
    about: &About,
    options: &Options,
) -> report::Message {
    let (judge, candidate, answer) = known(text, about, options);
    let document = read.ok().map(|(document, _)| document);
    let examined = document.and_then(|document| judge.examine(document, &candidate));
    let known = (&candidate, &answer);
    judge.judged(read, examined.as_ref(), known, about.is_tried)
}

fn known<'o>(text: &str, about: &About, options: &'o Options) -> (Judge<'o>, Candidate, Answer) {
    let published = match &about.metadata {
        Some(entities) => Published {
            entities: entities.clone(),
            ..Published::default()
        },
        None => published(options),
    };
    let judge = Judge {
        account: about.account.clone(),
        sent: about.sent,
        examined: about.examined.clone(),
        ..Judge::new(options, published)
    };
    let candidate = Candidate {
        layers: about.layers.clone(),
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
