//! A message without the person in it: made anew from its tree, with tokens for words.
//!
//! What is known to be harmless is written, everything else is not: an allow-list. The same word has the same token
//! over all messages that one [`Redactor`] has learnt.

mod addresses;
mod allowed;
mod asked;
mod known;
mod learnt;
mod names;
mod needs;
mod times;
mod tokens;
mod usual;
mod writer;

pub use known::{is_charset, is_name};
pub use tokens::REMOVED;

use crate::facts::{Facts, How};
use crate::hash::{HashMap, HashSet};
use crate::instant::Instant;
use crate::saml::{ASSERTION, PROTOCOL};
use crate::text::{Phrase, texts};
use crate::webex::names as other_names;
use crate::xml::{Document, Element};
use learnt::Learnt;
use serde::Serialize;
use times::Clock;
use tokens::Tokens;

/// What may be named after all. What is shared is still without the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Keep {
    /// The Webex site.
    pub site: bool,
    /// The identity provider's address and other hosts.
    pub tenant: bool,
    /// Times as they are, not only the minutes between them.
    pub times: bool,
    /// Names of attributes that are in no table.
    pub names: bool,
}

impl Keep {
    /// Everything that may be shared.
    pub const ALL: Self = Self {
        site: true,
        tenant: true,
        times: true,
        names: true,
    };

    /// What is shared, in words.
    pub fn shared(self) -> impl Iterator<Item = &'static Phrase> {
        let all = [
            (self.site, &SITE),
            (self.tenant, &TENANT),
            (self.times, &TIMES),
            (self.names, &NAMES),
        ];
        all.into_iter()
            .filter(|(keeps, _)| *keeps)
            .map(|(_, what)| what)
    }
}

/// A kind of what is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The user of the subject.
    User,
    /// Values of attributes.
    Value,
    /// Names of hosts, tenants and sites.
    Address,
    /// Parts of attributes' names.
    Name,
    /// Numbers of messages and sessions.
    Id,
    /// Signatures with their certificates.
    Signature,
    /// Encrypted parts.
    Encrypted,
    /// Addresses of computers.
    Network,
    /// What the identity provider wrote about a refusal.
    Text,
    /// Comments.
    Comment,
    /// Times: only the minutes between them are told.
    Time,
    /// Anything else that no finding needs.
    Other,
}

texts! {
    USER "removed-user" "Names of users";
    VALUE "removed-value" "Values of attributes";
    ADDRESS "removed-address" "Hosts, tenants and sites";
    NAME "removed-name" "Parts of attribute names";
    ID "removed-id" "IDs of messages and sessions";
    SEALED_BY "removed-signature" "Signatures with certificates";
    ENCRYPTED "removed-encrypted" "Encrypted parts";
    NETWORK "removed-network" "IP addresses";
    TEXT "removed-text" "Texts of the identity provider";
    COMMENT "removed-comment" "Comments";
    TIME "removed-time" "Times";
    SITE "shared-site" "the Webex site";
    TENANT "shared-tenant" "hosts and the identity provider’s address";
    TIMES "shared-times" "times";
    NAMES "shared-names" "attribute names that are in no table";
    OTHER "removed-other" "Other parts that no finding needs";
}

impl Kind {
    /// The kind in words.
    pub fn label(self) -> &'static Phrase {
        match self {
            Self::User => &USER,
            Self::Value => &VALUE,
            Self::Address => &ADDRESS,
            Self::Name => &NAME,
            Self::Id => &ID,
            Self::Signature => &SEALED_BY,
            Self::Encrypted => &ENCRYPTED,
            Self::Network => &NETWORK,
            Self::Text => &TEXT,
            Self::Comment => &COMMENT,
            Self::Time => &TIME,
            Self::Other => &OTHER,
        }
    }
}

/// Makes messages anew. All that is to be found again is learnt first.
#[derive(Debug, Default)]
pub struct Redactor {
    tokens: Tokens,
    keep: Keep,
    /// Words of values, users and hosts: they stand in no name of an attribute.
    learnt: Learnt,
    /// Words of users: they stand nowhere.
    people: Learnt,
    /// Names that are a slip for one that Webex reads.
    slips: HashSet<String>,
    /// Names of attributes, and what is written for them.
    told: HashMap<String, String>,
    /// Where the times of this message are counted from.
    clock: Option<Clock>,
    /// What the first clock counts from.
    first: Option<i64>,
    /// When what is written was issued, as it was and moved.
    issued: Option<(Instant, Instant)>,
    /// How often each kind was removed, in their order.
    removed: Vec<(Kind, u32)>,
}

