//! A check piece by piece: what was found so far, and the report at the end.

mod again;
mod judge;
mod preview;

#[cfg(target_arch = "wasm32")]
pub(crate) use again::judge_untried;
pub(crate) use again::{
    About, examine, explain_read, explain_text, judge, judge_alone, judge_read,
};
use judge::{Answer, Judge};
pub(crate) use judge::{look_up, parse, published};

use crate::hash::HashMap;

use crate::decode::decoded::Limits;
use crate::decode::{self, Candidate, Decoded, ErrorText, Input, Layer};
use crate::report::Signed;
use crate::sign_ins::{self, Asked, Link, Member, SignIn};
use crate::signature::Examined;
use crate::webex::ServiceProvider;
use crate::webex::causes::IF_IT_STAYS;
use crate::{Options, Report, report};

/// Reads an input piece by piece; memory does not grow with it, apart from the messages found.
///
/// ```
/// let options = error31::Options::default();
/// let mut check = error31::Check::new(&options);
/// assert!(check.feed(br#"{"log": {"entries": [{"request": {"method": "POST", "#).is_empty());
/// let found = check.feed(br#""postData": {"text": "SAMLResponse=PFJlc3BvbnNlLz4%3D"}}}, "#);
/// let layers: Vec<&str> = found[0].origin.layers.iter().map(|layer| layer.id()).collect();
/// assert_eq!(layers, ["har", "form", "percent", "base64"]);
/// let report = check.finish();
/// assert_eq!(report.messages.len(), 1);
/// assert_eq!(report.ends.map(|ends| ends.offset), Some(111.0));
/// ```
#[derive(Debug)]
pub struct Check<'o> {
    judge: Judge<'o>,
    search: decode::Search,
    messages: Vec<Kept>,
    /// The messages of each length.
    places: HashMap<usize, Vec<usize>>,
    /// For each candidate the message that it became.
    indices: Vec<usize>,
    sign_ins: Vec<SignIn>,
    /// Whether it is tried what changes would come to.
    tries: bool,
}

/// A message, and what it was made from besides its text.
#[derive(Debug)]
struct Kept {
    message: report::Message,
    candidate: Candidate,
    answer: Answer,
    link: Link,
    /// What its signatures tell.
    examined: Option<Examined>,
    /// Whether it was tried what its change would come to.
    is_tried: bool,
}

impl<'o> Check<'o> {
    /// Begins a file.
    pub fn new(options: &'o Options) -> Self {
        Self::of(Input::Bytes(&[]), options)
    }

    /// Begins a text that was pasted, fed as UTF-8: a declared charset is ignored.
    pub fn text(options: &'o Options) -> Self {
        Self::of(Input::Text(""), options)
    }

    fn of(input: Input, options: &'o Options) -> Self {
        Self {
            judge: Judge::new(options, published(options)),
            search: decode::Search::of(input, Limits::default(), options.charsets),
            messages: vec![],
            places: HashMap::default(),
            indices: vec![],
            sign_ins: vec![],
            tries: true,
        }
    }

