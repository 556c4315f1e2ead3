//! A JSON document in UTF-16, in pieces, as PowerShell writes what is sent to a file.

use super::Source;
use super::context::Context;
use crate::decode::found::Found;
use crate::decode::layer::Layer;

/// The state between two pieces.
#[derive(Debug)]
pub(super) struct Utf16 {
    order: Order,
    /// The first byte of a unit whose second is still to come.
    byte: Option<u8>,
    /// The first half of a pair whose second is still to come.
    half: Option<u16>,
    inner: Source,
}

#[derive(Debug, Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn unit(self, pair: [u8; 2]) -> u16 {
        match self {
            Self::Little => u16::from_le_bytes(pair),
            Self::Big => u16::from_be_bytes(pair),
        }
    }
}

impl Utf16 {
    /// Begins where these first bytes are JSON behind a byte order mark.
    pub fn of(head: &[u8], context: &Context) -> Option<Self> {
        let order = match head.get(..2)? {
            b"\xFF\xFE" => Order::Little,
            b"\xFE\xFF" => Order::Big,
            _ => return None,
        };
        let units = head.chunks_exact(2).skip(1);
        let mut units = units.flat_map(|pair| pair.try_into().map(|pair| order.unit(pair)));
        let blank = |unit: &u16| matches!(unit, 0x09 | 0x0A | 0x0D | 0x20);
        let is_json = matches!(units.find(|unit| !blank(unit)), Some(0x5B | 0x7B));
        let layer = match order {
            Order::Little => Layer::Utf16Le,
            Order::Big => Layer::Utf16Be,
        };
        is_json.then(|| Self {
            order,
            byte: None,
            half: None,
            inner: Source::inside(context, layer, None),
        })
    }

    /// Reads the next piece; half a pair alone becomes U+FFFD.
    pub fn feed(&mut self, bytes: &[u8], found: &mut Found) {
        let before = self.byte.take();
        let pieces = before.iter().chain(bytes).copied();
        let mut units: Vec<u16> = self.half.take().into_iter().collect();
        let mut first = None;
        for byte in pieces {
            match first.take() {
                Some(first) => units.push(self.order.unit([first, byte])),
                None => first = Some(byte),
            }
        }
        self.byte = first;
        if let Some(last @ 0xD800..=0xDBFF) = units.last() {
            self.half = Some(*last);
            units.pop();
        }
        let text = String::from_utf16_lossy(&units);
        self.inner.feed(text.as_bytes(), found);
    }

    /// Reads to the end.
    pub fn finish(&mut self, found: &mut Found) {
        self.inner.finish(found);
    }
}
