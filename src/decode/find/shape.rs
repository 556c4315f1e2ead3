//! What an input without a message looks like.

use crate::address::is_address;
use crate::decode::codec::{
    base64::{self, Decoded},
    trim,
};
use crate::decode::find::{form, markup};
use crate::decode::layer::Forgiven;
use crate::decode::problem::ProblemKind as Kind;
use memchr::memmem;

const MAGIC: [(&[u8], Kind, &str); 29] = [
    (b"%PDF", Kind::Format, "PDF"),
    (b"\x89PNG", Kind::Image, "PNG"),
    (b"\xFF\xD8\xFF", Kind::Image, "JPEG"),
    (b"GIF8", Kind::Image, "GIF"),
    (b"BM", Kind::Image, "BMP"),
    (b"II*\0", Kind::Image, "TIFF"),
    (b"MM\0*", Kind::Image, "TIFF"),
    (b"RIFF", Kind::Image, "WebP"),
    (b"PK\x03\x04", Kind::Archive, "ZIP"),
    (b"PK\x05\x06", Kind::Archive, "ZIP"),
    (b"\x1F\x8B", Kind::Archive, "gzip"),
    (b"BZh", Kind::Archive, "bzip2"),
    (b"\xFD7zXZ", Kind::Archive, "xz"),
    (b"7z\xBC\xAF", Kind::Archive, "7z"),
    (b"Rar!", Kind::Archive, "RAR"),
    (b"\x28\xB5\x2F\xFD", Kind::Archive, "zstd"),
    (b"\xD0\xCF\x11\xE0", Kind::Format, "Microsoft Office"),
    (b"{\\rtf", Kind::Format, "RTF"),
    (b"ElfFile\0", Kind::Format, "EVTX"),
    (b"\x0A\x0D\x0D\x0A", Kind::Format, "pcapng"),
    (b"\xD4\xC3\xB2\xA1", Kind::Format, "pcap"),
    (b"\xA1\xB2\xC3\xD4", Kind::Format, "pcap"),
    (b"SQLite format 3", Kind::Format, "SQLite"),
    (b"\x7FELF", Kind::Format, "ELF"),
    (b"MZ", Kind::Format, "EXE"),
    (b"\0asm", Kind::Format, "WebAssembly"),
    (b"\xFE\xED\xFE\xED", Kind::Format, "Java KeyStore"),
    (b"OggS", Kind::Format, "Ogg"),
    (b"\x30\x80", Kind::Certificate, ""),
];

/// Names a file by its first bytes.
pub(in crate::decode) fn file(bytes: &[u8]) -> (Kind, &'static str) {
    let known = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic));
    match known {
        _ if matches!(bytes, [0x30, 0x82, _, _, 2, 1, 0 | 3, ..]) => (Kind::PrivateKey, ""),
        _ if bytes.starts_with(b"\x30\x82") => (Kind::Certificate, ""),
        Some((_, _, "Microsoft Office")) if memmem::find(bytes, OUTLOOK).is_some() => {
            (Kind::OutlookMail, "")
        }
        Some((_, _, "ZIP")) if is_office(bytes) => (Kind::Format, "Microsoft Office"),
        Some((_, kind, format)) => (*kind, format),
        None => (Kind::Binary, ""),
    }
}

fn is_office(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    OFFICE
        .iter()
        .any(|part| memmem::find(head, part.as_bytes()).is_some())
}

/// The folders that files of Microsoft Office keep their text in.
const OFFICE: [&str; 3] = ["word/", "xl/", "ppt/"];

/// Whether a file of this name in an archive says that the archive is a file of Microsoft Office.
pub(in crate::decode) fn is_part_of_office(name: &str) -> bool {
    OFFICE.iter().any(|part| name.starts_with(part))
}

/// Whether the text of a file of Microsoft Office stands under this name in it.
pub(in crate::decode) fn is_text_of_office(name: &str) -> bool {
    matches!(name, "word/document.xml" | "xl/sharedStrings.xml")
        || name.starts_with("ppt/slides/slide")
}

/// A name that only mails of Outlook have in them, in UTF-16.
const OUTLOOK: &[u8] = b"_\0_\0s\0u\0b\0s\0t\0g\x001\0";

