//! What a recording doesn't hold of a sign-in, and where two are mixed.

use super::{Leg, Member, SignIn};
use crate::hash::{HashMap, HashSet};
use crate::text::kinds;

kinds! {
    /// What a recording doesn't hold of a sign-in, or what makes it hard to read.
    #[derive(serde::Deserialize)]
    pub enum GapKind {
        /// The recording begins behind the request.
        Start "gap-start" {
            "The capture begins in the middle of this sign-in"
            "The first message in it already answers a request, which was sent before the capture began."
            "Start the capture first, then open Webex and sign in."
        }
        /// The request is not there.
        Request "gap-request" {
            "The request is not in the capture"
            "The response says that it answers a request (`InResponseTo`), but the capture has none with this ID."
            "Record the whole sign-in in one window, with **Preserve log** ticked. Until then nobody can say what Webex asked for."
        }
        /// No response is there.
        Response "gap-response" {
            "No response to this request is in the capture"
            "The sign-in was given up or went on elsewhere, or the capture ended before it."
            "Record until the error of Webex is on the screen, with **Preserve log** ticked."
        }
        /// The response was not posted.
        Post "gap-post" {
            "The POST that brings the response is not in the capture"
            "The response was found in a page of the identity provider. What the browser then sent is missing."
            "Record until the error of Webex is on the screen, with **Preserve log** ticked."
        }
        /// What was answered is not there.
        Answer "gap-answer" {
            "What was answered to the response is not in the capture"
            "The POST is there, without the text that came back. So the capture doesn’t show which error it was, or whether it was one."
            "Take the number from the error page, or save the HAR file with content."
        }
        /// Nothing of SAML-tracer's holds answers.
        TracerAnswer "gap-tracer-answer" {
            "SAML-tracer doesn’t record what Webex answered"
            "It keeps what the browser sent. So the capture doesn’t show which error it was, or whether it was one."
            "Take the number from the error page."
        }
        /// A version of SAML-tracer loses requests.
        Tracer "gap-tracer" {
            "The export of SAML-tracer may have lost it"
            "Version 1.8.0 left many requests out of its export, by a report to its developers: of 245 only 85 were in the file."
            "Update SAML-tracer and export the sign-in again."
        }
        /// Several answers came, with different codes.
        Answers "gap-answers" {
            "Webex’s answers to this sign-in differ"
            "There are several, with different codes, and nothing says which of them counts."
            "Sign in once more, in a private window, and give the answer of that attempt alone."
        }
        /// Two sign-ins overlap.
        Mixed "gap-mixed" {
            "Another sign-in runs at the same time in this capture"
            "Messages of both alternate. Their IDs keep them apart; where a response names none, its `RelayState` does."
            "Record one sign-in alone, in a private window."
        }
    }
}

/// For each sign-in what is to be told.
pub(crate) fn gaps(sign_ins: &[SignIn], members: &[Member]) -> Vec<Vec<GapKind>> {
    let mixed = mixed(sign_ins, members);
    let first = first_in_captures(members);
    let all = sign_ins.iter().zip(mixed);
    all.map(|(sign_in, is_mixed)| {
        let mut gaps = of(sign_in, members, &first);
        if is_mixed {
            gaps.push(GapKind::Mixed);
        }
        gaps
    })
    .collect()
}

fn of(sign_in: &SignIn, members: &[Member], first: &HashMap<usize, usize>) -> Vec<GapKind> {
    let mut gaps = vec![];
    if sign_in.is_disputed {
        gaps.push(GapKind::Answers);
    }
    let Some(capture) = sign_in.capture else {
        return gaps;
    };
    let mut add = |gap| {
        if !gaps.contains(&gap) {
            gaps.push(gap);
        }
    };
    for leg in &sign_in.legs {
        match leg {
            Leg {
                request: None,
                response: Some(response),
                is_asked: true,
                ..
            } => add(match first.get(&capture) == Some(response) {
                true => GapKind::Start,
                false => GapKind::Request,
            }),
            Leg { response: None, .. } => add(GapKind::Response),
            _ => {}
        }
    }
    if sign_in.legs.is_empty() {
        add(GapKind::Response);
    }
    let member = |index: usize| members.get(index);
    if let Some(last) = sign_in.response().and_then(member) {
        match last.place {
            place if !place.is_delivery => add(GapKind::Post),
            place if sign_in.answer.is_none() && !sign_in.is_disputed && !place.is_answered => {
                add(match last.is_tracer {
                    true => GapKind::TracerAnswer,
                    false => GapKind::Answer,
                })
            }
            _ => {}
        }
    }
    let is_lost = |gap: &GapKind| {
        matches!(
            gap,
            GapKind::Start | GapKind::Request | GapKind::Response | GapKind::Post
        )
    };
    let is_tracer = sign_in
        .messages()
        .filter_map(member)
        .any(|member| member.is_tracer);
    if is_tracer && gaps.iter().any(is_lost) {
        gaps.push(GapKind::Tracer);
    }
    gaps
}

