//! What a message would come to after the change at the identity provider, judged as any other message.

use super::{Answer, Judge};
use crate::decode::Candidate;
use crate::facts::Facts;
use crate::remedy::{self, Remedy};
use crate::report;
use crate::webex::causes::Cause;
use crate::xml::Document;

/// A longer message is judged once only, in bytes.
const LONGEST: usize = 256 << 10;

/// So many messages of one input are judged again.
pub(super) const MOST: u32 = 200;

/// The causes that a message can show.
const SHOWN: [Cause; 2] = [Cause::MemberStatus, Cause::RequiredFields];

impl Judge<'_> {
    pub(super) fn preview(
        &self,
        (candidate, answer): (&Candidate, &Answer),
        (document, facts): (&Document, &Facts),
        remedy: &Remedy,
        message: &mut report::Message,
    ) {
        let left = self.previews.get();
        if left == 0 || candidate.text.len() > LONGEST {
            return;
        }
        self.previews.set(left - 1);
        let values = report::values_after(remedy, facts, &self.texts);
        let edits = remedy::edits(document, facts, remedy, &values);
        if edits.iter().any(Vec::is_empty) {
            return;
        }
        let judged = |set: &[usize]| {
            let chosen = set.iter().filter_map(|place| edits.get(*place)).flatten();
            let trial = Candidate {
                text: remedy::apply(&candidate.text, chosen),
                ..candidate.clone()
            };
            self.once(&trial, answer)
        };
        let verdicts = |message: &report::Message| {
            let causes = message.error31.causes.iter();
            let shown = causes.filter(|cause| SHOWN.contains(&cause.id));
            shown.map(|cause| cause.verdict).collect::<Vec<_>>()
        };
        let all: Vec<usize> = (0..edits.len()).collect();
        let after = judged(&all);
        let goal = verdicts(&after);
        let turns = |set: &[usize]| verdicts(&judged(set)) == goal;
        let smallest = (verdicts(message) != goal).then(|| remedy::smallest(all.len(), turns));
        for cause in SHOWN {
            let Some(part) = smallest.as_deref().map(|set| remedy.part(cause, set)) else {
                continue;
            };
            let overturn = report::overturn(remedy, cause, &part, &self.texts);
            report::set_overturn(message, &judged(&part), cause, overturn);
        }
        let edits: Vec<_> = edits.into_iter().flatten().collect();
        report::set_preview(message, after, &edits, smallest.as_deref(), &self.texts);
    }
}
