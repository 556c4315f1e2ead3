//! What a service or an identity provider publishes of itself, as far as a message is held against it.

use crate::namespaces::{ASSERTION, METADATA, SIGNATURE};
use crate::signature::{self, Given, Known, SigningKey};
use crate::xml::{self, Document, Element};

/// So much is read of all files together, in MiB: as much as a document may have.
pub const MAX_MIB: usize = 32;
/// The senders of so many signatures are looked up.
const MAX_SENDERS: usize = 16;

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
    /// The keys that an identity provider signs with.
    pub keys: Vec<SigningKey>,
}

/// What a file tells of who publishes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// The entities in it.
    pub entities: Vec<Entity>,
    /// The certificates that were given alone.
    pub certificates: Vec<Given>,
    /// All certificates of both, each once; empty where one file was read by itself.
    pub every: Vec<Given>,
    /// Which of the files, from 1, are none of this, can’t be read, or are too long.
    pub unread: Vec<usize>,
}

impl Published {
    /// What several files publish.
    pub fn of<'f>(files: impl Iterator<Item = &'f [u8]>) -> Self {
        let mut all = Self::default();
        let mut left = MAX_MIB << 20;
        for (index, bytes) in files.enumerate() {
            let fits = bytes.len() <= left;
            let Some(file) = Some(bytes).filter(|_| fits).and_then(read) else {
                all.unread.push(index + 1);
                continue;
            };
            left -= bytes.len();
            all.entities.extend(file.entities);
            all.certificates.extend(file.certificates);
        }
        all.every = signature::once(all.given(|_| true));
        all
    }

    /// The certificates of these entities, and those that were given alone.
    pub fn given(&self, is_wanted: impl Fn(&Entity) -> bool) -> impl Iterator<Item = &Given> {
        let entities = self.entities.iter().filter(move |entity| is_wanted(entity));
        let keys = entities.flat_map(|entity| &entity.keys);
        keys.flat_map(|key| &key.certificates)
            .chain(&self.certificates)
    }

    /// The certificates that the signatures of a message are held against: those of its sender, wherever it stands among
    /// the entities, and those that were given alone; where its sender is not there, those of all.
    pub fn known(&self, message: &Document) -> Known {
        if self.every.is_empty() {
            return Known::default();
        }
        let elements = message.elements();
        let signatures = elements.filter(|e| e.is(SIGNATURE, "Signature"));
        let signatures: Vec<Element> = signatures.take(MAX_SENDERS).collect();
        let issuer = |around: Element| {
            let mut inside = around.elements();
            let issuer = inside.find(|e| e.is(ASSERTION, "Issuer"))?;
            Some(issuer.text().trim().to_owned())
        };
        let around = signatures.iter().filter_map(Element::parent);
        let mut senders: Vec<String> = around.filter_map(issuer).collect();
        if senders.is_empty() {
            senders.extend(issuer(message.root()));
        }
        let brought: Vec<Given> = signatures
            .iter()
            .flat_map(|signature| signature::certificates(*signature))
            .take(MAX_SENDERS)
            .collect();
        let is_sender = |entity: &Entity| senders.contains(&entity.id);
        match self.entities.iter().any(is_sender) {
            true => Known::of(&signature::once(self.given(is_sender)), &brought),
            false => Known::of(&self.every, &brought),
        }
    }
}

/// What a file publishes: metadata, or certificates alone; `None` where it is neither, can’t be read, or is longer than
/// [`MAX_MIB`].
pub fn read(bytes: &[u8]) -> Option<Published> {
    let bytes = Some(bytes).filter(|bytes| bytes.len() <= MAX_MIB << 20)?;
    let Ok(document) = xml::read(bytes) else {
        let certificates = signature::bare(bytes);
        return (!certificates.is_empty()).then_some(Published {
            certificates,
            ..Published::default()
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
        entities: all.filter_map(entity).collect(),
        ..Published::default()
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
        keys: match role {
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

    /// Certificates that differ in one letter of their signature, which is not looked at.
    fn certificate(index: usize) -> String {
        let file = include_str!("../tests/fixtures/signatures/certificate.metadata");
        let (front, end) = file.trim().split_at(file.trim().len() - 40);
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        let mut chars = letters.chars().cycle().skip(index);
        let (one, two) = (
            chars.next().unwrap(),
            letters.as_bytes()[index / 62] as char,
        );
        let front = &front[..front.len() - 2];
        format!("{front}{one}{two}{end}")
    }

    #[test]
    fn the_certificates_of_the_sender_count_wherever_it_stands() {
        let one = |i: usize| {
            let text = certificate(i);
            format!(
                "<EntityDescriptor entityID='https://{i}'><IDPSSODescriptor><KeyDescriptor><KeyInfo xmlns='{SIGNATURE}'>\
                 <X509Data><X509Certificate>{text}</X509Certificate></X509Data></KeyInfo></KeyDescriptor></IDPSSODescriptor>\
                 </EntityDescriptor>"
            )
        };
        let all: String = (0..3_000).map(one).collect();
        let group = format!("<EntitiesDescriptor {HEAD}>{all}</EntitiesDescriptor>");
        let published = Published::of([group.as_bytes()].into_iter());
        let known = |issuer: &str, brought: usize| {
            let text = certificate(brought);
            let message = format!(
                "<a><Issuer xmlns='{ASSERTION}'> {issuer} </Issuer><Signature xmlns='{SIGNATURE}'>\
                 <X509Certificate>{text}</X509Certificate></Signature></a>"
            );
            published.known(&xml::parse(&message).unwrap())
        };
        let read = |i| Given::of(&certificate(i)).read().unwrap();
        for i in [0, 17, 2_999] {
            let found = known(&format!("https://{i}"), 5);
            assert_eq!((found.certificates, found.left), (vec![read(i)], 0));
        }
        let nobody = known("https://nobody", 2_500);
        assert_eq!((nobody.certificates.len(), nobody.left), (16, 2_984));
        assert_eq!(nobody.certificates[0], read(2_500));
    }

    #[test]
    fn files_are_read_up_to_a_bound_for_all() {
        let one =
            format!("<EntityDescriptor {HEAD} entityID='a'><IDPSSODescriptor/></EntityDescriptor>");
        let long = format!("{one}{}", " ".repeat((MAX_MIB << 20) - one.len()));
        let files = [one.as_bytes(), b"<a/>", long.as_bytes(), one.as_bytes()];
        let all = Published::of(files.into_iter());
        assert_eq!((all.entities.len(), all.unread), (2, vec![2, 3]));
        assert_eq!(Published::of([long.as_bytes()].into_iter()).unread, [0; 0]);
    }

    #[test]
    fn what_is_no_metadata_has_no_entities() {
        let long = format!(
            "<EntityDescriptor {HEAD} entityID='a'>{}<SPSSODescriptor/></EntityDescriptor>",
            " ".repeat(MAX_MIB << 20)
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
