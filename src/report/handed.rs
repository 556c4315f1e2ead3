//! A message of a report that comes back, to be judged again or to be made a ticket of.

use super::{Asked, Forgiven, Origin, SignIn};
use crate::decode::{Sent, are_exact, sent};
use crate::xml::BadBytes;
use serde::Deserialize;

/// One message of a report, as far as it isn't made of options: its text and all that is known besides.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Handed {
    /// [`Message::xml`](super::Message::xml).
    pub xml: String,
    /// [`Message::origin`](super::Message::origin).
    pub origin: Origin,
    /// [`Message::charset`](super::Message::charset).
    pub charset: Option<String>,
    /// [`Message::bad_bytes`](super::Message::bad_bytes).
    pub bad_bytes: Option<BadBytes>,
    /// [`Message::seen`](super::Message::seen).
    pub seen: Option<u32>,
    /// [`Message::step_before`](super::Message::step_before).
    #[serde(default)]
    pub step_before: Option<usize>,
    /// [`Message::asked`](super::Message::asked).
    #[serde(default)]
    pub asked: Option<Asked>,
    /// The sign-in that it belongs to, of [`Report::sign_ins`](super::Report::sign_ins).
    #[serde(skip)]
    pub sign_in: Option<SignIn>,
    /// What Webex answered to it, and the answers of which nobody knows the message.
    #[serde(skip)]
    pub replies: Vec<Reply>,
}

/// One of [`Report::observed`](super::Report::observed).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Reply {
    /// The number.
    pub code: u8,
    /// Whether it has the shape of Webex Messenger's own.
    #[serde(default)]
    pub messenger: bool,
    /// Whether it is surely Webex’s own.
    #[serde(default = "is_sure")]
    pub sure: bool,
    /// Index of the message it answers.
    pub message: Option<u32>,
}

fn is_sure() -> bool {
    true
}

impl Handed {
    /// Whether it is what was sent, byte by byte: it was packed, and nothing of it is cut.
    pub fn is_exact(&self) -> bool {
        let is_cut = self.origin.forgiven.contains(&Forgiven::CutShort);
        are_exact(&self.origin.layers) && !is_cut
    }

    /// How it was sent, as far as what holds it tells.
    pub(crate) fn sent(&self) -> Sent {
        sent(&self.origin.layers, self.origin.url.as_deref())
    }

    /// With the one of these sign-ins that it belongs to; `index` is its place in their report.
    #[must_use]
    pub fn of(self, sign_ins: &[SignIn], index: u32) -> Self {
        let is_in =
            |sign_in: &&SignIn| sign_in.steps.iter().any(|step| step.message == Some(index));
        Self {
            sign_in: sign_ins.iter().find(is_in).cloned(),
            ..self
        }
    }

    /// With those of all replies of its report that may answer it; `index` is its place there.
    pub fn with(self, replies: &[Reply], index: u32) -> Self {
        let is_own = |reply: &&Reply| {
            let is_its = reply.message.is_none_or(|message| message == index);
            is_its && (1..=32).contains(&reply.code)
        };
        Self {
            replies: replies.iter().filter(is_own).copied().collect(),
            ..self
        }
    }
}
