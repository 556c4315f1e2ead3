//! The name of a certificate's owner or issuer as RFC 4514 writes it.

use super::der::Values;
use der::asn1::AnyRef;
use der::{Tag, Tagged};
use std::fmt::Write;

/// The types that have a short name, by their content in DER.
const TYPES: &[(&[u8], &str)] = &[
    (&[0x55, 4, 3], "CN"),
    (&[0x55, 4, 6], "C"),
    (&[0x55, 4, 7], "L"),
    (&[0x55, 4, 8], "ST"),
    (&[0x55, 4, 9], "STREET"),
    (&[0x55, 4, 10], "O"),
    (&[0x55, 4, 11], "OU"),
    (
        &[0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 1, 25],
        "DC",
    ),
    (
        &[0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 1, 1],
        "UID",
    ),
    (
        &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 1],
        "emailAddress",
    ),
];

/// The name, its last part first; `None` where it isn't one.
pub(super) fn read(mut parts: Values) -> Option<String> {
    let mut names = vec![];
    while let Some(part) = parts.next() {
        let mut pairs = Values::new(part.value()).filter(|_| part.tag() == Tag::Set)?;
        let mut texts = vec![];
        while let Some(pair) = pairs.next() {
            let mut pair = Values::new(pair.value())?;
            let kind = kind(pair.content(Tag::ObjectIdentifier)?);
            texts.push(format!("{kind}={}", value(pair.next()?)));
        }
        names.push(texts.join("+"));
    }
    names.reverse();
    Some(names.join(","))
}

fn kind(content: &[u8]) -> String {
    let known = TYPES.iter().find(|(bytes, _)| *bytes == content);
    known.map_or_else(|| dotted(content), |(_, name)| (*name).to_owned())
}

fn dotted(content: &[u8]) -> String {
    let mut text = String::new();
    let mut number = 0_u64;
    for byte in content {
        number = number.wrapping_shl(7) | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            let _ = match text.is_empty() {
                true => {
                    let first = (number / 40).min(2);
                    write!(text, "{first}.{}", number - first * 40)
                }
                false => write!(text, ".{number}"),
            };
            number = 0;
        }
    }
    text
}

fn value(value: AnyRef) -> String {
    let bytes = value.value();
    let wide = |size: usize| {
        let numbers = bytes.chunks(size);
        let numbers =
            numbers.map(|chunk| chunk.iter().fold(0, |n, byte| n << 8 | u32::from(*byte)));
        numbers.collect::<Vec<u32>>()
    };
    let text = match value.tag() {
        Tag::Utf8String
        | Tag::PrintableString
        | Tag::Ia5String
        | Tag::NumericString
        | Tag::VisibleString => String::from_utf8_lossy(bytes).into_owned(),
        Tag::TeletexString => bytes.iter().map(|byte| char::from(*byte)).collect(),
        Tag::BmpString => {
            let units: Vec<u16> = wide(2)
                .into_iter()
                .filter_map(|n| u16::try_from(n).ok())
                .collect();
            String::from_utf16_lossy(&units)
        }
        _ => return format!("#{}", hex(bytes)),
    };
    escaped(&text)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let last = text.chars().count().saturating_sub(1);
    for (i, c) in text.chars().enumerate() {
        let at_edge = c == ' ' && (i == 0 || i == last) || c == '#' && i == 0;
        if at_edge || matches!(c, ',' | '+' | '"' | '\\' | '<' | '>' | ';' | '=') {
            escaped.push('\\');
        }
        match c {
            '\0' => escaped.push_str("\\00"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
