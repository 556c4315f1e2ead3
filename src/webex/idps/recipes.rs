//! What is done at each product: the steps, and the texts that can be copied there.

use crate::ids::ids;
use crate::text::{Phrase, texts};
use crate::webex::pages::{self, Page};

/// What is done at a product. Placeholders: `name`, `fill`, `expected` and `names`.
#[derive(Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Adds the attribute `name`, filled from `fill`.
    pub add: &'static Phrase,
    /// Changes the name `name` to `expected`.
    pub rename: &'static Phrase,
    /// What a change of NameID or `uid` means for those who have an account.
    pub keep: &'static Phrase,
    /// Turns encryption of assertions off.
    pub decrypt: &'static Phrase,
    /// Turns it on again.
    pub encrypt: &'static Phrase,
    /// Puts the texts for the attributes `names` in their place.
    pub enter: &'static Phrase,
    /// Makes the change take effect, where saving is not enough.
    pub apply: Option<&'static Phrase>,
    /// What the product’s own template for Webex leaves out.
    pub note: Option<&'static Phrase>,
    /// What `firstname`, `lastname`, `email` and `uid` are filled from in a text; none where the console’s words do.
    pub sources: Option<[&'static str; 4]>,
    /// What can be copied.
    pub snippets: &'static [Snippet],
    /// The page on how attributes are edited there.
    pub source: &'static Page,
}

/// A text that can be copied into a product.
#[derive(Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Which.
    pub kind: SnippetKind,
    /// Where it belongs, in the product's own words and with the marks of a text.
    pub place: &'static str,
    /// How it is written.
    pub form: Form,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A row an attribute, to be typed or chosen.
    Table(&'static [Column]),
    /// A rule in the claim rule language of AD FS.
    ClaimRule,
    /// Attribute definitions of Shibboleth.
    Resolver,
    /// A policy of Shibboleth's attribute filter.
    Filter,
    /// A filter of SimpleSAMLphp.
    Authproc,
    /// Protocol mappers of Keycloak.
    Mappers,
    /// Settings of Auth0's SAML addon.
    Mappings,
}