impl Redactor {
    /// Knows nothing yet.
    pub fn new(keep: Keep) -> Self {
        Self {
            keep,
            ..Self::default()
        }
    }

    /// Remembers who and what a document is about.
    pub fn learn<'d>(&mut self, document: &'d Document) {
        // Many values stand under one name.
        let mut last: Option<(Element<'d>, bool)> = None;
        let mut names_user = |around: Element<'d>| match last {
            Some((known, names)) if known == around => names,
            _ => last.insert((around, names_user(around))).1,
        };
        for element in document.elements() {
            match (element.namespace(), element.local_name()) {
                (Some(ASSERTION), "NameID" | "BaseID") => self.learn_user(&element.text()),
                (Some(ASSERTION), "AttributeValue") => {
                    match element.parent().is_some_and(&mut names_user) {
                        true => self.learn_user(&element.text()),
                        false => self.learnt.learn(&element.text()),
                    }
                }
                (Some(ASSERTION), "Issuer" | "Audience") => self.learn_address(&element.text()),
                (Some(PROTOCOL), "Response") => self.learn_attribute(element, "Destination"),
                (Some(ASSERTION), "SubjectConfirmationData") => {
                    self.learn_attribute(element, "Recipient");
                }
                _ => {}
            }
        }
    }

    /// Remembers an address that belongs to a message.
    pub fn learn_address(&mut self, address: &str) {
        let words = address.split(|c: char| !c.is_alphanumeric() && c != '-');
        let own = words.filter(|word| !known::is_path_part(word) && !COMMON.contains(word));
        own.for_each(|word| self.learnt.learn(word));
    }

    /// Remembers a name of a user.
    pub fn learn_user(&mut self, name: &str) {
        self.people.learn_user(name);
        self.learnt.learn_user(name);
        self.learnt.learn(name);
    }

    /// Remembers a text that stands beside the documents.
    pub fn learn_text(&mut self, text: &str) {
        self.learnt.learn(text);
    }

    fn learn_attribute(&mut self, element: Element, name: &str) {
        if let Some(found) = element.attribute(None, name) {
            self.learn_address(&found.value());
        }
    }

    /// Remembers which names findings are about though they are in no table.
    fn learn_slips(&mut self, facts: &Facts) {
        let slips = facts.fields.iter().filter_map(|field| field.misnaming);
        let slips = slips.filter(|misnaming| misnaming.how == How::Typo);
        self.told.clear();
        self.slips
            .extend(slips.map(|misnaming| misnaming.attribute.name.value.clone()));
    }

    /// Acts with another one, which has learnt the same and written nothing.
    pub fn afresh<T>(&mut self, keep: Keep, act: impl FnOnce(&mut Self) -> T) -> T {
        let mut other = Self::new(keep);
        std::mem::swap(&mut self.learnt, &mut other.learnt);
        std::mem::swap(&mut self.people, &mut other.people);
        let acted = act(&mut other);
        std::mem::swap(&mut self.learnt, &mut other.learnt);
        std::mem::swap(&mut self.people, &mut other.people);
        acted
    }

    /// What was removed so far, and how often.
    pub fn removed(&self) -> &[(Kind, u32)] {
        &self.removed
    }

    fn count(&mut self, kind: Kind, times: usize) {
        let times = u32::try_from(times).unwrap_or(u32::MAX);
        if times == 0 {
            return;
        }
        let at = self.removed.partition_point(|(other, _)| *other < kind);
        match self.removed.get_mut(at) {
            Some((other, count)) if *other == kind => *count = count.saturating_add(times),
            _ => self.removed.insert(at, (kind, times)),
        }
    }
}

/// Whether an attribute has a name that is given to parts of a user's name.
fn names_user(attribute: Element) -> bool {
    let Some(name) = attribute.attribute(None, "Name") else {
        return false;
    };
    let name = name.value();
    let last = name.rsplit(['/', '#', ':']).next().unwrap_or_default();
    let folded = crate::chars::fold::name(last);
    matches!(
        folded.as_str(),
        "uid" | "firstname" | "lastname" | "email" | "displayname"
    ) || other_names::is_one(&folded)
        || other_names::is_one(&name.to_lowercase())
}

/// Words of addresses that tell nobody.
const COMMON: &[&str] = &[
    "http", "https", "www", "com", "net", "org", "webex", "saml", "idp", "sso", "login", "adfs",
    "services", "trust", "auth", "realms", "metadata", "example", "entity", "urn",
];
