//! Whatever is cut off or changed, there is a report, and it is sound.
//!
//! Each position is tried in a release build; a debug build takes a sample, as do the fixtures besides the first three.

mod support;

use error31::Input;
use std::time::{Duration, Instant};
use support::{Fixture, fixtures, sound};

/// Written over several lines, on one line, and packed.
const WHOLE: [&str; 3] = [
    "okta/complete.xml",
    "adfs/two-missing.xml",
    "okta/lastname-missing-form.txt",
];

/// A letter becomes its neighbour, changes its case, becomes a character that belongs elsewhere, stops being ASCII.
const FLIPS: [u8; 4] = [0x01, 0x20, 0x10, 0x80];

/// Every how many positions are tried.
fn step(fixture: &Fixture) -> usize {
    let is_whole = WHOLE.contains(&fixture.name.as_str());
    let is_long = fixture.input.len() > 16_384;
    let step = match (is_whole, is_long) {
        (true, _) => 1,
        (false, false) => 61,
        (false, true) => 8_191,
    };
    if cfg!(debug_assertions) {
        step * 97
    } else {
        step
    }
}

/// How many inputs were tried, and which took longest.
#[derive(Default)]
struct Tried {
    count: usize,
    longest: (Duration, String),
}

impl Tried {
    fn one(&mut self, fixture: &Fixture, input: Input, change: &str) {
        let name = format!("{}, {change}", fixture.name);
        let start = Instant::now();
        let flaw = sound::report(input, &fixture.options).err();
        assert_eq!(flaw, None, "{name}");
        self.count += 1;
        self.longest = (start.elapsed(), name).max(std::mem::take(&mut self.longest));
    }

    fn print(&self) {
        let (time, name) = &self.longest;
        println!("tried: {}; longest: {time:?}: {name}", self.count);
    }
}

#[test]
fn cut_off_at_every_byte() {
    let mut tried = Tried::default();
    for fixture in &fixtures().unwrap() {
        for at in (0..=fixture.input.len()).step_by(step(fixture)) {
            let input = &fixture.input[..at];
            tried.one(fixture, Input::Bytes(input), &format!("cut at {at}"));
            if let Ok(text) = std::str::from_utf8(input) {
                tried.one(fixture, Input::Text(text), &format!("text cut at {at}"));
            }
        }
    }
    tried.print();
}

#[test]
fn flipped_at_every_byte() {
    let mut tried = Tried::default();
    for fixture in &fixtures().unwrap() {
        let mut input = fixture.input.clone();
        for at in (0..input.len()).step_by(step(fixture)) {
            for flip in FLIPS {
                input[at] ^= flip;
                let change = format!("byte {at} ^ {flip:#04x}");
                tried.one(fixture, Input::Bytes(&input), &change);
                input[at] ^= flip;
            }
        }
    }
    tried.print();
}