    /// Reads the next piece, of any length. The messages that are new in it keep their index in the report; what
    /// Webex answered to them, how often they come, and what their changes would come to, is known only there.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<report::Message> {
        self.search.feed(bytes);
        let before = self.messages.len();
        for candidate in self.search.drain() {
            self.add(candidate, &[], false);
        }
        let new = self.messages.iter().skip(before);
        new.map(|kept| kept.message.clone()).collect()
    }

    /// Reads to the end.
    pub fn finish(mut self) -> Report {
        let search = std::mem::take(&mut self.search);
        let mut decoded = search.finish();
        for candidate in std::mem::take(&mut decoded.candidates) {
            let tries = self.tries && decoded.errors.is_empty();
            self.add(candidate, &decoded.errors, tries);
        }
        self.answer(&decoded.errors);
        self.report(decoded)
    }

    /// Ends where the input can't be read any further, and says so.
    pub fn stop(mut self) -> Report {
        self.search.stop();
        self.finish()
    }

    fn whole(mut self, input: Input) -> Report {
        self.search.feed(input.as_bytes());
        self.finish()
    }

    /// `tries`: it is tried what a change of it would come to, since little of it can become known later.
    fn add(&mut self, candidate: Candidate, errors: &[ErrorText], tries: bool) {
        let places = self.places.entry(candidate.text.len()).or_default();
        let is_same = |kept: &Kept| kept.message.xml == candidate.text;
        let same = places
            .iter()
            .copied()
            .find(|place| self.messages.get(*place).is_some_and(is_same));
        let place = same.unwrap_or(self.messages.len());
        let Some(kept) = self.messages.get_mut(place) else {
            places.push(place);
            let answer = self.judge.answer(errors, |_| None);
            let kept = self.judge.keep(candidate, answer, None, tries);
            self.indices.push(place);
            return self.messages.push(kept);
        };
        self.indices.push(place);
        let seen = kept.message.seen.unwrap_or(1) + 1;
        if candidate.place.is_delivery && !kept.candidate.place.is_delivery {
            *kept = self.judge.keep(candidate, kept.answer.clone(), None, tries);
        }
        kept.message.seen = Some(seen);
    }

    /// Explains a message anew where its answer was not known before, or what its change comes to was not tried.
    fn answer(&mut self, errors: &[ErrorText]) {
        let steps = self.steps();
        let asked = self.join(&steps, errors);
        for (index, kept) in self.messages.iter_mut().enumerate() {
            let mut answer = self.judge.answer(errors, |error| {
                let place = error.answers.and_then(|answers| self.indices.get(answers));
                place.map(|place| *place == index)
            });
            answer.step_before = steps.get(index).copied().flatten();
            answer.asked = asked.get(&index).cloned();
            let is_left = self.tries && !kept.is_tried && kept.message.remedy.is_some();
            if answer != kept.answer || is_left {
                let seen = kept.message.seen;
                let mut candidate = kept.candidate.clone();
                candidate.text = std::mem::take(&mut kept.message.xml);
                *kept = self
                    .judge
                    .keep(candidate, answer, kept.examined.take(), self.tries);
                kept.message.seen = seen;
            }
        }
    }

    /// Finds what belongs to one sign-in; gives for a response what was asked for.
    fn join(&mut self, steps: &[Option<usize>], errors: &[ErrorText]) -> HashMap<usize, Asked> {
        let members = members(&self.messages, steps);
        let legs = sign_ins::join(&members);
        let answers = |error: &ErrorText| self.indices.get(error.answers?).copied();
        let sign_ins = sign_ins::nest(&members, &legs, errors, answers);
        let asked = legs.iter().filter_map(|leg| {
            let request = members.get(leg.request?)?.link.request.clone()?;
            let other = leg.is_other;
            Some((leg.response?, Asked { request, other }))
        });
        let asked = asked.collect();
        self.sign_ins = sign_ins;
        asked
    }

    /// For each message the number of Webex's message behind it in the same recording, where it is for somebody else.
    fn steps(&self) -> Vec<Option<usize>> {
        let is_response = |kept: &Kept| {
            matches!(
                kept.message.kind,
                report::MessageKind::Response | report::MessageKind::Assertion
            )
        };
        let is_webex = |kept: &Kept| {
            is_response(kept)
                && kept.candidate.place.is_delivery
                && kept.message.sp.id.has_code_31()
        };
        let step = |(index, kept): (usize, &Kept)| {
            let is_other = is_response(kept)
                && kept.message.sp.id == ServiceProvider::Other
                && kept.candidate.place.is_delivery;
            let later = self.messages.iter().enumerate().skip(index + 1);
            let mut webex = later.filter(|(_, later)| {
                is_webex(later) && later.candidate.place.capture == kept.candidate.place.capture
            });
            let is_same = |later: &Kept| {
                let issuer = kept.link.issuer.as_str();
                !issuer.is_empty() && later.link.issuer == issuer
            };
            webex
                .next()
                .filter(|(_, later)| is_other && !is_same(later))
                .map(|(index, _)| index + 1)
        };
        self.messages.iter().enumerate().map(step).collect()
    }

    fn report(self, decoded: Decoded) -> Report {
        let Judge { texts, options, .. } = self.judge;
        let accounts = &options.accounts;
        let errors = &decoded.errors;
        let is_sentence_alone =
            self.messages.is_empty() && errors.iter().any(|error| error.code == 31);
        let answer = self.judge.answer(errors, |_| None);
        let alone = is_sentence_alone.then(|| self.judge.alone(&answer));
        let alone = alone.unwrap_or_default();
        let sign_ins = {
            let all = self.messages.iter();
            let steps: Vec<_> = all.map(|kept| kept.message.step_before).collect();
            let members = members(&self.messages, &steps);
            let messages: Vec<_> = self.messages.iter().map(|kept| &kept.message).collect();
            report::sign_ins(&self.sign_ins, &members, &messages, errors, &texts)
        };
        let mut messages = vec![];
        for mut kept in self.messages {
            report::set_total(&mut kept.message.origin, &kept.candidate.place, &decoded);
            messages.push(kept.message);
        }
        let observed = |error: &ErrorText| {
            let message = error.answers.and_then(|answers| self.indices.get(answers));
            report::observed(error, message.copied(), &decoded, &texts)
        };
        let observed: Vec<report::Observed> = errors.iter().filter_map(observed).collect();
        let signed: Vec<Signed> = messages.iter().map(Signed::of).collect();
        let mut notices = report::ignored(options, &self.judge.published.unread, &texts);
        notices.extend(report::notices(&decoded, &texts));
        notices.extend(report::two_classes(&signed, &texts));
        Report {
            messages,
            observed,
            sign_ins,
            checks: alone.checks,
            causes: alone.causes,
            if_it_stays: is_sentence_alone.then(|| texts.say(&IF_IT_STAYS, &[])),
            which_console: is_sentence_alone.then(|| report::which_console(&texts)),
            more: decoded.more,
            notices,
            accounts: accounts
                .as_deref()
                .map(|list| report::accounts(list, &texts)),
            sensitive: report::sensitive(&decoded),
            ends: report::ends(&decoded),
            problem: decoded
                .failure
                .as_ref()
                .map(|failure| report::problem(failure, &texts)),
            ..Report::new(&texts)
        }
    }
}

/// The messages as sign-ins are made of them.
fn members<'m>(messages: &'m [Kept], steps: &[Option<usize>]) -> Vec<Member<'m>> {
    let all = messages.iter().enumerate();
    all.map(|(index, kept)| Member {
        link: &kept.link,
        place: &kept.candidate.place,
        step_before: steps.get(index).copied().flatten(),
        is_tracer: kept.candidate.layers.contains(&Layer::Tracer),
    })
    .collect()
}

/// Reads an input that is in memory as a whole.
pub(crate) fn check(input: Input, options: &Options) -> Report {
    Check::of(input, options).whole(input)
}

/// The same without trying what a change would come to.
#[cfg(target_arch = "wasm32")]
pub(crate) fn check_untried(input: Input, options: &Options) -> Report {
    let check = Check {
        tries: false,
        ..Check::of(input, options)
    };
    check.whole(input)
}
