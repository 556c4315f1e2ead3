//! The verdict on each signature of a document: digests first, then the signature over them, then what it covers.

use super::algorithm::{Hash, Method};
use super::c14n::{CanonicalForm, Canonicalization, Refusal, Spaces, Subset, canonicalize};
use super::candidate::{Candidate, candidates, is_der_coded, widened};
use super::certificate::Certificate;
use super::copied::{self, Copied};
use super::coverage;
use super::key::Fit;
use super::known::Known;
use super::read::{self, Keys, Parts, Reference, Transform};
use super::target::Targets;
use super::{Against, Signature, SignatureVerdict, SignatureWhy};
use crate::saml::SIGNATURE;
use crate::xml::{Document, Element};

/// The most signatures of a message that are judged.
pub const MAX_SIGNATURES: usize = 16;
/// The work with keys that one message may take: a hundred trials of RSA with 2048 bits, one with the longest exponent.
const MAX_WORK: usize = 8 << 20;
/// So many times its own length a message may be written in canonical form.
const MAX_FORMS: usize = 6;

/// Judges the signatures of `document` in their order, at most sixteen of them; `known`: certificates of the identity
/// provider, `original`: whether the text is as it was sent.
pub fn read(document: &Document, known: &[Certificate], original: bool) -> Vec<Signature> {
    let certificates = known.to_vec();
    let known = Known {
        certificates,
        left: 0,
    };
    judge(document, &known, original).0
}

/// The same, and how many signatures are left out.
pub(super) fn judge(document: &Document, known: &Known, original: bool) -> (Vec<Signature>, usize) {
    let elements = document.elements();
    let mut signatures = elements.filter(|e| e.is(SIGNATURE, "Signature")).peekable();
    if signatures.peek().is_none() {
        return (vec![], 0);
    }
    let mut court = Court {
        targets: Targets::new(document),
        damaged: copied::is_damaged(document),
        known,
        octets: document.text().len().saturating_mul(MAX_FORMS) + (64 << 10),
        work: MAX_WORK,
    };
    let judged = signatures.by_ref().take(MAX_SIGNATURES);
    let judged = judged
        .map(|signature| court.judge(signature, original))
        .collect();
    (judged, signatures.count())
}

/// What a verdict draws on, and what work is left to it.
struct Court<'d> {
    targets: Targets<'d>,
    damaged: bool,
    known: &'d Known,
    octets: usize,
    work: usize,
}

/// What the digests say.
struct Digests {
    differs: bool,
    /// Whether all fit once white space is left out.
    undone: bool,
    indented: bool,
}

impl<'d> Court<'d> {
    fn judge(&mut self, element: Element<'d>, original: bool) -> Signature {
        let keys = read::keys(element);
        let mut signature = Signature {
            span: Some(element.tag_span()),
            covers: coverage::around(element),
            covered: None,
            id: None,
            verdict: SignatureVerdict::Unsupported,
            why: SignatureWhy::NotOriginal,
            method: None,
            digest: None,
            canonicalization: None,
            key: None,
            certificate: None,
            against: Against::Message,
            misplaced: coverage::misplaced(&self.targets, element),
            copied: None,
        };
        let candidates = candidates(&self.known.certificates, &keys);
        if let Some(first) = candidates.iter().find(|c| c.against == Against::Message) {
            signature.held_against(*first);
        }
        let outcome = read::read(element).and_then(|parts| {
            signature.tell(&parts);
            match original {
                true => self.weigh(element, &parts, &candidates, &keys, &mut signature),
                false => Err(SignatureWhy::NotOriginal),
            }
        });
        let why = outcome.unwrap_or_else(|why| why);
        if why == SignatureWhy::UnreadableValue {
            signature.copied = Some(Copied::Perhaps);
        }
        (signature.why, signature.verdict) = (why, why.verdict());
        signature
    }

    fn weigh(
        &mut self,
        element: Element<'d>,
        parts: &Parts<'d>,
        candidates: &[Candidate],
        keys: &Keys,
        signature: &mut Signature,
    ) -> Result<SignatureWhy, SignatureWhy> {
        let hash = parts.method.hash().ok_or(match parts.method {
            Method::Dsa => SignatureWhy::Dsa,
            Method::Hmac => SignatureWhy::Hmac,
            _ => SignatureWhy::SignatureMethod,
        })?;
        let form = parts
            .canonicalization
            .as_ref()
            .ok_or(SignatureWhy::CanonicalForm)?;
        let digests = self.digests(parts, element)?;
        let value = parts
            .value
            .as_deref()
            .ok_or(SignatureWhy::UnreadableValue)?;
        let chosen = self.signed_by(parts, form, hash, value, candidates, Spaces::Kept)?;
        if let Some((candidate, _)) = chosen {
            signature.held_against(candidate);
        }
        let fits = chosen.is_some_and(|(_, fit)| fit == Fit::Fits);
        if digests.differs || chosen.is_some_and(|(_, fit)| fit == Fit::Differs) {
            let undone = (!digests.differs || digests.undone)
                && (fits || self.undone(parts, form, hash, value, candidates)?);
            let indented =
                digests.indented || copied::is_indented(Subset::Element(parts.signed_info));
            signature.copied = match (undone, fits, digests.differs) {
                (true, _, _) => Some(Copied::Surely),
                (_, false, true) if indented || self.damaged => Some(Copied::Perhaps),
                _ => None,
            };
        }
        if digests.differs {
            return Err(SignatureWhy::DigestDiffers);
        }
        let Some((candidate, fit)) = chosen else {
            return Err(match keys.unreadable {
                true => SignatureWhy::UnreadableCertificate,
                false => SignatureWhy::NoCertificate,
            });
        };
        match fit {
            Fit::Fits => {}
            Fit::Differs if is_der_coded(parts.method, value) => {
                return Err(SignatureWhy::DerCoded);
            }
            Fit::Differs if keys.more || self.known.left > 0 => return Err(SignatureWhy::TooMuch),
            Fit::Differs => return Err(SignatureWhy::SignatureDiffers),
            Fit::OtherKind | Fit::Unusable => return Err(SignatureWhy::UnusableKey),
        }
        (signature.covers, signature.covered) =
            coverage::read(&self.targets, element, &parts.references)?;
        Ok(match candidate.against {
            Against::Message if self.known.is_whole() => SignatureWhy::OtherKey,
            _ => SignatureWhy::Verified,
        })
    }

