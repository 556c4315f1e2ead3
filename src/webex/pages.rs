//! The pages that the tables and the rules cite, each once.

/// A page that says something about Webex, SAML or an identity provider.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// A short name of its own, in kebab-case.
    pub id: &'static str,
    /// Its address.
    pub url: &'static str,
    /// The day on which what is cited was last held against it, as `2026-11-21`.
    pub checked: &'static str,
}

macro_rules! pages {
    ($($name:ident $id:literal $checked:literal $url:literal;)*) => {
        $(#[doc = concat!("<", $url, ">")]
        pub static $name: Page = Page { id: $id, url: $url, checked: $checked };)*
        /// All of them.
        pub static ALL: &[&Page] = &[$(&$name),*];
    };
}

pages! {
    ERROR_31 "error-31" "2026-11-21" "https://help.webex.com/article/WBX54421";
    MEETINGS_ATTRIBUTES "meetings-attributes" "2026-11-21" "https://help.webex.com/article/WBX67566";
    ATTENDEE_ACCOUNTS "attendee-accounts" "2026-11-21" "https://collaborationhelp.cisco.com/article/g2wy83";
    MESSENGER_ATTRIBUTES "messenger-attributes" "2026-11-21" "http://www.webex.com/webexconnect/orgadmin/help/cs_federated_sso_config.htm";
    CONTROL_HUB_ATTRIBUTES "control-hub-attributes" "2026-11-21" "https://help.webex.com/article/nsjpi6h";
    SERVER_GUIDE "server-guide" "2026-11-21" "https://cisco.com/c/en/us/td/docs/collaboration/CWMS/b_troubleshootingGuide/b_troubleshootingGuide_chapter_01100.html";
    SERVER_GUIDE_2_0 "server-guide-2-0" "2026-11-21" "http://www.cisco.com/en/US/docs/collaboration/CWMS/2_0/Troubleshooting_Guide_chapter_010001.html";
    SERVER_USER_NAMES "server-user-names" "2026-11-21" "https://community.cisco.com/t5/collaboration-applications/webex-meeting-sso-existing-usernames-in-different-formats/td-p/2571732";
    CREATE_USER "create-user" "2026-11-28" "https://developer.cisco.com/docs/webex-xml-api-reference-guide/createuser";
    USER_NAMES "user-names" "2026-11-21" "https://cirqlive.freshdesk.com/support/solutions/articles/8000054592-auto-account-creation-for-webex";

    SSO_ERRORS "sso-errors" "2026-11-21" "https://help.webex.com/article/WBX68460";
    SSO_CODES "sso-codes" "2026-11-21" "https://support.symphony.com/hc/en-us/articles/360044009151-SSO-error-codes";
    CODE_3 "code-3" "2026-11-21" "https://help.webex.com/article/WBX66750";
    CODE_13 "code-13" "2026-11-21" "https://help.webex.com/article/WBX54373";
    CODE_18 "code-18" "2026-11-21" "https://help.webex.com/article/WBX76308";
    FAILED_STATUS "failed-status" "2026-11-21" "https://help.webex.com/article/WBX9000035630";
    ENCRYPTION "encryption" "2026-11-21" "https://help.webex.com/article/WBX9000037225";

    STATUSES "statuses" "2026-11-21" "https://help.webex.com/article/nikzbgy";
    CONVERTED_USERS "converted-users" "2026-11-21" "https://help.webex.com/en-us/article/bl994";
    DELAYED_CLAIM "delayed-claim" "2026-11-21" "https://help.webex.com/nceb8tm";
    MANAGE_SITE_USERS "manage-site-users" "2026-11-28" "https://help.webex.com/article/n0ebkp";
    SITE_ADMINISTRATION "site-administration" "2026-11-21" "https://manualsbrain.com/en/manuals/1609827/?page=106";

    SSO_MEETINGS "sso-meetings" "2026-11-21" "https://help.webex.com/article/g5ey83";
    SSO "sso" "2026-11-21" "https://help.webex.com/article/lfu88u";
    ENTRA "entra" "2026-11-21" "https://help.webex.com/article/WBX000022701";
    ENTRA_CLAIMS "entra-claims" "2026-11-21" "https://learn.microsoft.com/entra/identity-platform/saml-claims-customization";
    ENTRA_TOKENS "entra-tokens" "2026-11-21" "https://learn.microsoft.com/entra/identity-platform/reference-saml-tokens";
    ADFS "adfs" "2026-11-21" "https://help.webex.com/article/nyx7kubb";
    ADFS_UID "adfs-uid" "2026-11-21" "https://www.cisco.com/c/en/us/support/docs/conferencing/webex-control-hub/222997-add-required-attribute-uid-in-adfs.html";
    OKTA "okta" "2026-11-21" "https://help.webex.com/article/crd76f";
    GOOGLE "google" "2026-11-21" "https://help.webex.com/article/brd76f";
    PINGFEDERATE "pingfederate" "2026-11-21" "https://help.webex.com/article/mjazkg";
    SHIBBOLETH "shibboleth" "2026-11-21" "https://help.webex.com/article/kjazkg";
    F5 "f5" "2026-11-21" "https://help.webex.com/article/ljazkg";

    XML_SIGNATURE "xml-signature" "2026-11-29" "https://www.w3.org/TR/xmldsig-core1/";
    SAML_CORE "saml-core" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf";
    SAML_BINDINGS "saml-bindings" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf";
    SAML_PROFILES "saml-profiles" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf";
    SAML_CONTEXTS "saml-contexts" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-authn-context-2.0-os.pdf";
    SAML_COMMENTS "saml-comments" "2026-11-21" "https://www.kb.cert.org/vuls/id/475445";
    XML_WELL_FORMED "xml-well-formed" "2026-11-21" "https://www.w3.org/TR/xml/#sec-well-formed";
    XML_CHARSETS "xml-charsets" "2026-11-21" "https://www.w3.org/TR/xml/#charencoding";
    LDAP "ldap" "2026-11-21" "https://www.rfc-editor.org/rfc/rfc4519";
}

/// The day of the page that was looked at longest ago: all that is cited has been held against its source since.
pub fn checked() -> &'static str {
    ALL.iter()
        .map(|page| page.checked)
        .min()
        .unwrap_or_default()
}
