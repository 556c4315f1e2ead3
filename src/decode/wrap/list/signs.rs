//! What tells attributes of a SAML message from any other names and values of people.

/// Words that only stand beside attributes of a message, in lower case.
const SURE: [&str; 15] = [
    "issued identity",
    "nameid",
    "name_id",
    "sessionindex",
    "session_index",
    "samld",
    "ava:",
    "'ava'",
    "\"ava\"",
    "claim name",
    "claim type",
    "attribute statement",
    "saml2",
    "rubysaml",
    "samluserdata",
];

/// Words that do so where `saml` stands as well.
const BESIDE: [&str; 4] = ["attribut", "claim", "assertion", "profile"];

/// Words of other lists of people.
const OTHERS: [&str; 5] = [
    "objectclass",
    "urn:ietf:params:scim",
    "begin:vcard",
    "insert into",
    "\"dependencies\"",
];

/// Whether an address may be in it, as it stands or with its sign by number; a list without one is told to nobody.
pub(super) fn may_hold_address(text: &str) -> bool {
    ["@", "0040", "x40", "{40"]
        .iter()
        .any(|sign| text.contains(sign))
}

/// Whether the words beside the names say what they are.
pub(super) fn speaks_of_attributes(text: &str) -> bool {
    let text = text.to_lowercase();
    SURE.iter().any(|word| text.contains(word))
        || text.contains("saml") && BESIDE.iter().any(|word| text.contains(word))
}

/// Whether it is a list of people of another kind.
pub(super) fn is_of_others(text: &str) -> bool {
    let text = text.to_lowercase();
    OTHERS.iter().any(|word| text.contains(word))
}

/// Whether it is written as JSON.
pub(super) fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(['{', '[']) && text.contains("\":")
}
