//! A saved mail: headers, and parts in base64 or quoted-printable between boundaries.

use crate::hash::HashSet;

/// How a part is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// As it is.
    #[default]
    Plain,
    /// Base64.
    Base64,
    /// Quoted-printable.
    Printable,
}

/// A part of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// How it is encoded.
    pub encoding: Encoding,
    /// What stands below its headers.
    pub body: &'a str,
}

/// The parts of the mail that `text` is, or `None` where it is none.
pub(super) fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let text = text.trim_start_matches(['\r', '\n']);
    let (head, mut start) = headers(text, 0);
    if !head.is_mail() {
        return None;
    }
    let mut boundaries: HashSet<&str> = head.boundary.into_iter().collect();
    let mut encoding = Some(head.encoding);
    let mut parts = vec![];
    let mut at = start;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let line = rest.get(..length).unwrap_or_default().trim_end();
        let next = at + length;
        let name = line.strip_prefix("--").unwrap_or_default();
        let is_last = name
            .strip_suffix("--")
            .is_some_and(|name| boundaries.contains(name));
        if !is_last && !boundaries.contains(name) {
            at = next;
            continue;
        }
        let body = text.get(start..at).unwrap_or_default();
        parts.extend(encoding.take().map(|encoding| Part { encoding, body }));
        at = next;
        if !is_last {
            let (head, below) = headers(text, next);
            boundaries.extend(head.boundary);
            encoding = Some(head.encoding);
            (start, at) = (below, below);
        }
    }
    let body = text.get(start..).unwrap_or_default();
    parts.extend(encoding.map(|encoding| Part { encoding, body }));
    parts.retain(|part| !part.body.trim().is_empty());
    Some(parts)
}

#[derive(Debug, Default)]
struct Head<'a> {
    encoding: Encoding,
    boundary: Option<&'a str>,
    has_encoding: bool,
    has_version: bool,
    has_type: bool,
    has_sender: bool,
}

impl Head<'_> {
    fn is_mail(&self) -> bool {
        self.has_version || self.has_encoding || self.has_type && self.has_sender
    }
}

/// Reads headers from `at` to the first empty line; gives where the body begins.
fn headers(text: &str, mut at: usize) -> (Head<'_>, usize) {
    let mut head = Head::default();
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (line, length) = unfolded(rest);
        if line.trim().is_empty() {
            return (head, at + length);
        }
        let Some((name, value)) = line.split_once(':').filter(|(name, _)| is_name(name)) else {
            break;
        };
        at += length;
        match name.to_ascii_lowercase().as_str() {
            "content-transfer-encoding" => {
                head.has_encoding = true;
                head.encoding = match value.trim().to_ascii_lowercase().as_str() {
                    "base64" => Encoding::Base64,
                    "quoted-printable" => Encoding::Printable,
                    _ => Encoding::Plain,
                };
            }
            "content-type" => {
                head.has_type = true;
                head.boundary = boundary(value);
            }
            "mime-version" => head.has_version = true,
            "from" | "subject" | "received" | "return-path" => head.has_sender = true,
            _ => {}
        }
    }
    (head, at)
}

/// The first header line of `text` with the lines that continue it.
fn unfolded(text: &str) -> (&str, usize) {
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let is_blank = rest.get(..line).is_none_or(|line| line.trim().is_empty());
        length += line;
        let next = text.get(length..).unwrap_or_default();
        if is_blank || !next.starts_with([' ', '\t']) {
            return (text.get(..length).unwrap_or_default(), length);
        }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn boundary(value: &str) -> Option<&str> {
    value.split(';').find_map(|part| {
        let (name, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (name.trim().eq_ignore_ascii_case("boundary") && !value.is_empty()).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn found() {
        use Encoding::*;
        type Row = (&'static str, Option<&'static [(Encoding, &'static str)]>);
        let table: [Row; 7] = [
            (
                "From: a@adriasoft.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"b1\"\r\n\r\npreamble\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nx=3Dy\r\n--b2--\r\n--b1\r\nContent-Transfer-Encoding: BASE64\r\n\r\nPHN\r\n--b1--\r\nepilogue",
                Some(&[
                    (Plain, "preamble\r\n"),
                    (Printable, "x=3Dy\r\n"),
                    (Base64, "PHN\r\n"),
                ]),
            ),
            (
                "Subject: x\nContent-Type: text/plain\n\nbody\n--b\n",
                Some(&[(Plain, "body\n--b\n")]),
            ),
            (
                "Content-Transfer-Encoding: base64\n\nPHN",
                Some(&[(Base64, "PHN")]),
            ),
            ("MIME-Version: 1.0", Some(&[])),
            ("Subject: x\nFrom: y\n\nbody", None),
            ("Content-Type: text/html\nHost: a.example\n\nbody", None),
            ("plain", None),
        ];
        for (text, expected) in table {
            let found = parts(text).map(|parts| {
                let parts = parts.into_iter();
                parts
                    .map(|part| (part.encoding, part.body))
                    .collect::<Vec<_>>()
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
