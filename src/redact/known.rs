//! What may stay: identifiers of the standards and of products, none of which names a person or a company.

use crate::webex::pages::{self, Page};
use crate::webex::{ServiceProvider, member_status, names};

/// Identifiers that begin alike.
struct Family {
    start: &'static str,
    ends: &'static [&'static str],
    /// The page that lists them.
    #[expect(dead_code, reason = "for whoever holds the row against it")]
    source: &'static Page,
}

static FAMILIES: &[Family] = &[
    Family {
        start: "urn:oasis:names:tc:SAML:1.1:nameid-format:",
        ends: &[
            "unspecified",
            "emailAddress",
            "X509SubjectName",
            "WindowsDomainQualifiedName",
        ],
        source: &pages::SAML_CORE,
    },
    Family {
        start: "urn:oasis:names:tc:SAML:2.0:nameid-format:",
        ends: &["kerberos", "entity", "persistent", "transient", "encrypted"],
        source: &pages::SAML_CORE,
    },
    Family {
        start: "urn:oasis:names:tc:SAML:2.0:attrname-format:",
        ends: &["unspecified", "uri", "basic"],
        source: &pages::SAML_CORE,
    },
    Family {
        start: "urn:oasis:names:tc:SAML:2.0:status:",
        ends: &[
            "Success",
            "Requester",
            "Responder",
            "VersionMismatch",
            "AuthnFailed",
            "InvalidAttrNameOrValue",
            "InvalidNameIDPolicy",
            "NoAuthnContext",
            "NoAvailableIDP",
            "NoPassive",
            "NoSupportedIDP",
            "PartialLogout",
            "ProxyCountExceeded",
            "RequestDenied",
            "RequestUnsupported",
            "RequestVersionDeprecated",
            "RequestVersionTooHigh",
            "RequestVersionTooLow",
            "ResourceNotRecognized",
            "TooManyResponses",
            "UnknownAttrProfile",
            "UnknownPrincipal",
            "UnsupportedBinding",
        ],
        source: &pages::SAML_CORE,
    },
    Family {
        start: "urn:oasis:names:tc:SAML:2.0:cm:",
        ends: &["bearer", "holder-of-key", "sender-vouches"],
        source: &pages::SAML_PROFILES,
    },
    Family {
        start: "urn:oasis:names:tc:SAML:2.0:ac:classes:",
        ends: &[
            "unspecified",
            "InternetProtocol",
            "InternetProtocolPassword",
            "Kerberos",
            "MobileOneFactorUnregistered",
            "MobileTwoFactorUnregistered",
            "MobileOneFactorContract",
            "MobileTwoFactorContract",
            "Password",
            "PasswordProtectedTransport",
            "PreviousSession",
            "X509",
            "PGP",
            "SPKI",
            "XMLDSig",
            "Smartcard",
            "SmartcardPKI",
            "SoftwarePKI",
            "Telephony",
            "NomadTelephony",
            "PersonalTelephony",
            "AuthenticatedTelephony",
            "SecureRemotePassword",
            "TLSClient",
            "TimeSyncToken",
        ],
        source: &pages::SAML_CONTEXTS,
    },
    Family {
        start: "urn:federation:authentication:",
        ends: &["windows"],
        source: &pages::ENTRA_TOKENS,
    },
    Family {
        start: "http://schemas.microsoft.com/claims/",
        ends: &["multipleauthn", "passkeyauthentication"],
        source: &pages::ENTRA_TOKENS,
    },
];

/// Hosts in the names of claims that belong to a standard or a product.
const CLAIM_HOSTS: &[&str] = &[
    "schemas.xmlsoap.org",
    "schemas.microsoft.com",
    "schemas.auth0.com",
    "docs.oasis-open.org",
    "www.w3.org",
    "www.okta.com",
    "wso2.org",
];

/// Parts of URNs that belong to a standard or a product.
const URN_PARTS: &[&str] = &[
    "urn",
    "oid",
    "oasis",
    "names",
    "tc",
    "SAML",
    "1.0",
    "1.1",
    "2.0",
    "nameid-format",
    "status",
    "ac",
    "classes",
    "cm",
    "mace",
    "dir",
    "attribute-def",
    "ietf",
    "params",
    "scim",
    "schemas",
    "core",
    "user",
    "User",
    "transient",
    "federation",
    "authentication",
    "simplesamlphp",
    "shibboleth",
    "attribute",
    "attributes",
    "claims",
];

/// Parts of paths at Webex.
const PATH_PARTS: &[&str] = &[
    "dispatcher",
    "SAML2AuthService",
    "idb",
    "Consumer",
    "metaAlias",
    "sp",
    "cas",
    "samlsp",
    "admin.php",
    "meet",
    "webappng",
    "sites",
    "mw3300",
    "orion",
    "joinmeeting.do",
    "login",
    "saml2",
    "sso",
];

/// Charsets by the beginning of their names.
const CHARSETS: &[&str] = &[
    "utf-8",
    "utf-16",
    "us-ascii",
    "iso-8859-",
    "windows-125",
    "koi8-r",
    "koi8-u",
    "shift_jis",
    "euc-jp",
    "euc-kr",
    "gb2312",
    "gbk",
    "gb18030",
    "big5",
    "ibm",
    "cp125",
    "macintosh",
];

/// Whether the identifier stands in a table.
pub fn is_identifier(text: &str) -> bool {
    let stands_in = |family: &Family| {
        let end = text.strip_prefix(family.start);
        end.is_some_and(|end| family.ends.contains(&end))
    };
    FAMILIES.iter().any(stands_in)
}

/// Whether Webex reads an attribute of this name, or the tables know it as another name, or as Member Status.
pub fn is_attribute(name: &str) -> bool {
    let all = ServiceProvider::ALL.into_iter();
    let mut rows = all.flat_map(ServiceProvider::attributes);
    let lower = name.trim().to_lowercase();
    rows.any(|row| row.name.eq_ignore_ascii_case(name))
        || names::ALL.iter().any(|row| row.name == lower)
        || (member_status::recognise(name, None, &[]).is_some() && !name.contains([':', '/']))
}

pub fn is_claim_host(host: &str) -> bool {
    CLAIM_HOSTS.contains(&host)
}

pub fn is_urn_part(part: &str) -> bool {
    URN_PARTS.contains(&part)
}

pub fn is_path_part(part: &str) -> bool {
    PATH_PARTS.contains(&part)
}

/// Whether a label of a host at Webex is not the name of a site.
pub fn is_webex_label(label: &str) -> bool {
    matches!(
        label,
        "www" | "my" | "idbroker" | "idbroker-eu" | "idbroker-b-us" | "connect" | "loginp"
    )
}

/// Whether this is the name of a charset.
pub fn is_charset(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_end = |end: &str| end.len() <= 4 && end.bytes().all(|b| b.is_ascii_alphanumeric());
    CHARSETS
        .iter()
        .any(|start| lower.strip_prefix(start).is_some_and(is_end))
}
