//! Base64 that begins somewhere in a text: read on over whatever wrapped it, as long as what it says makes sense.

mod sense;

use crate::chars::invisible::is_blank;
use crate::decode::codec::{base64::SEXTETS, percent};
use crate::decode::layer::Forgiven;
use std::collections::BTreeSet;

/// So many bytes of a joint are blank at most.
const JOINT: usize = 1_000;

/// A shorter line, in bytes, was not wrapped.
const WRAPPED: usize = 16;

/// A value as far as it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::decode) struct Value {
    /// One past its last character.
    pub end: usize,
    /// What it says.
    pub bytes: Vec<u8>,
    /// What had to be forgiven, each once.
    pub forgiven: BTreeSet<Forgiven>,
    /// How often it was percent-encoded.
    pub percent: usize,
    /// Whether an XML document begins in it.
    pub is_xml: bool,
}

/// Reads the base64, plain or percent-encoded, that begins at `from`.
pub(in crate::decode) fn read(text: &str, from: usize) -> Option<Value> {
    let mut reader = Reader::new(text, from);
    let mut length = reader.piece();
    if reader.digits == 0 {
        return None;
    }
    let mut end = reader.at;
    while reader.padding == 0 && !reader.is_complete() {
        match reader.join(end, length) {
            Some(joined) => length = joined,
            None => break,
        }
        end = reader.at;
    }
    while reader.padding > 0 && reader.padding < (4 - reader.digits % 4) % 4 {
        let Some((Unit::Padding, next)) = reader.unit(reader.blank(end)) else {
            break;
        };
        reader.padding += 1;
        end = next;
    }
    Some(reader.value(end))
}

/// One character of base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Digit(u32),
    Padding,
    /// An encoded line break or space.
    Blank,
}

#[derive(Debug)]
struct Reader<'a> {
    text: &'a str,
    at: usize,
    out: Vec<u8>,
    bits: u32,
    held: u32,
    digits: usize,
    padding: usize,
    percent: usize,
    forgiven: BTreeSet<Forgiven>,
    root: Option<Vec<u8>>,
}

/// What is put back when a piece turns out not to belong to the value.
type Mark = (usize, usize, u32, u32, usize, usize);

