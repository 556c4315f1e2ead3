//! How the message differs from another one, told without the person in either.

use super::phrases as p;
use super::{parse, read};
use crate::compare::{Change, Comparison, Property, compare};
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
        read(handed, &document, &plain, |read| {
            read.both(&read.about(), redactor)
        })
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
    let code = |text: &str| texts.write(&Arg::input(text));
    let mut rows = vec![];
    let mut row = |what: String, sides: [Option<String>; 2]| {
        let [before, after] = sides.map(|words| words.unwrap_or_else(|| say(&p::COMPARED_NONE)));
        rows.push([what, before, after]);
    };
    for change in &comparison.causes {
        let sides = [change.before, change.after].map(|one| Some(say(p::of_verdict(one))));
        row(change.title.clone(), sides);
    }
    for weighs in [true, false] {
        for change in &comparison.findings {
            let there = Some(say(p::of_severity(change.severity)));
            let sides = match change.change {
                Change::Gone => [there, None],
                Change::New => [None, there],
                Change::Still => continue,
            };
            if weighs == (change.severity == Severity::Error) {
                let field = change.field.as_deref();
                let field = field.map_or(String::new(), |field| format!(" · {}", code(field)));
                let rule = || code(change.rule.as_str()) + &field;
                row(change.title.clone().unwrap_or_else(rule), sides);
            }
        }
        if !weighs {
            break;
        }
        for change in &comparison.fields {
            let sides = [change.before, change.after];
            let sides = sides.map(|one| one.map(|one| say(p::of_state(one))));
            row(change.label.clone(), sides);
        }
        for change in comparison.attributes.iter().take(LISTED) {
            let sides = [change.before, change.after];
            let values = |n: u32| texts.say(&p::VALUES, &[("n", n.into())]);
            row(code(&change.name), sides.map(|one| one.map(values)));
        }
        for change in &comparison.properties {
            row(
                change.label.clone(),
                [change.before.clone(), change.after.clone()],
            );
        }
    }
    rows
}
