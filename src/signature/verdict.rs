//! The verdicts on a signature, and what each rests on.

use serde::Serialize;

/// What is to be thought of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum SignatureVerdict {
    /// It was made with the key over what stands here.
    Intact,
    /// It was not.
    Broken,
    /// It can't be verified here.
    Unsupported,
    /// The key is not there.
    NoKey,
    /// It doesn't cover the element that it stands in.
    NotCovering,
}

/// What the verdict rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum SignatureWhy {
    /// The digest and the signature were computed, and fit.
    Verified,
    /// They fit a key in the message, which is none of those that are known.
    OtherKey,
    /// What is signed differs from what was signed.
    DigestDiffers,
    /// The signature was made with another key, or over another `SignedInfo`.
    SignatureDiffers,
    /// The text is not the original.
    NotOriginal,
    /// The parts of the signature don't stand as XML Signature asks for.
    Malformed,
    /// A value that should be base64 is not.
    UnreadableValue,
    /// It has more parts, or takes more work, than is done here.
    TooMuch,
    /// A transform is neither the enveloped signature nor a canonical form.
    Transform,
    /// The canonical form is none that is read here.
    CanonicalForm,
    /// The digest algorithm is none that is read here.
    DigestMethod,
    /// The signature algorithm is none that is read here.
    SignatureMethod,
    /// It is made with DSA.
    Dsa,
    /// It is made with a shared key.
    Hmac,
    /// The value of ECDSA is coded in DER, where XML Signature wants the two numbers one behind the other.
    DerCoded,
    /// A namespace is a relative address, of which there is no canonical form.
    RelativeNamespace,
    /// Several `xml:base` would have to be joined.
    JoinedBase,
    /// A reference leads out of the document.
    OutsideReference,
    /// There is neither a certificate nor a key.
    NoCertificate,
    /// The certificate can't be read.
    UnreadableCertificate,
    /// The key is of another kind than the signature, broken, or too long.
    UnusableKey,
    /// A reference has no `URI`.
    NoUri,
    /// No element has the identifier that the reference names.
    NotFound,
    /// Several elements have the identifier that the reference names.
    DuplicateId,
    /// The reference names another element than the one that the signature stands in.
    Elsewhere,
    /// There is more than one reference, where SAML allows one.
    SeveralReferences,
}

impl SignatureWhy {
    /// The verdict that rests on this.
    pub fn verdict(self) -> SignatureVerdict {
        match self {
            Self::Verified | Self::OtherKey => SignatureVerdict::Intact,
            Self::DigestDiffers | Self::SignatureDiffers => SignatureVerdict::Broken,
            Self::NotOriginal
            | Self::Malformed
            | Self::UnreadableValue
            | Self::TooMuch
            | Self::Transform
            | Self::CanonicalForm
            | Self::DigestMethod
            | Self::SignatureMethod
            | Self::Dsa
            | Self::Hmac
            | Self::DerCoded
            | Self::RelativeNamespace
            | Self::JoinedBase
            | Self::OutsideReference => SignatureVerdict::Unsupported,
            Self::NoCertificate | Self::UnreadableCertificate | Self::UnusableKey => {
                SignatureVerdict::NoKey
            }
            Self::NoUri
            | Self::NotFound
            | Self::DuplicateId
            | Self::Elsewhere
            | Self::SeveralReferences => SignatureVerdict::NotCovering,
        }
    }
}
