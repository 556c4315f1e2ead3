//! The message as Webex reads it: who sent it, for whom, and what became of each field of the account.

mod fields;
mod misnaming;
mod spelling;
pub(crate) mod values;

pub use fields::{Carrier, Field, FieldState, Trouble};
pub(crate) use misnaming::latin_twin;
pub use misnaming::{How, Misnaming};

use crate::hash::HashSet;
use crate::instant::Instant;
use crate::options::Options;
use crate::saml::{Assertion, Attribute, Kind, Message, NameId, Text};
use crate::webex::idps::{self, IdentityProvider, Recognised};
use crate::webex::member_status;
use crate::webex::service_providers::{self, Because, ServiceProvider};

/// How much of the message can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// An assertion, in the clear.
    Full,
    /// The identity provider refused; what else the message holds does not count.
    FailedStatus,
    /// The assertion is encrypted.
    Encrypted,
    /// A response without an assertion.
    NoAssertion,
    /// Neither a response nor an assertion.
    OtherKind,
}

/// What was pasted instead of a whole message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excerpt {
    /// A whole attribute statement.
    Statement,
    /// Some attributes.
    Attributes,
    /// Names and values without XML.
    List,
}

impl Excerpt {
    fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Statement => Some(Self::Statement),
            Kind::Attributes => Some(Self::Attributes),
            Kind::AttributeList => Some(Self::List),
            _ => None,
        }
    }

    /// Whether an attribute that is not there may stand in what was left out.
    pub fn is_open(self) -> bool {
        self != Self::Statement
    }
}

/// One message, as Webex reads it.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The message.
    pub message: &'a Message,
    /// How much of it can be read.
    pub reading: Reading,
    /// What was pasted instead of a whole message.
    pub excerpt: Option<Excerpt>,
    /// The receiver.
    pub sp: ServiceProvider,
    /// What it was recognised by, and what else speaks for one, the strongest first; empty where it is assumed.
    pub sp_because: Vec<service_providers::Sign<'a>>,
    /// The Meetings site that the message names.
    pub site: Option<&'a str>,
    /// The sender.
    pub idp: &'static IdentityProvider,
    /// What it was recognised by, and what else speaks for one, the strongest first; empty where it was not recognised.
    pub idp_because: Vec<idps::Sign<'a>>,
    /// The issuer as it stands in the message; empty without one.
    pub issuer: &'a str,
    /// The assertion that is read: the first.
    pub assertion: Option<&'a Assertion>,
    /// Its attributes.
    pub attributes: Vec<&'a Attribute>,
    /// The fields of the account: the required ones, then the optional ones that the message carries.
    pub fields: Vec<Field<'a>>,
    /// Attributes that this receiver does not list.
    pub unlisted: Vec<&'a Attribute>,
    /// Attributes that are, or may be, Member Status, in any assertion of the message.
    pub member_status: Vec<(&'a Attribute, member_status::Match)>,
    /// The user that the message speaks of.
    pub user: Option<&'a str>,
    /// An e-mail address of the user, wherever it stands under its proper name.
    pub address: Option<&'a str>,
}

const SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";

