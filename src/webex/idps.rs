//! Identity providers: how each is recognised, where its attributes are edited, and what they are filled from.

use super::pages::{self, Page};
use crate::text::{Phrase, texts};
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

/// The steps at a product. Placeholders: `name`, `fill` and `expected`.
#[derive(Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Adds the attribute `name`, filled from `fill`.
    pub add: &'static Phrase,
    /// Changes the name `name` to `expected`.
    pub rename: &'static Phrase,
    /// What a change of NameID or `uid` means for those who have an account.
    pub keep: &'static Phrase,
    /// Turns encryption of assertions off.
    pub decrypt: &'static Phrase,
    /// Turns it on again.
    pub encrypt: &'static Phrase,
}

texts! {
    ADD "add-attribute-from" "1. Add an attribute named exactly `{ $name }`, in lower case, filled from **{ $fill }**.";
    ADD_CLAIM "add-attribute-entra" "1. Choose **Add new claim**: **Name** `{ $name }`, **Namespace** left blank, **Source attribute** **{ $fill }**.";
    RENAME "rename-attribute" "1. Change the name `{ $name }` to exactly `{ $expected }`.";
    RENAME_CLAIM "rename-attribute-entra" "1. Open the claim `{ $name }`: change **Name** to `{ $expected }` and empty **Namespace**.";
    KEEP "keep-accounts" "1. This changes the user name that Webex gets, for everybody who signs in. First look up which user name the existing accounts have at Webex: the new value has to be exactly that, or these people may not get to their accounts. Try it with one user.";
    KEEP_CLAIM "keep-accounts-entra" "1. This changes the user name that Webex gets, for everybody who signs in. First look up which user name the existing accounts have at Webex: the new value has to be exactly that, or these people may not get to their accounts. Microsoft’s tutorial fills `uid` from the e‑mail address; that fits only a site whose user names are e‑mail addresses. Try it with one user.";
    DECRYPT "decrypt" "1. At the identity provider turn off encryption of assertions for the Webex application.";
    ENCRYPT "encrypt" "1. Turn encryption on again.";
    DECRYPT_TRUST "decrypt-adfs" "1. On the AD FS server run `Set-AdfsRelyingPartyTrust -TargetIdentifier <identifier> -EncryptClaims $False`, where `<identifier>` is that of the Webex relying party trust.";
    ENCRYPT_TRUST "encrypt-adfs" "1. Run the same command with `$True`.";
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

/// What holds where a product has no words of its own.
const COMMON: Recipe = Recipe {
    add: &ADD,
    rename: &RENAME,
    keep: &KEEP,
    decrypt: &DECRYPT,
    encrypt: &ENCRYPT,
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

/// A sender that is not recognised.
pub static UNKNOWN: IdentityProvider = IdentityProvider {
    id: IdentityProviderId("unknown"),
    name: "",
    issuer: NONE,
    hint: None,
    console: None,
    fills: None,
    recipe: &COMMON,
    source: &pages::SSO,
};

/// The products, the surest form first.
pub static ALL: &[IdentityProvider] = &[
    IdentityProvider {
        id: IdentityProviderId("entra"),
        name: "Microsoft Entra ID",
        issuer: issuer(
            &[
                "https://sts.windows.net/",
                "https://login.microsoftonline.com/",
            ],
            "",
            "",
        ),
        hint: Some("http://schemas.microsoft.com/identity/claims/"),
        console: Some(
            "Enterprise applications › Cisco Webex Meetings › Single sign-on › Attributes & Claims › Edit",
        ),
        fills: Some(["user.givenname", "user.surname", "user.mail", "user.mail"]),
        recipe: &Recipe {
            add: &ADD_CLAIM,
            rename: &RENAME_CLAIM,
            keep: &KEEP_CLAIM,
            ..COMMON
        },
        source: &pages::ENTRA_TUTORIAL,
    },
    IdentityProvider {
        id: IdentityProviderId("adfs"),
        name: "AD FS",
        issuer: issuer(WEB, "", "/adfs/services/trust"),
        hint: None,
        console: Some(
            "AD FS Management › Relying Party Trusts › (the trust for Webex) › Edit Claim Issuance Policy",
        ),
        fills: Some([
            "Given-Name",
            "Surname",
            "E-Mail-Addresses",
            "E-Mail-Addresses",
        ]),
        recipe: &Recipe {
            decrypt: &DECRYPT_TRUST,
            encrypt: &ENCRYPT_TRUST,
            ..COMMON
        },
        source: &pages::ADFS,
    },
    IdentityProvider {
        id: IdentityProviderId("okta"),
        name: "Okta",
        issuer: issuer(&["http://www.okta.com/", "https://www.okta.com/"], "", ""),
        hint: None,
        console: Some("Applications › (the Webex app) › Sign On › Edit › Attribute Statements"),
        fills: Some([
            "user.firstName",
            "user.lastName",
            "user.email",
            "user.login",
        ]),
        recipe: &COMMON,
        source: &pages::OKTA,
    },
    IdentityProvider {
        id: IdentityProviderId("google"),
        name: "Google Workspace",
        issuer: issuer(&["https://accounts.google.com/o/saml2"], "", ""),
        hint: None,
        console: Some(
            "Admin console › Apps › Web and mobile apps › (the Webex app) › SAML attribute mapping",
        ),
        fills: Some(["First name", "Last name", "Primary email", "Primary email"]),
        recipe: &COMMON,
        source: &pages::GOOGLE,
    },
    IdentityProvider {
        id: IdentityProviderId("onelogin"),
        name: "OneLogin",
        issuer: issuer(&["https://app.onelogin.com/saml/metadata"], "", ""),
        hint: None,
        console: Some("Applications › (the Webex app) › Parameters"),
        fills: Some(["First Name", "Last Name", "Email", "Email"]),
        recipe: &COMMON,
        source: &pages::SSO,
    },
    IdentityProvider {
        id: IdentityProviderId("duo"),
        name: "Duo Single Sign-On",
        issuer: issuer(&["https://sso-"], ".sso.duosecurity.com/", ""),
        hint: None,
        console: Some("Duo Admin Panel › Applications › (the Webex app) › Map attributes"),
        fills: Some([
            "<First Name>",
            "<Last Name>",
            "<Email Address>",
            "<Username>",
        ]),
        recipe: &COMMON,
        source: &pages::SSO,
    },
    IdentityProvider {
        id: IdentityProviderId("auth0"),
        name: "Auth0",
        issuer: issuer(&["urn:"], "", ".auth0.com"),
        hint: None,
        console: Some(
            "Dashboard › Applications › (the Webex app) › Addons › SAML2 Web App › Settings",
        ),
        fills: Some(["given_name", "family_name", "email", "email"]),
        recipe: &COMMON,
        source: &pages::SSO,
    },
    IdentityProvider {
        id: IdentityProviderId("jumpcloud"),
        name: "JumpCloud",
        issuer: issuer(&["JumpCloud", "https://sso.jumpcloud.com/"], "", ""),
        hint: None,
        console: Some("SSO Applications › (the Webex app) › SSO › Attributes"),
        fills: Some(["firstname", "lastname", "email", "email"]),
        recipe: &COMMON,
        source: &pages::SSO,
    },
    IdentityProvider {
        id: IdentityProviderId("pingone"),
        name: "PingOne",
        issuer: issuer(&["https://auth.pingone."], "", ""),
        hint: None,
        console: Some("Connections › Applications › (the Webex app) › Attribute Mappings"),
        fills: Some(["Given Name", "Family Name", "Email Address", "Username"]),
        recipe: &COMMON,
        source: &pages::SSO,
    },
    IdentityProvider {
        id: IdentityProviderId("pingfederate"),
        name: "PingFederate",
        issuer: issuer(&[""], "pingfederate", ""),
        hint: None,
        console: Some(
            "Applications › SP Connections › (the connection for Webex) › Attribute Contract",
        ),
        fills: None,
        recipe: &COMMON,
        source: &pages::PINGFEDERATE,
    },
    IdentityProvider {
        id: IdentityProviderId("keycloak"),
        name: "Keycloak",
        issuer: issuer(WEB, "/realms/", ""),
        hint: None,
        console: Some(
            "Clients › (the client for Webex) › Client scopes › (dedicated scope) › Add mapper › User Property",
        ),
        fills: Some(["firstName", "lastName", "email", "username"]),
        recipe: &COMMON,
        source: &pages::SSO,
    },
    IdentityProvider {
        id: IdentityProviderId("shibboleth"),
        name: "Shibboleth",
        issuer: issuer(WEB, "", "/idp/shibboleth"),
        hint: None,
        console: Some("conf/attribute-resolver.xml, conf/attribute-filter.xml"),
        fills: Some(["givenName", "sn", "mail", "uid"]),
        recipe: &COMMON,
        source: &pages::SHIBBOLETH,
    },
    IdentityProvider {
        id: IdentityProviderId("simplesamlphp"),
        name: "SimpleSAMLphp",
        issuer: issuer(WEB, "/simplesaml/", ""),
        hint: None,
        console: Some("metadata/saml20-sp-remote.php › authproc"),
        fills: Some(["givenName", "sn", "mail", "uid"]),
        recipe: &COMMON,
        source: &pages::SSO,
    },
    IdentityProvider {
        id: IdentityProviderId("f5"),
        name: "F5 BIG-IP",
        issuer: issuer(WEB, "/idp/f5/", ""),
        hint: None,
        console: Some(
            "Access › Federation › SAML Identity Provider › Local IdP Services › Edit › SAML Attributes",
        ),
        fills: None,
        recipe: &COMMON,
        source: &pages::F5,
    },
    IdentityProvider {
        id: IdentityProviderId("citrix"),
        name: "Citrix",
        issuer: issuer(&["https://saml.cloud.com/"], "", ""),
        hint: None,
        console: None,
        fills: None,
        recipe: &COMMON,
        source: &pages::SSO,
    },
];

impl IdentityProvider {
    /// What `attribute` (`firstname`, `lastname`, `email` or `uid`) is filled from in this product.
    pub fn fill_of(&self, attribute: &str) -> Option<&'static str> {
        let [firstname, lastname, email, uid] = self.fills?;
        Some(match attribute {
            "firstname" => firstname,
            "lastname" => lastname,
            "email" => email,
            "uid" => uid,
            _ => return None,
        })
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

/// How a sender was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised {
    /// By the form of its issuer.
    Issuer,
    /// By the name of an attribute.
    Attribute,
    /// Not at all.
    No,
}

/// The product that sends messages with this issuer and these attribute names.
pub fn recognise<'a>(
    issuer: &str,
    mut attributes: impl Iterator<Item = &'a str>,
) -> (&'static IdentityProvider, Recognised) {
    if let Some(idp) = ALL.iter().find(|idp| idp.issues(issuer.trim())) {
        return (idp, Recognised::Issuer);
    }
    let hinted = |name: &str| {
        ALL.iter()
            .find(|idp| idp.hint.is_some_and(|hint| name.starts_with(hint)))
    };
    match attributes.find_map(hinted) {
        Some(idp) => (idp, Recognised::Attribute),
        None => (&UNKNOWN, Recognised::No),
    }
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
            ("https://sso.adriasoft.example", "unknown"),
            ("", "unknown"),
        ] {
            let (idp, _) = recognise(issuer, [].into_iter());
            assert_eq!(idp.id.as_str(), expected, "{issuer}");
        }
        let tenant = "http://schemas.microsoft.com/identity/claims/tenantid";
        let (idp, how) = recognise("https://custom.example", [tenant].into_iter());
        assert_eq!((idp.id.as_str(), how), ("entra", Recognised::Attribute));
    }
}
