//! Whether what a value says so far makes sense: as text, as XML, as a whole document.

use super::Reader;

impl Reader<'_> {
    /// Whether what was read from `from` on is text.
    pub(super) fn makes_sense(&self, from: usize) -> bool {
        let mut start = from;
        let is_tail = |byte: Option<&u8>| byte.is_some_and(|byte| byte & 0xC0 == 0x80);
        while start > from.saturating_sub(3)
            && is_tail(start.checked_sub(1).and_then(|at| self.out.get(at)))
        {
            start -= 1;
        }
        let lead = start.checked_sub(1).and_then(|at| self.out.get(at));
        if lead.is_some_and(|byte| *byte >= 0xC0) {
            start -= 1;
        }
        let new = self.out.get(start..).unwrap_or_default();
        let is_plain = |byte: &u8| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r');
        let is_utf8 =
            std::str::from_utf8(new).map_or_else(|error| error.error_len().is_none(), |_| true);
        new.iter().all(is_plain) && (is_utf8 || self.names_a_charset())
    }

    fn names_a_charset(&self) -> bool {
        let head = self.out.get(..self.out.len().min(100)).unwrap_or_default();
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        head.contains("encoding=") && !head.contains("utf-8")
    }

    /// Whether it begins like XML, as far as it was read.
    pub(super) fn is_xml(&self) -> bool {
        let out = self.out.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.out);
        let out = out.trim_ascii_start();
        let is_name = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'?' | b'!' | b'_');
        match out {
            [] => self.digits < 8,
            [b'<'] => true,
            [b'<', name, ..] => is_name(name),
            _ => false,
        }
    }

    /// Whether the end tag of the root is there.
    pub(super) fn is_complete(&mut self) -> bool {
        if !self.is_xml() {
            return false;
        }
        let tail = self.out.trim_ascii_end();
        if !tail.ends_with(b">") {
            return false;
        }
        let near = tail
            .get(tail.len().saturating_sub(300)..)
            .unwrap_or_default();
        let Some(at) = near.windows(2).rposition(|pair| pair == b"</") else {
            return false;
        };
        let name = near
            .get(at + 2..near.len() - 1)
            .unwrap_or_default()
            .trim_ascii();
        if self.root.is_none() {
            self.root = root(&self.out);
        }
        self.root.as_deref() == Some(name)
    }

    /// Whether the end tag of the root stands anywhere: then something follows the document, and nothing is missing.
    pub(super) fn has_end(&self) -> bool {
        let Some(root) = &self.root else {
            return root(&self.out).is_some_and(|root| has_end(&self.out, &root));
        };
        has_end(&self.out, root)
    }
}

/// The name of the root of what begins like XML.
fn root(out: &[u8]) -> Option<Vec<u8>> {
    let mut at = 0;
    loop {
        at += out.get(at..)?.iter().position(|byte| *byte == b'<')? + 1;
        match out.get(at)? {
            b'?' => at += find(out.get(at..)?, b"?>")?,
            b'!' => at += find(out.get(at..)?, b">")?,
            _ => break,
        }
    }
    let rest = out.get(at..)?;
    let length = rest
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))?;
    rest.get(..length).map(<[u8]>::to_vec)
}

fn has_end(out: &[u8], root: &[u8]) -> bool {
    memchr::memmem::rfind(out, &[b"</", root].concat()).is_some()
}

fn find(bytes: &[u8], sign: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, sign)
}
