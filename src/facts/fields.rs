//! What became of each field of the account.

use super::misnaming::{self, How, Misnaming};
use super::spelling::Spellings;
use super::values::{is_blank, is_email, trouble};
use super::{Excerpt, Reading};
use crate::diagnostic::Span;
use crate::options::Options;
use crate::saml::{Assertion, Attribute, AttributeValue, NameId};
use crate::text::Phrase;
use crate::webex::ServiceProvider;
use crate::webex::attributes::{self, Need, Value};
use crate::webex::pages::Page;
use serde::Serialize;
use std::cell::OnceCell;

pub use super::values::Trouble;

/// How a field arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum FieldState {
    /// There, under a name that Webex reads.
    Ok,
    /// Not there.
    Missing,
    /// There, without a visible character.
    Empty,
    /// There, under a name that Webex does not read.
    Misnamed,
    /// There more than once.
    Duplicate,
    /// There, with a value that Webex may refuse.
    Invalid,
    /// Can't be seen: encrypted, failed status, refused XML.
    Unseen,
}

/// Where a field was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier<'a> {
    /// The NameID of the subject.
    NameId(&'a NameId),
    /// An attribute.
    Attribute(&'a Attribute),
}

/// One field of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// `username`, `firstname`, `lastname`, `email`, or the attribute's name in lower case.
    pub id: String,
    /// The name that Webex reads.
    pub name: &'a str,
    /// The name for people; `None` for a field that only the reader knows.
    pub label: Option<Phrase>,
    /// Whether the account can be made without it.
    pub need: Need,
    /// The page that lists it; `None` for a field that only the reader knows.
    pub source: Option<&'static Page>,
    /// How it arrived.
    pub state: FieldState,
    /// Where it was read from.
    pub from: Option<Carrier<'a>>,
    /// Its value, or the first of several.
    pub value: Option<&'a str>,
    /// What is unusual about the value, or what Webex may refuse.
    pub trouble: Option<Trouble>,
    /// The attribute that most likely holds it, where none has the exact name.
    pub misnaming: Option<Misnaming<'a>>,
    /// An attribute whose name may mean it, and may mean something else, where nothing better is there.
    pub hint: Option<&'a Attribute>,
}

impl Field<'_> {
    /// Its place: the name of the attribute, or the value of the NameID.
    pub fn span(&self) -> Option<Span> {
        match self.from? {
            Carrier::NameId(name_id) => Some(name_id.text.span),
            Carrier::Attribute(attribute) => Some(attribute.name.span),
        }
    }

    /// Whether Webex does not get it: missing, empty, or under a name that differs in more than case.
    pub fn is_lacking(&self) -> bool {
        match self.state {
            FieldState::Missing | FieldState::Empty => true,
            FieldState::Misnamed => self
                .misnaming
                .is_none_or(|misnaming| misnaming.how != How::Case),
            _ => false,
        }
    }

    /// Whether `attribute` most likely holds it under a wrong name.
    pub fn is_misnamed_as(&self, attribute: &Attribute) -> bool {
        self.misnaming
            .is_some_and(|misnaming| std::ptr::eq(misnaming.attribute, attribute))
    }

    /// Whether it is open what Webex makes of it.
    pub fn is_doubtful(&self) -> bool {
        match self.state {
            FieldState::Duplicate | FieldState::Invalid => true,
            FieldState::Misnamed => !self.is_lacking(),
            _ => false,
        }
    }

    /// Whether an account can't be made without it.
    pub fn is_required(&self) -> bool {
        matches!(self.need, Need::Always | Need::Site)
    }
}

/// The required fields of `sp`, those that the reader named, then the optional ones that are there.
pub fn read<'a>(
    assertion: Option<&'a Assertion>,
    attributes: &[&'a Attribute],
    sp: ServiceProvider,
    options: &'a Options,
    reading: Reading,
    excerpt: Option<Excerpt>,
) -> Vec<Field<'a>> {
    if reading == Reading::OtherKind {
        return vec![];
    }
    let optional: Vec<_> = sp.optional().collect();
    let required = sp.required();
    let listed = required
        .iter()
        .chain(optional.iter().copied())
        .map(|row| row.name);
    let listed: Vec<_> = listed
        .chain(options.required.iter().map(|name| name.trim()))
        .collect();
    let search = Search {
        attributes,
        listed,
        spellings: OnceCell::new(),
        address: address(assertion, attributes),
    };
    let mut fields: Vec<Field> = required
        .iter()
        .map(|row| search.row(row, row.need))
        .collect();
    for name in options
        .required
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
    {
        if fields.iter().any(|field| field.name == name) {
            continue;
        }
        fields.push(match optional.iter().find(|row| row.name == name) {
            Some(row) => search.row(row, Need::Site),
            None => search.field(name, None, Need::Site, Value::Text),
        });
    }
    for row in optional {
        let is_there = |a: &&Attribute| a.name.value.eq_ignore_ascii_case(row.name);
        if attributes.iter().any(is_there) && !fields.iter().any(|field| field.name == row.name) {
            fields.push(search.row(row, row.need));
        }
    }
    let name_id = assertion.and_then(Assertion::name_id);
    if let (Some(field), true) = (fields.first_mut(), sp != ServiceProvider::ControlHub) {
        username(field, name_id);
    }
    hide_unseen(&mut fields, assertion, reading);
    let lacks_name =
        |field: &&mut Field| field.id == "username" && field.state == FieldState::Missing;
    if let Some(field) = fields
        .iter_mut()
        .find(lacks_name)
        .filter(|_| excerpt.is_some())
    {
        field.state = FieldState::Unseen;
    }
    fields
}

