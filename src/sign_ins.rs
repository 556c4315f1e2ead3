//! Which messages and answers of an input belong to one sign-in, and what is missing of it.

mod gaps;
mod join;
mod link;
mod nest;

pub use gaps::GapKind;
pub(crate) use gaps::{TEXTS, gaps};
pub(crate) use join::{Leg, join};
pub(crate) use link::{Link, Role, called};
pub(crate) use nest::nest;

use crate::decode::decoded::Place;
use crate::saml::AuthnRequest;
use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// What the request asked for that a message answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The request.
    pub request: AuthnRequest,
    /// Whether the message says that it answers another request, though all else speaks for this one.
    pub other: bool,
}

/// A message, and what is known of its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member<'a> {
    pub link: &'a Link,
    pub place: &'a Place,
    /// Number of Webex's message, from 1, where this one belongs to a step before it.
    pub step_before: Option<usize>,
    /// Whether SAML-tracer recorded it.
    pub is_tracer: bool,
}

/// One sign-in: at least one message, or an answer alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct SignIn {
    /// The exchange with the service first, then those behind it, each for the one before.
    pub legs: Vec<Leg>,
    /// Index of the error text that answers it; none where several do, with different codes.
    pub answer: Option<usize>,
    /// Whether several do.
    pub is_disputed: bool,
    /// Whether the service is Webex.
    pub is_webex: bool,
    /// The capture that holds it.
    pub capture: Option<usize>,
}

impl SignIn {
    /// The response that the service was sent.
    pub fn response(&self) -> Option<usize> {
        self.legs.first()?.response
    }

    /// Its messages, by their indices, without order.
    pub fn messages(&self) -> impl Iterator<Item = usize> {
        self.legs
            .iter()
            .flat_map(|leg| [leg.request, leg.response])
            .flatten()
    }

    /// Whether there is more to tell than one message that stands in no capture.
    pub fn is_worth_telling(&self, members: &[Member]) -> bool {
        let is_recorded = |index| {
            members
                .get(index)
                .is_some_and(|member: &Member| member.place.entry.is_some())
        };
        let parts = self.messages().count() + usize::from(self.answer.is_some());
        parts > 1 || self.is_disputed || self.messages().any(is_recorded)
    }
}
