//! JSON in pieces: a tokenizer that runs past what is of no interest, and keeps no more than one string.

use memchr::memchr;

/// Where the pieces of the document go.
pub(super) trait Sink {
    /// An object or an array begins; `false` runs past it.
    fn open(&mut self, is_array: bool) -> bool;
    /// The object or array that was entered last ends.
    fn close(&mut self);
    /// The name of the next value, as it stands between its quotation marks.
    fn key(&mut self, raw: &[u8]);
    /// Whether the string that begins is of interest.
    fn wants(&mut self) -> bool;
    /// A string of interest, as it stands between its quotation marks; without its end where it was too long.
    fn string(&mut self, raw: &[u8], is_whole: bool);
    /// A number, as it stands.
    fn number(&mut self, raw: &[u8]);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before a value; `]` or `}` may close.
    First,
    /// Before a value.
    Value,
    /// Before a name; in front of the first, `}` may close.
    Name,
    Colon,
    /// Behind a value.
    After,
    Text(Kind),
    Literal,
    Broken,
    Skip,
    SkipText,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Kept,
    Passed,
}

/// The most levels of objects and arrays.
const DEPTH: usize = 512;

/// The state between two pieces.
#[derive(Debug)]
pub(super) struct Tokenizer {
    state: State,
    arrays: Vec<bool>,
    text: Vec<u8>,
    is_whole: bool,
    odd: bool,
    skipped: usize,
    longest: usize,
}

impl Tokenizer {
    /// Begins a document; of longer strings only the beginning is given.
    pub fn new(longest: usize) -> Self {
        Self {
            state: State::First,
            arrays: vec![],
            text: vec![],
            is_whole: true,
            odd: false,
            skipped: 0,
            longest,
        }
    }

    /// Goes on behind a value in objects and arrays that are open: `true` for an array.
    pub fn resume(&mut self, arrays: &[bool]) {
        self.state = State::First;
        self.arrays = arrays.to_vec();
        self.text.clear();
        self.skipped = 0;
    }

    /// Reads a piece. The error is the place of the first byte that can't stand where it stands.
    pub fn feed(&mut self, bytes: &[u8], sink: &mut impl Sink) -> Result<(), usize> {
        let mut at = 0;
        while at < bytes.len() {
            at = match self.state {
                State::Text(kind) => self.text(bytes, at, kind, sink),
                State::Literal => self.literal(bytes, at, sink),
                State::Skip | State::SkipText => self.skip(bytes, at),
                _ => self.structure(bytes, at, sink).ok_or(at)?,
            };
        }
        Ok(())
    }

    fn structure(&mut self, bytes: &[u8], from: usize, sink: &mut impl Sink) -> Option<usize> {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let rest = bytes.get(from..)?;
        let Some(skipped) = rest.iter().position(|byte| !blank(byte)) else {
            return Some(bytes.len());
        };
        let at = from + skipped;
        match (self.state, *bytes.get(at)?) {
            (State::Name, b'"') => self.begin(Kind::Name),
            (State::Colon, b':') => self.state = State::Value,
            (State::After, b',') if !self.arrays.is_empty() => {
                self.state = self.before_member();
            }
            (State::After | State::First, b']') if self.arrays.last() == Some(&true) => {
                self.close(sink);
            }
            (State::After | State::Name, b'}') if self.arrays.last() == Some(&false) => {
                self.close(sink);
            }
            (State::After, _) if self.arrays.is_empty() => {
                self.state = State::First;
                return Some(at);
            }
            (State::First | State::Value, byte) => self.value(byte, sink)?,
            _ => return None,
        }
        Some(at + 1)
    }

    fn value(&mut self, byte: u8, sink: &mut impl Sink) -> Option<()> {
        match byte {
            b'"' if sink.wants() => self.begin(Kind::Kept),
            b'"' => self.begin(Kind::Passed),
            b'{' | b'[' if self.arrays.len() == DEPTH => return None,
            b'{' | b'[' => {
                let is_array = byte == b'[';
                if sink.open(is_array) {
                    self.arrays.push(is_array);
                    self.state = if is_array { State::First } else { State::Name };
                } else {
                    self.skipped = 1;
                    self.state = State::Skip;
                }
            }
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => {
                self.text.clear();
                self.text.push(byte);
                self.state = State::Literal;
            }
            _ => return None,
        }
        Some(())
    }

