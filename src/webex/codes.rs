//! The SSO error codes 1 to 32.

use super::pages::{self, Page};
use crate::text::Phrase;

/// One code.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The number.
    pub number: u8,
    /// What it means, and what to do where that is known.
    pub meaning: Phrase,
    /// The page that says so.
    pub source: &'static Page,
}

const CISCO: &Page = &pages::SSO_ERRORS;
const LIST: &Page = &pages::SSO_CODES;

macro_rules! codes {
    ($($number:literal $source:expr, $text:literal;)*) => {
        &[$(Code {
            number: $number,
            meaning: Phrase { id: concat!("code-", $number), english: $text },
            source: $source,
        }),*]
    };
}

/// All of them, in order. The names without a page of Cisco's own come from another vendor's copy of the list.
pub static ALL: &[Code] = codes! {
    1 CISCO, "The SSO exchange failed in a way that Webex has no other code for. Cisco support can see the reason.";
    2 LIST, "The message has no user name: no NameID and no `uid` that Webex can use.";
    3 &pages::CODE_3, "There is no account for this user, and automatic account creation is off. Create the account, or turn creation on.";
    4 CISCO, "The identity provider's certificate is not at Webex. Upload it there.";
    5 CISCO, "The response arrived as a redirect. Set the identity provider to send it by POST.";
    6 LIST, "The posted data could not be read.";
    7 CISCO, "SSO is not enabled for this site, or another protocol is set.";
    8 CISCO, "The certificate at Webex is not the one that the identity provider signs with. Upload the current one.";
    9 LIST, "Webex could not load the site's SSO configuration.";
    10 LIST, "The NameQualifier does not match the site's address.";
    11 LIST, "Webex could not reach the asserting party.";
    12 LIST, "Webex could not resolve the SAML artifact.";
    13 &pages::CODE_13, "The signature was fine, but the content was refused. Most often the AuthnContextClassRef of the message is not in the site's list.";
    14 LIST, "The Recipient of the message is not a Webex address.";
    15 CISCO, "The identity provider's certificate at Webex has expired. Upload the new one.";
    16 LIST, "The account is locked.";
    17 LIST, "The account has expired.";
    18 &pages::CODE_18, "The account was deactivated. Activate it again.";
    19 CISCO, "The assertion was too old when it arrived. Most often the clocks of the two sides differ.";
    20 LIST, "The assertion carries no signature.";
    21 LIST, "Users of this role may not sign in.";
    22 LIST, "The security token was not accepted; this belongs to WS-Federation.";
    23 CISCO, "The signature is missing, or does not match the content.";
    24 CISCO, "The Issuer of the message is not the one set at Webex as IdP ID. They must be the same, character by character.";
    25 CISCO, "The format of the NameID is not the one set at Webex.";
    26 LIST, "Webex could not make its sign-in request.";
    27 LIST, "Webex could not make its sign-out request.";
    28 LIST, "The response answers another request than the one that Webex sent.";
    29 LIST, "The response could not be read as a SAML response.";
    30 LIST, "The request could not be read as a SAML request.";
    31 &pages::ERROR_31, "Webex knew the user and tried to make an account, but could not. Cisco lists five causes.";
    32 &pages::MEETINGS_ATTRIBUTES, "Webex found the account, but could not update it. For an update `updateTimeStamp` is required.";
};

/// The row of `number`, 1 to 32.
pub fn code(number: u8) -> Option<&'static Code> {
    ALL.iter().find(|code| code.number == number)
}