/// The first message of each capture.
fn first_in_captures(members: &[Member]) -> HashMap<usize, usize> {
    let mut first = HashMap::default();
    for (index, member) in members.iter().enumerate() {
        if let Some(capture) = member.place.capture {
            first.entry(capture).or_insert(index);
        }
    }
    first
}

/// Which sign-ins overlap another one of the same capture.
fn mixed(sign_ins: &[SignIn], members: &[Member]) -> Vec<bool> {
    let mut mixed = vec![false; sign_ins.len()];
    let mut spans = vec![];
    let mut seen = HashSet::default();
    for (at, sign_in) in sign_ins.iter().enumerate() {
        let is_here = |index: &usize| {
            let place = members.get(*index).map(|member| member.place);
            place.is_some_and(|place| place.capture.is_some() && place.capture == sign_in.capture)
        };
        let own = sign_in.messages().filter(is_here);
        let own: Vec<usize> = own.filter(|index| seen.insert(*index)).collect();
        spans.extend(
            own.iter()
                .min()
                .zip(own.iter().max())
                .map(|(from, to)| (*from, *to, at)),
        );
    }
    spans.sort_unstable();
    let mut furthest: HashMap<Option<usize>, (usize, usize)> = HashMap::default();
    for (from, to, at) in spans {
        let capture = sign_ins.get(at).and_then(|sign_in| sign_in.capture);
        let before = furthest.get(&capture).copied();
        if let Some((end, other)) = before
            && from < end
        {
            for at in [at, other] {
                if let Some(is_mixed) = mixed.get_mut(at) {
                    *is_mixed = true;
                }
            }
        }
        if before.is_none_or(|(end, _)| end < to) {
            furthest.insert(capture, (to, at));
        }
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::decoded::Place;
    use crate::saml::AuthnRequest;
    use crate::sign_ins::{Link, Role, join, nest};

    /// `>id` is a request, `<id` the response that answers it; behind it `=` for an answer that is there, `.` for a page
    /// that holds the message, `~` for SAML-tracer.
    fn links(capture: &str) -> Vec<(Link, Place, bool)> {
        let one = |(at, word): (usize, &str)| {
            let id = word.trim_matches(['>', '<', '=', '.', '~']);
            let request = AuthnRequest {
                id: Some(id.to_owned()),
                ..AuthnRequest::default()
            };
            let is_request = word.starts_with('>');
            let link = Link {
                role: match is_request {
                    true => Role::Request,
                    false => Role::Response,
                },
                is_read: true,
                request: is_request.then_some(request),
                answers: (!is_request && !id.is_empty()).then(|| id.to_owned()),
                ..Link::default()
            };
            let place = Place {
                capture: Some(0),
                entry: u32::try_from(at).ok(),
                is_delivery: !is_request && !word.contains('.'),
                is_answered: word.contains('='),
                ..Place::default()
            };
            (link, place, word.ends_with('~'))
        };
        capture.split(' ').enumerate().map(one).collect()
    }

    #[test]
    fn holes_are_told() {
        use GapKind::{Answer, Mixed, Post, Request, Response, Start, Tracer, TracerAnswer};
        let table: [(&str, &[&[GapKind]]); 10] = [
            (">a <a=", &[&[]]),
            ("<=", &[&[]]),
            ("<a=", &[&[Start]]),
            (">a <b=", &[&[Response], &[Request]]),
            (">a <a", &[&[Answer]]),
            (">a <a.", &[&[Post]]),
            (">a <a~", &[&[TracerAnswer]]),
            (">a~", &[&[Response, Tracer]]),
            (">a >b <a= <b=", &[&[Mixed], &[Mixed]]),
            (">a >b <b=", &[&[Response], &[]]),
        ];
        let mut seen = vec![];
        for (capture, expected) in table {
            let links = links(capture);
            let members: Vec<Member> = links
                .iter()
                .map(|(link, place, is_tracer)| Member {
                    link,
                    place,
                    step_before: None,
                    is_tracer: *is_tracer,
                })
                .collect();
            let found = nest(&members, &join(&members), &[], |_| None);
            let gaps = gaps(&found, &members);
            assert_eq!(gaps, expected, "{capture}");
            seen.extend(gaps.into_iter().flatten());
        }
        let disputed = SignIn {
            is_disputed: true,
            ..SignIn::default()
        };
        let told = gaps(&[disputed], &[]);
        assert_eq!(told, [[GapKind::Answers]]);
        seen.extend(told.into_iter().flatten());
        assert!(GapKind::ALL.iter().all(|kind| seen.contains(kind)));
    }
}
