//! What the messages of a table have in common: of each sender, which fields lack how often, and what that points to.

use super::OverviewCommon;
use super::input::Told;
use super::places::Places;
use super::rows::Row;
use crate::report::{CauseId, FieldState};
use crate::text::{AND, Arg, Phrase, Texts, texts};

texts! {
    RULE "overview-rule" "Without { $fields }: { $n } of { $of }. That is more likely the rule at the identity provider than single profiles.";
    PROFILE "overview-profile" "Without { $fields }: { $n } of { $of }. It comes for the others, so look at the profiles of these users first.";
    NAME "overview-name" "Under another name, { $fields }: { $n } of { $of }. Names are set by the rule at the identity provider.";
    MEMBER_STATUS "overview-member-status" "With Member Status: { $n } of { $of }. The rule at the identity provider sends it.";
    ANSWERED "overview-answered" "Webex answered { $code }: { $n } of { $of }.";
    FROM "overview-from" "{ $sender }: { $text }";
    OTHER_SENDER "overview-other-sender" "Not known";
}

/// So many are told.
const MOST: usize = 12;

pub(super) fn tell(rows: &[Row], texts: &Texts) -> Vec<OverviewCommon> {
    let all = rows.iter().filter_map(Row::told);
    let all: Vec<&Told> = all.filter(|told| told.signs_in()).collect();
    let seen = all.iter().copied().filter(|told| told.is_seen());
    let senders = grouped(seen, |told| Some(told.sender.clone().unwrap_or_default()));
    let mut common = Common(vec![]);
    for messages in senders.iter().filter(|messages| messages.len() > 1) {
        let from = messages.first().filter(|_| senders.len() > 1);
        for (phrase, fields, count) in faults(messages) {
            let fields = Arg::List(fields.into_iter().map(Arg::input).collect(), Some(AND));
            let args = ("fields", fields);
            let text = said(phrase, args, count, messages.len(), texts);
            let text = match from {
                Some(message) => {
                    let args = [("sender", sender(message)), ("text", Arg::Plain(text))];
                    texts.say(&FROM, &args)
                }
                None => text,
            };
            common.add(text, count, messages.len());
        }
    }
    let code = |told: &Told| told.answered().map(|code| code.to_string());
    let codes = grouped(all.iter().copied(), code);
    for messages in codes.iter().filter(|_| all.len() > 1) {
        let code = messages.first().map_or(0, |told| told.code).into();
        let text = said(&ANSWERED, ("code", code), messages.len(), all.len(), texts);
        common.add(text, messages.len(), all.len());
    }
    common.0
}

/// Those that hold for most, in their order.
struct Common(Vec<OverviewCommon>);

impl Common {
    fn add(&mut self, text: String, count: usize, of: usize) {
        let [count, of] = [count, of].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        let place = self.0.partition_point(|other| other.count >= count);
        self.0.insert(place, OverviewCommon { text, count, of });
        self.0.truncate(MOST);
    }
}

fn sender(message: &Told) -> Arg {
    match (&message.sender, message.product) {
        (_, Some(product)) => product.into(),
        (Some(issuer), None) => Arg::input(issuer),
        (None, None) => Arg::said(&OTHER_SENDER),
    }
}

/// What is at fault in the messages of one sender: with the fields that lack in the same messages, and in how many.
fn faults<'i>(messages: &[&'i Told]) -> Vec<(&'static Phrase, Vec<&'i str>, usize)> {
    let mut lacking: Vec<(&'i str, bool, Vec<usize>)> = vec![];
    let mut places = Places::default();
    for (index, message) in messages.iter().enumerate() {
        for (name, state) in message.lacking() {
            let is_misnamed = state == FieldState::Misnamed;
            let (place, is_new) = places.of(format!("{is_misnamed} {name}"));
            if is_new {
                lacking.push((name, is_misnamed, vec![]));
            }
            if let Some((.., indices)) = lacking.get_mut(place) {
                indices.push(index);
            }
        }
    }
    let mut faults: Vec<(&Phrase, Vec<&str>, usize)> = vec![];
    let mut sets: Vec<(bool, Vec<usize>)> = vec![];
    for (name, is_misnamed, indices) in lacking {
        let set = (is_misnamed, indices);
        let same = sets.iter().position(|other| *other == set);
        if let Some((_, names, _)) = same.and_then(|place| faults.get_mut(place)) {
            names.push(name);
            continue;
        }
        let count = set.1.len();
        let phrase = match is_misnamed {
            true => &NAME,
            false if 2 * count > messages.len() => &RULE,
            false => &PROFILE,
        };
        faults.push((phrase, vec![name], count));
        sets.push(set);
    }
    let with = |told: &&&Told| told.confirmed.contains(&CauseId::MemberStatus);
    let count = messages.iter().filter(with).count();
    if count > 0 {
        faults.push((&MEMBER_STATUS, vec![], count));
    }
    faults
}

/// Those with the same key together, in the order in which they come first.
fn grouped<'i>(
    messages: impl Iterator<Item = &'i Told>,
    key: impl Fn(&Told) -> Option<String>,
) -> Vec<Vec<&'i Told>> {
    let mut groups: Vec<Vec<&Told>> = vec![];
    let mut places = Places::default();
    for message in messages {
        let Some(key) = key(message) else { continue };
        let (place, is_new) = places.of(key);
        if is_new {
            groups.push(vec![]);
        }
        if let Some(group) = groups.get_mut(place) {
            group.push(message);
        }
    }
    groups
}

fn said(
    phrase: &Phrase,
    more: (&'static str, Arg),
    count: usize,
    of: usize,
    texts: &Texts,
) -> String {
    texts.say(phrase, &[more, ("n", count.into()), ("of", of.into())])
}
