//! Two messages held against each other, by meaning: a failing one and one that works.

mod shape;

pub use shape::{AttributeChange, Property, PropertyChange};

use crate::report::{
    CauseId, CauseVerdict, FieldState, Message, Report, RuleId, Severity, Verdict, unfilled,
};
use crate::rules::{self, misnamed_attribute};
use crate::text::{Arg, Args, Text, Texts, texts};
use serde::Serialize;
use shape::Shape;

/// Every text of a comparison.
pub(crate) const ALL_TEXTS: [&[Text]; 2] = [TEXTS, shape::TEXTS];

/// What differs between two messages; of the user and the values of attributes it holds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// What the difference comes to, in one sentence.
    pub title: String,
    /// The verdict on the first message.
    pub before: Verdict,
    /// The verdict on the second.
    pub after: Verdict,
    /// The causes whose verdict differs.
    pub causes: Vec<CauseChange>,
    /// The findings of both, in the order of what to do first.
    pub findings: Vec<FindingChange>,
    /// The fields that arrived differently.
    pub fields: Vec<FieldChange>,
    /// The attributes besides those fields that only one of them carries, or with another number of values.
    pub attributes: Vec<AttributeChange>,
    /// What else differs: who sends it, to whom, and how.
    pub properties: Vec<PropertyChange>,
    /// Whether both are about the same user; left out where one of them names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_user: Option<bool>,
}

/// A cause whose verdict differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CauseChange {
    /// Which cause.
    pub id: CauseId,
    /// The cause in a few words.
    pub title: String,
    /// What is known of it from the first message.
    pub before: CauseVerdict,
    /// What is known of it from the second.
    pub after: CauseVerdict,
}

/// A finding of one message or of both: one for each rule and field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FindingChange {
    /// Which rule.
    pub rule: RuleId,
    /// What the rule finds, where that can be said without a value of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The id of the field it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// How much it matters.
    pub severity: Severity,
    /// What became of it.
    pub change: Change,
    /// Its index among the diagnostics of the first message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u32>,
    /// Its index among the diagnostics of the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
}

/// What became of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Only in the first message.
    Gone,
    /// Only in the second.
    New,
    /// In both.
    Still,
}

/// A field that arrived differently; a state is left out where the message has no such field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// `username`, `firstname`, …
    pub id: String,
    /// Name for people.
    pub label: String,
    /// How it arrived in the first message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<FieldState>,
    /// How it arrived in the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<FieldState>,
}

texts! {
    SAME "compare-same" "In everything that Webex reads the two messages are the same.";
    GONE "compare-gone" "What explains error 31 in the first message is not in the second.";
    NEW "compare-new" "What explains error 31 in the second message is not in the first.";
    BOTH "compare-both" "The two messages differ, and both explain error 31.";
    MISMATCH "compare-mismatch" "Only one of the two signs somebody in: a request, metadata or another document can’t be compared with it.";
    NO_SIGN_IN "compare-no-sign-in" "Neither of the two signs somebody in, so there is nothing to compare.";
    BESIDE "compare-beside" "What Webex needs for the account is the same in both. They differ in what follows.";
    NEITHER "compare-neither" "The two messages differ, and in neither of them does the difference explain error 31.";
}

/// Compares two messages that were read with the same options; `language` is that of the reports.
pub fn compare(before: &Message, after: &Message, language: &str) -> Comparison {
    let texts = Texts::new(language);
    let [signs_in, other] = [before, after].map(|message| message.kind.signs_in());
    if !signs_in || !other {
        let title = if signs_in || other {
            &MISMATCH
        } else {
            &NO_SIGN_IN
        };
        return Comparison {
            title: texts.say(title, &[]),
            ..nothing(before, after, &texts)
        };
    }
    let [old, new] = [before, after].map(|message| Shape::of(&message.xml));
    let fields = fields(before, after);
    let mut attributes = old.attributes(&new);
    attributes.retain(|one| {
        fields
            .iter()
            .all(|field| !field.id.eq_ignore_ascii_case(&one.name))
    });
    let compared = Comparison {
        causes: causes(before, after),
        findings: findings(before, after, &texts),
        fields,
        attributes,
        properties: old.properties(&new, &texts),
        ..nothing(before, after, &texts)
    };
    let is_alike = compared.causes.is_empty()
        && compared.fields.is_empty()
        && compared
            .findings
            .iter()
            .all(|finding| finding.change == Change::Still);
    let is_same = compared.attributes.is_empty() && compared.properties.is_empty();
    let is_explained = |message: &Message| message.error31.verdict == Verdict::Explained;
    let title = match (is_explained(before), is_explained(after)) {
        _ if is_alike && is_same => &SAME,
        _ if is_alike => &BESIDE,
        (true, false) => &GONE,
        (false, true) => &NEW,
        (true, true) => &BOTH,
        (false, false) => &NEITHER,
    };
    Comparison {
        title: texts.say(title, &[]),
        ..compared
    }
}

/// Whether a message of this kind brings attributes of a user.
fn nothing(before: &Message, after: &Message, texts: &Texts) -> Comparison {
    let user = |message: &Message| Some(message.user.as_deref()?.trim().to_lowercase());
    Comparison {
        language: texts.language().to_owned(),
        title: String::new(),
        before: before.error31.verdict,
        after: after.error31.verdict,
        causes: vec![],
        findings: vec![],
        fields: vec![],
        attributes: vec![],
        properties: vec![],
        same_user: user(before)
            .zip(user(after))
            .map(|(one, other)| one == other),
    }
}

