//! How the message differs from another one, told without the person in either.

use super::phrases as p;
use super::{parse, read};
use crate::compare::{Change, Comparison, FindingChange, Property, compare};
use crate::options::Options;
use crate::order;
use crate::redact::Redactor;
use crate::report::{Handed, Severity};
use crate::text::{Arg, Phrase, Texts};

/// A message that the one of a ticket is held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The message.
    pub handed: Handed,
    /// Whether it came before the one of the ticket.
    pub is_before: bool,
}

/// Compares the two as they come, without what the caller knows of either; `redactor` has learnt both.
pub(super) fn compared(
    own: &Handed,
    beside: &Beside,
    options: &Options,
    redactor: &mut Redactor,
) -> Comparison {
    let plain = Options {
        language: options.language.clone(),
        service_provider: options.service_provider,
        ..Options::default()
    };
    let mut both = |handed: &Handed| {
        let document = parse(handed);
        read(handed, &document, &plain, |read| read.both(redactor))
    };
    let (own, other) = (both(own), both(&beside.handed));
    let (before, after) = match beside.is_before {
        true => (&other, &own),
        false => (&own, &other),
    };
    let seen = compare(&before.0, &after.0, &plain.language);
    let told = compare(&before.1, &after.1, &plain.language);
    let mut properties = told.properties;
    properties.retain(|change| !is_nobody(change.id));
    let harmless = seen.properties.into_iter();
    properties.extend(harmless.filter(|change| is_nobody(change.id)));
    order::by_key(&mut properties, |change| change.id);
    Comparison {
        title: seen.title,
        same_user: seen.same_user,
        properties,
        ..told
    }
}

/// Whether its words name nobody; what they tell of is not in a message without the person.
fn is_nobody(property: Property) -> bool {
    use Property::{Certificate, NameId, Signed, Window};
    matches!(property, NameId | Signed | Certificate | Window)
}

/// So many attributes that only one of them carries are told.
const LISTED: usize = 20;

/// What differs, what matters for the code first: what, before, after.
pub(super) fn rows(comparison: &Comparison, texts: &Texts) -> Vec<[String; 3]> {
    let say = |phrase: &Phrase| texts.say(phrase, &[]);
    let or_none = |words: Option<String>| words.unwrap_or_else(|| say(&p::COMPARED_NONE));
    let values = |n: u32| texts.say(&p::VALUES, &[("n", n.into())]);
    let finding = |change: &FindingChange| {
        let code = |text: &str| texts.write(&Arg::input(text));
        let field = change
            .field
            .as_deref()
            .map(|field| format!(" · {}", code(field)));
        let rule = code(change.rule.as_str()) + &field.unwrap_or_default();
        let there = Some(say(p::of_severity(change.severity)));
        let (before, after) = match change.change {
            Change::Gone => (there, None),
            _ => (None, there),
        };
        let title = change.title.clone().unwrap_or(rule);
        [title, or_none(before), or_none(after)]
    };
    let is_new = |change: &&FindingChange| change.change != Change::Still;
    let weighs = |change: &&FindingChange| change.severity == Severity::Error;
    let changed = || comparison.findings.iter().filter(is_new);
    let causes = comparison.causes.iter().map(|change| {
        let [before, after] = [change.before, change.after].map(|one| say(p::of_verdict(one)));
        [change.title.clone(), before, after]
    });
    let fields = comparison.fields.iter().map(|change| {
        let state = |one: Option<_>| or_none(one.map(|one| say(p::of_state(one))));
        [
            change.label.clone(),
            state(change.before),
            state(change.after),
        ]
    });
    let attributes = comparison.attributes.iter().take(LISTED).map(|change| {
        let name = texts.write(&Arg::input(&change.name));
        [
            name,
            or_none(change.before.map(values)),
            or_none(change.after.map(values)),
        ]
    });
    let properties = comparison.properties.iter().map(|change| {
        let own = [&change.before, &change.after].map(|words| or_none(words.clone()));
        let [before, after] = own;
        [change.label.clone(), before, after]
    });
    causes
        .chain(changed().filter(weighs).map(finding))
        .chain(fields)
        .chain(attributes)
        .chain(properties)
        .chain(changed().filter(|one| !weighs(one)).map(finding))
        .collect()
}