impl<'a> Reader<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at,
            out: vec![],
            bits: 0,
            held: 0,
            digits: 0,
            padding: 0,
            percent: 0,
            forgiven: BTreeSet::new(),
            root: None,
        }
    }

    fn mark(&self) -> Mark {
        (
            self.at,
            self.out.len(),
            self.bits,
            self.held,
            self.digits,
            self.padding,
        )
    }

    fn reset(&mut self, mark: Mark) {
        let length;
        (
            self.at,
            length,
            self.bits,
            self.held,
            self.digits,
            self.padding,
        ) = mark;
        self.out.truncate(length);
    }

    fn push(&mut self, sextet: u32) {
        self.digits += 1;
        self.bits = (self.bits << 6 | sextet) & 0xFFFF;
        self.held += 6;
        if self.held >= 8 {
            self.held -= 8;
            self.out
                .push(u8::try_from(self.bits >> self.held & 0xFF).unwrap_or_default());
        }
    }

    /// The character at `at`, and where the next one begins.
    fn unit(&mut self, at: usize) -> Option<(Unit, usize)> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte != b'%' {
            if matches!(byte, b'-' | b'_') {
                self.forgiven.insert(Forgiven::UrlAlphabet);
            }
            return Some((unit_of(byte).filter(|unit| *unit != Unit::Blank)?, at + 1));
        }
        let (mut byte, mut next) = encoded(self.text, at + 1)?;
        let mut depth = 1;
        while byte == b'%' && depth < 4 {
            (byte, next) = encoded(self.text, next)?;
            depth += 1;
        }
        let unit = unit_of(byte)?;
        self.percent = self.percent.max(depth);
        Some((unit, next))
    }

    /// Reads on until something else stands there; gives the length of it.
    fn piece(&mut self) -> usize {
        let start = self.at;
        let bytes = self.text.as_bytes();
        loop {
            while let Some(&byte) = bytes.get(self.at)
                && self.padding == 0
                && let Some(&sextet) = SEXTETS.get(usize::from(byte))
                && sextet < 64
                && !matches!(byte, b'-' | b'_')
            {
                self.push(u32::from(sextet));
                self.at += 1;
            }
            match self.unit(self.at) {
                Some((Unit::Digit(sextet), next)) if self.padding == 0 => {
                    self.push(sextet);
                    self.at = next;
                }
                Some((Unit::Padding, next)) if self.padding < 4 => {
                    self.padding += 1;
                    self.at = next;
                }
                Some((Unit::Blank, next)) => {
                    self.forgiven.insert(Forgiven::WhiteSpace);
                    self.at = next;
                }
                _ => return self.at - start,
            }
        }
    }

    /// Where the next visible character stands.
    fn blank(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let blank = rest
            .char_indices()
            .find(|(at, c)| !is_blank(*c) || *at > JOINT);
        at + blank.map_or(rest.len(), |(at, _)| at)
    }

    /// Reads the piece behind the blanks at `end`, if it belongs to the value; the last piece was `length` long.
    fn join(&mut self, end: usize, length: usize) -> Option<usize> {
        let next = self.blank(end);
        let joint = self.text.get(end..next).filter(|joint| !joint.is_empty())?;
        let mark = self.mark();
        let is_xml = self.is_xml();
        self.at = next;
        let joined = self.piece();
        let is_wrapped = length >= WRAPPED && joint.contains(['\n', '\r', '\u{2028}']);
        if joined > 0
            && self.ends()
            && if is_xml {
                self.makes_sense(mark.1)
            } else {
                is_wrapped
            }
        {
            self.forgiven.insert(Forgiven::WhiteSpace);
            return Some(joined);
        }
        self.reset(mark);
        // A form that was read once has a space where `+` stood.
        if is_xml && joint == " " {
            self.push(62);
            self.at = next;
            let joined = self.piece();
            if self.ends() && self.makes_sense(mark.1) {
                self.forgiven.insert(Forgiven::SpaceForPlus);
                return Some(joined.max(1));
            }
            self.reset(mark);
        }
        None
    }

    /// Whether the piece that was read last is followed by what may follow a value.
    fn ends(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut chars = rest.chars();
        match chars.next() {
            None => true,
            Some('.') => chars.next().is_none_or(is_blank),
            Some('%') => true,
            Some(c) => {
                is_blank(c)
                    || matches!(
                        c,
                        '&' | '"'
                            | '\''
                            | '`'
                            | '\\'
                            | '<'
                            | '>'
                            | ';'
                            | ','
                            | ')'
                            | ']'
                            | '}'
                            | '{'
                            | '|'
                            | '“'
                            | '”'
                            | '’'
                            | '»'
                    )
            }
        }
    }

    fn value(mut self, end: usize) -> Value {
        let is_xml = self.is_xml() && !self.out.is_empty();
        // The last `+` of such a form was a space at the end, and is cut off by whatever trims.
        let is_short = self.digits % 4 == 3 && self.padding == 0;
        if is_short && self.forgiven.contains(&Forgiven::SpaceForPlus) {
            self.push(62);
        }
        let missing = (4 - self.digits % 4) % 4;
        if self.digits % 4 == 1 || is_xml && !self.is_complete() && !self.has_end() {
            self.forgiven.insert(Forgiven::CutShort);
        } else if self.padding != missing {
            self.forgiven.insert(Forgiven::Padding);
        }
        if self.digits % 4 != 1 && self.bits & ((1 << self.held) - 1) != 0 {
            self.forgiven.insert(Forgiven::StrayBits);
        }
        Value {
            end,
            bytes: self.out,
            forgiven: self.forgiven,
            percent: self.percent,
            is_xml,
        }
    }
}

