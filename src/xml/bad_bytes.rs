//! What keeps bytes from being the text of a document: a byte that doesn’t fit, a mark that is missing, a declaration
//! that they contradict.

use super::{Error, Reason};
use crate::charset::{self, Charset, Undecodable};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// What is wrong with the bytes of a document, where its text alone doesn’t show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum BadBytes {
    /// They are not what they are taken for.
    Broken {
        /// What they are taken for.
        charset: String,
        /// The first byte that doesn’t fit, counted from 0.
        at: u32,
        /// That byte in hexadecimal digits.
        byte: String,
    },
    /// UTF-16 without a byte order mark.
    NoMark {
        /// Which of the two.
        charset: String,
    },
    /// The declaration names another charset.
    Conflict {
        /// As declared.
        declared: String,
        /// What they are.
        actual: String,
    },
}

/// As it comes back; a tagged type of serde’s own takes five times the code.
#[derive(Deserialize)]
struct Handed {
    kind: String,
    charset: Option<String>,
    at: Option<u32>,
    byte: Option<String>,
    declared: Option<String>,
    actual: Option<String>,
}

impl<'de> Deserialize<'de> for BadBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let handed = Handed::deserialize(deserializer)?;
        let kind = match handed.kind.as_str() {
            "broken" => handed
                .charset
                .zip(handed.at)
                .zip(handed.byte)
                .map(|((charset, at), byte)| Self::Broken { charset, at, byte }),
            "no-mark" => handed.charset.map(|charset| Self::NoMark { charset }),
            "conflict" => handed
                .declared
                .zip(handed.actual)
                .map(|(declared, actual)| Self::Conflict { declared, actual }),
            _ => None,
        };
        kind.ok_or_else(|| D::Error::custom("bad bytes of no known kind"))
    }
}

impl BadBytes {
    /// What is wrong with `bytes`; a charset that is not read here is nobody’s fault.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let decoded = match charset::decode(bytes) {
            Ok(decoded) => decoded,
            Err(Undecodable::Broken { charset, at }) => {
                let byte = bytes.get(at).copied().unwrap_or_default();
                return Some(Self::Broken {
                    charset: charset.name().to_owned(),
                    at: u32::try_from(at).unwrap_or(u32::MAX),
                    byte: format!("{byte:02X}"),
                });
            }
            Err(Undecodable::Unknown { .. }) => return None,
        };
        let charset = decoded.charset.name().to_owned();
        let is_wide = matches!(decoded.charset, Charset::Utf16Le | Charset::Utf16Be);
        match decoded.declared {
            Some(declared) if decoded.conflict => Some(Self::Conflict {
                declared,
                actual: charset,
            }),
            Some(declared) if declared.eq_ignore_ascii_case(&charset) => None,
            _ if is_wide && !decoded.bom => Some(Self::NoMark { charset }),
            _ => None,
        }
    }

    /// The same as an error in `text`, which was made of the bytes, byte order mark and all.
    pub fn error(&self, text: &str) -> Error {
        match self {
            Self::Broken { charset, at, byte } => {
                let start = place(text, charset, usize::try_from(*at).unwrap_or(usize::MAX));
                let rest = text.get(start..).unwrap_or_default();
                let length = rest.chars().next().map_or(0, char::len_utf8);
                let reason = Reason::BrokenBytes {
                    charset: charset.clone(),
                    at: at.to_string(),
                    byte: byte.clone(),
                };
                Error::new(reason, start, start + length)
            }
            Self::NoMark { charset } => {
                let charset = charset.clone();
                Error::new(Reason::NoMark { charset }, 0, 0)
            }
            Self::Conflict { declared, actual } => {
                let place = charset::declared(text).unwrap_or_default();
                let (declared, actual) = (declared.clone(), actual.clone());
                let reason = Reason::CharsetConflict { declared, actual };
                Error::new(reason, place.start, place.end)
            }
        }
    }
}

/// Where the byte at `at` stands in the text: what is before it is whole.
fn place(text: &str, charset: &str, at: usize) -> usize {
    if charset == Charset::Utf8.name() {
        return crate::chars::floor(text, at);
    }
    let mut units = 0;
    let after = text.char_indices().find(|(_, c)| {
        let is_there = units >= at / 2;
        units += c.len_utf16();
        is_there
    });
    after.map_or(text.len(), |(start, _)| start)
}
