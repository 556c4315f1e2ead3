//! A sign-in through identity providers that stand behind one another is one sign-in with several exchanges.

use super::link::called;
use super::{Leg, Member, SignIn};
use crate::decode::{Certainty, ErrorText};
use crate::hash::HashMap;
use crate::order;
use std::cmp::Reverse;

/// The sign-ins, in the order of their first messages; `answers` gives for an error text the message that it answers.
pub(crate) fn nest(
    members: &[Member],
    legs: &[Leg],
    errors: &[ErrorText],
    answers: impl Fn(&ErrorText) -> Option<usize>,
) -> Vec<SignIn> {
    let behind = behind(members, legs);
    let mut inner: HashMap<usize, Vec<Leg>> = HashMap::default();
    for (leg, outer) in legs.iter().zip(&behind) {
        if let Some(outer) = outer {
            inner.entry(*outer).or_default().push(*leg);
        }
    }
    let mut sign_ins = vec![];
    let mut of_message: HashMap<usize, usize> = HashMap::default();
    for (at, leg) in legs.iter().enumerate() {
        if behind.get(at).is_some_and(Option::is_some) {
            continue;
        }
        let mut legs = inner.remove(&at).unwrap_or_default();
        order::by_key(&mut legs, |leg| Reverse(leg.response.unwrap_or(usize::MAX)));
        legs.insert(0, *leg);
        for index in legs.iter().flat_map(|leg| [leg.request, leg.response]) {
            index.map(|index| of_message.insert(index, sign_ins.len()));
        }
        let one = members.get(leg.last());
        let is_webex = |index: usize| members.get(index).is_some_and(|m| m.link.is_webex());
        sign_ins.push(SignIn {
            legs,
            answer: None,
            is_disputed: false,
            is_webex: is_webex(leg.first()) || is_webex(leg.last()),
            capture: one.and_then(|member| member.place.capture),
        });
    }
    let of_webex = |error: &ErrorText| error.certainty != Certainty::Elsewhere;
    let all = errors.iter().enumerate();
    for (index, error) in all.filter(|(_, error)| of_webex(error)) {
        let of_its_message = answers(error).and_then(|message| of_message.get(&message).copied());
        let found = of_its_message.or_else(|| unanswered(&sign_ins, members, error));
        match found {
            Some(at) => {
                if let Some(sign_in) = sign_ins.get_mut(at) {
                    answer(sign_in, index, errors);
                }
            }
            None if error.place.capture.is_some() => sign_ins.push(SignIn {
                answer: Some(index),
                is_webex: true,
                capture: error.place.capture,
                ..SignIn::default()
            }),
            None => {}
        }
    }
    sign_ins
}

/// Of several sure answers with different codes none is taken.
fn answer(sign_in: &mut SignIn, index: usize, errors: &[ErrorText]) {
    let sure = |index: usize| {
        let error = errors.get(index)?;
        (error.certainty == Certainty::Sure).then_some(error.code)
    };
    match sign_in.answer.map(|before| (sure(before), sure(index))) {
        None if !sign_in.is_disputed => sign_in.answer = Some(index),
        Some((Some(one), Some(other))) if one != other => {
            (sign_in.answer, sign_in.is_disputed) = (None, true);
        }
        Some((None, Some(_))) => sign_in.answer = Some(index),
        _ => {}
    }
}

/// The one sign-in that an error text can only answer: in a recording the last one before it whose response is not there,
/// elsewhere the only one.
fn unanswered(sign_ins: &[SignIn], members: &[Member], error: &ErrorText) -> Option<usize> {
    if error.answers.is_some() {
        return None;
    }
    if error.place.capture.is_none() {
        return (sign_ins.len() == 1).then_some(0);
    }
    let entry = |sign_in: &SignIn| members.get(sign_in.legs.first()?.request?)?.place.entry;
    let fits = |sign_in: &SignIn| {
        sign_in.capture == error.place.capture
            && sign_in.is_webex
            && sign_in.response().is_none()
            && sign_in.answer.is_none()
            && entry(sign_in) < error.place.entry
    };
    sign_ins.iter().rposition(fits)
}

/// For each exchange the one that it was made for.
fn behind(members: &[Member], legs: &[Leg]) -> Vec<Option<usize>> {
    let link = |index: Option<usize>| Some(members.get(index?)?.link);
    let is_webex = |leg: &Leg| {
        let both = [link(leg.request), link(leg.response)];
        both.into_iter().flatten().any(|link| link.is_webex())
    };
    let with_response: HashMap<usize, usize> = legs
        .iter()
        .enumerate()
        .filter_map(|(at, leg)| Some((leg.response?, at)))
        .collect();
    let mut last: HashMap<Option<usize>, usize> = HashMap::default();
    let mut behind = vec![];
    for (at, leg) in legs.iter().enumerate() {
        let capture = |leg: &Leg| members.get(leg.first()).and_then(|m| m.place.capture);
        let step = leg
            .response
            .and_then(|index| members.get(index)?.step_before);
        let by_step = step.and_then(|number| with_response.get(&number.checked_sub(1)?).copied());
        let open = || {
            let outer = *last.get(&capture(leg))?;
            let around = legs.get(outer)?;
            let ends_before = around.response.is_some_and(|end| end < leg.last());
            let is_for =
                link(leg.request)
                    .zip(link(around.request))
                    .is_some_and(|(asked, for_it)| {
                        let wanted = asked.request.as_ref();
                        let named = wanted.is_some_and(|r| r.requesters.contains(&for_it.issuer));
                        let sent_to = for_it.receivers.iter().map(|name| called(name));
                        named
                            || sent_to
                                .into_iter()
                                .any(|host| host == called(&asked.issuer))
                    });
            (!ends_before && is_for).then_some(outer)
        };
        let outer = by_step
            .filter(|outer| *outer != at)
            .or_else(|| open().filter(|_| !is_webex(leg)));
        if is_webex(leg) {
            last.insert(capture(leg), at);
        }
        behind.push(outer.filter(|_| !is_webex(leg)));
    }
    behind
}
