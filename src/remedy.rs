//! What to change at the identity provider: everything at fault in one message, in one recipe.

mod changes;
mod edits;
mod smallest;
mod snippets;
mod steps;

pub use changes::{Act, Change, Fault};
pub use edits::{Edit, apply, edits};
pub use smallest::{most_trials, smallest};
pub(crate) use steps::TEXTS;
pub use steps::{note, place, steps};

use crate::diagnostic::Diagnostic;
use crate::rules::Context;
use crate::webex::causes::Cause;
use crate::webex::idps::{IdentityProvider, Snippet};

/// What to change at the identity provider of one message.
#[derive(Debug)]
pub struct Remedy<'a> {
    /// The product.
    pub idp: &'static IdentityProvider,
    /// One change an attribute, in the order of the fields; what is to be removed comes first.
    pub changes: Vec<Change<'a>>,
    /// The texts that can be copied.
    pub snippets: Vec<(&'static Snippet, String)>,
}

impl Remedy<'_> {
    /// Those of the changes at these places that matter to one of the two causes that a message can show.
    pub fn part(&self, cause: Cause, places: &[usize]) -> Vec<usize> {
        let is_own = |place: &usize| {
            let change = self.changes.get(*place);
            change.is_some_and(|one| (one.act == Act::Remove) == (cause == Cause::MemberStatus))
        };
        places.iter().copied().filter(is_own).collect()
    }
}

/// What to change, where the findings ask for a change at the identity provider.
pub fn remedy<'a>(cx: &Context<'a>, found: &[Diagnostic]) -> Option<Remedy<'a>> {
    let facts = cx.readable().filter(|_| cx.step_before.is_none())?;
    let changes = changes::changes(facts, found);
    if changes.is_empty() {
        return None;
    }
    let audience = facts.audience().unwrap_or_default();
    let audience = audience.replace(|c: char| c.is_control() || c == '`', "");
    Some(Remedy {
        idp: facts.idp,
        snippets: snippets::all(facts.idp, &changes, &audience),
        changes,
    })
}
