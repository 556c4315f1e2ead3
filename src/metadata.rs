//! What a service or an identity provider publishes of itself, as far as a message is held against it.

use crate::namespaces::METADATA;
use crate::signature::{self, Certificate};
use crate::xml::{self, Element};

/// A longer file is not read, in bytes.
pub const MAX_BYTES: usize = 2 << 20;
/// So many entities of a file are read.
const MAX_ENTITIES: usize = 1_000;

/// What an entity does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It signs users in with what others say.
    Service,
    /// It says who the user is; it may ask others too.
    IdentityProvider,
}

/// One `EntityDescriptor`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// `entityID`.
    pub id: String,
    /// What it does.
    pub role: Role,
    /// Locations of a service’s `AssertionConsumerService`s.
    pub consumers: Vec<String>,
    /// `NameIDFormat`s of a service.
    pub name_id_formats: Vec<String>,
    /// The certificates that an identity provider signs with.
    pub signing: Vec<Certificate>,
}

/// What a file tells of who publishes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// The entities in it.
    pub entities: Vec<Entity>,
    /// The certificates that identity providers sign with.
    pub certificates: Vec<Certificate>,
}

/// What a file publishes: metadata, or certificates alone; `None` where it is neither, can’t be read, or is longer than
/// [`MAX_BYTES`].
pub fn read(bytes: &[u8]) -> Option<Published> {
    let bytes = Some(bytes).filter(|bytes| bytes.len() <= MAX_BYTES)?;
    let Ok(document) = xml::read(bytes) else {
        let certificates = signature::bare(bytes);
        return (!certificates.is_empty()).then_some(Published {
            entities: vec![],
            certificates,
        });
    };
    let is_metadata = |local: &str| document.root().is(METADATA, local);
    if !is_metadata("EntityDescriptor") && !is_metadata("EntitiesDescriptor") {
        return None;
    }
    let all = document
        .elements()
        .filter(|e| e.is(METADATA, "EntityDescriptor"));
    Some(Published {
        entities: all.filter_map(entity).take(MAX_ENTITIES).collect(),
        certificates: signature::published(&document),
    })
}

/// An identity provider that describes itself as a service too, as AD FS does, is none that a message is written for.
fn entity(element: Element) -> Option<Entity> {
    let id = element
        .attribute(None, "entityID")?
        .value()
        .trim()
        .to_owned();
    let has = |local: &str| element.elements().any(|e| e.is(METADATA, local));
    let role = match (has("IDPSSODescriptor"), has("SPSSODescriptor")) {
        (true, _) => Role::IdentityProvider,
        (false, true) => Role::Service,
        (false, false) => return None,
    };
    let services = || {
        let all = element.elements();
        all.filter(|e| role == Role::Service && e.is(METADATA, "SPSSODescriptor"))
    };
    let parts = |local: &'static str| {
        services()
            .flat_map(move |service| service.elements().filter(move |e| e.is(METADATA, local)))
    };
    Some(Entity {
        id: Some(id).filter(|id| !id.is_empty())?,
        role,
        consumers: parts("AssertionConsumerService")
            .filter_map(|e| Some(e.attribute(None, "Location")?.value().trim().to_owned()))
            .collect(),
        name_id_formats: parts("NameIDFormat")
            .map(|e| e.text().trim().to_owned())
            .filter(|format| !format.is_empty())
            .collect(),
        signing: match role {
            Role::Service => vec![],
            Role::IdentityProvider => signature::signing(element),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"xmlns="urn:oasis:names:tc:SAML:2.0:metadata""#;

    fn roles(xml: &str) -> Vec<(String, Role)> {
        let all = read(xml.as_bytes()).map_or_else(Vec::new, |file| file.entities);
        all.into_iter()
            .map(|entity| (entity.id, entity.role))
            .collect()
    }

    #[test]
    fn roles_are_told_apart() {
        let table: [(&str, &[(&str, Role)]); 7] = [
            ("<SPSSODescriptor/>", &[("a", Role::Service)]),
            ("<IDPSSODescriptor/>", &[("a", Role::IdentityProvider)]),
            (
                "<SPSSODescriptor/><IDPSSODescriptor/>",
                &[("a", Role::IdentityProvider)],
            ),
            ("<AttributeAuthorityDescriptor/>", &[]),
            ("<x:SPSSODescriptor xmlns:x='urn:x'/>", &[]),
            ("<SPSSODescriptor>", &[]),
            ("", &[]),
        ];
        for (inside, expected) in table {
            let xml =
                format!("<EntityDescriptor {HEAD} entityID=' a '>{inside}</EntityDescriptor>");
            let expected: Vec<_> = expected
                .iter()
                .map(|(id, role)| ((*id).to_owned(), *role))
                .collect();
            assert_eq!(roles(&xml), expected, "{inside}");
        }
    }

    #[test]
    fn several_entities_are_read_wherever_they_are_grouped() {
        let one = |id: &str| {
            format!("<EntityDescriptor entityID='{id}'><IDPSSODescriptor/></EntityDescriptor>")
        };
        let group = format!(
            "<EntitiesDescriptor {HEAD}>{}<EntitiesDescriptor>{}</EntitiesDescriptor></EntitiesDescriptor>",
            one("a"),
            one("b")
        );
        let file = read(group.as_bytes()).unwrap();
        let ids: Vec<String> = file.entities.into_iter().map(|e| e.id).collect();
        assert_eq!(ids, ["a", "b"]);
    }

    #[test]
    fn a_service_tells_its_addresses_and_formats() {
        let xml = format!(
            "<EntityDescriptor {HEAD} entityID='a'><SPSSODescriptor><NameIDFormat> f </NameIDFormat>\
             <AssertionConsumerService Location='https://a/1'/><AssertionConsumerService Location='https://a/2'/>\
             </SPSSODescriptor></EntityDescriptor>"
        );
        let file = read(xml.as_bytes()).unwrap();
        let [entity] = file.entities.try_into().unwrap();
        assert_eq!(entity.consumers, ["https://a/1", "https://a/2"]);
        assert_eq!(entity.name_id_formats, ["f"]);
    }

    #[test]
    fn what_is_no_metadata_has_no_entities() {
        let long = format!(
            "<EntityDescriptor {HEAD} entityID='a'>{}<SPSSODescriptor/></EntityDescriptor>",
            " ".repeat(MAX_BYTES)
        );
        for bytes in [
            long.as_bytes(),
            b"",
            b"\x00\xff",
            b"<a/>",
            b"-----BEGIN CERTIFICATE-----",
        ] {
            assert_eq!(read(bytes), None);
        }
    }
}
