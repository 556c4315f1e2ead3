//! The few shapes of DER that a certificate is made of, walked from outside in.

use der::asn1::AnyRef;
use der::{Decode, SliceReader, Tag, TagNumber, Tagged};

/// Values that stand one behind the other.
pub(super) struct Values<'a>(SliceReader<'a>);

impl<'a> Values<'a> {
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        SliceReader::new(bytes).ok().map(Self)
    }

    /// The next value; `None` at the end and where this is no DER.
    pub fn next(&mut self) -> Option<AnyRef<'a>> {
        AnyRef::decode(&mut self.0).ok()
    }

    /// The content of the next value, if it is of this kind.
    pub fn content(&mut self, tag: Tag) -> Option<&'a [u8]> {
        self.next()
            .filter(|value| value.tag() == tag)
            .map(AnyRef::value)
    }

    /// The values inside the next one, if it is of this kind.
    pub fn inside(&mut self, tag: Tag) -> Option<Self> {
        self.content(tag).and_then(Self::new)
    }

    /// Passes over the next value, if it is of this kind.
    pub fn skip(&mut self, tag: Tag) {
        let mut ahead = self.0.clone();
        if AnyRef::decode(&mut ahead).is_ok_and(|value| value.tag() == tag) {
            self.0 = ahead;
        }
    }
}

/// The content of a bit string of whole bytes.
pub(super) fn bits(content: &[u8]) -> Option<&[u8]> {
    content
        .split_first()
        .filter(|(unused, _)| **unused == 0)
        .map(|(_, bits)| bits)
}

/// The size of a positive integer without its leading zeros.
pub(super) fn unsigned(content: &[u8]) -> &[u8] {
    let zeros = content.iter().take_while(|byte| **byte == 0).count();
    content.get(zeros..).unwrap_or_default()
}

/// The tag `[number]` of a value that wraps another.
pub(super) fn wrapped(number: u32) -> Tag {
    Tag::ContextSpecific {
        constructed: true,
        number: TagNumber(number),
    }
}
