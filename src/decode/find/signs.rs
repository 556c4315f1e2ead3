//! One run over a text: what can begin in it, and where; nothing is tried where its sign is not there.

use super::escaped::{self, Begins};
use super::{form, html, locate};
use crate::decode::codec::base64;

/// So many places of each kind are remembered.
const MOST: usize = 100_000;

/// What a text holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::decode) struct Signs {
    /// Names of parameters that hold a message.
    pub keys: Vec<usize>,
    /// Base64 that begins like encoded markup: `P`, then one of `A` to `P`.
    pub runs: Vec<usize>,
    /// The start tag of a SAML element.
    pub has_element: bool,
    /// An `Attribute` or an `AttributeStatement` of SAML.
    pub has_excerpt: bool,
    /// A field of a form in HTML.
    pub has_input: bool,
    /// An XML declaration.
    pub has_declaration: bool,
    /// Markup whose `<` is written as an entity.
    pub has_escaped: bool,
    /// A backslash.
    pub has_backslash: bool,
    /// `=3D`, `=3C`, or an equals sign that ends a line.
    pub has_printable: bool,
    /// `%` with two digits.
    pub has_percent: bool,
    /// A quotation mark behind an equals sign and another one: `=""x`.
    pub has_doubled: bool,
    /// Two quotation marks with a sign that joins between them.
    pub has_joint: bool,
    /// More than one line.
    pub has_lines: bool,
    /// A line that ends in a mark behind a blank: ` |`, ` +`, ` \`.
    pub has_tails: bool,
}

/// A longer run of letters in front of a backslash may be base64.
const LONGEST: usize = 20;

const OTHER: u8 = 0;
const LESS: u8 = 1;
const AMP: u8 = 2;
const BACKSLASH: u8 = 3;
const EQUALS: u8 = 4;
const PERCENT: u8 = 5;
const KEY: u8 = 6;
const RUN: u8 = 7;
const LINE: u8 = 8;
const QUOTE: u8 = 9;

const CLASSES: [u8; 256] = classes();

#[allow(clippy::indexing_slicing, reason = "checked when it is compiled")]
const fn classes() -> [u8; 256] {
    let mut classes = [OTHER; 256];
    classes[b'<' as usize] = LESS;
    classes[b'&' as usize] = AMP;
    classes[b'\\' as usize] = BACKSLASH;
    classes[b'=' as usize] = EQUALS;
    classes[b'%' as usize] = PERCENT;
    classes[b's' as usize] = KEY;
    classes[b'S' as usize] = KEY;
    classes[b'w' as usize] = KEY;
    classes[b'W' as usize] = KEY;
    classes[b'P' as usize] = RUN;
    classes[b'\n' as usize] = LINE;
    classes[b'"' as usize] = QUOTE;
    classes[b'\'' as usize] = QUOTE;
    classes
}

/// Whether a text has an escape, quoted-printable, doubled quotation marks or lines that end in a mark, and whether it
/// has lines: what only plain XML can be has none of the first. A backslash in a name, as in `ADRIASOFT\Novak`, is no
/// escape.
pub(in crate::decode) struct Plain {
    /// None of them.
    pub is_plain: bool,
    /// More than one line.
    pub has_lines: bool,
}

impl Plain {
    /// Looks at the few bytes that matter.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut signs = Signs::default();
        for at in memchr::memchr3_iter(b'=', b'\n', b'\\', bytes) {
            match bytes.get(at) {
                Some(b'=') => signs.note_equals(bytes, at),
                Some(b'\n') => signs.note_line(bytes, at),
                _ => signs.has_backslash = is_escape(bytes, at),
            }
            if signs.has_backslash || signs.has_printable || signs.has_doubled || signs.has_tails {
                break;
            }
        }
        Self {
            is_plain: !signs.has_backslash
                && !signs.has_printable
                && !signs.has_doubled
                && !signs.has_tails,
            has_lines: signs.has_lines,
        }
    }
}

/// Whether the backslash at `at` may be one of a string literal around markup or base64: in front of a mark or a number,
/// or a line break where one can stand.
fn is_escape(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    match bytes.get(at + 1) {
        Some(b'n' | b'r' | b't') => {
            let is_in_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'.';
            let name = before.iter().rev().take_while(|byte| is_in_name(byte));
            !(1..=LONGEST).contains(&name.take(LONGEST + 1).count())
        }
        Some(b'u' | b'U' | b'x' | b'0'..=b'9') | None => true,
        Some(next) => !next.is_ascii_alphabetic() && *next != b'\\',
    }
}

