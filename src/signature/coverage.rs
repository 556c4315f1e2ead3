//! What a signature covers, and whether that is its place.

use super::read::Reference;
use super::target::Targets;
use super::{Covers, SignatureWhy};
use crate::diagnostic::Span;
use crate::namespaces::{ASSERTION_1, PROTOCOL_1};
use crate::saml::{ASSERTION, PROTOCOL, SIGNATURE, is_advice};
use crate::xml::Element;

/// Where a reference leads that isn’t to the element around it, whether or not the signature is intact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced {
    /// To another element.
    Elsewhere,
    /// To no element of this document, or to several.
    Unnamed,
}

/// What a signature stands in.
pub(super) fn around(signature: Element) -> Covers {
    signature.parent().map_or(Covers::Other, part)
}

fn part(element: Element) -> Covers {
    let is = |namespaces: [&str; 2], name: &str| namespaces.iter().any(|uri| element.is(uri, name));
    if is([PROTOCOL, PROTOCOL_1], "Response") {
        Covers::Response
    } else if is([ASSERTION, ASSERTION_1], "Assertion") {
        Covers::Assertion
    } else {
        Covers::Other
    }
}

/// What the reference of a signature covers, and where it stands: in SAML the element that the signature stands in, an
/// element around that, or the one assertion of the response that it stands in.
pub(super) fn read(
    targets: &Targets,
    signature: Element,
    references: &[Reference],
) -> Result<(Covers, Option<Span>), SignatureWhy> {
    let covers = around(signature);
    let [reference] = references else {
        return match covers {
            Covers::Other => Ok((covers, None)),
            _ => Err(SignatureWhy::SeveralReferences),
        };
    };
    let target = targets.find(reference.uri.as_deref())?.element();
    let place = place(signature, target).ok_or(SignatureWhy::Elsewhere)?;
    Ok((place, Some(target.span())))
}

/// What a signature covers whose reference leads to `target`; `None` where that is not its place.
fn place(signature: Element, target: Element) -> Option<Covers> {
    let covers = around(signature);
    if covers == Covers::Other || signature.ancestors().any(|around| around == target) {
        return Some(covers);
    }
    let response = signature.parent().filter(|_| covers == Covers::Response)?;
    let mut assertions = response
        .elements()
        .filter(|e| part(*e) == Covers::Assertion);
    match (assertions.next(), assertions.next()) {
        (Some(only), None) if only == target => Some(Covers::Assertion),
        _ => None,
    }
}

/// Of a signature in a response or an assertion, how its reference leads to something else; what stands in `Advice`, which a
/// receiver may ignore, may sign more than itself.
pub(super) fn misplaced(targets: &Targets, signature: Element) -> Option<Misplaced> {
    let of_saml = Some(signature).filter(|s| around(*s) != Covers::Other)?;
    let mut inside = of_saml.elements();
    let info = inside.find(|e| e.is(SIGNATURE, "SignedInfo"))?;
    let mut references = info.elements().filter(|e| e.is(SIGNATURE, "Reference"));
    let uri = references.next()?.attribute(None, "URI");
    if references.next().is_some() {
        return Some(Misplaced::Unnamed).filter(|_| !is_advice(signature));
    }
    match targets.find(uri.map(|uri| uri.value()).as_deref()) {
        Err(SignatureWhy::DuplicateId) => None,
        Err(_) => Some(Misplaced::Unnamed),
        Ok(target) => match place(signature, target.element()) {
            Some(_) => None,
            None => Some(Misplaced::Elsewhere),
        },
    }
}
