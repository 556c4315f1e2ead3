//! What may stay: identifiers of the standards and of products, none of which names a person or a company.

use super::learnt::camel;
use super::usual;
use crate::chars::fold::name as fold_name;
use crate::chars::invisible::is_blank;
use crate::facts::latin_twin;
use crate::hash::HashSet;
use crate::webex::pages::{self, Page};
use crate::webex::{ServiceProvider, names};
use std::sync::LazyLock;

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

/// Whether it is one of them but for case and blanks.
pub fn is_like_identifier(text: &str) -> bool {
    let seen: String = text.chars().filter(|c| !is_blank(*c)).collect();
    let like = |family: &Family| {
        let begins = seen.get(..family.start.len());
        let (Some(start), Some(end)) = (begins, seen.get(family.start.len()..)) else {
            return false;
        };
        let ends = || family.ends.iter().any(|one| one.eq_ignore_ascii_case(end));
        start.eq_ignore_ascii_case(family.start) && ends()
    };
    FAMILIES.iter().any(like)
}

/// Whether the name of an attribute stands in a table, in any spelling: Webex's, claims, OIDs, or usual ones.
pub fn is_name(name: &str) -> bool {
    let whole = name.trim().to_lowercase();
    TABLE.names.contains(&twin(&fold_name(name)))
        || names::is_one(&whole)
        || is_known_oid(whole.strip_prefix("urn:oid:").unwrap_or(&whole))
}

/// Whether a word is part of such a name.
pub fn is_word(word: &str) -> bool {
    let word = twin(&word.to_lowercase());
    let is_letter = word.chars().nth(1).is_none();
    !is_letter && (TABLE.words.contains(&word) || TABLE.names.contains(&word))
}

/// What a claim's name begins with.
pub fn claim_prefix(name: &str) -> Option<&'static str> {
    let begins = |prefix: &&&str| name.starts_with(**prefix);
    usual::CLAIM_PREFIXES.iter().find(begins).copied()
}

/// Whether it is an object identifier: the first arc 0 to 2, at least three arcs, none long enough for a number of
/// somebody's.
pub fn is_oid(text: &str) -> bool {
    let is_arc =
        |arc: &str| (1..=8).contains(&arc.len()) && arc.bytes().all(|b| b.is_ascii_digit());
    let mut arcs = text.split('.');
    matches!(arcs.next(), Some("0" | "1" | "2")) && arcs.clone().count() >= 2 && arcs.all(is_arc)
}

fn is_known_oid(text: &str) -> bool {
    let is_short = |rest: &str| rest.len() <= 12 && rest.split('.').all(|arc| arc.len() <= 4);
    is_oid(text)
        && usual::OIDS
            .iter()
            .any(|start| text.strip_prefix(start).is_some_and(is_short))
}

/// The names of the tables, folded, and the words that they are made of.
struct Table {
    names: HashSet<String>,
    words: HashSet<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let all = ServiceProvider::ALL.into_iter();
    let read = all.flat_map(ServiceProvider::attributes);
    let written: Vec<&str> = read
        .map(|row| row.name)
        .chain(usual::NAMES.iter().copied())
        .collect();
    let fields = [
        "firstName",
        "lastName",
        "displayName",
        "updateTimeStamp",
        "givenName",
        "userPrincipalName",
    ];
    let words = written
        .iter()
        .chain(&fields)
        .flat_map(|name| name.split(|c: char| !c.is_alphabetic()))
        .flat_map(camel)
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() > 1);
    let others = names::ALL.iter().map(|row| fold_name(row.name));
    let names = written.iter().map(|name| fold_name(name));
    Table {
        names: names.chain(others).map(|name| twin(&name)).collect(),
        words: words.map(|word| twin(&word)).collect(),
    }
});

/// Letters of other alphabets as the Latin ones that look the same.
fn twin(text: &str) -> String {
    text.chars().map(latin_twin).collect()
}

pub fn is_claim_host(host: &str) -> bool {
    usual::CLAIM_HOSTS.contains(&host)
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
    let is_number = |end: &str| end.len() <= 4 && end.bytes().all(|b| b.is_ascii_digit());
    let is_end = |end: &str| matches!(end, "le" | "be") || is_number(end);
    CHARSETS
        .iter()
        .any(|start| lower.strip_prefix(start).is_some_and(is_end))
}
