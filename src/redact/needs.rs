//! What findings need of each value: what is wrong with it, and who is who; nothing else of it is written.

use super::tokens::Tokens;
use super::{REMOVED, Redactor};
use crate::facts::values::{GUEST, YES_NO, is_blank, is_email, is_guest};
use crate::facts::{Carrier, Facts, Field, FieldState, How, Trouble};
use crate::hash::HashMap;
use crate::saml::{Attribute, AttributeValue, NameId};
use crate::webex::ServiceProvider;
use crate::webex::member_status::Match;

/// A value, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Its text.
    pub text: String,
    /// Whether it says of itself that there is none.
    pub nil: bool,
    /// Whether elements stand in it.
    pub elements: bool,
    /// Whether comments do.
    pub comments: bool,
}

impl Written {
    fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// What stands for a value that no finding is about.
    pub fn unread() -> Self {
        Self::new(REMOVED)
    }
}

/// What is written of a message's values, by the places where the start tags begin.
#[derive(Debug, Default)]
pub struct Needs {
    name_id: Option<(usize, Written)>,
    attributes: HashMap<usize, Vec<Written>>,
}

impl Needs {
    /// What the findings about these facts need.
    pub fn of(facts: &Facts, tokens: &mut Tokens) -> Self {
        let by_value = facts.fields.iter().filter_map(|field| {
            let misnaming = field.misnaming.filter(|found| found.how == How::Value)?;
            Some((field.id.as_str(), misnaming.attribute))
        });
        let by_value: Vec<_> = by_value.collect();
        let mut writer = Writer {
            tokens,
            is_spelled: !by_value.is_empty(),
            is_server: facts.sp == ServiceProvider::MeetingsServer,
        };
        let mut needs = Self::default();
        let subject = facts.assertion.and_then(|a| a.subject.as_ref());
        if let Some(name_id) = subject.and_then(|subject| subject.name_id.as_ref()) {
            let written = writer.name_id(name_id, facts);
            needs.name_id = Some((name_id.span.start, written));
        }
        let mut by_name: HashMap<&str, Vec<&Attribute>> = HashMap::default();
        for attribute in &facts.attributes {
            let same = by_name.entry(attribute.name.value.as_str()).or_default();
            same.push(attribute);
        }
        for field in &facts.fields {
            let carrier = match field.from {
                Some(Carrier::Attribute(attribute)) => attribute.name.value.as_str(),
                _ => field.name,
            };
            for attribute in by_name.get(carrier).into_iter().flatten() {
                let written = writer.values(field, attribute);
                needs.attributes.insert(attribute.span.start, written);
            }
        }
        let number = facts
            .address
            .map_or(1, |address| writer.tokens.user(address));
        for (id, attribute) in by_value {
            let text = match id {
                "firstname" => spelled("first", number),
                "lastname" => spelled("last", number),
                _ => ADDRESS.to_owned(),
            };
            needs
                .attributes
                .insert(attribute.span.start, vec![Written::new(text)]);
        }
        let commented = facts.attributes.iter().filter(|attribute| {
            let mut values = attribute.values.iter();
            values.any(|value| !value.text.comments.is_empty())
        });
        for attribute in commented {
            let written = needs.attributes.entry(attribute.span.start);
            let written = written.or_insert_with(|| vec![Written::unread()]);
            let is_told = written.iter().any(|value| value.comments);
            if let Some(first) = written.first_mut() {
                first.comments |= !is_told;
            }
        }
        needs
    }

    /// The NameID whose start tag begins here.
    pub fn name_id(&self, start: usize) -> Written {
        match &self.name_id {
            Some((at, written)) if *at == start => written.clone(),
            _ => Written::unread(),
        }
    }

    /// The values of the attribute whose start tag begins here.
    pub fn values(&self, start: usize) -> Vec<Written> {
        let values = self.attributes.get(&start).cloned();
        values.unwrap_or_else(|| vec![Written::unread()])
    }
}

impl Redactor {
    /// What the user of a message is called in it.
    pub fn user(&mut self, facts: &Facts) -> Option<String> {
        let user = facts.user?;
        let needs = Needs::of(facts, &mut self.tokens);
        let is_name_id = |written: &&(usize, Written)| !written.1.text.is_empty();
        let name_id = needs.name_id.as_ref().filter(is_name_id);
        let carried = facts.fields.iter().filter_map(|field| match field.from {
            Some(Carrier::Attribute(attribute)) if field.value.map(str::trim) == Some(user) => {
                needs.attributes.get(&attribute.span.start)?.first()
            }
            _ => None,
        });
        let carried = carried.map(|written| written.text.clone()).next();
        name_id.map(|(_, written)| written.text.clone()).or(carried)
    }

    /// The names that the caller counts as Member Status, as far as the message has them.
    pub fn member_status(&mut self, facts: &Facts) -> Vec<String> {
        let given = facts.member_status.iter();
        let given = given.filter(|(_, how)| *how != Match::Possible);
        let names = given.flat_map(|(attribute, _)| {
            let friendly = attribute.friendly_name.as_ref();
            [Some(&attribute.name), friendly].into_iter().flatten()
        });
        let names: Vec<String> = names.map(|name| self.name(&name.value)).collect();
        let is_seen = |name: &String| name.chars().any(char::is_alphanumeric);
        names.into_iter().filter(is_seen).collect()
    }
}

