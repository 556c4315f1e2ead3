//! The entries of each kind, made of its table.

use super::{ReferenceEntry, ReferenceFact, ReferenceKind, fact, sources};
use crate::diagnostic::Severity;
use crate::options::Options;
use crate::rules::{self, Context, Rule};
use crate::text::{Arg, Phrase, Text, Texts};
use crate::webex::attributes::{Attribute, Basis, Need, Value};
use crate::webex::causes::{CHECKS, Cause};
use crate::webex::codes::FixPlace;
use crate::webex::idps::{self, IdentityProvider};
use crate::webex::pages::Page;
use crate::webex::statuses::StatusId;
use crate::webex::{ServiceProvider, codes};

/// The name of a kind, and its entries.
pub(super) fn of(kind: ReferenceKind, texts: &Texts) -> (&'static Phrase, Vec<ReferenceEntry>) {
    match kind {
        ReferenceKind::Code => (
            &super::CODES,
            codes::ALL.iter().map(|row| code(row, texts)).collect(),
        ),
        ReferenceKind::Cause => (
            &super::CAUSES,
            (1..)
                .zip(Cause::ALL)
                .map(|(number, row)| cause(number, row, texts))
                .collect(),
        ),
        ReferenceKind::Rule => (
            &super::RULES,
            rules::all().map(|row| rule(row, texts)).collect(),
        ),
        ReferenceKind::Attribute => (&super::ATTRIBUTES, attributes(texts)),
        ReferenceKind::Status => (
            &super::STATUSES,
            StatusId::ALL
                .iter()
                .map(|row| status(*row, texts))
                .collect(),
        ),
        ReferenceKind::ServiceProvider => (
            &super::SERVICE_PROVIDERS,
            known_providers()
                .map(|row| service_provider(row, texts))
                .collect(),
        ),
        ReferenceKind::IdentityProvider => (
            &super::IDENTITY_PROVIDERS,
            idps::ALL
                .iter()
                .map(|row| identity_provider(row, texts))
                .collect(),
        ),
    }
}

fn entry(
    id: &str,
    title: String,
    facts: Vec<ReferenceFact>,
    pages: &[&Page],
    texts: &Texts,
) -> ReferenceEntry {
    ReferenceEntry {
        id: id.to_owned(),
        also: None,
        title,
        facts,
        sources: sources(pages, texts),
    }
}

fn code(row: &codes::Code, texts: &Texts) -> ReferenceEntry {
    let number = row.number.to_string();
    let say = |phrase: &Phrase| texts.say(phrase, &[]);
    let lines = |told: Vec<String>, none: &Phrase| match told.is_empty() {
        true => say(none),
        false => told.join("\n"),
    };
    let causes = row.causes.iter().map(|claim| say(&claim.text)).collect();
    let fixes = |place, none| {
        let here = row.all_fixes().filter(|fix| fix.place == place);
        let told = here.map(|fix| format!("{}:\n{}", say(&fix.action), say(&fix.steps)));
        lines(told.collect(), none)
    };
    let at_webex = fixes(FixPlace::Webex, &codes::NO_FIX_AT_WEBEX);
    let at_idp = fixes(FixPlace::IdentityProvider, &codes::NO_FIX_AT_IDP);
    let mut facts = vec![
        fact(&super::MEANING, say(&row.meaning), texts),
        fact(&super::LIKELY, lines(causes, &codes::NO_CAUSE), texts),
        fact(&super::AT_WEBEX, at_webex, texts),
        fact(&super::AT_IDP, at_idp, texts),
    ];
    if !row.predicted_by.is_empty() {
        let rules = row.predicted_by.iter().map(|rule| format!("`{rule}`"));
        let rules: Vec<String> = rules.collect();
        facts.push(fact(&super::PREDICTED, rules.join(", "), texts));
    }
    facts.push(fact(&super::WORDING, row.spellings.join(" · "), texts));
    let title = format!("{number} · {}", row.name());
    let pages: Vec<&Page> = [row.source]
        .into_iter()
        .chain(row.causes.iter().map(|claim| claim.source))
        .chain(row.all_fixes().map(|fix| fix.source))
        .collect();
    entry(&number, title, facts, &pages, texts)
}

fn cause(number: u8, row: Cause, texts: &Texts) -> ReferenceEntry {
    let note = row.note();
    let mut facts = vec![
        fact(&super::MEANING, texts.say(&note.text, &[]), texts),
        fact(&super::WHERE, texts.say(&note.place, &[]), texts),
    ];
    let look_up = CHECKS.iter().find(|check| check.cause == row);
    facts.extend(
        look_up.map(|check| fact(&super::DO, unfilled(&texts.say(&check.action, &[])), texts)),
    );
    ReferenceEntry {
        also: Some(row.id().to_owned()),
        ..entry(
            &number.to_string(),
            texts.say(&row.title(), &[]),
            facts,
            &[note.source],
            texts,
        )
    }
}

