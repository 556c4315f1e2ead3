//! DEFLATE in pieces, bounded by what the whole input may grow to.

use crate::decode::found::Found;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

/// So many bytes come out at a time.
const PIECE: usize = 128 << 10;

/// The state between two pieces.
pub(super) struct Inflater {
    state: Box<InflateState>,
    out: Vec<u8>,
}

/// How far a piece came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// All of it was read.
    More,
    /// The stream ended behind so many bytes.
    End(usize),
    /// This is no such stream.
    Broken,
    /// It grows beyond every measure.
    Bomb,
}

impl std::fmt::Debug for Inflater {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("Inflater")
    }
}

impl Inflater {
    /// Begins a raw stream.
    pub fn new() -> Self {
        Self {
            state: InflateState::new_boxed(DataFormat::Raw),
            out: vec![0; PIECE],
        }
    }

    /// Begins the next stream.
    pub fn restart(&mut self) {
        self.state.reset(DataFormat::Raw);
    }

    /// Unpacks a piece and hands it on.
    pub fn feed(
        &mut self,
        bytes: &[u8],
        found: &mut Found,
        mut give: impl FnMut(&[u8], &mut Found),
    ) -> Step {
        let mut at = 0;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let result = inflate(&mut self.state, rest, &mut self.out, MZFlush::None);
            at += result.bytes_consumed;
            if found.is_bomb(result.bytes_written) {
                return Step::Bomb;
            }
            give(
                self.out.get(..result.bytes_written).unwrap_or_default(),
                found,
            );
            match result.status {
                Ok(MZStatus::StreamEnd) => return Step::End(at),
                Ok(_) if at == bytes.len() && result.bytes_written < PIECE => return Step::More,
                Ok(_) if result.bytes_consumed + result.bytes_written > 0 => {}
                Err(MZError::Buf) => return Step::More,
                _ => return Step::Broken,
            }
        }
    }
}
