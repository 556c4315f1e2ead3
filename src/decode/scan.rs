//! The input piece by piece: what was found so far, where it stood, and what the rest of it was.

use super::capture::Source;
use super::found::Found;
use super::problem::Kind;
use super::{Candidate, Decoded, Failure, Input};
use crate::options::CharsetReader;

/// Where in a capture something stood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Name of the file in an archive, as the archive has it.
    pub member: Option<String>,
    /// Index into [`Decoded::totals`].
    pub capture: Option<usize>,
    /// Number of the request, from 1.
    pub entry: Option<u32>,
    /// Address of the request: scheme, host and path.
    pub url: Option<String>,
    /// When the request was sent, as the capture says it.
    pub started_at: Option<String>,
    /// Whether the request delivers the message to its receiver.
    pub is_delivery: bool,
}

/// Something about the input that is told beside what was found in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What, and its place.
    pub failure: Failure,
    /// Where.
    pub place: Place,
}

/// Where a capture breaks off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// So many bytes of it are there.
    pub offset: u64,
    /// What it breaks off in.
    pub place: Place,
}

/// What a capture holds that should not travel, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sensitive {
    /// Different cookies with a value.
    pub cookies: u32,
    /// Different values of `Authorization`.
    pub authorization: u32,
    /// Passwords in what was posted.
    pub passwords: u32,
}

/// Bounds of a scan, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest string of a JSON document that is read.
    pub string: usize,
    /// The largest text that is read in one piece.
    pub piece: usize,
    /// The most text that is kept in all.
    pub kept: usize,
    /// From here on, an archive may grow by [`Limits::ratio`] only.
    pub inflated: u64,
    /// So many times its own length may an archive unpack to.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            string: 32 << 20,
            piece: 16 << 20,
            kept: 48 << 20,
            inflated: 64 << 20,
            ratio: 400,
        }
    }
}

/// Reads an input piece by piece; memory does not grow with it.
#[derive(Debug)]
pub struct Scan {
    source: Source,
    found: Found,
}

impl Default for Scan {
    fn default() -> Self {
        Self::new(Limits::default(), None)
    }
}

impl Scan {
    /// Begins a file; `charsets` reads what is declared to be in a charset that is not read here.
    pub fn new(limits: Limits, charsets: Option<CharsetReader>) -> Self {
        Self::of(Input::Bytes(&[]), limits, charsets)
    }

    /// Begins an input of the kind of this one; it is fed all the same.
    pub fn of(input: Input, limits: Limits, charsets: Option<CharsetReader>) -> Self {
        Self {
            source: Source::new(matches!(input, Input::Text(_))),
            found: Found::new(limits, charsets),
        }
    }

    /// Reads the next piece, of any length.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.found.read += bytes.len() as u64;
        self.source.feed(bytes, &mut self.found);
    }

    /// The candidates found since the last call.
    pub fn drain(&mut self) -> Vec<Candidate> {
        std::mem::take(&mut self.found.candidates)
    }

    /// Notes that the input could not be read any further; [`Scan::finish`] comes next.
    pub fn stop(&mut self) {
        self.found.tell(Kind::FileLost, vec![], &Place::default());
    }

    /// Reads to the end; the candidates are those since the last [`Scan::drain`].
    pub fn finish(mut self) -> Decoded {
        self.source.finish(&mut self.found);
        self.found.end()
    }
}