fn rule(row: &Rule, texts: &Texts) -> ReferenceEntry {
    let options = Options::default();
    let mut steps = Context::without_message(&options, 31).steps();
    let holes = vec![("name", Arg::from("…")), ("fill", Arg::from("…"))];
    steps.push(("add", Arg::Said(*idps::UNKNOWN.recipe.add, holes)));
    let weight = match row.severity {
        Severity::Error => &super::ERROR,
        Severity::Warning => &super::WARNING,
        Severity::Info => &super::NOTE,
    };
    let mut facts = vec![fact(&super::WEIGHT, texts.say(weight, &[]), texts)];
    let words = row.texts.iter().find_map(Text::words);
    let title = words.map(|words| unfilled(&texts.title(words, &steps)));
    if let Some(words) = words {
        let why = unfilled(&texts.why(words, &steps));
        facts.push(fact(&super::WHY, why, texts));
        facts.push(fact(&super::DO, unfilled(&texts.fix(words, &steps)), texts));
    }
    let title = title.unwrap_or_else(|| row.id.to_owned());
    entry(row.id, title, facts, &[row.source], texts)
}

/// One entry a name; who reads it are its facts.
fn attributes(texts: &Texts) -> Vec<ReferenceEntry> {
    let rows = || known_providers().flat_map(|sp| sp.attributes().map(move |row| (sp, row)));
    let mut names: Vec<&str> = vec![];
    for (_, row) in rows() {
        if !names.contains(&row.name) {
            names.push(row.name);
        }
    }
    let one = |name: &str| {
        let own: Vec<_> = rows().filter(|(_, row)| row.name == name).collect();
        let facts = own
            .iter()
            .map(|(sp, row)| fact(&sp.name(), demands(row, texts), texts));
        let pages = own.iter().flat_map(|(_, row)| match row.value.basis() {
            Basis::Partly(length, rest) => vec![row.source, length, rest],
            Basis::Page | Basis::Reading => vec![row.source],
        });
        let pages: Vec<&Page> = pages.collect();
        let label = own
            .first()
            .map(|(_, row)| texts.say(&row.label, &[]))
            .filter(|label| label.trim_matches('`') != name);
        let label = label.map_or(String::new(), |label| format!(" · {label}"));
        entry(
            name,
            format!("`{name}`{label}"),
            facts.collect(),
            &pages,
            texts,
        )
    };
    names.into_iter().map(one).collect()
}

