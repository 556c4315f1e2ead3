//! From what was joined to the rows of the report.

use super::{Gap, Party, PartyKind, SignIn, Step, StepKind, product};
use crate::decode::ErrorText;
use crate::instant::Instant;
use crate::report::Message;
use crate::sign_ins::{self, GapKind, Leg, Member};
use crate::text::Texts;
use crate::webex::{ServiceProvider, idps};

/// The sign-ins that are worth telling. `members` and `messages` are the same, in the same order.
pub(crate) fn sign_ins(
    found: &[sign_ins::SignIn],
    members: &[Member],
    messages: &[&Message],
    errors: &[ErrorText],
    texts: &Texts,
) -> Vec<SignIn> {
    let gaps = sign_ins::gaps(found, members);
    let told = found.iter().zip(gaps);
    let told = told.filter(|(sign_in, _)| sign_in.is_worth_telling(members));
    told.map(|(sign_in, gaps)| {
        let row = Row {
            sign_in,
            members,
            messages,
            answer: sign_in.answer.and_then(|index| errors.get(index)),
            gaps: &gaps,
        };
        row.write().said(texts)
    })
    .collect()
}

/// What one row is made of.
struct Row<'a> {
    sign_in: &'a sign_ins::SignIn,
    members: &'a [Member<'a>],
    messages: &'a [&'a Message],
    answer: Option<&'a ErrorText>,
    gaps: &'a [GapKind],
}

impl Row<'_> {
    fn write(&self) -> SignIn {
        let legs = &self.sign_in.legs;
        let nobody = [Leg::default()];
        let legs = if legs.is_empty() {
            &nobody
        } else {
            legs.as_slice()
        };
        let mut parties = vec![self.service(legs), party(PartyKind::Browser, None, None)];
        parties.extend(legs.iter().map(|leg| self.identity_provider(*leg)));
        let steps = self.steps(legs);
        let mut moments = steps.iter().filter_map(|(_, at)| at.clone());
        let started_at = moments.next();
        let ended_at = moments.next_back().or_else(|| started_at.clone());
        SignIn {
            parties,
            code: self.answer.map(|answer| answer.code),
            started_at,
            ended_at,
            steps: steps.into_iter().map(|(step, _)| step).collect(),
            gaps: self.gaps.iter().map(|gap| Gap::of(*gap)).collect(),
        }
    }

    fn service(&self, legs: &[Leg]) -> Party {
        let outer = legs.first().copied().unwrap_or_default();
        let links = [outer.response, outer.request];
        let mut links = links
            .into_iter()
            .flatten()
            .filter_map(|index| self.members.get(index).map(|member| member.link))
            .filter(|link| link.service.is_some());
        match links.next() {
            Some(link) if !link.is_webex() => party(
                PartyKind::Service,
                Some(ServiceProvider::Other.id()),
                link.service_name.clone(),
            ),
            Some(link) => party(
                PartyKind::Webex,
                link.service.map(ServiceProvider::id),
                None,
            ),
            None => party(PartyKind::Webex, None, None),
        }
    }

    fn identity_provider(&self, leg: Leg) -> Party {
        let idp = leg
            .response
            .and_then(|index| Some(&self.messages.get(index)?.idp));
        let known = idp.filter(|idp| idp.id != idps::UNKNOWN.id);
        if let Some(known) = known {
            return party(PartyKind::IdentityProvider, Some(known.id.as_str()), None);
        }
        let link = |index: Option<usize>| Some(self.members.get(index?)?.link);
        let issuer = link(leg.response).map(|link| link.issuer.as_str());
        let asked = link(leg.request).and_then(|link| Some(link.receivers.first()?.as_str()));
        let name = issuer.filter(|name| !name.is_empty()).or(asked);
        let name = name.map(sign_ins::called);
        let id = name.is_some().then_some(idps::UNKNOWN.id.as_str());
        party(PartyKind::IdentityProvider, id, name)
    }

    /// The arrows, with the moment of each.
    fn steps(&self, legs: &[Leg]) -> Vec<(Step, Option<String>)> {
        let is_recorded = self.sign_in.capture.is_some();
        let provider = |at: usize| u32::try_from(at + 2).unwrap_or_default();
        let asker = |at: usize| match at {
            0 => 0,
            _ => provider(at - 1),
        };
        let mut steps = vec![];
        for (at, leg) in legs.iter().enumerate() {
            let is_lost = is_recorded && leg.is_asked;
            if leg.request.is_some() || is_lost {
                steps.push(self.step(StepKind::Request, asker(at), provider(at), leg.request));
            }
        }
        for (at, leg) in legs.iter().enumerate().rev() {
            let kind = match (leg.is_asked, leg.request, leg.response) {
                (false, None, Some(_)) if self.is_read(leg.response) => StepKind::Unasked,
                _ => StepKind::Response,
            };
            if leg.response.is_some() || is_recorded {
                steps.push(self.step(kind, provider(at), asker(at), leg.response));
            }
        }
        let is_answered = is_recorded && self.sign_in.response().is_some();
        if self.answer.is_some() || is_answered && !self.sign_in.is_disputed {
            steps.push(self.answer());
        }
        let mut before = None;
        for (step, at) in &mut steps {
            let at = at.as_deref().and_then(Instant::parse);
            step.seconds = before.zip(at).and_then(|(before, at)| seconds(before, at));
            before = at.or(before);
        }
        if let Some((step, at)) = steps.last_mut()
            && step.kind == StepKind::Answer
            && self.is_same_request()
        {
            (step.seconds, *at) = (None, at.take());
        }
        steps
    }

    fn step(
        &self,
        kind: StepKind,
        from: u32,
        to: u32,
        message: Option<usize>,
    ) -> (Step, Option<String>) {
        let place = message.and_then(|index| Some(self.members.get(index)?.place));
        let step = Step {
            message: message.and_then(|index| u32::try_from(index).ok()),
            missing: message.is_none(),
            ..Step::of(kind, from, to)
        };
        (step, place.and_then(|place| place.started_at.clone()))
    }

    fn answer(&self) -> (Step, Option<String>) {
        let is_there =
            |gap: &GapKind| !matches!(gap, GapKind::Answer | GapKind::TracerAnswer | GapKind::Post);
        let step = Step {
            missing: self.answer.is_none() && !self.gaps.iter().all(is_there),
            ..Step::of(StepKind::Answer, 0, 1)
        };
        let at = self
            .answer
            .and_then(|answer| answer.place.started_at.clone());
        (step, at)
    }

    /// Whether the answer came back to the very request that brought the response.
    fn is_same_request(&self) -> bool {
        let response = self.sign_in.response();
        let response = response.and_then(|index| self.members.get(index)?.place.entry);
        let answer = self.answer.and_then(|answer| answer.place.entry);
        response == answer
    }

    fn is_read(&self, message: Option<usize>) -> bool {
        let member = message.and_then(|index| self.members.get(index));
        member.is_some_and(|member| member.link.is_read)
    }
}

fn party(kind: PartyKind, id: Option<&str>, name: Option<String>) -> Party {
    Party {
        kind,
        id: id.map(str::to_owned),
        name: name.unwrap_or_else(|| product(id).unwrap_or_default().to_owned()),
    }
}

/// Whole seconds between two moments; none where the second is the earlier one.
fn seconds(Instant(before): Instant, Instant(at): Instant) -> Option<u32> {
    let between = at.checked_sub(before).filter(|between| *between >= 0)?;
    u32::try_from((between + 500) / 1_000).ok()
}
