//! XML Signature: what each signature of a message covers, by which key, and whether it is intact.
//!
//! `read` judges a document as it stands: give it the original text. An intact signature says that nothing was
//! changed since the owner of the key signed it, never that the key may be trusted.

mod algorithm;
mod c14n;
mod candidate;
mod certificate;
mod copied;
mod coverage;
mod der;
mod key;
mod known;
mod name;
mod oddity;
mod pss;
mod read;
mod target;
mod verdict;
mod verify;

pub use algorithm::{Hash, Method};
pub use c14n::{CanonicalForm, Canonicalization, Refusal, Spaces, Subset, canonicalize};
pub use certificate::Certificate;
pub use copied::Copied;
pub use coverage::Misplaced;
pub use key::{Curve, Fit, KeyKind, PublicKey};
pub(crate) use known::certificates;
pub use known::{Given, Known, MAX_KNOWN, SigningKey, bare, once, signing};
pub use oddity::{Oddity, OddityKind};
pub use verdict::{SignatureVerdict, SignatureWhy};
pub use verify::{MAX_SIGNATURES, read};

use crate::diagnostic::Span;
use crate::instant::Instant;
use crate::xml::Document;
use serde::Serialize;

/// What a signature stands in, and so is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// A response of SAML 2.0 or 1.
    Response,
    /// An assertion of SAML 2.0 or 1.
    Assertion,
    /// Anything else.
    Other,
}

/// Where the key comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Against {
    /// The message itself.
    Message,
    /// What is known of the identity provider.
    #[serde(rename = "metadata")]
    Known,
}

/// A signature, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Place of the start tag; `None` where the text is not the one that was judged.
    pub span: Option<Span>,
    /// What it stands in.
    pub covers: Covers,
    /// Place of what its one reference covers; `None` where it is not intact, or the text is not the one that was judged.
    pub covered: Option<Span>,
    /// The identifier that its reference names.
    pub id: Option<String>,
    /// The verdict.
    pub verdict: SignatureVerdict,
    /// What the verdict rests on.
    pub why: SignatureWhy,
    /// How it was made.
    pub method: Option<Method>,
    /// How what it covers was hashed.
    pub digest: Option<Hash>,
    /// The canonical form of its `SignedInfo`.
    pub canonicalization: Option<CanonicalForm>,
    /// The key that it was held against.
    pub key: Option<PublicKey>,
    /// The certificate of that key.
    pub certificate: Option<Certificate>,
    /// Where that key comes from.
    pub against: Against,
    /// How its reference leads to something else than its place, whatever the verdict.
    pub misplaced: Option<Misplaced>,
    /// Whether the text shows that it is a changed copy, so that a failed signature proves nothing.
    pub copied: Option<Copied>,
}

/// All that signatures tell of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examined {
    /// The signatures, in document order.
    pub signatures: Vec<Signature>,
    /// What no identity provider writes.
    pub oddities: Vec<Oddity>,
    /// How many more there are of a kind.
    pub more: Vec<(OddityKind, usize)>,
    /// How many signatures were not judged.
    pub unjudged: usize,
    /// How many certificates that were given were not tried.
    pub untried: usize,
}

/// Judges the signatures of `document` and looks for what attacks on them look like; `known`: certificates of the
/// identity provider, `original`: whether the text is as it was sent.
pub fn examine(document: &Document, known: &Known, original: bool) -> Examined {
    let (signatures, unjudged) = verify::judge(document, known, original);
    let (oddities, more) = oddity::find(document);
    Examined {
        signatures,
        oddities,
        more,
        unjudged,
        untried: known.left,
    }
}

impl Examined {
    /// The same for a text that is what was sent, byte by byte: no viewer or editor can have changed it on its way here.
    #[must_use]
    pub fn as_sent(mut self) -> Self {
        for signature in &mut self.signatures {
            signature.copied = signature.copied.filter(|c| *c == Copied::Surely);
        }
        self
    }

    /// The same for a message that is changed and then signed again: nothing is broken, and places are no longer known.
    #[must_use]
    pub fn signed_again(&self) -> Self {
        let mut examined = self.clone();
        let signatures = &mut examined.signatures;
        signatures.retain(|signature| signature.verdict != SignatureVerdict::Broken);
        for signature in signatures {
            (signature.span, signature.covered) = (None, None);
        }
        for oddity in &mut examined.oddities {
            oddity.span = None;
        }
        examined
    }

    /// The same without places and identifiers, with `name` for all that certificates name and their dates `moved`.
    pub fn nameless(&self, name: &str, mut moved: impl FnMut(Instant) -> Instant) -> Self {
        let mut examined = self.clone();
        for signature in &mut examined.signatures {
            (signature.span, signature.covered, signature.id) = (None, None, None);
            if let Some(certificate) = &mut signature.certificate {
                certificate.forget(name, &mut moved);
            }
        }
        for oddity in &mut examined.oddities {
            (oddity.span, oddity.name) = (None, oddity.kind.named().map(str::to_owned));
        }
        examined
    }
}