fn demands(row: &Attribute, texts: &Texts) -> String {
    let need = match row.need {
        Need::Always | Need::Site => &super::IS_REQUIRED,
        Need::Recommended => &super::IS_RECOMMENDED,
        Need::Optional => &super::IS_OPTIONAL,
    };
    let many = |phrase: &Phrase, count: usize| texts.say(phrase, &[("count", count.into())]);
    let value = match row.value {
        Value::Text | Value::AtMost(usize::MAX) => None,
        Value::AtMost(count) => Some(many(&super::AT_MOST, count)),
        Value::UserName => Some(texts.say(&super::USER_NAME, &[])),
        Value::Email(usize::MAX) => Some(texts.say(&super::EMAIL, &[])),
        Value::Email(count) => Some(many(&super::EMAIL_AT_MOST, count)),
        Value::YesNo => Some(texts.say(&super::YES_NO, &[])),
        Value::Timestamp => Some(texts.say(&super::TIMESTAMP, &[])),
        Value::LikeAtMost(count) => Some(many(&super::AT_MOST, count)),
        Value::Country => Some(texts.say(&super::COUNTRY, &[])),
        Value::Count => Some(texts.say(&super::NUMBER, &[])),
        Value::Sessions => Some(texts.say(&super::SESSIONS, &[])),
    };
    let basis = match row.value.basis() {
        Basis::Page => None,
        Basis::Partly(..) => Some(&super::PARTLY),
        Basis::Reading => Some(&super::READING),
    };
    let said = |phrase: &Phrase| texts.say(phrase, &[]);
    let all = [Some(said(need)), value, basis.map(said), row.note.map(said)];
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn status(row: StatusId, texts: &Texts) -> ReferenceEntry {
    let table = row.row();
    let several = table.meanings.len() > 1;
    let mut facts = vec![];
    let mut pages = vec![];
    for meaning in table.meanings {
        let lists = meaning.generations.iter().map(|one| one.name());
        let lists: Vec<String> = lists.map(|name| texts.say(&name, &[])).collect();
        let mut add = |name: &Phrase, text: &Phrase| {
            let name = texts.say(name, &[]);
            facts.push(ReferenceFact {
                name: match several {
                    true => format!("{name} ({})", lists.join(", ")),
                    false => name,
                },
                text: texts.say(text, &[]),
            });
        };
        add(&super::MEANING, &meaning.meaning);
        add(&super::OF_31, &meaning.error31);
        add(&super::DO, &meaning.todo);
        pages.extend_from_slice(meaning.sources);
    }
    let name = texts.say(&table.name, &[]);
    let title = match name == row.label() {
        true => name,
        false => format!("{name} (**{}**)", row.label()),
    };
    entry(row.id(), title, facts, &pages, texts)
}

fn known_providers() -> impl Iterator<Item = ServiceProvider> {
    let all = ServiceProvider::ALL.into_iter();
    all.filter(|sp| *sp != ServiceProvider::Other)
}

fn service_provider(row: ServiceProvider, texts: &Texts) -> ReferenceEntry {
    let wire = |names: &mut dyn Iterator<Item = &str>| {
        names
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let answers = match row.has_code_31() {
        true => &super::ANSWERS_31,
        false => &super::NO_31,
    };
    let formats = row.name_id_formats();
    let formats = formats.map(|all| wire(&mut all.iter().copied()));
    let optional = wire(&mut row.optional().map(|one| one.name));
    let optional = match optional.is_empty() {
        true => texts.say(&super::ANY, &[]),
        false => optional,
    };
    let required = wire(&mut row.required().iter().map(|one| one.name));
    let facts = vec![
        fact(&super::OF_31, texts.say(answers, &[]), texts),
        fact(&super::ANSWERS, texts.say(row.answers(), &[]), texts),
        fact(&super::MANAGED, texts.say(row.managed(), &[]), texts),
        fact(&super::REQUIRED, required, texts),
        fact(&super::OPTIONAL, optional, texts),
        fact(
            &super::FORMATS,
            match formats {
                Some(formats) => format!("{formats}\n{}", texts.say(row.formats_note(), &[])),
                None => texts.say(row.formats_note(), &[]),
            },
            texts,
        ),
    ];
    let own = row.attributes().map(|one| one.source);
    let pages: Vec<&Page> = own.chain(row.sources().iter().copied()).collect();
    entry(row.id(), texts.say(&row.name(), &[]), facts, &pages, texts)
}

fn identity_provider(row: &IdentityProvider, texts: &Texts) -> ReferenceEntry {
    let mut facts = vec![];
    facts.extend(
        row.console
            .map(|console| fact(&super::CONSOLE, format!("**{console}**"), texts)),
    );
    if let Some(fills) = row.fills {
        let pairs = ["firstname", "lastname", "email", "uid"]
            .into_iter()
            .zip(fills);
        let lines = pairs.map(|(name, fill)| format!("`{name}`: **{fill}**"));
        let lines = lines.collect::<Vec<_>>().join("\n");
        facts.push(fact(&super::FILLED, lines, texts));
    }
    let name = ("name", Arg::from("firstname"));
    let fill = row.fills.map(|[first, ..]| ("fill", Arg::from(first)));
    if let Some(fill) = fill {
        let add = texts.say(row.recipe.add, &[name, fill]);
        facts.push(fact(&super::DO, add, texts));
    }
    let decrypt = texts.say(row.recipe.decrypt, &[]);
    facts.push(fact(&super::ENCRYPTION, decrypt, texts));
    entry(
        row.id.as_str(),
        row.name.to_owned(),
        facts,
        &[row.source],
        texts,
    )
}

/// A text without a message to fill it from: `…` for each placeholder, and no line that would be nothing else.
pub(crate) fn unfilled(text: &str) -> String {
    let mut parts = text.split("{ $");
    let mut open = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        open.push('…');
        open.push_str(part.split_once(" }").map_or(part, |(_, rest)| rest));
    }
    let says = |line: &&str| {
        let content = line.trim_start_matches("1. ");
        content.trim_matches(['\u{fff9}', '\u{fffb}', ' ']) != "…"
    };
    let begun = |line| str::strip_prefix(line, "… ").unwrap_or(line);
    open.lines()
        .filter(says)
        .map(begun)
        .collect::<Vec<_>>()
        .join("\n")
}
