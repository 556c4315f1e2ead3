//! Identity providers: how each is recognised, where its attributes are edited, and what they are filled from.

mod recipes;
mod rows;

pub(crate) use recipes::TEXTS;
pub use recipes::{Column, Form, Recipe, Snippet, SnippetKind};
pub use rows::{ALL, UNKNOWN};

use super::pages::Page;
use serde::Serialize;
use std::ops::Range;

/// The id of a product of [`ALL`], or of [`UNKNOWN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct IdentityProviderId(&'static str);

impl IdentityProviderId {
    /// The id, in kebab-case.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

/// An identity provider product.
#[derive(Debug, PartialEq, Eq)]
pub struct IdentityProvider {
    /// The id in reports.
    pub id: IdentityProviderId,
    /// The product's name.
    pub name: &'static str,
    /// Whether an issuer is of this product.
    issuer: Issuer,
    /// Part of an attribute name that only this product sends.
    hint: Option<&'static str>,
    /// Where attributes are edited: the console's own words, `›` between the steps.
    pub console: Option<&'static str>,
    /// What `firstname`, `lastname`, `email` and `uid` are filled from, in the console's own words.
    pub fills: Option<[&'static str; 4]>,
    /// How attributes are added and renamed there, and encryption is turned off.
    pub recipe: &'static Recipe,
    /// The page that says so.
    pub source: &'static Page,
}

/// The ids of all, that of an unknown product last.
#[cfg(target_arch = "wasm32")]
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
pub(crate) const IDS: [&str; ALL.len() + 1] = {
    let mut ids = [UNKNOWN.id.0; ALL.len() + 1];
    let mut at = 0;
    while at < ALL.len() {
        ids[at] = ALL[at].id.0;
        at += 1;
    }
    ids
};

/// The form of an issuer: it starts so, then holds this, then ends so.
#[derive(Debug, PartialEq, Eq)]
struct Issuer {
    starts: &'static [&'static str],
    holds: &'static str,
    ends: &'static str,
}

const NONE: Issuer = Issuer {
    starts: &[],
    holds: "",
    ends: "",
};

const fn issuer(
    starts: &'static [&'static str],
    holds: &'static str,
    ends: &'static str,
) -> Issuer {
    Issuer {
        starts,
        holds,
        ends,
    }
}

const WEB: &[&str] = &["https://", "http://"];

impl IdentityProvider {
    /// The product of that id, also the unknown one.
    pub fn from_id(id: &str) -> Option<&'static Self> {
        let mut all = ALL.iter().chain([&UNKNOWN]);
        all.find(|idp| idp.id.0 == id)
    }

    /// What `attribute` (`firstname`, `lastname`, `email` or `uid`) is filled from in this product.
    pub fn fill_of(&self, attribute: &str) -> Option<&'static str> {
        place(attribute).and_then(|at| self.fills?.get(at).copied())
    }

    /// The same, as a text that can be copied writes it.
    pub fn source_of(&self, attribute: &str) -> Option<&'static str> {
        let sources = self.recipe.sources.or(self.fills)?;
        place(attribute).and_then(|at| sources.get(at).copied())
    }

    fn issues(&self, issuer: &str) -> bool {
        let Issuer {
            starts,
            holds,
            ends,
        } = &self.issuer;
        starts.iter().any(|start| issuer.starts_with(start))
            && issuer.contains(holds)
            && issuer.ends_with(ends)
    }
}

/// The place of an attribute among those that a product fills.
fn place(attribute: &str) -> Option<usize> {
    let filled = ["firstname", "lastname", "email", "uid"];
    filled.iter().position(|name| *name == attribute)
}