    fn digests(
        &mut self,
        parts: &Parts<'d>,
        signature: Element<'d>,
    ) -> Result<Digests, SignatureWhy> {
        let mut digests = Digests {
            differs: false,
            undone: true,
            indented: false,
        };
        for reference in &parts.references {
            let expected = reference
                .digest
                .as_deref()
                .ok_or(SignatureWhy::UnreadableValue)?;
            let hash = reference.hash.ok_or(SignatureWhy::DigestMethod)?;
            if self.digest(reference, signature, hash, Spaces::Kept)? == expected {
                continue;
            }
            digests.differs = true;
            let mut undone = false;
            for spaces in copied::UNDONE {
                undone = undone || self.digest(reference, signature, hash, spaces)? == expected;
            }
            digests.undone &= undone;
            let target = self.targets.find(reference.uri.as_deref())?;
            digests.indented |= copied::is_indented(target.subset);
        }
        Ok(digests)
    }

    fn digest(
        &mut self,
        reference: &Reference,
        signature: Element<'d>,
        hash: Hash,
        spaces: Spaces,
    ) -> Result<Vec<u8>, SignatureWhy> {
        let target = self.targets.find(reference.uri.as_deref())?;
        let implied = Canonicalization {
            version: CanonicalForm::Inclusive10,
            comments: false,
            prefixes: vec![],
        };
        let (mut without, mut form) = (None, None);
        for transform in reference.transforms.as_deref().map_err(|why| *why)? {
            match transform {
                _ if form.is_some() => return Err(SignatureWhy::Transform),
                Transform::Enveloped => without = Some(signature),
                Transform::Canonical(canonical) => form = Some(canonical),
            }
        }
        let mut form = form.unwrap_or(&implied).clone();
        form.comments &= target.comments;
        let octets = self.canonical(target.subset, &form, without, spaces)?;
        Ok(hash.of(&octets))
    }

    /// The candidate that made the signature, else the first that may have.
    fn signed_by<'k>(
        &mut self,
        parts: &Parts<'d>,
        form: &Canonicalization,
        hash: Hash,
        value: &[u8],
        candidates: &[Candidate<'k>],
        spaces: Spaces,
    ) -> Result<Option<(Candidate<'k>, Fit)>, SignatureWhy> {
        let subset = Subset::Element(parts.signed_info);
        let digest = hash.of(&self.canonical(subset, form, None, spaces)?);
        let mut best: Option<(Candidate, Fit)> = None;
        for candidate in candidates {
            let work = candidate.key.work(parts.method);
            self.work = self.work.checked_sub(work).ok_or(SignatureWhy::TooMuch)?;
            let fit = candidate
                .key
                .verify(parts.method, &digest, &widened(candidate.key, value));
            if fit == Fit::Fits {
                return Ok(Some((*candidate, fit)));
            }
            if best.is_none_or(|(_, best)| best != Fit::Differs && fit == Fit::Differs) {
                best = Some((*candidate, fit));
            }
        }
        Ok(best)
    }

    /// Whether the signature fits once white space is left out of what it signs.
    fn undone(
        &mut self,
        parts: &Parts<'d>,
        form: &Canonicalization,
        hash: Hash,
        value: &[u8],
        candidates: &[Candidate],
    ) -> Result<bool, SignatureWhy> {
        for spaces in copied::UNDONE {
            let chosen = self.signed_by(parts, form, hash, value, candidates, spaces)?;
            if chosen.is_some_and(|(_, fit)| fit == Fit::Fits) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn canonical(
        &mut self,
        subset: Subset<'d>,
        form: &Canonicalization,
        without: Option<Element<'d>>,
        spaces: Spaces,
    ) -> Result<Vec<u8>, SignatureWhy> {
        let octets = canonicalize(subset, form, without, spaces, self.octets);
        let octets = octets.map_err(|refusal| match refusal {
            Refusal::TooLong => SignatureWhy::TooMuch,
            Refusal::RelativeNamespace => SignatureWhy::RelativeNamespace,
            Refusal::JoinedBase => SignatureWhy::JoinedBase,
        });
        self.octets -= octets.as_ref().map_or(self.octets, Vec::len);
        octets
    }
}

impl Signature {
    fn held_against(&mut self, candidate: Candidate) {
        self.key = Some(candidate.key.clone());
        self.certificate = candidate.certificate.cloned();
        self.against = candidate.against;
    }

    fn tell(&mut self, parts: &Parts) {
        self.method = Some(parts.method);
        self.canonicalization = parts.canonicalization.as_ref().map(|form| form.version);
        if let Some(first) = parts.references.first() {
            self.digest = first.hash;
            let id = first.uri.as_deref().and_then(|uri| uri.strip_prefix('#'));
            self.id = id.map(str::to_owned);
        }
    }
}
