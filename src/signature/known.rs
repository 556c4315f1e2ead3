//! The certificates in what an identity provider publishes: metadata, or a certificate as PEM, DER or bare base64.

use super::certificate::Certificate;
use super::read::{MAX_CERTIFICATE, certificate};
use crate::hash::HashSet;
use crate::namespaces::METADATA;
use crate::saml::SIGNATURE;
use crate::xml::{Element, Node};
use std::sync::Arc;

/// The most certificates that one message is held against.
pub const MAX_KNOWN: usize = 16;
const BEGIN: &str = "-----BEGIN CERTIFICATE-----";

/// A certificate as it was given: it is read where a message is held against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// DER.
    Bytes(Vec<u8>),
    /// Its base64, without what stands around and between.
    Text(Arc<str>),
}

/// A key that an identity provider signs with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningKey {
    /// Whether it signs messages, and not something else that the same entity does.
    pub is_of_provider: bool,
    /// Its certificate, and those of who issued it.
    pub certificates: Vec<Given>,
}

/// The certificates that a message is held against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// They, at most [`MAX_KNOWN`].
    pub certificates: Vec<Certificate>,
    /// How many more there are.
    pub left: usize,
}

impl Given {
    /// Base64, however it is dressed.
    pub fn of(text: &str) -> Self {
        let inside = text.split_once(BEGIN).map_or(text, |(_, rest)| rest);
        let inside = inside.split("-----").next().unwrap_or_default();
        let text: String = inside.split_ascii_whitespace().collect();
        Self::Text(text.into())
    }

    /// The certificate; `None` where it is none.
    pub fn read(&self) -> Option<Certificate> {
        match self {
            Self::Bytes(bytes) => Certificate::read(bytes),
            Self::Text(text) => certificate(text),
        }
    }
}

impl Known {
    /// Of what is given, each once: first those that the message brings along itself.
    pub fn of(given: &[Given], brought: &[Given]) -> Self {
        let mut certificates: Vec<Certificate> = vec![];
        let mut tried = 0;
        for first in [true, false] {
            for one in given.iter().filter(|one| brought.contains(one) == first) {
                if certificates.len() < MAX_KNOWN {
                    tried += 1;
                    let read = one.read();
                    certificates.extend(read.filter(|one| !certificates.contains(one)));
                }
            }
        }
        let left = given.len() - tried;
        Self { certificates, left }
    }

    /// Whether something is known, and all of it is here.
    pub(super) fn is_whole(&self) -> bool {
        self.left == 0 && !self.certificates.is_empty()
    }
}

/// Each text once.
pub fn once<'g>(given: impl Iterator<Item = &'g Given>) -> Vec<Given> {
    let mut seen: HashSet<&str> = HashSet::default();
    let mut all = vec![];
    for one in given {
        let is_new = match one {
            Given::Text(text) => seen.insert(text),
            Given::Bytes(_) => true,
        };
        if is_new {
            all.push(one.clone());
        }
    }
    all
}

/// The keys that an identity provider signs with, as its `EntityDescriptor` names them.
pub fn signing(entity: Element) -> Vec<SigningKey> {
    let roles = entity
        .elements()
        .filter(|e| !e.is(METADATA, "SPSSODescriptor"));
    let keys = roles.flat_map(|role| {
        let is_of_provider = role.is(METADATA, "IDPSSODescriptor");
        let keys = role.elements().filter(|e| e.is(METADATA, "KeyDescriptor"));
        keys.map(move |key| (key, is_of_provider))
    });
    let one = |(key, is_of_provider): (Element, bool)| SigningKey {
        is_of_provider,
        certificates: certificates(key),
    };
    keys.filter(|(key, _)| !encrypts(*key)).map(one).collect()
}

/// The certificates that stand in an element.
pub(crate) fn certificates(around: Element) -> Vec<Given> {
    let inside = around.descendants().filter_map(|node| match node {
        Node::Element(e) if e.is(SIGNATURE, "X509Certificate") => Some(e.text()),
        _ => None,
    });
    inside.map(|text| Given::of(&text)).collect()
}

fn encrypts(key: Element) -> bool {
    let used = key.attribute(None, "use");
    used.is_some_and(|used| used.value() == "encryption")
}

/// The certificates of a file that holds nothing else.
pub fn bare(bytes: &[u8]) -> Vec<Given> {
    if Certificate::read(bytes).is_some() {
        return vec![Given::Bytes(bytes.to_vec())];
    }
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let given: Vec<Given> = match text.split_once(BEGIN) {
        Some(_) => text.split(BEGIN).skip(1).map(Given::of).collect(),
        None if text.len() <= MAX_CERTIFICATE => vec![Given::of(text)],
        None => vec![],
    };
    match given.iter().any(|one| one.read().is_some()) {
        true => given,
        false => vec![],
    }
}