impl<'a> Facts<'a> {
    /// Reads `message` with the tables of its receiver. `answered_by_messenger` tells that Webex Messenger's own answer
    /// stands in the same input.
    pub fn new(message: &'a Message, options: &'a Options, answered_by_messenger: bool) -> Self {
        let assertion = message.assertions.first();
        let attributes: Vec<_> = assertion.into_iter().flat_map(attributes_of).collect();
        let mut sp_because = service_providers::signs(&addresses(message), &audiences(assertion));
        let site = ServiceProvider::MeetingsSite;
        let is_site = sp_because.first().is_none_or(|(sp, _)| *sp == site);
        if answered_by_messenger && is_site {
            sp_because.insert(0, (ServiceProvider::Messenger, Because::Answer));
        }
        if let Some(sp) = options.service_provider {
            sp_because.insert(0, (sp, Because::Reader));
        }
        let sp = sp_because.first().map_or(site, |(sp, _)| *sp);
        let issuer = assertion.and_then(|a| a.issuer.as_ref());
        let issuer = issuer.or(message.response.as_ref().and_then(|r| r.issuer.as_ref()));
        let issuer = issuer.map_or("", |issuer| issuer.value.trim());
        let names = attributes.iter().map(|a| a.name.value.as_str());
        let mut idp_because = idps::signs(issuer, names);
        if let Some(idp) = options.identity_provider {
            idp_because.insert(0, (idp, Recognised::Reader));
        }
        let idp = idp_because.first().map_or(&idps::UNKNOWN, |(idp, _)| *idp);
        let reading = reading(message);
        let excerpt = Excerpt::of(message.kind);
        let fields = fields::read(assertion, &attributes, sp, options, reading, excerpt);
        let all = message.assertions.iter().flat_map(attributes_of);
        Self {
            message,
            reading,
            excerpt,
            sp,
            sp_because,
            site: addresses(message)
                .into_iter()
                .find_map(service_providers::site),
            idp,
            idp_because,
            issuer,
            assertion,
            user: user(assertion, &fields),
            address: fields::address(assertion, &attributes),
            unlisted: unlisted(&attributes, &fields, sp, options),
            member_status: all
                .filter_map(|a| Some((a, member_status_of(a, &options.member_status)?)))
                .collect(),
            attributes,
            fields,
        }
    }

    /// All names of the user by which an account can be looked up: NameID, user name and e-mail, each once.
    pub fn keys(&self) -> Vec<&'a str> {
        let name_id = self.name_id().filter(|name_id| !name_id.is_transient());
        let name_id = name_id.map(|name_id| name_id.text.value.as_str());
        let named = self
            .fields
            .iter()
            .filter(|f| matches!(f.id.as_str(), "username" | "email"));
        let mut keys: Vec<&str> = vec![];
        for key in name_id
            .into_iter()
            .chain(named.filter_map(|field| field.value))
        {
            let key = key.trim();
            if !values::is_blank(key) && !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// The value of a field that arrived as it should.
    pub fn usable(&self, id: &str) -> Option<&'a str> {
        let mut fields = self.fields.iter();
        let field = fields.find(|field| field.id == id && field.state == FieldState::Ok)?;
        field.value.map(str::trim)
    }

    /// The NameID of the assertion that is read.
    pub fn name_id(&self) -> Option<&'a NameId> {
        self.assertion?.name_id()
    }

    /// The classes of authentication of the assertion that is read, without those that are empty.
    pub fn classes(&self) -> impl Iterator<Item = &'a Text> {
        let statements = self.assertion.into_iter().flat_map(|a| &a.authn_statements);
        statements
            .filter_map(|statement| statement.class_ref.as_ref())
            .filter(|class| !values::is_blank(&class.value))
    }

    /// Whether one of them is in the site's list; `None` without a list.
    pub fn is_listed(&self, list: &[&str]) -> Option<bool> {
        let mut classes = self.classes();
        let is_listed = || classes.any(|class| list.contains(&class.value.as_str()));
        (!list.is_empty()).then(is_listed)
    }

    /// The code with which this receiver answers where a field does not arrive, if it is another than 31.
    pub fn code_without(&self, field: &Field) -> Option<u8> {
        (field.id == "username" && self.sp.has_code_31()).then_some(2)
    }

    /// When the assertion was issued.
    pub fn issued(&self) -> Option<Instant> {
        Instant::parse(self.assertion?.issue_instant.as_ref()?.value.trim())
    }

    /// All audiences and addresses that the message names.
    pub fn receivers(&self) -> Vec<&'a str> {
        let mut all = audiences(self.assertion);
        all.extend(addresses(self.message));
        all
    }

    /// The first audience that the message names.
    pub fn audience(&self) -> Option<&'a str> {
        audiences(self.assertion).first().copied()
    }

    /// The first audience, or the first address that the message names.
    pub fn addressee(&self) -> Option<&'a str> {
        self.audience()
            .or_else(|| addresses(self.message).first().copied())
    }
}

