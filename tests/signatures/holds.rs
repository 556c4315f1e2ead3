//! What holds for every input, however bad: of a check with signatures, and of canonical forms.

use error31::instant::Instant;
use error31::signature::{CanonicalForm, Canonicalization, Refusal, Spaces, Subset, canonicalize};
use error31::{Options, check, xml};

const METADATA: [&[u8]; 2] = [
    include_bytes!("../fixtures/signatures/rollover.metadata"),
    include_bytes!("../fixtures/signatures/certificate.metadata"),
];
/// The elements of a document whose form is looked at.
const ELEMENTS: usize = 24;

/// A check stops nowhere, tells of places inside the text, and reads the same fields with signatures and without.
pub fn checked(bytes: &[u8]) {
    let options = Options {
        now: Instant::parse("2026-11-21T09:20:00Z"),
        metadata: METADATA.map(<[u8]>::to_vec).into(),
        ..Options::default()
    };
    let report = check(bytes, &options);
    let signatures = false;
    let plain = check(
        bytes,
        &Options {
            signatures,
            ..options
        },
    );
    assert_eq!(report.messages.len(), plain.messages.len());
    for (message, plain) in report.messages.iter().zip(&plain.messages) {
        assert_eq!(message.fields, plain.fields);
        let length = u32::try_from(message.xml.encode_utf16().count()).unwrap_or(u32::MAX);
        let signatures = message.signatures.iter().flatten();
        assert!(signatures.clone().count() <= 16 && plain.signatures.is_none());
        let places = signatures.flat_map(|found| [found.span, found.covered]);
        let findings = message.diagnostics.iter().map(|found| found.span);
        for span in places.chain(findings).flatten() {
            assert!(span.start <= span.end && span.end <= length);
        }
    }
}

/// Each canonical form keeps to its limit, is well-formed, and is its own canonical form.
pub fn canonical(text: &str) {
    let Ok(document) = xml::parse(text) else {
        return;
    };
    let versions = [
        CanonicalForm::Inclusive10,
        CanonicalForm::Inclusive11,
        CanonicalForm::Exclusive,
    ];
    for version in versions {
        for comments in [false, true] {
            let form = Canonicalization {
                version,
                comments,
                prefixes: vec![],
            };
            stands(Subset::Document(&document), &form, text.len());
            for element in document.elements().take(ELEMENTS) {
                stands(Subset::Element(element), &form, text.len());
            }
        }
    }
}

fn stands(subset: Subset, form: &Canonicalization, length: usize) {
    let limit = 8 * length + 1_024;
    let octets = match canonicalize(subset, form, None, Spaces::Kept, limit) {
        Ok(octets) => octets,
        Err(Refusal::TooLong | Refusal::RelativeNamespace | Refusal::JoinedBase) => return,
    };
    assert!(octets.len() <= limit);
    let text = String::from_utf8(octets).unwrap();
    let again = xml::parse(&text).unwrap();
    let whole = Subset::Document(&again);
    // What is in force around an element is only looked at where it is declared.
    match canonicalize(whole, form, None, Spaces::Kept, usize::MAX) {
        Ok(again) => assert_eq!(String::from_utf8(again).unwrap(), text),
        Err(refusal) => assert_eq!(refusal, Refusal::RelativeNamespace),
    }
}