/// How a sender was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised<'a> {
    /// The reader chose it.
    Reader,
    /// By the form of this issuer.
    Issuer(&'a str),
    /// By the name of this attribute.
    Attribute(&'a str),
}

/// A sign of a product in a message.
pub type Sign<'a> = (&'static IdentityProvider, Recognised<'a>);

/// What speaks for which product in a message with this issuer and these attribute names, the strongest first: each way
/// once a product.
pub fn signs<'a>(issuer: &'a str, attributes: impl Iterator<Item = &'a str>) -> Vec<Sign<'a>> {
    let issued = ALL.iter().find(|idp| idp.issues(issuer.trim()));
    let mut signs: Vec<Sign> = issued
        .map(|idp| (idp, Recognised::Issuer(issuer)))
        .into_iter()
        .collect();
    let first = signs.len();
    for name in attributes {
        let hinted = ALL
            .iter()
            .find(|idp| idp.hint.is_some_and(|hint| name.starts_with(hint)));
        let told = |idp: &IdentityProvider| signs.iter().skip(first).any(|(one, _)| *one == idp);
        if let Some(idp) = hinted.filter(|idp| !told(idp)) {
            signs.push((idp, Recognised::Attribute(name)));
        }
    }
    signs
}

/// The parts of an issuer that show its product and nothing else, in order; none where no product is recognised.
pub fn shown(issuer: &str) -> Vec<Range<usize>> {
    let trimmed = issuer.trim();
    let Some(idp) = ALL.iter().find(|idp| idp.issues(trimmed)) else {
        return vec![];
    };
    let Issuer {
        starts,
        holds,
        ends,
    } = &idp.issuer;
    let before = issuer.len() - issuer.trim_start().len();
    let start = starts.iter().find(|start| trimmed.starts_with(**start));
    let held = trimmed.find(holds).unwrap_or_default();
    let parts = [
        0..start.map_or(0, |start| start.len()),
        held..held + holds.len(),
        trimmed.len() - ends.len()..trimmed.len(),
    ];
    parts
        .into_iter()
        .map(|part| part.start + before..part.end + before)
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_the_issuer_then_the_attributes() {
        for (issuer, expected) in [
            (
                "https://sts.windows.net/5f1c9e02-77ab-4a5e-9d7f-2f0b6a1c9d10/",
                "entra",
            ),
            ("http://sts.adriasoft.example/adfs/services/trust", "adfs"),
            ("http://www.okta.com/exk4t2m9a", "okta"),
            ("https://accounts.google.com/o/saml2?idpid=C01abc", "google"),
            ("https://app.onelogin.com/saml/metadata/123456", "onelogin"),
            (
                "https://sso-1a2b3c4d.sso.duosecurity.com/saml2/sp/DI0/metadata",
                "duo",
            ),
            ("urn:adriasoft.eu.auth0.com", "auth0"),
            ("JumpCloud", "jumpcloud"),
            ("https://auth.pingone.eu/11111111-2222", "pingone"),
            ("https://sso.adriasoft.example/realms/main", "keycloak"),
            ("https://idp.adriasoft.example/idp/shibboleth", "shibboleth"),
            (
                "https://sso.adriasoft.example/simplesaml/saml2/idp/metadata.php",
                "simplesamlphp",
            ),
            ("https://idcs-1a2b3c.identity.oraclecloud.com/fed", "oracle"),
            ("https://sso.adriasoft.example", "unknown"),
            ("", "unknown"),
        ] {
            let signs = signs(issuer, [].into_iter());
            let id = signs.first().map_or("unknown", |(idp, _)| idp.id.as_str());
            assert_eq!(id, expected, "{issuer}");
        }
        let tenant = "http://schemas.microsoft.com/identity/claims/tenantid";
        let okta = "http://www.okta.com/exk1";
        let found = signs(okta, [tenant, tenant].into_iter());
        let told: Vec<_> = found
            .iter()
            .map(|(idp, how)| (idp.id.as_str(), *how))
            .collect();
        let expected = [
            ("okta", Recognised::Issuer(okta)),
            ("entra", Recognised::Attribute(tenant)),
        ];
        assert_eq!(told, expected);
    }
}