fn unit_of(byte: u8) -> Option<Unit> {
    Some(match byte {
        b'=' => Unit::Padding,
        b'\r' | b'\n' | b' ' | b'\t' => Unit::Blank,
        _ => match SEXTETS.get(usize::from(byte)) {
            Some(&sextet) if sextet < 64 => Unit::Digit(u32::from(sextet)),
            _ => return None,
        },
    })
}

/// The byte that two hexadecimal digits at `at` stand for, and one past them; a line may break between them.
fn encoded(text: &str, at: usize) -> Option<(u8, usize)> {
    let skip = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches(is_blank).len();
        let is_break = rest
            .get(..blank)
            .is_some_and(|blank| !blank.is_empty() && blank.len() <= JOINT);
        at + if is_break { blank } else { 0 }
    };
    let bytes = text.as_bytes();
    let first = skip(at);
    let second = skip(first + 1);
    let pair = [b'%', *bytes.get(first)?, *bytes.get(second)?];
    percent::byte(&pair, 0).map(|byte| (byte, second + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str =
        "<p:Response xmlns:p=\"urn:x\" ID=\"_1\"><a>Živko Ilić, 12 > 3, a?b~c</a></p:Response>";

    fn base64(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let bits = three
                .iter()
                .fold(0, |bits, byte| bits << 8 | usize::from(*byte));
            let bits = bits << (8 * (3 - three.len()));
            for index in 0..4 {
                text.push(match index <= three.len() {
                    true => char::from(DIGITS[bits >> (18 - 6 * index) & 63]),
                    false => '=',
                });
            }
        }
        text
    }

    #[test]
    fn wrapped_in_every_way() {
        let plain = base64(XML.as_bytes());
        let encoded = plain
            .replace('+', "%2B")
            .replace('/', "%2F")
            .replace('=', "%3D");
        let joints = [
            "\n", "\r\n", " \n", "\n  ", "\t", "\n\n", " ", "\u{A0}", "\u{200B}", "\u{AD}\n",
            "\u{2028}",
        ];
        for (value, percent) in [
            (plain, 0),
            (encoded.clone(), 1),
            (encoded.replace('%', "%25"), 2),
        ] {
            for joint in joints {
                for width in [19, 40, 76] {
                    let pieces: Vec<_> = value
                        .as_bytes()
                        .chunks(width)
                        .map(String::from_utf8_lossy)
                        .collect();
                    let text = pieces.join(joint);
                    for tail in [
                        "",
                        "&RelayState=x",
                        "\" />",
                        "\n\nRegards, Ana",
                        "\nRelayState: x",
                        " is what we get",
                    ] {
                        let text = format!("{text}{tail}");
                        let value = read(&text, 0).unwrap();
                        assert_eq!(
                            String::from_utf8_lossy(&value.bytes),
                            XML,
                            "{joint:?} {text}"
                        );
                        assert_eq!(value.percent, percent);
                        assert!(
                            !value.forgiven.contains(&Forgiven::CutShort),
                            "{joint:?} {text}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn spaces_that_were_plus() {
        for more in ["", "x", "xy"] {
            let xml = XML.replace("</a>", &format!("{more}</a>"));
            let plain = base64(xml.as_bytes());
            let text = plain.replace('+', " ");
            let value = read(text.trim_end(), 0).unwrap();
            assert_eq!(String::from_utf8_lossy(&value.bytes), xml, "{plain}");
        }
    }

    #[test]
    fn cut_off() {
        let plain = base64(XML.as_bytes());
        for tail in ["", "...", "\n\nRegards, Ana", "\nRelayState=x"] {
            let value = read(&format!("{}{tail}", &plain[..60]), 0).unwrap();
            assert_eq!(value.bytes, &XML.as_bytes()[..45], "{tail}");
            assert!(value.forgiven.contains(&Forgiven::CutShort));
        }
    }
}