/// A column of such a table: its head in the console's own words, and what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name that Webex reads.
    Name(&'static str),
    /// What it is filled from.
    Source(&'static str),
    /// The same in each row.
    Fixed(&'static str, &'static str),
}

ids! {
    /// A kind of text that can be copied.
    pub enum SnippetKind {
        /// Name and source, for a product that is not known.
        Attributes = "attributes",
        /// A claim rule of AD FS.
        AdfsClaimRule = "adfs-claim-rule",
        /// Claims of Entra ID.
        EntraClaims = "entra-claims",
        /// Attribute statements of Okta.
        OktaStatements = "okta-statements",
        /// The attribute mapping of Google.
        GoogleMapping = "google-mapping",
        /// Parameters of OneLogin.
        OneLoginParameters = "onelogin-parameters",
        /// Mapped attributes of Duo.
        DuoAttributes = "duo-attributes",
        /// Mappings of Auth0.
        Auth0Mappings = "auth0-mappings",
        /// Attributes of JumpCloud.
        JumpCloudAttributes = "jumpcloud-attributes",
        /// Attribute mappings of PingOne.
        PingOneMappings = "pingone-mappings",
        /// The attribute contract of PingFederate.
        PingFederateContract = "pingfederate-contract",
        /// Protocol mappers of Keycloak.
        KeycloakMapper = "keycloak-mapper",
        /// Attribute definitions of Shibboleth.
        ShibbolethResolver = "shibboleth-resolver",
        /// A filter policy of Shibboleth.
        ShibbolethFilter = "shibboleth-filter",
        /// A filter of SimpleSAMLphp.
        SimpleSamlPhpAuthproc = "simplesamlphp-authproc",
        /// Attributes of F5.
        F5Attributes = "f5-attributes",
        /// Attributes of Citrix.
        CitrixAttributes = "citrix-attributes",
        /// Attributes of Oracle.
        OracleAttributes = "oracle-attributes",
    }
}

texts! {
    ADD "add-attribute-from" "1. Add an attribute named exactly `{ $name }`, in lower case, filled from **{ $fill }**.";
    ADD_CLAIM "add-attribute-entra" "1. Choose **Add new claim**: **Name** `{ $name }`, **Namespace** left blank, **Source attribute** **{ $fill }**.";
    RENAME "rename-attribute" "1. Change the name `{ $name }` to exactly `{ $expected }`.";
    RENAME_CLAIM "rename-attribute-entra" "1. Open the claim `{ $name }`: change **Name** to `{ $expected }` and empty **Namespace**.";
    KEEP "keep-accounts" "1. This changes the user name that Webex gets, for everybody who signs in. First look up which user name the existing accounts have at Webex: the new value has to be exactly that, or these people may not get to their accounts. Try it with one user.";
    KEEP_CLAIM "keep-accounts-entra" "1. This changes the user name that Webex gets, for everybody who signs in. First look up which user name the existing accounts have at Webex: the new value has to be exactly that, or these people may not get to their accounts. Microsoft’s tutorial fills `uid` from the e‑mail address; that fits only a site whose user names are e‑mail addresses. Try it with one user.";
    DECRYPT "decrypt" "1. At the identity provider turn off encryption of assertions for the Webex application.";
    ENCRYPT "encrypt" "1. Turn encryption on again.";
    DECRYPT_TRUST "decrypt-adfs" "1. On the AD FS server run `Set-AdfsRelyingPartyTrust -TargetIdentifier <identifier> -EncryptClaims $False`, where `<identifier>` is that of the Webex relying party trust.";
    ENCRYPT_TRUST "encrypt-adfs" "1. Run the same command with `$True`.";
    ENTER "enter-rows" "1. Enter { $names } as in the rows below, each name exactly as it is written there.";
    ENTER_CLAIMS "enter-entra" "1. For { $names } choose **Add new claim** and take the values from the rows below; **Namespace** stays blank.";
    ENTER_RULE "enter-adfs" "1. Choose **Add Rule**, **Send Claims Using a Custom Rule**, and paste the rule below. It sends { $names } from Active Directory.";
    ENTER_PARAMETERS "enter-onelogin" "1. Add a parameter for { $names } as in the rows below, each with **Include in SAML assertion** ticked.";
    ENTER_MAPPERS "enter-keycloak" "1. Add a mapper for { $names } with the values below, or send the text to `POST /admin/realms/<realm>/clients/<id>/protocol-mappers/add-models`.";
    ENTER_MAPPINGS "enter-auth0" "1. Merge the text below into **Settings**. Where a line for the same field is already there, keep its names in the list.";
    ENTER_FILES "enter-shibboleth" "1. Add the texts below, which send { $names }, to the files named with them.";
    ENTER_FILTER "enter-simplesamlphp" "1. Add the filter below, which sends { $names }, under a number that is still free.";
    ENTER_CONTRACT "enter-pingfederate" "1. Extend the contract by { $names } as in the rows below, and map each under **Attribute Contract Fulfillment**.";
    ENTER_VARIABLES "enter-f5" "1. Enter { $names } as in the rows below. The values are there only if the access policy has an **AD Query** that reads these attributes.";
    APPLY_FILES "apply-shibboleth" "1. Run `bin/reload-service.sh -id shibboleth.AttributeResolverService` and `bin/reload-service.sh -id shibboleth.AttributeFilterService`.";
    NOTE_GOOGLE "note-google" "Google’s own app for Webex sends only the e‑mail address: the names have to be added.";
    NOTE_AUTH0 "note-auth0" "Auth0’s own text for Webex sends no first and no last name: they have to be added.";
}

const TABLE: &[Column] = &[Column::Name("Name"), Column::Source("Value")];

/// What holds where a product has no words of its own.
pub(super) const COMMON: Recipe = Recipe {
    add: &ADD,
    rename: &RENAME,
    keep: &KEEP,
    decrypt: &DECRYPT,
    encrypt: &ENCRYPT,
    enter: &ENTER,
    apply: None,
    note: None,
    sources: None,
    snippets: &[table(SnippetKind::Attributes, "", TABLE)],
    source: &pages::SSO_MEETINGS,
};

const fn table(kind: SnippetKind, place: &'static str, columns: &'static [Column]) -> Snippet {
    Snippet {
        kind,
        place,
        form: Form::Table(columns),
    }
}

pub(super) const ENTRA: Recipe = Recipe {
    add: &ADD_CLAIM,
    rename: &RENAME_CLAIM,
    keep: &KEEP_CLAIM,
    enter: &ENTER_CLAIMS,
    snippets: &[table(
        SnippetKind::EntraClaims,
        "**Attributes & Claims**",
        &[
            Column::Name("Name"),
            Column::Fixed("Namespace", ""),
            Column::Source("Source attribute"),
        ],
    )],
    source: &pages::ENTRA_TUTORIAL,
    ..COMMON
};

pub(super) const ADFS: Recipe = Recipe {
    decrypt: &DECRYPT_TRUST,
    encrypt: &ENCRYPT_TRUST,
    enter: &ENTER_RULE,
    sources: Some(["givenName", "sn", "mail", "mail"]),
    snippets: &[Snippet {
        kind: SnippetKind::AdfsClaimRule,
        place: "**Custom rule**",
        form: Form::ClaimRule,
    }],
    source: &pages::ADFS_RULES,
    ..COMMON
};

pub(super) const OKTA: Recipe = Recipe {
    snippets: &[table(
        SnippetKind::OktaStatements,
        "**Attribute Statements**",
        &[
            Column::Name("Name"),
            Column::Fixed("Name format", "Unspecified"),
            Column::Source("Value"),
        ],
    )],
    source: &pages::OKTA_STATEMENTS,
    ..COMMON
};

pub(super) const GOOGLE: Recipe = Recipe {
    note: Some(&NOTE_GOOGLE),
    snippets: &[table(
        SnippetKind::GoogleMapping,
        "**SAML attribute mapping**",
        &[
            Column::Source("Google Directory attributes"),
            Column::Name("App attributes"),
        ],
    )],
    source: &pages::GOOGLE_MAPPING,
    ..COMMON
};

pub(super) const ONELOGIN: Recipe = Recipe {
    enter: &ENTER_PARAMETERS,
    snippets: &[table(
        SnippetKind::OneLoginParameters,
        "**Parameters**",
        &[Column::Name("Field name"), Column::Source("Value")],
    )],
    source: &pages::ONELOGIN_PARAMETERS,
    ..COMMON
};

pub(super) const DUO: Recipe = Recipe {
    snippets: &[table(
        SnippetKind::DuoAttributes,
        "**Map attributes**",
        &[
            Column::Source("IdP Attribute"),
            Column::Name("SAML Response Attribute"),
        ],
    )],
    source: &pages::DUO_ATTRIBUTES,
    ..COMMON
};

pub(super) const AUTH0: Recipe = Recipe {
    enter: &ENTER_MAPPINGS,
    note: Some(&NOTE_AUTH0),
    snippets: &[Snippet {
        kind: SnippetKind::Auth0Mappings,
        place: "**SAML2 Web App**, **Settings**",
        form: Form::Mappings,
    }],
    source: &pages::AUTH0_WEBEX,
    ..COMMON
};

pub(super) const JUMPCLOUD: Recipe = Recipe {
    snippets: &[table(
        SnippetKind::JumpCloudAttributes,
        "**USER ATTRIBUTE MAPPING**",
        &[
            Column::Name("Service Provider Attribute Name"),
            Column::Source("JumpCloud Attribute Name"),
        ],
    )],
    source: &pages::JUMPCLOUD_ATTRIBUTES,
    ..COMMON
};

pub(super) const PINGONE: Recipe = Recipe {
    snippets: &[table(
        SnippetKind::PingOneMappings,
        "**Attribute Mappings**",
        &[
            Column::Name("Application attribute"),
            Column::Source("Outgoing value"),
        ],
    )],
    source: &pages::PINGONE_MAPPINGS,
    ..COMMON
};

pub(super) const PINGFEDERATE: Recipe = Recipe {
    enter: &ENTER_CONTRACT,
    snippets: &[table(
        SnippetKind::PingFederateContract,
        "**Extend the Contract**",
        &[Column::Name("Attribute Contract"), Column::Source("Value")],
    )],
    source: &pages::PINGFEDERATE_CONTRACT,
    ..COMMON
};

pub(super) const KEYCLOAK: Recipe = Recipe {
    enter: &ENTER_MAPPERS,
    snippets: &[Snippet {
        kind: SnippetKind::KeycloakMapper,
        place: "**Add mapper**, **User Property**",
        form: Form::Mappers,
    }],
    source: &pages::KEYCLOAK_MAPPERS,
    ..COMMON
};

pub(super) const SHIBBOLETH: Recipe = Recipe {
    enter: &ENTER_FILES,
    apply: Some(&APPLY_FILES),
    snippets: &[
        Snippet {
            kind: SnippetKind::ShibbolethResolver,
            place: "`conf/attribute-resolver.xml`",
            form: Form::Resolver,
        },
        Snippet {
            kind: SnippetKind::ShibbolethFilter,
            place: "`conf/attribute-filter.xml`",
            form: Form::Filter,
        },
    ],
    source: &pages::SHIBBOLETH_RESOLVER,
    ..COMMON
};

pub(super) const SIMPLESAMLPHP: Recipe = Recipe {
    enter: &ENTER_FILTER,
    snippets: &[Snippet {
        kind: SnippetKind::SimpleSamlPhpAuthproc,
        place: "`metadata/saml20-sp-remote.php`, `authproc`",
        form: Form::Authproc,
    }],
    source: &pages::SIMPLESAMLPHP_COPY,
    ..COMMON
};

pub(super) const F5: Recipe = Recipe {
    enter: &ENTER_VARIABLES,
    sources: Some([
        "%{session.ad.last.attr.givenName}",
        "%{session.ad.last.attr.sn}",
        "%{session.ad.last.attr.mail}",
        "%{session.ad.last.attr.mail}",
    ]),
    snippets: &[table(
        SnippetKind::F5Attributes,
        "**SAML Attributes**",
        TABLE,
    )],
    source: &pages::F5_VARIABLES,
    ..COMMON
};

pub(super) const CITRIX: Recipe = Recipe {
    snippets: &[table(
        SnippetKind::CitrixAttributes,
        "**Advanced attributes**",
        &[
            Column::Name("Attribute Name"),
            Column::Source("Attribute Value"),
        ],
    )],
    source: &pages::CITRIX_APPS,
    ..COMMON
};

pub(super) const ORACLE: Recipe = Recipe {
    snippets: &[table(
        SnippetKind::OracleAttributes,
        "**Attribute Configuration**",
        TABLE,
    )],
    source: &pages::ORACLE_WEBEX,
    ..COMMON
};