fn member_status_of(attribute: &Attribute, more: &[String]) -> Option<member_status::Match> {
    let friendly = attribute
        .friendly_name
        .as_ref()
        .map(|name| name.value.as_str());
    member_status::recognise(&attribute.name.value, friendly, more)
}

fn attributes_of(assertion: &Assertion) -> impl Iterator<Item = &Attribute> {
    assertion
        .attribute_statements
        .iter()
        .flat_map(|statement| &statement.attributes)
}

fn reading(message: &Message) -> Reading {
    match message.kind {
        Kind::Response | Kind::Assertion | Kind::EncryptedAssertion => {}
        kind if Excerpt::of(kind).is_some() => {}
        _ => return Reading::OtherKind,
    }
    let status = message
        .response
        .as_ref()
        .and_then(|response| response.status.as_ref());
    if status.is_some_and(|status| {
        status
            .codes
            .first()
            .is_some_and(|code| code.value != SUCCESS)
    }) {
        return Reading::FailedStatus;
    }
    match (
        message.assertions.is_empty(),
        message.encrypted_assertions.is_empty(),
    ) {
        (false, _) => Reading::Full,
        (true, false) => Reading::Encrypted,
        (true, true) => Reading::NoAssertion,
    }
}

fn addresses(message: &Message) -> Vec<&str> {
    let subjects = message
        .assertions
        .iter()
        .filter_map(|assertion| assertion.subject.as_ref());
    let recipients = subjects
        .flat_map(|s| &s.confirmations)
        .filter_map(|c| c.recipient.as_ref());
    let destination = message
        .response
        .as_ref()
        .and_then(|response| response.destination.as_ref());
    let all = recipients
        .chain(destination)
        .map(|located| located.value.trim());
    all.filter(|address| !address.is_empty()).collect()
}

fn audiences(assertion: Option<&Assertion>) -> Vec<&str> {
    let conditions = assertion.and_then(|assertion| assertion.conditions.as_ref());
    let all = conditions
        .into_iter()
        .flat_map(|c| c.audience_restrictions.iter().flatten());
    all.map(|audience| audience.value.trim())
        .filter(|audience| !audience.is_empty())
        .collect()
}

/// What an attribute is called where it is listed: one without a name by its element.
pub fn called(attribute: &Attribute) -> &str {
    let name = attribute.name.value.as_str();
    if name.trim().is_empty() {
        "<Attribute>"
    } else {
        name
    }
}

fn unlisted<'a>(
    attributes: &[&'a Attribute],
    fields: &[Field],
    sp: ServiceProvider,
    options: &Options,
) -> Vec<&'a Attribute> {
    if sp == ServiceProvider::ControlHub {
        return vec![];
    }
    let length = |name: &str| 1 << name.len().min(63);
    let rows: Vec<&str> = sp.attributes().map(|row| row.name).collect();
    let lengths = rows.iter().fold(0_u64, |all, row| all | length(row));
    let required = options.required.iter();
    let required: HashSet<String> = required.map(|name| name.to_ascii_lowercase()).collect();
    let listed = |name: &str| {
        lengths & length(name) != 0 && rows.iter().any(|row| row.eq_ignore_ascii_case(name))
            || !required.is_empty() && required.contains(&name.to_ascii_lowercase())
    };
    let holds_field =
        |attribute: &Attribute| fields.iter().any(|field| field.is_misnamed_as(attribute));
    let unlisted = attributes.iter().copied();
    unlisted
        .filter(|attribute| !listed(&attribute.name.value) && !holds_field(attribute))
        .collect()
}

fn user<'a>(assertion: Option<&'a Assertion>, fields: &[Field<'a>]) -> Option<&'a str> {
    let name_id = assertion.and_then(Assertion::name_id);
    let name_id = name_id
        .filter(|name_id| !name_id.is_transient())
        .map(|name_id| name_id.text.value.trim());
    let field = |id: &str| {
        fields
            .iter()
            .find(|field| field.id == id)
            .and_then(|field| field.value)
            .map(str::trim)
    };
    let seen = |value: &&str| !values::is_blank(value);
    name_id
        .filter(seen)
        .or_else(|| field("username").filter(seen))
        .or_else(|| field("email").filter(seen))
}
