//! Reads a list piece by piece.

use super::head::{self, Encoding, Foreign, HEAD};
use super::problem::AccountsProblemKind as Kind;
use super::table::Table;
use super::{Accounts, Mapping};
use crate::charsets::CharsetReader;
use std::borrow::Cow;

/// How to read a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The reader's language, a BCP 47 tag: it decides which one-byte charset is tried.
    pub language: String,
    /// Reads that charset.
    pub charsets: Option<CharsetReader>,
    /// The columns that the reader named.
    pub mapping: Mapping,
}

/// Reads a list piece by piece, so that the caller can show how far it is.
#[derive(Debug)]
pub struct Reader {
    settings: Settings,
    encoding: Option<Encoding>,
    /// Bytes that are not read yet: the beginning, or half a character.
    carry: Vec<u8>,
    state: State,
}

#[derive(Debug)]
enum State {
    /// Before the end of the line of headers.
    Head(Vec<u8>),
    Rows(Box<Table>),
    Foreign(Foreign),
}

impl Reader {
    /// Begins a list.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            encoding: None,
            carry: vec![],
            state: State::Head(vec![]),
        }
    }

    /// Reads the next piece, of any length.
    pub fn feed(&mut self, bytes: &[u8]) {
        let joined = self.join(bytes);
        let Some(encoding) = self.encoding else {
            self.carry.extend_from_slice(bytes);
            if self.carry.len() >= 4 {
                self.begin();
            }
            return;
        };
        match encoding {
            Encoding::Bytes => self.text(&joined),
            Encoding::Utf16(unit) => {
                let (text, rest) = utf16(&joined, unit);
                self.carry = rest.to_vec();
                self.text(text.as_bytes());
            }
        }
    }

    /// How many rows were read so far.
    pub fn rows(&self) -> usize {
        match &self.state {
            State::Rows(table) => table.rows(),
            State::Head(_) | State::Foreign(_) => 0,
        }
    }

    /// What the list says, behind the last piece.
    pub fn finish(mut self) -> Accounts {
        if self.encoding.is_none() {
            self.begin();
        }
        if let State::Head(head) = &mut self.state {
            let head = std::mem::take(head);
            if head.trim_ascii().is_empty() {
                return Accounts::of_trouble(Kind::Empty);
            }
            self.table(&head, head.len());
        }
        match self.state {
            State::Rows(table) => table.finish(),
            State::Foreign(Foreign::Workbook) => Accounts::of_trouble(Kind::Workbook),
            State::Foreign(Foreign::Markup) => Accounts::of_trouble(Kind::Markup),
            State::Foreign(Foreign::Json) => Accounts::of_trouble(Kind::Json),
            State::Foreign(Foreign::Text) | State::Head(_) => Accounts::of_trouble(Kind::Text),
        }
    }

    /// Finds the encoding out and reads what was kept.
    fn begin(&mut self) {
        let bytes = std::mem::take(&mut self.carry);
        let (encoding, skipped) = head::encoding(&bytes);
        self.encoding = Some(encoding);
        self.feed(bytes.get(skipped..).unwrap_or_default());
    }

    fn join<'b>(&mut self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        if self.encoding.is_none() || self.carry.is_empty() {
            return Cow::Borrowed(bytes);
        }
        let mut joined = std::mem::take(&mut self.carry);
        joined.extend_from_slice(bytes);
        Cow::Owned(joined)
    }

    fn text(&mut self, text: &[u8]) {
        match &mut self.state {
            State::Foreign(_) => {}
            State::Rows(table) => table.feed(text),
            State::Head(head) => {
                head.extend_from_slice(text);
                let end = head::line(head);
                if end.is_some() || head.len() > HEAD {
                    let head = std::mem::take(head);
                    self.table(&head, end.unwrap_or(head.len()));
                }
            }
        }
    }

    /// Begins the rows: `head` holds the first line, which is `end` long, and what was read behind it.
    fn table(&mut self, head: &[u8], end: usize) {
        let first = head.get(..end).unwrap_or_default();
        let (separator, from, line) = match head::named_separator(first) {
            Some(named) => {
                let rest = head.get(end..).unwrap_or_default();
                let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
                (Ok(named), end + ends.count(), 2)
            }
            None => (head::separator(first), 0, 1),
        };
        self.state = match separator {
            Ok(separator) => {
                let mut table = Box::new(Table::new(separator, line, self.settings.clone()));
                table.feed(head.get(from..).unwrap_or_default());
                State::Rows(table)
            }
            Err(foreign) => State::Foreign(foreign),
        };
    }
}

/// The text of `bytes`, and the bytes of a character that is not whole yet.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, &[u8]) {
    let is_first_half = |pair: &[u8]| {
        <[u8; 2]>::try_from(pair).is_ok_and(|pair| (0xD800..0xDC00).contains(&unit(pair)))
    };
    let mut whole = bytes.len() & !1;
    if whole >= 2 && bytes.get(whole - 2..whole).is_some_and(is_first_half) {
        whole -= 2;
    }
    let (text, rest) = bytes.split_at_checked(whole).unwrap_or((bytes, &[]));
    let pairs = text.chunks_exact(2).filter_map(|pair| pair.try_into().ok());
    let text = char::decode_utf16(pairs.map(unit))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    (text, rest)
}
