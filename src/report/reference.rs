//! What the tables and rules know, as a reference for people: entries of one shape, each with its address and sources.

mod entries;

pub(crate) use entries::unfilled;

use super::source_note;
use crate::ids::ids;
use crate::text::{Phrase, Texts, texts};
use crate::webex::pages::Page;
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// All that can be looked up. Texts follow the marks of [`crate::text::Words`]; `…` is what a message has there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// The kinds of entries.
    pub sections: Vec<ReferenceSection>,
}

/// All entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReferenceSection {
    /// Which kind.
    pub kind: ReferenceKind,
    /// Name for people.
    pub title: String,
    /// Its entries, in the order of the tables.
    pub entries: Vec<ReferenceEntry>,
}

/// One thing that can be looked up; `kind=id` is its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReferenceEntry {
    /// Its id among those of its kind.
    pub id: String,
    /// Another id that leads here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<String>,
    /// Name for people.
    pub title: String,
    /// What is known of it.
    pub facts: Vec<ReferenceFact>,
    /// The pages that say so.
    pub sources: Vec<ReferenceSource>,
}

/// One thing that is known of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReferenceFact {
    /// What it tells.
    pub name: String,
    /// Sentences or steps.
    pub text: String,
}

/// A page that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReferenceSource {
    /// Address.
    pub url: String,
    /// The day on which what is cited was last held against it, as `2026-11-21`.
    pub checked: String,
    /// Whose page it is, where that is not the vendor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

ids! {
    /// A kind of entries.
    pub enum ReferenceKind {
        /// What Webex answers.
        Code = "code",
        /// The five causes of error 31.
        Cause = "cause",
        /// What is looked for in a message.
        Rule = "rule",
        /// What a service provider reads.
        Attribute = "attribute",
        /// The statuses of a user.
        Status = "status",
        /// Who a message is addressed to.
        ServiceProvider = "service-provider",
        /// Who sends it.
        IdentityProvider = "identity-provider",
    }
}

texts! {
    pub(super) static:
    CODES "reference-codes" "Codes that Webex answers";
    CAUSES "reference-causes" "Causes of error 31";
    RULES "reference-rules" "What is looked for in a message";
    ATTRIBUTES "reference-attributes" "Attributes";
    STATUSES "reference-statuses" "User statuses";
    SERVICE_PROVIDERS "reference-service-providers" "Service providers";
    IDENTITY_PROVIDERS "reference-identity-providers" "Identity providers";
    WORDING "reference-wording" "Wording";
    MEANING "reference-meaning" "Meaning";
    LIKELY "reference-likely" "Likely causes";
    AT_WEBEX "reference-at-webex" "What to do at Webex";
    AT_IDP "reference-at-idp" "What to do at the identity provider";
    PREDICTED "reference-predicted" "Rules that look for it in a message";
    WHERE "reference-where" "Where it shows";
    WEIGHT "reference-weight" "Weight";
    ERROR "reference-error" "As a rule an error: a vendor or the standard says that this fails.";
    WARNING "reference-warning" "As a rule a warning: this may fail.";
    NOTE "reference-note" "As a rule a note: good to know.";
    WHY "reference-why" "Why it matters";
    DO "reference-do" "What to do";
    REQUIRED "reference-required" "Required";
    OPTIONAL "reference-optional" "Also read";
    ANY "reference-any" "Whatever its administrator has mapped.";
    IS_REQUIRED "reference-is-required" "Required.";
    IS_RECOMMENDED "reference-is-recommended" "Recommended.";
    IS_OPTIONAL "reference-is-optional" "Not required.";
    AT_MOST "reference-at-most" "At most { $count } characters.";
    USER_NAME "reference-user-name" "At most 64 letters, digits, `-`, `_`, `.` and `@`.";
    EMAIL "reference-email" "An e‑mail address.";
    EMAIL_AT_MOST "reference-email-at-most" "An e‑mail address of at most { $count } characters.";
    YES_NO "reference-yes-no" "Yes or no.";
    TIMESTAMP "reference-timestamp" "A long number, UTC time or LDIF time.";
    COUNTRY "reference-country" "A country in two letters.";
    NUMBER "reference-number" "A number.";
    SESSIONS "reference-sessions" "Numbers of session types, as `<2,6,8>`.";
    PARTLY "reference-partly" "The length is from Cisco’s page on creating users through its API; the characters are reported by a vendor of Webex add-ons.";
    READING "reference-reading" "That this form holds for it is our reading.";
    OF_31 "reference-error-31" "What it says about error 31";
    ANSWERS_31 "reference-answers-31" "Answers with the numbered error 31.";
    NO_31 "reference-no-31" "Error 31 is not known to come from it.";
    FORMATS "reference-formats" "NameID formats that it lists";
    ANSWERS "reference-answers" "What it answers";
    MANAGED "reference-managed" "Where users are managed";
    CONSOLE "reference-console" "Where attributes are edited";
    FILLED "reference-filled" "Filled from";
    ENCRYPTION "reference-encryption" "To read an encrypted assertion here";
}

/// The reference in the language of a BCP 47 tag; English where the language is not there.
pub fn reference(language: &str) -> Reference {
    let texts = Texts::new(language);
    let section = |kind: ReferenceKind| {
        let (title, entries) = entries::of(kind, &texts);
        ReferenceSection {
            kind,
            title: texts.say(title, &[]),
            entries,
        }
    };
    Reference {
        language: texts.language().to_owned(),
        sections: ReferenceKind::ALL.map(section).into(),
    }
}

fn fact(name: &Phrase, text: String, texts: &Texts) -> ReferenceFact {
    ReferenceFact {
        name: texts.say(name, &[]),
        text,
    }
}

/// Each page once.
fn sources(pages: &[&Page], texts: &Texts) -> Vec<ReferenceSource> {
    let mut cited: Vec<&Page> = vec![];
    for page in pages {
        if !cited.contains(page) {
            cited.push(page);
        }
    }
    let source = |page: &Page| ReferenceSource {
        url: page.url.to_owned(),
        checked: page.checked.to_owned(),
        note: source_note(page, texts),
    };
    cited.into_iter().map(source).collect()
}
