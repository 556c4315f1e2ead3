//! Words of the consoles that the statuses are told with.

use super::{BL994, NCEB8TM};
use crate::text::Phrase;

/// A word and what it means.
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub name: Phrase,
    /// What it means.
    pub meaning: Phrase,
    /// Address of the page that says so.
    pub source: &'static str,
}

macro_rules! terms {
    ($($key:literal $name:literal $source:expr, $meaning:literal;)*) => {
        /// All of them.
        pub static GLOSSARY: &[Term] = &[$(Term {
            name: Phrase { id: concat!("term-", $key), english: $name },
            meaning: Phrase { id: concat!("term-", $key, "-meaning"), english: $meaning },
            source: $source,
        }),*];
    };
}

terms! {
    "convert" "Convert or claim users" BL994,
        "To bring users of other Webex organisations into one’s own.";
    "verify-domain" "Verify a domain" BL994,
        "To prove, by an entry in DNS, that the domain of one’s e‑mail addresses is one’s own. It spares new users a step.";
    "claim-domain" "Claim a domain" BL994,
        "To keep users of a verified domain from joining any other organisation. “Claim” is said of users and of domains.";
    "manage-users" "Manage users" BL994,
        "Everything that brings users into the organisation or out of it and sets up their services.";
    "site-linking" "Site linking" BL994,
        "To join a Webex Meetings site to an organisation in Control Hub, with its users.";
    "delayed" "Delayed claim" NCEB8TM,
        "A claim that leaves the user 14 days to decide about the old data.";
}