impl Signs {
    /// Looks at every byte once.
    pub fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let mut has_field = false;
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let class = CLASSES.get(usize::from(*byte)).copied().unwrap_or(OTHER);
            if class == AMP && !signs.has_escaped {
                match escaped::begins(text, at) {
                    Some(Begins::Message) => signs.has_escaped = true,
                    Some(Begins::Field) => has_field = true,
                    None => {}
                }
            } else if class != OTHER {
                signs.note(text, at, class);
            }
        }
        signs.has_escaped |= has_field && html::has_name(text);
        signs
    }

    fn note(&mut self, text: &str, at: usize, class: u8) {
        let bytes = text.as_bytes();
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        match class {
            LESS => self.note_tag(text, at + 1, next),
            BACKSLASH => self.has_backslash = true,
            EQUALS => self.note_equals(bytes, at),
            PERCENT => {
                let third = bytes.get(at + 2).copied().unwrap_or(0);
                self.has_percent |= next.is_ascii_hexdigit() && third.is_ascii_hexdigit();
            }
            KEY if self.keys.len() < MOST && form::begins(text, at) => self.keys.push(at),
            RUN if next.wrapping_sub(b'A') < 16 && self.runs.len() < MOST => {
                let is_escape = at >= 2 && bytes.get(at - 2) == Some(&b'\\');
                if is_escape || base64::may_begin(bytes, at) {
                    self.runs.push(at);
                }
            }
            LINE => self.note_line(bytes, at),
            QUOTE => {
                self.has_joint |= matches!(
                    next,
                    b' ' | b'\r' | b'\n' | b'+' | b'.' | b'\\' | b'&' | b'\t'
                );
            }
            _ => {}
        }
    }

    fn note_equals(&mut self, bytes: &[u8], at: usize) {
        let [next, third] = [1, 2].map(|on| bytes.get(at + on).copied().unwrap_or(0));
        self.has_printable |= matches!(next, b'\r' | b'\n')
            || next == b'3' && matches!(third, b'D' | b'd' | b'C' | b'c');
        self.has_doubled |= matches!(next, b'"' | b'\'')
            && third == next
            && bytes
                .get(at + 3)
                .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    }

    fn note_line(&mut self, bytes: &[u8], at: usize) {
        self.has_lines = true;
        let line = bytes.get(..at).unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.has_tails |= matches!(line, [.., b' ' | b'\t', b'|' | b'+' | b'\\']);
    }

    fn note_tag(&mut self, text: &str, at: usize, next: u8) {
        if next == b'?' {
            self.has_declaration |= text.as_bytes().get(at..at + 5) == Some(b"?xml ");
            return;
        }
        if !(next.is_ascii_alphabetic() || next == b'_' || next >= 0x80) {
            return;
        }
        let rest = text.get(at..).unwrap_or_default();
        if !self.has_element {
            self.has_element = locate::saml_name(rest).is_some();
        }
        if !self.has_excerpt {
            self.has_excerpt = locate::excerpt_name(rest).is_some();
        }
        if !self.has_input {
            self.has_input = html::is_field(rest);
        }
    }

    /// Whether anything can begin here.
    pub fn any(&self) -> bool {
        !self.keys.is_empty()
            || !self.runs.is_empty()
            || self.has_element
            || self.has_excerpt
            || self.has_input
            || self.has_declaration
            || self.has_escaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_in_names_are_plain() {
        let table = [
            (r"<Issuer>ADRIASOFT\Novak</Issuer>".to_owned(), true),
            (r"<V>ADRIASOFT\novak</V>".to_owned(), true),
            (r"<V>adriasoft.example\tanja</V>".to_owned(), true),
            (r"<V>\server\Share</V>".to_owned(), true),
            (r#"<Response ID=\"_1\">"#.to_owned(), false),
            (r"<Response>\n<a/>".to_owned(), false),
            (r"<a><\/a>".to_owned(), false),
            (r"<a>\u0161</a>".to_owned(), false),
            (format!(r"<V>{}\nQUI</V>", "QUJD".repeat(8)), false),
            ("<a>b \\n</a>".to_owned(), false),
        ];
        for (text, is_plain) in table {
            assert_eq!(Plain::of(&text).is_plain, is_plain, "{text}");
        }
    }

    #[test]
    fn noted() {
        let long = format!("PHNh{}", "QUJD".repeat(12));
        let text = format!("a SAMLResponse={long} x{long} \\n{long}");
        let signs = Signs::of(&text);
        assert_eq!(
            (signs.keys, signs.runs),
            (vec![2], vec![15, 15 + 52 + 2 + 52 + 3])
        );
        type Sign = fn(&Signs) -> bool;
        let table: [(&str, Sign); 8] = [
            ("x <p:Response>", |s| s.has_element),
            ("<saml:Attribute Name=''>", |s| s.has_excerpt),
            ("<INPUT name=x>", |s| s.has_input),
            ("&#60;Response>", |s| s.has_escaped),
            ("ID=3D\"", |s| s.has_printable),
            ("a=\"\"urn:x", |s| s.has_doubled),
            ("a%2Fb", |s| s.has_percent),
            ("<?xml version", |s| s.has_declaration),
        ];
        for (text, sign) in table {
            assert!(sign(&Signs::of(text)), "{text}");
        }
        assert!(!Signs::of("a=\"\" b < c & d 100 % sa we").any());
    }
}
