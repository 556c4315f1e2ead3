//! A message without the person in it: made anew from its tree, with tokens for words.
//!
//! What is known to be harmless is written, everything else is not: an allow-list. The same word has the same token
//! over all messages that one [`Redactor`] has learnt.

mod allowed;
mod known;
mod places;
mod tokens;
mod writer;

pub use known::is_charset;

use crate::saml::{ASSERTION, SIGNATURE};
use crate::text::{Phrase, texts};
use crate::xml::{Document, Element, Node};
use serde::Serialize;
use std::collections::HashSet;
use tokens::Tokens;

/// What may be named after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Keep {
    /// The Webex site.
    pub site: bool,
    /// The identity provider's address and other hosts.
    pub tenant: bool,
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
            Self::Other => &OTHER,
        }
    }
}

/// Makes messages anew. All that is to have tokens in common is learnt first.
#[derive(Debug)]
pub struct Redactor {
    tokens: Tokens,
    keep: Keep,
    /// Values of attributes and users, whole.
    values: HashSet<String>,
    /// How often each kind was removed, in their order.
    removed: Vec<(Kind, u32)>,
}

impl Redactor {
    /// Knows nothing yet.
    pub fn new(keep: Keep) -> Self {
        Self {
            tokens: Tokens::default(),
            keep,
            values: HashSet::new(),
            removed: vec![],
        }
    }

    /// Remembers every word of a document.
    pub fn learn(&mut self, document: &Document) {
        for element in document.elements() {
            let is_value =
                element.is(ASSERTION, "AttributeValue") || element.is(ASSERTION, "NameID");
            if is_value {
                self.values.insert(folded(&element.text()));
            }
            if !SEALED.contains(&element.namespace().unwrap_or_default()) {
                self.learn_element(element);
            }
        }
    }

    fn learn_element(&mut self, element: Element) {
        self.tokens.learn(element.local_name());
        self.tokens.learn(element.namespace().unwrap_or_default());
        for attribute in element.attributes() {
            self.tokens.learn(&attribute.value());
        }
        let is_text = |node: Node| match node {
            Node::Text(leaf) => !leaf.value().trim().is_empty(),
            _ => false,
        };
        if element.children().any(is_text) {
            self.tokens.learn(&element.text());
        }
    }

    /// Remembers the words of a text that stands beside the documents.
    pub fn learn_text(&mut self, text: &str) {
        self.tokens.learn(text);
    }

    /// A text that stands beside the documents, with tokens for its words.
    pub fn words(&mut self, text: &str) -> String {
        self.tokens.replace(text)
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
            Some((other, count)) if *other == kind => *count += times,
            _ => self.removed.insert(at, (kind, times)),
        }
    }

    fn is_value(&self, text: &str) -> bool {
        !text.trim().is_empty() && self.values.contains(&folded(text))
    }
}

fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Namespaces of signatures and encryption: their base64 is never written, so its words need not be known.
const SEALED: [&str; 2] = [SIGNATURE, "http://www.w3.org/2001/04/xmlenc#"];