/// An e-mail address of the user, wherever it stands under its proper name.
pub fn address<'a>(
    assertion: Option<&'a Assertion>,
    attributes: &[&'a Attribute],
) -> Option<&'a str> {
    let named = attributes
        .iter()
        .filter(|a| matches!(a.name.value.as_str(), "email" | "uid"));
    let values = named
        .filter_map(|a| a.values.first())
        .map(|value| value.text.value.as_str());
    let name_id = assertion
        .and_then(Assertion::name_id)
        .map(|name_id| name_id.text.value.as_str());
    name_id
        .into_iter()
        .chain(values)
        .map(str::trim)
        .find(|value| is_email(value))
}

/// The attributes of one message, and what is known about their names.
struct Search<'a, 's> {
    attributes: &'s [&'a Attribute],
    /// The names that the receiver knows.
    listed: Vec<&'a str>,
    /// Taken apart where a field is not there under its own name.
    spellings: OnceCell<Spellings<'a>>,
    address: Option<&'a str>,
}

impl<'a> Search<'a, '_> {
    fn spellings(&self) -> &Spellings<'a> {
        let take_apart = || Spellings::of(self.attributes, &self.listed);
        self.spellings.get_or_init(take_apart)
    }

    fn row(&self, row: &'static attributes::Attribute, need: Need) -> Field<'a> {
        let mut field = self.field(row.name, Some(row.label), need, row.value);
        field.source = Some(row.source);
        if row.need == Need::Always && row.name == "uid" {
            field.id = "username".to_owned();
        }
        field
    }

    fn field(&self, name: &'a str, label: Option<Phrase>, need: Need, shape: Value) -> Field<'a> {
        let exact: Vec<_> = self
            .attributes
            .iter()
            .copied()
            .filter(|a| a.name.value == name)
            .collect();
        let mut field = Field {
            id: name.to_lowercase(),
            name,
            label,
            need,
            source: None,
            state: FieldState::Missing,
            from: None,
            value: None,
            trouble: None,
            misnaming: None,
            hint: None,
        };
        match exact.as_slice() {
            [] => {
                field.misnaming = misnaming::find(self.spellings(), name, self.address);
                if field.misnaming.is_none() {
                    field.hint = misnaming::hint(self.spellings(), name, self.address);
                }
                if let Some(found) = field.misnaming.filter(|found| found.how != How::Value) {
                    field.state = FieldState::Misnamed;
                    field.from = Some(Carrier::Attribute(found.attribute));
                    field.value = found
                        .attribute
                        .values
                        .first()
                        .map(|value| value.text.value.as_str());
                }
            }
            [first, rest @ ..] => {
                let all: Vec<&AttributeValue> = exact.iter().flat_map(|a| &a.values).collect();
                field.from = Some(Carrier::Attribute(first));
                field.value = all.first().map(|value| value.text.value.as_str());
                (field.state, field.trouble) = match all.as_slice() {
                    [] => (FieldState::Empty, None),
                    [_, _, ..] => (FieldState::Duplicate, None),
                    _ if !rest.is_empty() => (FieldState::Duplicate, None),
                    [one] => state(one, shape),
                };
            }
        }
        field
    }
}

fn state(value: &AttributeValue, shape: Value) -> (FieldState, Option<Trouble>) {
    if value.text.has_elements {
        return (FieldState::Invalid, Some(Trouble::Elements));
    }
    if value.nil || is_blank(&value.text.value) {
        return (FieldState::Empty, None);
    }
    judged(&value.text.value, shape)
}

/// Unusual characters of a user name are worth a note and decide nothing: no page of Cisco's forbids them.
fn judged(value: &str, shape: Value) -> (FieldState, Option<Trouble>) {
    match trouble(value, shape) {
        Some(Trouble::Characters) => (FieldState::Ok, Some(Trouble::Characters)),
        Some(trouble) => (FieldState::Invalid, Some(trouble)),
        None => (FieldState::Ok, None),
    }
}

/// Cisco's pages disagree whether the user name is the NameID or `uid`: either will do (domain fact K1).
fn username<'a>(field: &mut Field<'a>, name_id: Option<&'a NameId>) {
    let Some(name_id) = name_id else { return };
    let value = name_id.text.value.trim();
    let stands_in = matches!(
        field.state,
        FieldState::Missing | FieldState::Empty | FieldState::Misnamed
    );
    if !stands_in || (is_blank(value) && field.state != FieldState::Missing) {
        return;
    }
    field.from = Some(Carrier::NameId(name_id));
    field.value = Some(value);
    (field.state, field.trouble) = if name_id.text.has_elements {
        (FieldState::Invalid, Some(Trouble::Elements))
    } else if is_blank(value) {
        (FieldState::Empty, None)
    } else if name_id.is_transient() {
        (FieldState::Invalid, Some(Trouble::Transient))
    } else {
        judged(value, Value::UserName)
    };
}

/// What encryption or a failed status hides is unseen, never missing.
fn hide_unseen(fields: &mut [Field], assertion: Option<&Assertion>, reading: Reading) {
    let statements = assertion.into_iter().flat_map(|a| &a.attribute_statements);
    let encrypted_attribute = statements
        .flat_map(|s| &s.encrypted_attributes)
        .next()
        .is_some();
    let encrypted_id = assertion
        .and_then(|a| a.subject.as_ref()?.encrypted_id)
        .is_some();
    for field in fields
        .iter_mut()
        .filter(|field| field.state == FieldState::Missing)
    {
        let hidden = encrypted_attribute || (encrypted_id && field.id == "username");
        if assertion.is_none() || reading == Reading::FailedStatus || hidden {
            field.state = FieldState::Unseen;
        }
    }
}