    fn before_member(&self) -> State {
        match self.arrays.last() {
            Some(false) => State::Name,
            _ => State::Value,
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.state = State::Text(kind);
        self.text.clear();
        self.is_whole = true;
        self.odd = false;
    }

    fn close(&mut self, sink: &mut impl Sink) {
        self.arrays.pop();
        self.state = State::After;
        sink.close();
    }

    fn text(&mut self, bytes: &[u8], from: usize, kind: Kind, sink: &mut impl Sink) -> usize {
        let end = self.end(bytes, from);
        let part = bytes
            .get(from..end.unwrap_or(bytes.len()))
            .unwrap_or_default();
        let is_alone = end.is_some() && self.text.is_empty() && part.len() <= self.longest;
        if kind != Kind::Passed && !is_alone {
            let room = self.longest.saturating_sub(self.text.len());
            self.is_whole &= part.len() <= room;
            let taken = part.get(..part.len().min(room)).unwrap_or_default();
            self.text.extend_from_slice(taken);
        }
        let Some(end) = end else {
            return bytes.len();
        };
        let raw = if is_alone { part } else { &self.text };
        match kind {
            Kind::Name => sink.key(raw),
            Kind::Kept => sink.string(raw, self.is_whole),
            Kind::Passed => {}
        }
        if self.text.capacity() > 1 << 20 {
            self.text = vec![];
        }
        self.state = if kind == Kind::Name {
            State::Colon
        } else {
            State::After
        };
        end + 1
    }

    /// The quotation mark that ends the string; without one, whether the next byte is escaped is kept.
    fn end(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        while let Some(offset) = memchr(b'"', bytes.get(at..).unwrap_or_default()) {
            let found = at + offset;
            if !self.is_escaped(bytes, from, found) {
                return Some(found);
            }
            at = found + 1;
        }
        self.odd = self.is_escaped(bytes, from, bytes.len());
        None
    }

    fn is_escaped(&self, bytes: &[u8], from: usize, at: usize) -> bool {
        let before = bytes.get(from..at).unwrap_or_default();
        let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\');
        let run = backslashes.count();
        (run % 2 == 1) ^ (self.odd && run == before.len())
    }

    fn literal(&mut self, bytes: &[u8], from: usize, sink: &mut impl Sink) -> usize {
        let rest = bytes.get(from..).unwrap_or_default();
        let part =
            |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'E' | b'+' | b'-' | b'.');
        let length = rest.iter().position(|byte| !part(byte));
        let taken = rest.get(..length.unwrap_or(rest.len()).min(32));
        self.text.extend_from_slice(taken.unwrap_or_default());
        let Some(length) = length else {
            return bytes.len();
        };
        let is_word = self.text.first().is_some_and(u8::is_ascii_lowercase);
        let is_known = matches!(self.text.as_slice(), b"true" | b"false" | b"null");
        let is_number = self
            .text
            .iter()
            .all(|byte| !byte.is_ascii_lowercase() || *byte == b'e');
        if !is_word && is_number {
            sink.number(&self.text);
        }
        self.state = if is_word && is_known || !is_word && is_number {
            State::After
        } else {
            State::Broken
        };
        from + length
    }

    fn skip(&mut self, bytes: &[u8], from: usize) -> usize {
        if self.state == State::SkipText {
            let Some(end) = self.end(bytes, from) else {
                return bytes.len();
            };
            self.state = State::Skip;
            return end + 1;
        }
        let rest = bytes.get(from..).unwrap_or_default();
        for (offset, byte) in rest.iter().enumerate() {
            match byte {
                b'"' => {
                    self.state = State::SkipText;
                    self.odd = false;
                    return from + offset + 1;
                }
                b'{' | b'[' => self.skipped += 1,
                b'}' | b']' if self.skipped == 1 => {
                    self.state = State::After;
                    return from + offset + 1;
                }
                b'}' | b']' => self.skipped -= 1,
                _ => {}
            }
        }
        bytes.len()
    }
}
