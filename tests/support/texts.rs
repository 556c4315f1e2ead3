//! The engine's English texts, gathered from where they are used.

use error31::text::{AND, OR, Phrase, Words};
use error31::webex::causes::{CHECKS, Cause};
use error31::webex::{ServiceProvider, codes, idps, statuses};
use error31::{accounts, compare, decode, diagnosis, redact, report, rules, ticket, xml};
use std::collections::BTreeMap;

/// Every English text of the engine, by the key that translations use.
pub fn texts() -> Vec<(String, &'static str)> {
    let mut texts = vec![];
    let words = rules::all().flat_map(|rule| rule.words.iter().copied());
    for words in words
        .chain(decode::all_words())
        .chain(accounts::WORDS.iter().copied())
    {
        let Words {
            id,
            title,
            why,
            fix,
            action,
        } = words;
        texts.push(((*id).to_owned(), *title));
        for (part, text) in [("why", why), ("fix", fix), ("action", action)] {
            texts.push((format!("{id}.{part}"), text));
        }
    }
    let checks = CHECKS.iter().flat_map(|check| {
        check
            .ways
            .iter()
            .map(|way| way.steps)
            .chain([check.title, check.action])
    });
    let who = CHECKS
        .iter()
        .map(|check| (check.who.id, check.who))
        .collect::<BTreeMap<_, _>>();
    let fields = ServiceProvider::ALL
        .into_iter()
        .flat_map(|sp| sp.attributes().map(|row| (row.label.id, row.label)));
    let fields: BTreeMap<_, _> = fields.collect();
    let phrases = rules::phrases()
        .chain(diagnosis::PHRASES.iter().copied())
        .chain(diagnosis::LABELS.iter().copied())
        .chain(report::PHRASES.iter().copied())
        .chain(redact::PHRASES.iter().copied())
        .chain(ticket::PHRASES.iter().copied())
        .chain(report::ACCOUNT_PHRASES.iter().copied())
        .chain(compare::PHRASES.iter().copied())
        .chain(idps::PHRASES.iter().copied())
        .copied()
        .chain([AND, OR, report::BOUGHT])
        .chain(codes::ALL.iter().map(|code| code.meaning))
        .chain(Cause::ALL.iter().map(|cause| cause.title()))
        .chain(ServiceProvider::ALL.iter().map(|sp| sp.name()))
        .chain(checks)
        .chain(who.into_values())
        .chain(fields.into_values())
        .chain(statuses::phrases());
    texts.extend(phrases.map(|Phrase { id, english }| (id.to_owned(), english)));
    texts.extend(
        xml::Reason::ALL
            .iter()
            .map(|(id, english)| ((*id).to_owned(), *english)),
    );
    texts
}
