//! A code of Webex in words: what it means, what is likely behind it, and what to do.

use super::{FixPlace, Source};
use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// What is known of a code.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CodeWords {
    /// The number.
    pub code: u8,
    /// How Webex words it.
    pub wording: String,
    /// What it means.
    pub meaning: String,
    /// The page that says so.
    pub source: Source,
    /// What is likely behind it; where no source says, one that says this.
    pub causes: Vec<CodeCause>,
    /// What to do, the likeliest first; where no source says what to do at a place, one that says this.
    pub fixes: Vec<CodeFix>,
}

/// What is likely behind a code.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct CodeCause {
    /// A sentence or two.
    pub text: String,
    /// The page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Something to do about a code.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct CodeFix {
    /// Where.
    pub place: FixPlace,
    /// In a few words; left out where no source says what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Sentences or steps.
    pub steps: String,
    /// The page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}
