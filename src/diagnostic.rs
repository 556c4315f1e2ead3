//! One finding: which rule, how much it matters, where, and the words for it.

use crate::text::{Args, Words};
use crate::webex::pages::Page;
use serde::Serialize;
use std::fmt;
use std::ops::Range;

/// A place in the text of a message, in bytes, on character borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The place from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same place as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A vendor or the standard says that this fails.
    Error,
    /// This may fail.
    Warning,
    /// Good to know.
    Info,
}

/// The id of a rule, from the table of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RuleId(pub(crate) &'static str);

impl RuleId {
    /// The id, in kebab-case.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.pad(self.0)
    }
}

impl PartialEq<&str> for RuleId {
    fn eq(&self, id: &&str) -> bool {
        self.0 == *id
    }
}

/// One finding, not yet in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule.
    pub rule: RuleId,
    /// How much it matters here.
    pub severity: Severity,
    /// Where; none where nothing in the message fits.
    pub span: Option<Span>,
    /// What to say.
    pub words: &'static Words,
    /// What is put into the words.
    pub args: Args,
    /// The page that says so.
    pub source: &'static Page,
    /// The id of the field it is about, where it is about one.
    pub field: Option<String>,
    /// The SSO error code of Webex that this would lead to, if it is another than 31.
    pub code: Option<u8>,
}
