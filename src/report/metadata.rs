//! What a file of metadata is of, in words.

use crate::metadata::{self, Role};
use crate::signature::{self, Certificate, Known};
use crate::text::{Arg, Texts, texts};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

texts! {
    SERVICE "metadata-service" "Service: { $names }";
    IDENTITY_PROVIDER "metadata-identity-provider" "Identity provider: { $names }";
    CERTIFICATE "metadata-certificate" "Signing certificate: `{ $subject }`, valid until { $day }";
    CERTIFICATES "metadata-certificates" "Signing certificates: { $count }";
    NOBODY "metadata-nobody" "No service and no identity provider of SAML 2.0 is in it, so that nothing is held against it.";
}

/// So many names are told of one role.
const NAMED: usize = 3;

/// What a file of metadata is of, or a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct MetadataSummary {
    /// Number of services in it.
    pub services: u32,
    /// Number of identity providers in it.
    pub providers: u32,
    /// Number of certificates in it that identity providers sign with.
    pub certificates: u32,
    /// Who they are, a line each role and each certificate; of more than sixteen certificates one with their number.
    pub lines: Vec<String>,
}

/// What a file is of; `None` where it is no metadata and no certificate, can’t be read, or is longer than [`metadata::MAX_MIB`].
pub fn metadata(bytes: &[u8], language: &str) -> Option<MetadataSummary> {
    let published = metadata::read(bytes)?;
    let entities = &published.entities;
    let given = signature::once(published.given(|_| true));
    let texts = Texts::new(language);
    let of = |role: Role| entities.iter().filter(move |entity| entity.role == role);
    let count = |role| u32::try_from(of(role).count()).unwrap_or(u32::MAX);
    let (services, providers) = (count(Role::Service), count(Role::IdentityProvider));
    let names = |role| {
        let mut names = of(role).map(|entity| Arg::input(&entity.id));
        let mut few: Vec<Arg> = names.by_ref().take(NAMED).collect();
        few.extend(names.next().map(|_| Arg::from("…")));
        vec![("names", Arg::List(few, None))]
    };
    let said = |certificate: Certificate| {
        let subject = Arg::input(&certificate.subject);
        let day = Arg::day(certificate.not_after.date());
        texts.say(&CERTIFICATE, &[("subject", subject), ("day", day)])
    };
    let mut lines = match (services, providers) {
        (0, 0) if given.is_empty() => vec![texts.say(&NOBODY, &[])],
        _ => [
            (services, Role::Service, &SERVICE),
            (providers, Role::IdentityProvider, &IDENTITY_PROVIDER),
        ]
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(_, role, phrase)| texts.say(phrase, &names(role)))
        .collect(),
    };
    let Known { certificates, left } = Known::of(&given, &[]);
    let number = match left {
        0 => certificates.len(),
        _ => given.len(),
    };
    match left {
        0 => lines.extend(certificates.into_iter().map(said)),
        _ => lines.push(texts.say(&CERTIFICATES, &[("count", number.into())])),
    }
    Some(MetadataSummary {
        services,
        providers,
        certificates: u32::try_from(number).unwrap_or(u32::MAX),
        lines,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_who_it_is_of() {
        let one = |id: &str, role: &str| {
            format!("<EntityDescriptor entityID='{id}'><{role}/></EntityDescriptor>")
        };
        let group = |inside: &str| {
            format!(
                "<EntitiesDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'>{inside}</EntitiesDescriptor>"
            )
        };
        let several: String = ["a", "b", "c", "d"]
            .map(|id| one(id, "SPSSODescriptor"))
            .concat()
            + &one("e", "IDPSSODescriptor");
        let lines = |xml: &str| metadata(xml.as_bytes(), "en").map(|summary| summary.lines);
        assert_eq!(
            lines(&group(&several)).unwrap(),
            ["Service: `a`, `b`, `c`, …", "Identity provider: `e`"]
        );
        assert_eq!(lines(&group("")).unwrap().len(), 1);
        assert_eq!(lines("<a/>"), None);
    }
}