/// Stands for an e-mail address.
const ADDRESS: &str = "removed@removed.example";

/// A character that no user name may have.
const STRANGE: char = 'é';

struct Writer<'t> {
    tokens: &'t mut Tokens,
    /// Whether a finding compares names with the parts of the address.
    is_spelled: bool,
    /// Whether the receiver compares the user name with the address.
    is_server: bool,
}

impl Writer<'_> {
    fn name_id(&mut self, name_id: &NameId, facts: &Facts) -> Written {
        let is_this = |field: &&Field| matches!(field.from, Some(Carrier::NameId(_)));
        let carried = facts.fields.iter().find(is_this);
        let value = name_id.text.value.trim();
        let text = if is_blank(value) {
            String::new()
        } else {
            let is_same = |field: &&Field| {
                field.id == "username" && field.value.map(str::trim) == Some(value)
            };
            let same = facts.fields.iter().find(is_same);
            let same = same.and_then(|field| field.trouble);
            let trouble = carried
                .and_then(|field| field.trouble)
                .or(same.filter(|trouble| *trouble == Trouble::Characters));
            troubled(self.user(value), trouble)
        };
        Written {
            text: formatted(text, name_id.text.reformatted),
            nil: false,
            elements: name_id.text.has_elements,
            comments: !name_id.text.comments.is_empty(),
        }
    }

    /// How often a value comes is told only where that is the finding.
    fn values(&mut self, field: &Field, attribute: &Attribute) -> Vec<Written> {
        let values = attribute.values.iter();
        match field.state {
            FieldState::Duplicate => values.map(|value| self.value(field, value)).collect(),
            _ => values
                .take(1)
                .map(|value| self.value(field, value))
                .collect(),
        }
    }

    fn value(&mut self, field: &Field, value: &AttributeValue) -> Written {
        let text = value.text.value.as_str();
        let is_empty = value.nil || (is_blank(text) && !value.text.has_elements);
        Written {
            text: match is_empty {
                true => String::new(),
                false => formatted(self.text(field, text), value.text.reformatted),
            },
            nil: value.nil,
            elements: value.text.has_elements,
            comments: !value.text.comments.is_empty(),
        }
    }

    fn text(&mut self, field: &Field, value: &str) -> String {
        let is_fine = field.trouble.is_none();
        let text = match field.id.as_str() {
            "username" => self.user(value),
            "email" if is_email(value.trim()) => self.email(value),
            "isocountry" if is_fine => "ZZ".to_owned(),
            "as" | "ac" if is_fine => "1".to_owned(),
            "mt" | "st" if is_fine => "<1>".to_owned(),
            "updatetimestamp" if is_fine => "2000-01-01T00:00:00Z".to_owned(),
            "isattendeerole" if YES_NO.contains(&value) => {
                let is_yes = value.starts_with(['T', 't', 'Y', 'y']);
                is_yes.to_string()
            }
            _ => REMOVED.to_owned(),
        };
        match (field.state, field.trouble) {
            (FieldState::Invalid, _) | (_, Some(Trouble::Characters)) => {
                troubled(text, field.trouble)
            }
            _ => text,
        }
    }

    fn user(&mut self, value: &str) -> String {
        let number = self.tokens.user(value);
        if is_guest(value) {
            format!("user-{number}{GUEST}")
        } else if is_email(value.trim()) && (self.is_spelled || self.is_server) {
            self.address(number)
        } else {
            format!("user-{number}")
        }
    }

    fn email(&mut self, value: &str) -> String {
        if is_guest(value) {
            format!("removed{GUEST}@removed.example")
        } else if self.is_spelled || self.is_server {
            let number = self.tokens.user(value);
            self.address(number)
        } else {
            ADDRESS.to_owned()
        }
    }

    fn address(&self, number: usize) -> String {
        let own = match self.is_spelled {
            true => [spelled("first", number), spelled("last", number)].join("."),
            false => format!("user-{number}"),
        };
        format!("{own}@removed.example")
    }
}

/// The text on a line of its own, where a formatter put the value on one.
fn formatted(text: String, is_reformatted: bool) -> String {
    match is_reformatted {
        true => format!("\n{text}"),
        false => text,
    }
}

fn spelled(word: &str, number: usize) -> String {
    match number {
        1 => word.to_owned(),
        _ => format!("{word}{number}"),
    }
}

/// The least text that has the same wrong with it.
fn troubled(text: String, trouble: Option<Trouble>) -> String {
    match trouble {
        None | Some(Trouble::Transient) => text,
        Some(Trouble::Masked) => "***".to_owned(),
        Some(Trouble::Expression) => "user.field".to_owned(),
        Some(Trouble::TooLong(limit) | Trouble::LikelyTooLong(limit)) => {
            format!("{text:x<width$}", width = limit + 1)
        }
        Some(Trouble::Characters) if is_guest(&text) => text,
        Some(Trouble::Characters) => format!("{text}{STRANGE}"),
        Some(Trouble::Padded) => format!(" {text}"),
        Some(
            Trouble::Email
            | Trouble::YesNo
            | Trouble::Timestamp
            | Trouble::Country
            | Trouble::Count
            | Trouble::Sessions
            | Trouble::Elements,
        ) => REMOVED.to_owned(),
    }
}
