//! The class of authentication of a message, and two of them at one user.

use super::capture::notice;
use super::offsets::Offsets;
use super::{Notice, Span};
use crate::decode::{Failure, ProblemKind};
use crate::facts::{Facts, Reading};
use crate::hash::{HashMap, HashSet};
use crate::rules::Context;
use crate::text::{Arg, Texts};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// The class of authentication, as far as a site compares it with its list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AuthnContext {
    /// The value of `AuthnContextClassRef`; none where the message has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Whether it is in the site's list; none where no list was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed: Option<bool>,
}

/// Only where a whole message for a site that has such a list can be read.
pub(super) fn authn_context(cx: &Context, offsets: &Offsets) -> Option<AuthnContext> {
    let is_whole = |facts: &&Facts| facts.reading == Reading::Full && facts.excerpt.is_none();
    let facts = cx.facts.filter(is_whole)?;
    if !facts.sp.has_code_31() || cx.step_before.is_some() {
        return None;
    }
    let list: Vec<&str> = cx.options.contexts().collect();
    let mut listed = facts.classes();
    let listed = listed.find(|class| list.contains(&class.value.as_str()));
    let class = listed.or_else(|| facts.classes().next());
    Some(AuthnContext {
        value: class.map(|class| class.value.clone()),
        span: class.map(|class| offsets.span(class.span)),
        listed: facts.is_listed(&list),
    })
}

/// A message, as far as it tells who signed in and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signed {
    /// [`Message::user`](super::Message::user).
    pub user: Option<String>,
    /// [`AuthnContext::value`].
    pub class: Option<String>,
}

impl Signed {
    pub(crate) fn of(message: &super::Message) -> Self {
        Self {
            user: message.user.clone(),
            class: message.authn_context.as_ref().and_then(|c| c.value.clone()),
        }
    }
}

/// What is told where users come with one class and then with another.
pub fn two_classes(messages: &[Signed], texts: &Texts) -> Option<Notice> {
    let mut first: HashMap<String, (usize, &str)> = HashMap::default();
    let mut users = HashSet::default();
    let mut pair = None;
    for (index, message) in messages.iter().enumerate() {
        let (Some(user), Some(class)) = (&message.user, &message.class) else {
            continue;
        };
        let user = user.trim().to_lowercase();
        let (before, other) = *first.entry(user.clone()).or_insert((index, class));
        if other != class {
            pair.get_or_insert([(before, other), (index, class.as_str())]);
            users.insert(user);
        }
    }
    let [(before, other), (index, class)] = pair?;
    let failure = Failure {
        kind: ProblemKind::TwoClasses,
        args: vec![
            ("first", (before + 1).into()),
            ("second", (index + 1).into()),
            ("one", Arg::input(other)),
            ("other", Arg::input(class)),
            ("users", users.len().into()),
        ],
        tried: vec![],
    };
    Some(notice(&failure, texts))
}
