//! Terms that the statuses are described with.

use crate::text::Phrase;
use crate::webex::pages::{self, Page};

/// A word and what it means.
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub name: Phrase,
    /// What it means.
    pub meaning: Phrase,
    /// The page that says so.
    pub source: &'static Page,
}

macro_rules! terms {
    ($($key:literal $name:literal $source:ident, $meaning:literal;)*) => {
        /// All of them.
        pub static GLOSSARY: &[Term] = &[$(Term {
            name: Phrase::new(concat!("term-", $key), $name),
            meaning: Phrase::new(concat!("term-", $key, "-meaning"), $meaning),
            source: &pages::$source,
        }),*];
    };
}

terms! {
    "convert" "Convert or claim users" CONVERTED_USERS,
        "To bring users of other Webex organisations into your own organisation.";
    "verify-domain" "Verify a domain" CONVERTED_USERS,
        "To prove, with a DNS record, that the domain of your e‑mail addresses is yours. New users then have one step less.";
    "claim-domain" "Claim a domain" CONVERTED_USERS,
        "To keep users of a verified domain from joining any other organisation by any other way. “Claim” is said of users and of domains.";
    "manage-users" "Manage users" CONVERTED_USERS,
        "Everything that brings users into the organisation or out of it and sets up their services.";
    "site-linking" "Site linking" CONVERTED_USERS,
        "To join a Webex Meetings site to an organisation in Control Hub.";
    "delayed" "Delayed claim" DELAYED_CLAIM,
        "A claim that leaves the user 14 days to decide about the old data.";
}
