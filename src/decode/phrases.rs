//! The error texts of Webex as folded words, each with its number.

/// How far a phrase can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Nothing else is called so: enough without a number.
    Alone,
    /// Needs its own number behind it.
    Numbered,
    /// Any number behind it is the code.
    Code,
    /// Like `Code`, but other programs speak so too: 31, or near words of sign-in.
    Near,
    /// Like `Near`, for 31 as well.
    Bare,
}

/// A phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    /// Its words, folded, with one space between.
    pub words: &'static str,
    /// The code; 0 where the number says it.
    pub code: u8,
    /// How far it can be trusted.
    pub trust: Trust,
}

const fn phrase(words: &'static str, code: u8, trust: Trust) -> Phrase {
    Phrase { words, code, trust }
}

use Trust::{Alone, Bare, Code, Near, Numbered};

/// Every phrase; of two that begin alike the longer comes first.
pub(super) const PHRASES: &[Phrase] = &[
    phrase("auto account creation failed", 31, Alone),
    phrase("auto account create failed", 31, Alone),
    phrase("automatic account creation failed", 31, Alone),
    phrase("autoaccountcreationfailed", 31, Alone),
    phrase("kreiranje automatskog naloga nije uspelo", 31, Alone),
    phrase("automatsko kreiranje naloga nije uspelo", 31, Alone),
    phrase("auto account update failed", 32, Alone),
    phrase("automatic account update failed", 32, Alone),
    phrase("autoaccountupdatefailed", 32, Alone),
    phrase("azuriranje automatskog naloga nije uspelo", 32, Alone),
    phrase("automatsko azuriranje naloga nije uspelo", 32, Alone),
    phrase("null error number", 0, Code),
    phrase("broj greske null", 0, Code),
    phrase("sso error code", 0, Code),
    phrase("sso error number", 0, Code),
    phrase("error number", 0, Near),
    phrase("error code", 0, Near),
    phrase("errorcode", 0, Near),
    phrase("broj greske", 0, Near),
    phrase("kod greske", 0, Near),
    phrase("sso error", 0, Near),
    phrase("error", 0, Bare),
    phrase("greska", 0, Bare),
    phrase("sso protocol error", 1, Numbered),
    phrase("no user name found in saml assertion", 2, Numbered),
    phrase("no username found in saml assertion", 2, Numbered),
    phrase("no user account found in the system", 3, Numbered),
    phrase("no user account found in system", 3, Numbered),
    phrase("no x 509 certificate found in the system", 4, Numbered),
    phrase("no x 509 certificate found", 4, Numbered),
    phrase("only post request is supported", 5, Numbered),
    phrase("incorrect saml sso post data", 6, Numbered),
    phrase("the site org is not allowed to use sso", 7, Numbered),
    phrase("the site is not allowed to use sso", 7, Numbered),
    phrase("the org is not allowed to use sso", 7, Numbered),
    phrase(
        "incorrect x 509 certificate to validate assertion",
        8,
        Numbered,
    ),
    phrase(
        "incorrect x 509 certificate to validate saml assertion",
        8,
        Numbered,
    ),
    phrase("incorrect x 509 certificate", 8, Numbered),
    phrase("loading configuration error", 9, Numbered),
    phrase(
        "value of namequalifier does not match site url",
        10,
        Numbered,
    ),
    phrase(
        "the value of namequalifier does not match site url",
        10,
        Numbered,
    ),
    phrase("unable to reach assertion party", 11, Numbered),
    phrase("failed to resolve saml artifact", 12, Numbered),
    phrase("invalid saml assertion", 13, Numbered),
    phrase("recipient does not match webex com", 14, Numbered),
    phrase("x 509 certificate has expired", 15, Numbered),
    phrase("user account is locked", 16, Numbered),
    phrase("user account is expired", 17, Numbered),
    phrase("user account has been deactivated", 18, Numbered),
    phrase("saml assertion is expired", 19, Numbered),
    phrase("saml assertion is unsigned", 20, Numbered),
    phrase("user role is not allowed to login", 21, Numbered),
    phrase("invalid requestedsecuritytoken", 22, Numbered),
    phrase("invalid digital signature", 23, Numbered),
    phrase("untrusted issuer", 24, Numbered),
    phrase("name identifier format is incorrect", 25, Numbered),
    phrase("unable to generate authnrequest", 26, Numbered),
    phrase("unable to generate logout request", 27, Numbered),
    phrase("inresponseto does not match the request id", 28, Numbered),
    phrase("invalid response message", 29, Numbered),
    phrase("invalid request message", 30, Numbered),
];

/// Whether a phrase, or a word in front of one, begins with `word`: most words are sorted out here.
pub(super) fn begins(word: &str) -> bool {
    matches!(
        word,
        "auto"
            | "autoaccountcreationfailed"
            | "autoaccountupdatefailed"
            | "automatic"
            | "automatsko"
            | "azuriranje"
            | "broj"
            | "error"
            | "errorcode"
            | "failed"
            | "greska"
            | "incorrect"
            | "inresponseto"
            | "invalid"
            | "kod"
            | "kreiranje"
            | "loading"
            | "name"
            | "no"
            | "null"
            | "only"
            | "razlog"
            | "reason"
            | "recipient"
            | "saml"
            | "sso"
            | "the"
            | "unable"
            | "untrusted"
            | "user"
            | "value"
            | "x"
    )
}

/// Words in front of a phrase that belong to it.
pub(super) const BEFORE: [&str; 2] = ["reason", "razlog"];

/// Words that may stand between a phrase and its number.
pub(super) const BETWEEN: [&str; 9] = [
    "error", "code", "number", "no", "greska", "greske", "kod", "broj", "null",
];

/// Words behind a number that belong to it.
pub(super) const BEHIND: [&str; 5] = [
    "while creating an sso account",
    "while creating a new sso account",
    "while creating sso account",
    "prilikom kreiranja novog sso naloga",
    "prilikom kreiranja sso naloga",
];

/// Words that say that the text is about such a sign-in.
pub(super) const TOPIC: [&str; 8] = [
    "sso",
    "saml",
    "webex",
    "single sign",
    "sign-in",
    "sign in",
    "federated",
    "account creation",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_beginning_is_known() {
        let first = PHRASES
            .iter()
            .filter_map(|phrase| phrase.words.split(' ').next());
        for word in first.chain(BEFORE) {
            assert!(begins(word), "{word}");
        }
    }

    #[test]
    fn longer_phrases_come_first() {
        for (index, phrase) in PHRASES.iter().enumerate() {
            let shadowed = |later: &Phrase| later.words.starts_with(&format!("{} ", phrase.words));
            assert!(!PHRASES[index..].iter().any(shadowed), "{}", phrase.words);
        }
    }
}
