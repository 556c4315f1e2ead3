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
    /// Whose page it is.
    pub standing: Standing,
}

/// Whose page one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Of those whose product or standard it speaks of.
    Own,
    /// A copy on somebody else's site.
    Copy,
    /// Of somebody else, who reports.
    Third,
}

macro_rules! standing {
    () => {
        Standing::Own
    };
    ($standing:ident) => {
        Standing::$standing
    };
}

macro_rules! pages {
    ($($name:ident $id:literal $checked:literal $url:literal $($standing:ident)?;)*) => {
        $(#[doc = concat!("<", $url, ">")]
        pub static $name: Page = Page { id: $id, url: $url, checked: $checked, standing: standing!($($standing)?) };)*
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
    SERVER_PLANNING "server-planning" "2026-11-29" "https://manualsbrain.com/en/manuals/1610123/?page=176" Copy;
    SERVER_USER_NAMES "server-user-names" "2026-11-21" "https://community.cisco.com/t5/collaboration-applications/webex-meeting-sso-existing-usernames-in-different-formats/td-p/2571732" Third;
    CREATE_USER "create-user" "2026-11-28" "https://developer.cisco.com/docs/webex-xml-api-reference-guide/createuser";
    USER_NAMES "user-names" "2026-11-21" "https://cirqlive.freshdesk.com/support/solutions/articles/8000054592-auto-account-creation-for-webex" Third;

    SSO_ERRORS "sso-errors" "2026-11-29" "https://help.webex.com/article/WBX68460";
    SSO_CODES "sso-codes" "2026-11-29" "https://support.symphony.com/hc/en-us/articles/360044009151-SSO-error-codes" Copy;
    CODE_3 "code-3" "2026-11-29" "https://help.webex.com/article/WBX66750";
    CODE_13 "code-13" "2026-11-29" "https://help.webex.com/article/WBX54373";
    CODE_16 "code-16" "2026-11-29" "https://help.webex.com/article/WBX38988";
    CODE_18 "code-18" "2026-11-21" "https://help.webex.com/article/WBX76308";
    FAILED_STATUS "failed-status" "2026-11-21" "https://help.webex.com/article/WBX9000035630";
    ENCRYPTION "encryption" "2026-11-21" "https://help.webex.com/article/WBX9000037225";

    API_ERRORS "api-errors" "2026-11-29" "https://developer.cisco.com/docs/webex-meetings/common-error-messages";

    STATUSES "statuses" "2026-11-21" "https://help.webex.com/article/nikzbgy";
    ENTRA_USERS "entra-users" "2026-11-29" "https://help.webex.com/en-us/article/d3p9vfb";
    CONVERTED_USERS "converted-users" "2026-11-21" "https://help.webex.com/en-us/article/bl994";
    DELAYED_CLAIM "delayed-claim" "2026-11-21" "https://help.webex.com/nceb8tm";
    MANAGE_SITE_USERS "manage-site-users" "2026-11-28" "https://help.webex.com/article/n0ebkp";
    SERVICE_REQUESTS "service-requests" "2026-11-29" "https://help.webex.com/article/jpy5d4";
    SIGN_UP "sign-up" "2026-11-29" "https://help.webex.com/en-us/z6i2j4";
    MANAGE_SITE "manage-site" "2026-11-29" "https://help.webex.com/article/naqlzeu";
    LINK_SITES "link-sites" "2026-11-29" "https://help.webex.com/article/nc7fhoy";
    MOVE_TO_HUB "move-to-hub" "2026-11-29" "https://help.webex.com/en-us/uftwr4";
    UPDATE_TO_HUB "update-to-hub" "2026-11-29" "https://help.webex.com/article/dowv6t";
    SITE_ADMINISTRATION "site-administration" "2026-11-21" "https://manualsbrain.com/en/manuals/1609827/?page=106" Copy;

    SSO_MEETINGS "sso-meetings" "2026-11-21" "https://help.webex.com/article/g5ey83";
    SSO "sso" "2026-11-21" "https://help.webex.com/article/lfu88u";
    ENTRA_TUTORIAL "entra-tutorial" "2026-11-28" "https://learn.microsoft.com/entra/identity/saas-apps/cisco-webex-tutorial";
    ENTRA_CLAIMS "entra-claims" "2026-11-21" "https://learn.microsoft.com/entra/identity-platform/saml-claims-customization";
    ENTRA_TOKENS "entra-tokens" "2026-11-21" "https://learn.microsoft.com/entra/identity-platform/reference-saml-tokens";
    ENTRA_GUESTS "entra-guests" "2026-11-29" "https://learn.microsoft.com/en-gb/entra/external-id/claims-mapping";
    ADFS "adfs" "2026-11-21" "https://help.webex.com/article/nyx7kubb";
    ADFS_UID "adfs-uid" "2026-11-21" "https://www.cisco.com/c/en/us/support/docs/conferencing/webex-control-hub/222997-add-required-attribute-uid-in-adfs.html";
    OKTA "okta" "2026-11-21" "https://help.webex.com/article/crd76f";
    GOOGLE "google" "2026-11-21" "https://help.webex.com/article/brd76f";
    GOOGLE_EMPTY "google-empty" "2026-11-29" "https://github.com/node-saml/node-saml/issues/227" Third;
    PINGFEDERATE "pingfederate" "2026-11-21" "https://help.webex.com/article/mjazkg";
    SHIBBOLETH "shibboleth" "2026-11-21" "https://help.webex.com/article/kjazkg";
    F5 "f5" "2026-11-21" "https://help.webex.com/article/ljazkg";
    ADFS_RULES "adfs-rules" "2026-11-29" "https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/technical-reference/when-to-use-a-custom-claim-rule";
    OKTA_STATEMENTS "okta-statements" "2026-11-29" "https://help.okta.com/oie/en-us/content/topics/apps/define-attribute-statements.htm";
    GOOGLE_MAPPING "google-mapping" "2026-11-29" "https://kb.aampe.com/developer-guide/sso/sso_google" Third;
    ONELOGIN_PARAMETERS "onelogin-parameters" "2026-11-29" "https://docs.secoda.co/enterprise/saml/onelogin-saml" Third;
    DUO_ATTRIBUTES "duo-attributes" "2026-11-29" "https://duo.com/docs/sso-generic";
    AUTH0_WEBEX "auth0-webex" "2026-11-29" "https://auth0.com/docs/protocols/saml/saml-apps/cisco-webex";
    JUMPCLOUD_ATTRIBUTES "jumpcloud-attributes" "2026-11-29" "https://jumpcloud.com/support/saml-attribute-notes";
    PINGONE_MAPPINGS "pingone-mappings" "2026-11-29" "https://docs.pingidentity.com/pingone/applications/p1_map_app_attributes.html";
    PINGFEDERATE_CONNECTOR "pingfederate-connector" "2026-11-29" "https://docs.pingidentity.com/integrations/webex/setup/pf_webex_connector_provisioning_options.html";
    PINGFEDERATE_CONTRACT "pingfederate-contract" "2026-11-29" "https://docs.pingidentity.com/r/en-us/pingfederate-101/help_spattributesourcetasklet_spattributesourcemappingstate";
    KEYCLOAK_MAPPERS "keycloak-mappers" "2026-11-29" "https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/saml/mappers/AttributeStatementHelper.java";
    SHIBBOLETH_RESOLVER "shibboleth-resolver" "2026-11-29" "https://shibboleth.atlassian.net/wiki/spaces/IDP5/pages/3199503348/SimpleAttributeDefinition";
    SIMPLESAMLPHP_COPY "simplesamlphp-copy" "2026-11-29" "https://github.com/simplesamlphp/simplesamlphp/blob/master/modules/core/docs/authproc_attributecopy.md";
    F5_VARIABLES "f5-variables" "2026-11-29" "https://techdocs.f5.com/en-us/bigip-15-0-0/big-ip-access-policy-manager-visual-policy-editor/session-variables/about-session-variable-names.html";
    CITRIX_APPS "citrix-apps" "2026-11-29" "https://docs.citrix.com/en-us/citrix-secure-private-access/service/add-and-manage-apps/support-saas-apps";
    ORACLE_WEBEX "oracle-webex" "2026-11-29" "https://docs.oracle.com/en/cloud/paas/identity-cloud/idcsc/ciscowebex.html";

    XML_SIGNATURE "xml-signature" "2026-11-29" "https://www.w3.org/TR/xmldsig-core1/";
    SAML_CORE "saml-core" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf";
    SAML_BINDINGS "saml-bindings" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf";
    SAML_PROFILES "saml-profiles" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf";
    SAML_METADATA "saml-metadata" "2026-11-29" "https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf";
    SAML_CONTEXTS "saml-contexts" "2026-11-21" "https://docs.oasis-open.org/security/saml/v2.0/saml-authn-context-2.0-os.pdf";
    SAML_COMMENTS "saml-comments" "2026-11-21" "https://www.kb.cert.org/vuls/id/475445";
    XML_WELL_FORMED "xml-well-formed" "2026-11-21" "https://www.w3.org/TR/xml/#sec-well-formed";
    XML_CHARSETS "xml-charsets" "2026-11-21" "https://www.w3.org/TR/xml/#charencoding";
    PKCS_9 "pkcs-9" "2026-11-28" "https://www.rfc-editor.org/rfc/rfc2985";
    LDAP_COSINE "ldap-cosine" "2026-11-28" "https://www.rfc-editor.org/rfc/rfc4524";
    LDAP "ldap" "2026-11-21" "https://www.rfc-editor.org/rfc/rfc4519";
}

/// The day of the page that was looked at longest ago: all that is cited has been held against its source since.
pub fn checked() -> &'static str {
    ALL.iter()
        .map(|page| page.checked)
        .min()
        .unwrap_or_default()
}
