//! The input piece by piece: what was found so far, and what the rest of it was.

use super::capture::Source;
use super::decoded::{Candidate, Decoded, Limits, Place};
use super::found::Found;
use super::input::Input;
use super::problem::ProblemKind as Kind;
use crate::options::CharsetReader;

/// Reads an input piece by piece; memory does not grow with it.
#[derive(Debug)]
pub struct Search {
    source: Source,
    found: Found,
}

impl Default for Search {
    fn default() -> Self {
        Self::new(Limits::default(), None)
    }
}

impl Search {
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

    /// Notes that the input could not be read any further; [`Search::finish`] comes next.
    pub fn stop(&mut self) {
        self.found.tell(Kind::FileLost, vec![], &Place::default());
    }

    /// Reads to the end; the candidates are those since the last [`Search::drain`].
    pub fn finish(mut self) -> Decoded {
        self.source.finish(&mut self.found);
        self.found.end()
    }
}
