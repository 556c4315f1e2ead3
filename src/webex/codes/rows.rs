//! The rows of the codes, in order. Names without a page of Cisco's own come from another vendor's copy of the list.

use super::{Claim, Code, Fix, FixPlace};
use crate::text::Phrase;
use crate::webex::pages::*;

macro_rules! codes {
    ($(
        $number:literal $page:ident [$($spelling:literal),*] $meaning:literal
        causes { $($cause:literal $cause_page:ident $cause_text:literal;)* }
        fixes { $($place:ident $fix:literal $fix_page:ident $action:literal $steps:literal;)* }
        rules [$($rule:literal),*]
    )*) => {
        &[$(Code {
            number: $number,
            spellings: &[$($spelling),*],
            is_unmistakable: $number > 30,
            meaning: Phrase::new(concat!("code-", $number), $meaning),
            source: &$page,
            causes: &[$(Claim {
                text: Phrase::new(concat!("code-", $number, "-cause-", $cause), $cause_text),
                source: &$cause_page,
            }),*],
            fixes: &[$(Fix {
                place: FixPlace::$place,
                action: Phrase::new(concat!("code-", $number, "-", "do-", $fix, "-action"), $action),
                steps: Phrase::new(concat!("code-", $number, "-", "do-", $fix), $steps),
                source: &$fix_page,
            }),*],
            predicted_by: &[$($rule),*],
        }),*]
    };
}
/// All of them, in order.
pub static ALL: &[Code] = codes! {
    1 SSO_ERRORS ["SSO protocol error"]
        "The SSO exchange failed, and Webex has no other code for it."
    causes {
        "general" SSO_ERRORS "By Cisco’s list it covers errors inside the service that have no code of their own.";
    }
    fixes {
        Webex "support" SSO_ERRORS "Contact Cisco support"
            "Take the code, the time of the attempt and the message to Cisco support.";
    }
    rules []
    2 SSO_CODES ["No user name found in SAML assertion", "No username found in SAML assertion"]
        "The assertion has no user name."
    causes {
        "name" MEETINGS_ATTRIBUTES "Our reading: neither the NameID nor `uid` holds a value.";
    }
    fixes {
        IdentityProvider "name" MEETINGS_ATTRIBUTES "Send the user name"
            "Send the user name that the account has at Webex as `uid`, and the same value as NameID. That either of them would do is our reading.";
    }
    rules ["missing-attribute", "empty-attribute"]
    3 CODE_3 ["No user account found in the system", "No user account found in system"]
        "Webex found no account for this user, and created none."
    causes {
        "off" CODE_3 "From the steps on Cisco’s page we read: automatic account creation is off, and nobody created the account by hand.";
        "directory" CODE_3 "It also has you check whether the user is in the company’s directory at all.";
    }
    fixes {
        Webex "creation" CODE_3 "Turn automatic account creation on, or create the account"
            "1. Sign in to Site Administration.\n1. Look in the SSO configuration whether **Auto Account Creation** is on, and turn it on.\n1. If accounts are created by hand at your site, add the user.";
        IdentityProvider "directory" CODE_3 "Check that the user is in the directory"
            "Check that the user has been added to the directory that the identity provider reads.";
    }
    rules []
    4 SSO_ERRORS ["No X.509 certificate found in the system", "No X.509 certificate found"]
        "Webex doesn’t have the identity provider’s certificate."
    causes {
        "none" SSO_ERRORS "No certificate was set up in the administration of the service.";
    }
    fixes {
        Webex "upload" SSO_ERRORS "Upload the certificate"
            "In the administration of the service open **Organization Certificate Management** and upload the certificate with which the identity provider signs.";
    }
    rules []
    5 SSO_ERRORS ["Only POST request is supported"]
        "The response did not arrive by POST, and Webex takes no other way."
    causes {
        "get" SSO_ERRORS "The identity provider sent the message by GET.";
    }
    fixes {
        IdentityProvider "post" SSO_ERRORS "Send the response by POST"
            "1. Capture one sign-in and look how the message reaches Webex.\n1. If it comes by GET, set the identity provider to the binding `HTTP-POST`.";
    }
    rules ["response-by-get"]
    6 SSO_CODES ["Incorrect SAML SSO post data"]
        "The posted SAML data is incorrect."
    causes {}
    fixes {}
    rules []
    7 SSO_ERRORS ["The site/org is not allowed to use SSO", "The site is not allowed to use SSO", "The org is not allowed to use SSO"]
        "This site or organisation is not allowed to use SSO."
    causes {
        "off" SSO_ERRORS "SSO is not turned on for the service, or another protocol is set there.";
        "old" SSO_MEETINGS "SAML 1.1 and WS-Federation 1.0 are no longer supported. That a site still set to one of them answers with this code is our reading.";
    }
    fixes {
        Webex "protocol" SSO_ERRORS "Check that SSO is on and which protocol is set"
            "1. Look in the SSO configuration whether the protocol is SAML 2.0.\n1. Whether SSO is turned on for the service, Cisco support can say.";
    }
    rules []
    8 SSO_ERRORS ["Incorrect X.509 certificate to validate assertion", "Incorrect X.509 certificate to validate SAML assertion", "Incorrect X.509 certificate"]
        "The certificate at Webex is not the one that the identity provider signs with."
    causes {
        "other" SSO_ERRORS "A certificate is set up, but it is not that of the identity provider.";
    }
    fixes {
        Webex "upload" SSO_ERRORS "Upload the current certificate"
            "1. Compare the certificate set up at Webex with the one that the identity provider signs with.\n1. Upload that one.";
    }
    rules ["other-certificate"]
    9 SSO_CODES ["Loading configuration error"]
        "Webex could not load the site’s SSO configuration."
    causes {}
    fixes {}
    rules []
    10 SSO_CODES ["Value of NameQualifier does not match site URL", "The value of NameQualifier does not match site URL"]
        "The NameQualifier does not match the site’s address."
    causes {
        "other" SAML_CORE "Our reading: the NameID or the issuer carries a `NameQualifier` with another value than the site’s address.";
    }
    fixes {
        IdentityProvider "leave-out" SAML_CORE "Leave `NameQualifier` out"
            "SAML lets it be left out. If it has to stay, give it the address of the site. Which of the two Webex wants, no source says.";
    }
    rules ["name-qualifier"]
    11 SSO_CODES ["Unable to reach Assertion Party"]
        "Webex could not reach the party that issues the assertion."
    causes {}
    fixes {}
    rules []
    12 SSO_CODES ["Failed to resolve SAML Artifact"]
        "Webex could not resolve the SAML artifact."
    causes {
        "reference" SAML_BINDINGS "Our reading: the identity provider sent a reference to the message, an artifact, and Webex could not fetch the message with it.";
    }
    fixes {
        IdentityProvider "post" SSO_ERRORS "Send the response by POST"
            "Set the identity provider to the binding `HTTP-POST`: by Cisco’s list, of code 5, Webex takes nothing else.";
    }
    rules []
    13 CODE_13 ["Invalid SAML Assertion"]
        "The certificate fits, but the content of the assertion was refused."
    causes {
        "differs" CODE_13 "The message has no `AuthnContextClassRef`, or another than the one entered at the site.";
        "proxy" CODE_13 "With an AD FS proxy, users outside and inside get two different values.";
        "content" SSO_ERRORS "Cisco’s list says only that the content did not pass, and has you check whether the message is complete.";
    }
    fixes {
        Webex "class" CODE_13 "Compare `AuthnContextClassRef` with the value at the site"
            "1. Look up `AuthnContextClassRef` in the message.\n1. In Site Administration open **Configuration › Common Site Settings › SSO Configuration**.\n1. Compare it with the field **AuthnContextClassRef**, character by character. Several values are joined by `;`.";
        IdentityProvider "send-class" CODE_13 "Send an `AuthnContextClassRef` that the site lists"
            "If the message has none, or another, set the identity provider to send one that the site lists.";
    }
    rules ["authn-context", "other-authn-context"]
    14 SSO_CODES ["Recipient does not match webex.com"]
        "The Recipient of the message does not match `webex.com`."
    causes {
        "address" SAML_PROFILES "Our reading: `Recipient` or `Destination` is not the address at Webex to which the message belongs; SAML asks for exactly that address.";
    }
    fixes {
        IdentityProvider "address" ENTRA_TUTORIAL "Set the address of the site’s SSO service"
            "Set the reply address (ACS URL) to that of your site, as in `https://SITENAME.webex.com/dispatcher/SAML2AuthService?siteurl=SITENAME`.";
    }
    rules ["other-address"]
    15 SSO_ERRORS ["X.509 certificate has expired"]
        "The identity provider’s certificate at Webex has expired."
    causes {
        "expired" SSO_ERRORS "The certificate that was uploaded is no longer valid.";
    }
    fixes {
        Webex "upload" SSO_ERRORS "Upload the new certificate"
            "In the administration of the service open **Organization Certificate Management** and replace the certificate by the current one of the identity provider.";
    }
    rules ["certificate-dates"]
    16 SSO_CODES ["User account is locked"]
        "The account is locked."
    causes {
        "password" CODE_16 "A wrong password was tried too often, by the user or by a desktop app that keeps an old one. How often is too often, the site sets.";
    }
    fixes {
        Webex "unlock" CODE_16 "Unlock the account"
            "1. Sign in to Site Administration and open **Users**.\n1. Search for the user name or the e‑mail, and open the account.\n1. Under **Privileges › Security** untick **Account locked out**, then press **Update**.";
        Webex "wait" SITE_ADMINISTRATION "Look whether the site unlocks accounts by itself"
            "A site can be set to unlock them after some minutes: **Automatically unlock account after [N] minutes**.";
    }
    rules []
    17 SSO_CODES ["User account is expired"]
        "The account has expired."
    causes {}
    fixes {
        Webex "look-up" ERROR_31 "Look the account up at the site"
            "1. Sign in to Site Administration.\n1. Open **Edit User**, untick **Show active accounts only** and search for the user name or the e‑mail.\n1. Look whether the account is active. Why an account expires, and where its date is shown, no source says; if nothing shows, ask Cisco support.";
    }
    rules []
    18 CODE_18 ["User account has been deactivated"]
        "The account has been deactivated."
    causes {
        "where" CODE_18 "It was deactivated in the directory or at the site.";
        "idle" SITE_ADMINISTRATION "A site can be set to deactivate an account after days without a sign-in; the user gets no notice.";
        "or-31" ERROR_31 "Cisco’s page on error 31 names a deactivated account too. Our reading: 18 comes where Webex finds the account by its user name; 31 where it doesn’t find it so, and can’t create a second one with the same e‑mail.";
    }
    fixes {
        Webex "reactivate" ERROR_31 "Reactivate the account"
            "1. Sign in to Site Administration.\n1. Open **Edit User**, untick **Show active accounts only** and search for the user name or the e‑mail.\n1. Tick **Active**, then press **Submit**.";
        Webex "hub" STATUSES "In Control Hub: reactivate the user"
            "If the site is managed in Control Hub: open **Users**, find the user and choose **Reactivate User**.";
        IdentityProvider "directory" CODE_18 "Check that the user is active in the directory"
            "Activate the user in the directory that the identity provider reads.";
    }
    rules []
    19 SSO_ERRORS ["SAML assertion is expired"]
        "The assertion had expired when it arrived."
    causes {
        "clocks" SSO_ERRORS "Most often the clocks of the identity provider and of Webex differ. How much difference Webex allows is not published.";
    }
    fixes {
        IdentityProvider "clock" SSO_ERRORS "Compare the clocks"
            "Compare the clock of the identity provider with a reliable one, and set it by NTP.";
        Webex "support" SSO_ERRORS "If the clocks agree, contact Cisco support"
            "If the clocks agree, take the message and the time of the attempt to Cisco support.";
    }
    rules ["expired-assertion", "future-issue-instant", "late-not-before"]
    20 SSO_CODES ["SAML assertion is unsigned"]
        "The assertion carries no signature."
    causes {
        "unsigned" SSO_CODES "Webex sites ask for a signed assertion. Whether a signature around the whole response is enough, no source says.";
    }
    fixes {
        IdentityProvider "sign" SSO_CODES "Set the identity provider to sign the assertion"
            "Set the identity provider to sign the assertion, not only the response. That this fixes it is our reading of the wording.";
    }
    rules ["unsigned-message"]
    21 SSO_CODES ["User role is not allowed to login"]
        "Users with this role are not allowed to sign in."
    causes {}
    fixes {}
    rules []
    22 SSO_CODES ["Invalid RequestedSecurityToken"]
        "The security token was not accepted."
    causes {
        "old" SSO_MEETINGS "Our reading: `RequestedSecurityToken` belongs to WS-Federation, and Webex no longer supports version 1.0 of it.";
    }
    fixes {
        Webex "protocol" SSO_MEETINGS "Set the protocol to SAML 2.0"
            "Set the protocol to SAML 2.0 in the SSO configuration and at the identity provider. That this fixes it is our reading.";
    }
    rules []
    23 SSO_ERRORS ["Invalid digital signature"]
        "The signature is missing, or does not match the content."
    causes {
        "signature" SSO_ERRORS "The message is not signed, or its signature doesn’t hold.";
    }
    fixes {
        IdentityProvider "trace" SSO_ERRORS "Capture the message and look at its signature"
            "1. Capture one sign-in and look whether the message is signed.\n1. Nothing on its way may change it, not even blanks: that voids a signature.";
    }
    rules ["bad-signature"]
    24 SSO_ERRORS ["Untrusted Issuer"]
        "The Issuer of the message is not the one set at Webex."
    causes {
        "differs" SSO_ERRORS "The issuer at the identity provider and the one at Webex differ.";
    }
    fixes {
        Webex "issuer" SSO_MEETINGS "Compare the issuer on both sides"
            "1. Look up `Issuer` in the message.\n1. Compare it with **Issuer for SAML (IdP ID)** in the SSO configuration at Webex. They must be the same, character by character.";
    }
    rules ["other-issuer"]
    25 SSO_ERRORS ["Name Identifier format is incorrect"]
        "The format of the NameID is not right."
    causes {
        "differs" SSO_MEETINGS "The format has to be the one set at Webex. That any other is answered with this code is our reading.";
    }
    fixes {
        Webex "format" SSO_MEETINGS "Compare the format of the NameID on both sides"
            "1. Look up the `Format` of the NameID in the message.\n1. Compare it with **NameID Format** in the SSO configuration at Webex.";
        IdentityProvider "send-format" SSO_MEETINGS "Send the NameID in the format set at Webex"
            "Choose the same format at the identity provider. Which account a user is matched to can depend on it: try it with one user first.";
    }
    rules ["name-id-format", "other-name-id-format"]
    26 SSO_CODES ["Unable to generate AuthnRequest"]
        "Webex could not create its sign-in request."
    causes {}
    fixes {}
    rules []
    27 SSO_CODES ["Unable to generate Logout Request"]
        "Webex could not create its sign-out request."
    causes {}
    fixes {}
    rules []
    28 SSO_CODES ["InResponseTo does not match the request ID"]
        "The response answers another request than the one that Webex sent."
    causes {
        "older" SAML_PROFILES "Our reading: the response belongs to an earlier attempt, as after a bookmark, a page left open, or Back.";
    }
    fixes {
        Webex "anew" SAML_PROFILES "Begin the sign-in again"
            "Begin at the address of the site, in a private window, and use no bookmark of the sign-in page. That this helps is our reading.";
    }
    rules ["other-request"]
    29 SSO_CODES ["Invalid Response message"]
        "The response message is not valid."
    causes {}
    fixes {}
    rules []
    30 SSO_CODES ["Invalid Request message"]
        "The request message is not valid."
    causes {}
    fixes {}
    rules []
    31 ERROR_31 ["Auto Account Creation failed", "Auto Account Create failed", "Automatic account creation failed", "AutoAccountCreationFailed", "Kreiranje automatskog naloga nije uspelo", "Automatsko kreiranje naloga nije uspelo", "Creazione automatica account non riuscita", "A criação automática de conta falhou", "Automatisk kontooppretting mislyktes", "Automatisk kontoopprettelse mislyktes", "Автоматичното създаване на акаунт е неуспешно", "Неуспешно автоматично създаване на акаунт", "アカウントの自動作成に失敗しました"]
        "The sign-in itself was accepted; Webex found no account to use, tried to create one and failed. Cisco lists five causes."
    causes {
        "five" ERROR_31 "Member Status in the message; a required field that does not arrive; an account that exists, but is deactivated or awaits approval; no free host licence; a site without a partner ID.";
    }
    fixes {
        IdentityProvider "fields" ERROR_31 "Check what the message carries"
            "Remove Member Status; send user name, first name, last name and e‑mail under the names in Cisco’s table.";
        Webex "look-up" ERROR_31 "Look up what a message can’t show"
            "Look up whether the account exists and is active, whether a host licence is free, and ask whether the site has a partner ID.";
    }
    rules []
    32 MEETINGS_ATTRIBUTES ["Auto Account Update failed", "Automatic account update failed", "AutoAccountUpdateFailed", "Ažuriranje automatskog naloga nije uspelo", "Automatsko ažuriranje naloga nije uspelo"]
        "Webex could not update the account."
    causes {
        "timestamp" MEETINGS_ATTRIBUTES "By Cisco’s attribute table `updateTimeStamp` is required for an update.";
    }
    fixes {
        IdentityProvider "timestamp" MEETINGS_ATTRIBUTES "Send `updateTimeStamp`"
            "Send the time of the user’s last change as `updateTimeStamp`, for example `20261121091407Z`.";
    }
    rules ["missing-update-timestamp"]
};
