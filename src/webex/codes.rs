//! The SSO error codes: number, wording, meaning, likely causes and fixes, each with its source.

mod coded;
mod rows;

pub use coded::{CodeBy, Coded};
pub use rows::ALL;

use super::pages::{self, Page};
use crate::ids::ids;
use crate::text::{Phrase, texts};

/// One code.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The number.
    pub number: u8,
    /// How Webex words it, in every language in which the wording is known.
    pub spellings: &'static [&'static str],
    /// Whether nothing else is called so: then the words need no number beside them.
    pub is_unmistakable: bool,
    /// What it means.
    pub meaning: Phrase,
    /// The page that says so.
    pub source: &'static Page,
    /// What is likely behind it; none where no source tells.
    pub causes: &'static [Claim],
    /// What to do about it, the likeliest first; none where no source tells.
    pub fixes: &'static [Fix],
    /// Ids of the rules whose findings lead to it.
    pub predicted_by: &'static [&'static str],
}

/// What a page says of a code, or what we read out of it: then the words say so.
#[derive(Debug, PartialEq, Eq)]
pub struct Claim {
    /// A sentence or two.
    pub text: Phrase,
    /// The page.
    pub source: &'static Page,
}

/// Something to do about a code.
#[derive(Debug, PartialEq, Eq)]
pub struct Fix {
    /// Where.
    pub place: FixPlace,
    /// In a few imperative words.
    pub action: Phrase,
    /// Sentences or steps.
    pub steps: Phrase,
    /// The page.
    pub source: &'static Page,
}

ids! {
    /// Where something is mended.
    pub enum FixPlace {
        /// At Webex.
        Webex = "webex",
        /// At the identity provider.
        IdentityProvider = "identity-provider",
    }
}

texts! {
    pub static:
    /// In the place of causes that no source tells.
    NO_CAUSE "code-no-cause" "No source says what causes it.";
    /// In the place of fixes at Webex that no source tells.
    NO_FIX_AT_WEBEX "code-no-fix-at-webex" "No source says what to do at Webex.";
    /// In the place of fixes at the identity provider that no source tells.
    NO_FIX_AT_IDP "code-no-fix-at-idp" "No source says what to do at the identity provider.";
    ASK_ACTION "code-ask-action" "Ask Cisco support";
    ASK_STEPS "code-ask" "No source says how to fix it. Take the code, the time of the attempt and the ticket text to Cisco support: Cisco’s list advises so for code 1; that it helps here is our reading.";
}

/// What is left to do about a code of which no source tells a fix.
pub static ASK: Fix = Fix {
    place: FixPlace::Webex,
    action: ASK_ACTION,
    steps: ASK_STEPS,
    source: &pages::SSO_ERRORS,
};

impl Code {
    /// The wording by which it is named.
    pub fn name(&self) -> &'static str {
        self.spellings.first().copied().unwrap_or_default()
    }

    /// What to do about it: what sources tell, else to ask.
    pub fn all_fixes(&self) -> impl Iterator<Item = &'static Fix> {
        let ask = self.fixes.is_empty().then_some(&ASK);
        self.fixes.iter().chain(ask)
    }

    /// Every text of its row.
    pub fn texts(&self) -> impl Iterator<Item = Phrase> {
        let causes = self.causes.iter().map(|claim| claim.text);
        let fixes = self.fixes.iter().flat_map(|fix| [fix.action, fix.steps]);
        [self.meaning].into_iter().chain(causes).chain(fixes)
    }
}

/// The row of `number`.
pub fn code(number: u8) -> Option<&'static Code> {
    ALL.iter().find(|code| code.number == number)
}
