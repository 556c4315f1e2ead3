//! What a message would come to after the change at the identity provider, judged as any other message.

use super::judge::{Answer, Judge, parse};
use crate::decode::Candidate;
use crate::diagnosis::{self, CauseVerdict};
use crate::facts::Facts;
use crate::remedy::{self, Remedy};
use crate::signature::Examined;
use crate::webex::causes::Cause;
use crate::xml::Document;
use crate::{report, saml};

/// So much of one input is judged again, in bytes: each message as often as its change has parts.
pub(super) const MOST: usize = 8 << 20;

impl Judge<'_> {
    pub(super) fn preview(
        &self,
        (candidate, answer): (&Candidate, &Answer),
        ((document, facts), examined): ((&Document, &Facts), Option<&Examined>),
        remedy: &Remedy,
        message: &mut report::Message,
    ) {
        let values = report::values_after(remedy, facts, &self.texts);
        let edits = remedy::edits(document, facts, remedy, &values);
        let most = candidate.text.len() * remedy::most_trials(edits.len());
        if edits.iter().any(Vec::is_empty) || most > self.previews.get() {
            return;
        }
        self.previews.set(self.previews.get() - most);
        let changed = |set: &[usize]| {
            let chosen = set.iter().filter_map(|place| edits.get(*place)).flatten();
            Candidate {
                text: remedy::apply(&candidate.text, chosen),
                ..candidate.clone()
            }
        };
        let all: Vec<usize> = (0..edits.len()).collect();
        let examined = examined.map(Examined::signed_again);
        let after = self.changed(&changed(&all), answer, examined.as_ref());
        let before = verdicts(message);
        let goal = verdicts(&after);
        let shown = |set: &[usize]| match set.len() {
            0 => Some(before.clone()),
            some if some == all.len() => Some(goal.clone()),
            _ => self.shown(&changed(set), answer),
        };
        let smallest = (before != goal)
            .then(|| remedy::smallest(all.len(), |set| shown(set).as_ref() == Some(&goal)));
        if let Some(smallest) = &smallest {
            for (cause, before) in Cause::OF_MESSAGE.into_iter().zip(before.iter().copied()) {
                let part = remedy.part(cause, smallest);
                let is_turned = || {
                    let mut turned = Cause::OF_MESSAGE
                        .into_iter()
                        .zip(shown(&part).unwrap_or_default());
                    turned.any(|one| one == (cause, CauseVerdict::RuledOut))
                };
                if before != CauseVerdict::RuledOut && is_turned() {
                    let overturn = report::overturn(remedy, cause, &part, &self.texts);
                    report::set_overturn(message, cause, overturn);
                }
            }
        }
        let edits: Vec<_> = edits.into_iter().flatten().collect();
        report::set_preview(message, after, &edits, smallest.as_deref(), &self.texts);
    }

    /// What a message shows of these causes; `None` where it is refused.
    fn shown(&self, candidate: &Candidate, answer: &Answer) -> Option<Vec<CauseVerdict>> {
        let document = parse(&candidate.text, candidate.bad_bytes.as_ref()).ok()?;
        let message = saml::read(&document);
        let facts = Facts::new(&message, self.options, answer.messenger);
        let read = Ok((&document, &facts));
        Some(
            self.ruled(read, None, (candidate, answer), |context, found| {
                let causes = Cause::OF_MESSAGE.into_iter();
                let judged = causes.map(|cause| diagnosis::judge(cause, context, &found.listed));
                judged.map(|cause| cause.verdict).collect()
            }),
        )
    }
}

fn verdicts(message: &report::Message) -> Vec<CauseVerdict> {
    let causes = message.error31.causes.iter();
    let shown = causes.filter(|cause| Cause::OF_MESSAGE.contains(&cause.id));
    shown.map(|cause| cause.verdict).collect()
}
