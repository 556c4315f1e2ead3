//! What a message is held against, without names: the request that it answers, and what others publish of themselves. Both
//! are written as the message is, so that what differs there differs here too.

use super::Redactor;
use crate::address;
use crate::facts::Facts;
use crate::metadata::{Entity, Role};
use crate::saml::AuthnRequest;

/// How a context is compared, as SAML core 3.3.2.2.1 has it.
const COMPARISONS: [&str; 4] = ["exact", "minimum", "maximum", "better"];

/// Behind what would be written as something of the message that it isn't.
const APART: &str = "#other";

/// Makes what is shared of a text.
type Write = fn(&mut Redactor, &str) -> String;

/// What a message says, as far as others say the same.
struct Own<'a> {
    receivers: Vec<&'a str>,
    issuer: Option<&'a str>,
    identifiers: Vec<&'a str>,
}

impl<'a> Own<'a> {
    fn of(facts: Option<&Facts<'a>>) -> Self {
        let assertion = facts.and_then(|facts| facts.assertion);
        let classes = assertion.into_iter().flat_map(|a| &a.authn_statements);
        let classes =
            classes.filter_map(|statement| Some(statement.class_ref.as_ref()?.value.trim()));
        let format = facts.and_then(|facts| facts.name_id()?.format.as_ref());
        Self {
            receivers: facts.map(Facts::receivers).unwrap_or_default(),
            issuer: facts.map(|facts| facts.issuer),
            identifiers: format
                .map(|format| format.value.trim())
                .into_iter()
                .chain(classes)
                .collect(),
        }
    }
}

impl Redactor {
    /// The number of the request that a message says it answers.
    pub(super) fn answered(&mut self, id: &str) -> String {
        match id.trim() {
            "" => String::new(),
            id => self.tokens.request(id),
        }
    }

    /// The request, as far as a message is held against it.
    pub fn request(&mut self, request: &AuthnRequest, facts: Option<&Facts>) -> AuthnRequest {
        let own = Own::of(facts);
        let comparison = request.comparison.as_deref();
        let comparison = comparison.filter(|text| COMPARISONS.contains(text));
        let mut address = |text: &Option<String>| {
            let text = text.as_deref()?;
            Some(self.held(text, &own.receivers, Self::address))
        };
        let (issuer, consumer) = (address(&request.issuer), address(&request.consumer));
        let mut identifier = |text: &String| self.held(text, &own.identifiers, Self::identifier);
        AuthnRequest {
            issuer,
            consumer,
            name_id_format: request.name_id_format.as_ref().map(&mut identifier),
            comparison: comparison.map(str::to_owned),
            contexts: request.contexts.iter().map(identifier).collect(),
            ..AuthnRequest::default()
        }
    }

    /// What an entity publishes, as far as a message is held against it.
    pub fn entity(&mut self, entity: &Entity, facts: Option<&Facts>) -> Entity {
        let own = Own::of(facts);
        let issuer: Vec<&str> = own.issuer.into_iter().collect();
        Entity {
            id: match entity.role {
                Role::Service => self.held(&entity.id, &own.receivers, Self::address),
                Role::IdentityProvider => self.held(&entity.id, &issuer, Self::issuer),
            },
            role: entity.role,
            consumers: entity
                .consumers
                .iter()
                .map(|text| self.held(text, &own.receivers, Self::address))
                .collect(),
            name_id_formats: entity
                .name_id_formats
                .iter()
                .map(|text| self.held(text, &own.identifiers, Self::identifier))
                .collect(),
            keys: vec![],
        }
    }

    fn held(&mut self, text: &str, own: &[&str], write: Write) -> String {
        let written = write(self, text);
        let is_own = own.iter().any(|own| address::is_same(own, text));
        let seems = !is_own && own.iter().any(|own| write(self, own) == written);
        match seems {
            true => written + APART,
            false => written,
        }
    }
}