/// Whether `bytes` are one byte, repeated.
pub(in crate::decode) fn is_one_byte(bytes: &[u8]) -> bool {
    match bytes {
        [first, rest @ ..] => {
            let enough = if *first == 0 { 0 } else { 15 };
            rest.len() >= enough && rest.iter().all(|byte| byte == first)
        }
        [] => false,
    }
}

/// What base64 held, where it was surely meant as base64.
pub(in crate::decode) fn base64(
    text: &str,
    decoded: &Decoded,
    named: bool,
) -> Option<(Kind, &'static str)> {
    let bytes = decoded.bytes.as_slice();
    if matches!(bytes, [0, 4, ..]) && bytes.len() == 44 {
        return Some((Kind::SamlArtifact, ""));
    }
    let is_hex = text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    let spaced = decoded.forgiven.contains(&Forgiven::SpaceForPlus);
    let is_armoured = text.starts_with("-----BEGIN");
    if is_armoured || !named && (text.len() < 24 || is_hex || spaced) {
        return None;
    }
    match file(bytes) {
        (Kind::Binary, _) if decoded.forgiven.contains(&Forgiven::CutShort) => {
            Some((Kind::Base64Truncated, ""))
        }
        (Kind::Binary, _) => Some((Kind::Base64Other, "")),
        known => Some(known),
    }
}

/// What a text looks like that holds no message.
pub(in crate::decode) fn text(text: &str) -> Kind {
    let text = trim::trim(text).text;
    let has = |name| form::has_key(text, name);
    if text.is_empty() {
        Kind::Empty
    } else if is_key(text) {
        Kind::PrivateKey
    } else if is_certificate(text) {
        Kind::Certificate
    } else if markup::starts_like_xml(text) {
        match has_form(text) {
            true => Kind::HtmlForm,
            false => Kind::Html,
        }
    } else if form::has_masked_value(text) {
        Kind::Masked
    } else if is_jwt(text) {
        Kind::Jwt
    } else if text.contains("\"log\"") && text.contains("\"entries\"") {
        Kind::Har
    } else if text.starts_with(['{', '[']) {
        Kind::Json
    } else if has("SAMLart") {
        Kind::SamlArtifact
    } else if has("RelayState") {
        Kind::RelayStateOnly
    } else if is_list(text) {
        Kind::Csv
    } else if is_address(text) {
        Kind::Address
    } else if is_form(text) {
        Kind::FormOther
    } else {
        Kind::Text
    }
}

fn is_key(text: &str) -> bool {
    let labels = ["", "RSA ", "EC ", "DSA ", "ENCRYPTED ", "OPENSSH "];
    let line = |label: &str| text.contains(&format!("-----BEGIN {label}PRIVATE KEY-----"));
    text.contains("PRIVATE KEY-----") && labels.into_iter().any(line)
}

fn has_form(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["samlresponse", "samlrequest"]
        .iter()
        .any(|name| text.contains(&format!("name=\"{name}\"")))
}

fn is_certificate(text: &str) -> bool {
    let head: String = text
        .chars()
        .take(4096)
        .filter(|c| !c.is_whitespace())
        .collect();
    let is_der = head.starts_with("MII") && text.len() > 200;
    is_der || head.to_ascii_lowercase().contains("-----begin")
}

fn is_jwt(text: &str) -> bool {
    let token = text.split(|c: char| c.is_whitespace() || matches!(c, '=' | '&' | ':' | ','));
    token.take(8).any(|token| {
        let mut parts = token.split('.');
        let header = parts.next().filter(|header| header.starts_with("eyJ"));
        let header = header.and_then(base64::decode);
        let is_header =
            header.is_some_and(|header| header.bytes.windows(5).any(|window| window == b"\"alg\""));
        is_header && parts.count() == 2
    })
}

fn is_list(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default().to_lowercase();
    let columns = [',', ';', '\t'].map(|mark| first.matches(mark).count());
    let names = [
        "email",
        "e-mail",
        "user",
        "first name",
        "firstname",
        "login",
    ];
    columns.iter().any(|count| *count >= 2)
        && names.iter().any(|name| first.contains(name))
        && text.lines().nth(1).is_some()
}

fn is_form(text: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '%' | '[' | ']');
    !text.contains(char::is_whitespace)
        && text.split('&').take(100).all(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            pair.contains('=') && !name.is_empty() && name.chars().all(is_name)
        })
}
