//! XML Signature: what each signature of a message covers, by which key, and whether it is intact.
//!
//! `read` judges a document as it stands: give it the original text. An intact signature says that nothing was
//! changed since the owner of the key signed it, never that the key may be trusted.

mod algorithm;
mod c14n;
mod candidate;
mod certificate;
mod copied;
mod der;
mod key;
mod name;
mod pss;
mod read;
mod target;
mod verdict;
mod verify;

pub use algorithm::{Hash, Method};
pub use c14n::{Canonicalization, Refusal, Spaces, Subset, Version, canonicalize};
pub use certificate::Certificate;
pub use copied::Copied;
pub use key::{Curve, Fit, PublicKey};
pub use verdict::{Verdict, Why};
pub use verify::read;

use crate::diagnostic::Span;

/// What a signature stands in, and so is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    /// A response of SAML 2.0 or 1.
    Response,
    /// An assertion of SAML 2.0 or 1.
    Assertion,
    /// Anything else.
    Other,
}

/// Where the key comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The message itself.
    Message,
    /// What is known of the identity provider.
    Known,
}

/// A signature, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Place of the start tag.
    pub span: Span,
    /// What it stands in.
    pub covers: Covers,
    /// Place of the element that it stands in.
    pub around: Span,
    /// The identifier that its reference names.
    pub id: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// What the verdict rests on.
    pub why: Why,
    /// How it was made.
    pub method: Option<Method>,
    /// How what it covers was hashed.
    pub digest: Option<Hash>,
    /// The canonical form of its `SignedInfo`.
    pub canonicalization: Option<Version>,
    /// The key that it was held against.
    pub key: Option<PublicKey>,
    /// The certificate of that key.
    pub certificate: Option<Certificate>,
    /// Where that key comes from.
    pub against: Against,
    /// Whether the text shows that it is a changed copy, so that a failed signature proves nothing.
    pub copied: Option<Copied>,
}
