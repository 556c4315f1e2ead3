//! The SSO error codes: number, wording, meaning, source.

use super::pages::{self, Page};
use crate::text::Phrase;

/// One code.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The number.
    pub number: u8,
    /// How Webex words it, in every language in which the wording is known.
    pub spellings: &'static [&'static str],
    /// Whether nothing else is called so: then the words need no number beside them.
    pub is_unmistakable: bool,
    /// What it means, and what to do where that is known.
    pub meaning: Phrase,
    /// The page that says so.
    pub source: &'static Page,
}

const CISCO: &Page = &pages::SSO_ERRORS;
const LIST: &Page = &pages::SSO_CODES;

macro_rules! codes {
    ($($number:literal $source:expr, [$($spelling:literal),*], $text:literal;)*) => {
        &[$(Code {
            number: $number,
            spellings: &[$($spelling),*],
            is_unmistakable: $number > 30,
            meaning: Phrase::new(concat!("code-", $number), $text),
            source: $source,
        }),*]
    };
}

/// All of them, in order. The names without a page of Cisco's own come from another vendor's copy of the list.
pub static ALL: &[Code] = codes! {
    1 CISCO, ["SSO protocol error"],
        "The SSO exchange failed, and Webex has no other code for it. Contact Cisco support.";
    2 LIST, ["No user name found in SAML assertion", "No username found in SAML assertion"],
        "The assertion has no user name.";
    3 &pages::CODE_3, ["No user account found in the system", "No user account found in system"],
        "There is no account for this user. Check that automatic account creation is on, or create the account.";
    4 CISCO, ["No X.509 certificate found in the system", "No X.509 certificate found"],
        "Webex doesn’t have the identity provider’s certificate. Upload it.";
    5 CISCO, ["Only POST request is supported"],
        "The response arrived as a redirect. Set the identity provider to send it by POST.";
    6 LIST, ["Incorrect SAML SSO post data"],
        "The posted SAML data is incorrect.";
    7 CISCO, ["The site/org is not allowed to use SSO", "The site is not allowed to use SSO", "The org is not allowed to use SSO"],
        "SSO is not enabled for this site, or another protocol is set.";
    8 CISCO, ["Incorrect X.509 certificate to validate assertion", "Incorrect X.509 certificate to validate SAML assertion", "Incorrect X.509 certificate"],
        "The certificate at Webex is not the one that the identity provider signs with. Upload the current one.";
    9 LIST, ["Loading configuration error"],
        "Webex could not load the site’s SSO configuration.";
    10 LIST, ["Value of NameQualifier does not match site URL", "The value of NameQualifier does not match site URL"],
        "The NameQualifier does not match the site’s address.";
    11 LIST, ["Unable to reach Assertion Party"],
        "Webex could not reach the party that issues the assertion.";
    12 LIST, ["Failed to resolve SAML Artifact"],
        "Webex could not resolve the SAML artifact.";
    13 &pages::CODE_13, ["Invalid SAML Assertion"],
        "The certificate fits, but the content of the assertion was refused. Cisco’s page names one cause: the AuthnContextClassRef of the message is not in the list under **Configuration › Common Site Settings › SSO Configuration**. Compare the two, character by character.";
    14 LIST, ["Recipient does not match webex.com"],
        "The Recipient of the message does not match `webex.com`.";
    15 CISCO, ["X.509 certificate has expired"],
        "The identity provider’s certificate at Webex has expired. Upload the new one.";
    16 LIST, ["User account is locked"],
        "The account is locked.";
    17 LIST, ["User account is expired"],
        "The account has expired.";
    18 &pages::CODE_18, ["User account has been deactivated"],
        "The account has been deactivated, in the directory or at the site. Activate it again.";
    19 CISCO, ["SAML assertion is expired"],
        "The assertion had expired when it arrived. Most often the clocks of the two sides differ; if they agree, contact Cisco support.";
    20 LIST, ["SAML assertion is unsigned"],
        "The assertion carries no signature.";
    21 LIST, ["User role is not allowed to login"],
        "Users with this role are not allowed to sign in.";
    22 LIST, ["Invalid RequestedSecurityToken"],
        "The security token was not accepted.";
    23 CISCO, ["Invalid digital signature"],
        "The signature is missing, or does not match the content.";
    24 CISCO, ["Untrusted Issuer"],
        "The Issuer of the message is not the one set at Webex as IdP ID. They must be the same, character by character.";
    25 CISCO, ["Name Identifier format is incorrect"],
        "The format of the NameID is not right. That it has to be the one set at Webex is our reading.";
    26 LIST, ["Unable to generate AuthnRequest"],
        "Webex could not create its sign-in request.";
    27 LIST, ["Unable to generate Logout Request"],
        "Webex could not create its sign-out request.";
    28 LIST, ["InResponseTo does not match the request ID"],
        "The response answers another request than the one that Webex sent.";
    29 LIST, ["Invalid Response message"],
        "The response message is not valid.";
    30 LIST, ["Invalid Request message"],
        "The request message is not valid.";
    31 &pages::ERROR_31, [
        "Auto Account Creation failed",
        "Auto Account Create failed",
        "Automatic account creation failed",
        "AutoAccountCreationFailed",
        "Kreiranje automatskog naloga nije uspelo",
        "Automatsko kreiranje naloga nije uspelo",
        "Creazione automatica account non riuscita",
        "A criação automática de conta falhou",
        "Automatisk kontooppretting mislyktes",
        "Automatisk kontoopprettelse mislyktes",
        "Автоматичното създаване на акаунт е неуспешно",
        "Неуспешно автоматично създаване на акаунт",
        "アカウントの自動作成に失敗しました"
    ],
        "The sign-in itself was accepted; Webex found no account to use, tried to create one and failed. Cisco lists five causes.";
    32 &pages::MEETINGS_ATTRIBUTES, [
        "Auto Account Update failed",
        "Automatic account update failed",
        "AutoAccountUpdateFailed",
        "Ažuriranje automatskog naloga nije uspelo",
        "Automatsko ažuriranje naloga nije uspelo"
    ],
        "Webex could not update the account. For an update `updateTimeStamp` is required.";
};

/// The row of `number`.
pub fn code(number: u8) -> Option<&'static Code> {
    ALL.iter().find(|code| code.number == number)
}