/// The message of a report that says most, by its rank.
pub fn telling(report: &Report) -> Option<&Message> {
    report.messages.iter().min_by_key(|message| message.rank)
}

fn causes(before: &Message, after: &Message) -> Vec<CauseChange> {
    let pairs = before.error31.causes.iter().zip(&after.error31.causes);
    pairs
        .filter(|(old, new)| old.verdict != new.verdict)
        .map(|(old, new)| CauseChange {
            id: old.id,
            title: new.title.clone(),
            before: old.verdict,
            after: new.verdict,
        })
        .collect()
}

fn findings(before: &Message, after: &Message, texts: &Texts) -> Vec<FindingChange> {
    let mut changes: Vec<FindingChange> = vec![];
    let both = [(before, true), (after, false)];
    for (message, is_before) in both {
        for (index, found) in message.diagnostics.iter().enumerate() {
            let index = u32::try_from(index).ok();
            let known = changes
                .iter_mut()
                .find(|change| change.rule == found.rule && change.field == found.field);
            match known {
                Some(change) if is_before || change.after.is_some() => {}
                Some(change) => {
                    change.after = index;
                    if change.before.is_some() {
                        change.change = Change::Still;
                    }
                }
                None => changes.push(FindingChange {
                    rule: found.rule,
                    title: title(found.rule, found.field.as_deref(), texts),
                    field: found.field.clone(),
                    severity: found.severity,
                    change: if is_before { Change::Gone } else { Change::New },
                    before: index.filter(|_| is_before),
                    after: index.filter(|_| !is_before),
                }),
            }
        }
    }
    changes
}

/// Of the message only the field is named, as Cisco names it.
fn title(rule: RuleId, field: Option<&str>, texts: &Texts) -> Option<String> {
    let rule = rules::all().find(|own| rule == own.id)?;
    let words = rule.texts.first()?.words()?;
    let name = field.map(|id| match id {
        "username" => "uid",
        id => id,
    });
    let key = match rule.id == misnamed_attribute::RULE.id {
        true => "expected",
        false => "name",
    };
    let args: Args = name
        .map(|name| (key, Arg::input(name)))
        .into_iter()
        .collect();
    Some(unfilled(&texts.title(words, &args)))
}

fn fields(before: &Message, after: &Message) -> Vec<FieldChange> {
    let state = |message: &Message, id: &str| {
        let field = message.fields.iter().find(|field| field.id == id);
        field.map(|field| field.state)
    };
    let only_after = after
        .fields
        .iter()
        .filter(|field| state(before, &field.id).is_none());
    let all = before.fields.iter().chain(only_after);
    all.map(|field| FieldChange {
        id: field.id.clone(),
        label: field.label.clone(),
        before: state(before, &field.id),
        after: state(after, &field.id),
    })
    .filter(|change| change.before != change.after)
    .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use crate::{Options, check};

    fn message(attributes: &str) -> Message {
        let xml = format!(
            r#"<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_1"><Subject><NameID>ana</NameID></Subject><AttributeStatement>{attributes}</AttributeStatement></Assertion>"#
        );
        telling(&check(xml.as_str(), &Options::default()))
            .unwrap()
            .clone()
    }

    const NAMES: &str = r#"<Attribute Name="firstname"><AttributeValue>Ana</AttributeValue></Attribute><Attribute Name="email"><AttributeValue>ana@adriasoft.example</AttributeValue></Attribute>"#;
    const LAST: &str =
        r#"<Attribute Name="lastname"><AttributeValue>Novak</AttributeValue></Attribute>"#;

    #[test]
    fn tells_what_is_gone_new_and_still_there() {
        let failing = message(&format!(r#"{NAMES}<Attribute Name="MemberStatus"/>"#));
        let working = message(&format!("{NAMES}{LAST}"));
        let found = compare(&failing, &working, "en");
        assert_eq!(found.title, GONE.english());
        assert_eq!(
            (found.before, found.after),
            (Verdict::Explained, Verdict::NotExplained)
        );
        let ids: Vec<_> = found.causes.iter().map(|cause| cause.id.id()).collect();
        assert_eq!(ids, ["member-status", "required-fields"]);
        let gone = |rule: &str| {
            let change = found.findings.iter().find(|change| change.rule == rule);
            change.map(|change| change.change)
        };
        assert_eq!(gone("member-status"), Some(Change::Gone));
        assert_eq!(gone("missing-attribute"), Some(Change::Gone));
        assert_eq!(gone("unsigned-message"), Some(Change::Still));
        let [field] = &found.fields[..] else {
            panic!("{:?}", found.fields)
        };
        assert_eq!(field.id, "lastname");
        assert_eq!(
            (field.before, field.after),
            (Some(FieldState::Missing), Some(FieldState::Ok))
        );
        assert_eq!(compare(&working, &failing, "en").title, NEW.english());
        assert_eq!(compare(&working, &working, "en").title, SAME.english());
        let json = serde_json::to_string(&found).unwrap();
        assert!(
            !json.contains("Ana") && !json.contains("adriasoft"),
            "{json}"
        );
    }
}
