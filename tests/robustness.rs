//! Whatever is cut off or changed, there is a report, and it is sound.
//!
//! `decode` and `xml::parse` read each change that is tried, the whole check every tenth. A sample of the positions is
//! tried, another one for each `E31_SEED`; `E31_WHOLE=1` tries all of the first three fixtures, and more of the others.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod support;

use error31::decode::{Input, decode};
use error31::xml;
use std::env;
use std::time::{Duration, Instant};
use support::{Fixture, fixtures, sound};

/// Written over several lines, on one line, and packed.
const FIRST: [&str; 3] = [
    "okta/complete.xml",
    "adfs/two-missing.xml",
    "okta/lastname-missing-form.txt",
];

/// A letter becomes its neighbour, changes its case, becomes a character that belongs elsewhere, stops being ASCII.
const FLIPS: [u8; 4] = [0x01, 0x20, 0x10, 0x80];

/// One of so many changes is checked to the end.
const CHECKED: usize = 10;

/// Every how many positions are tried.
fn step(fixture: &Fixture, is_whole: bool) -> usize {
    let is_first = FIRST.contains(&fixture.name.as_str());
    let is_long = fixture.input.len() > 16_384;
    match (is_first, is_long) {
        (true, _) if is_whole => 1,
        (true, _) => 31,
        (false, false) if is_whole => 61,
        (false, false) => 2_003,
        (false, true) if is_whole => 8_191,
        (false, true) => 65_521,
    }
}

/// What is tried, how often, and which took longest.
struct Trial {
    is_whole: bool,
    seed: usize,
    count: usize,
    longest: (Duration, String),
}

impl Trial {
    fn new() -> Self {
        let seed = env::var("E31_SEED").map_or(0, |seed| seed.parse().unwrap());
        Self {
            is_whole: env::var_os("E31_WHOLE").is_some(),
            seed,
            count: 0,
            longest: Default::default(),
        }
    }

    fn positions(&self, fixture: &Fixture) -> impl Iterator<Item = usize> + use<> {
        let step = step(fixture, self.is_whole);
        (self.seed % step..fixture.input.len()).step_by(step)
    }

    fn one(&mut self, fixture: &Fixture, input: Input, change: &str) {
        let start = Instant::now();
        if (self.count + self.seed).is_multiple_of(CHECKED) {
            let flaw = sound::report(input, &fixture.options).err();
            assert_eq!(flaw, None, "{}, {change}", fixture.name);
        } else {
            parts(input);
        }
        self.count += 1;
        let time = start.elapsed();
        if time > self.longest.0 {
            self.longest = (time, format!("{}, {change}", fixture.name));
        }
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        let Self { seed, count, .. } = self;
        let (time, name) = &self.longest;
        println!("seed: {seed}; tried: {count}; longest: {time:?}: {name}");
    }
}

/// Reads as far as there is a tree.
fn parts(input: Input) {
    let decoded = decode(input);
    let found = !decoded.candidates.is_empty() || !decoded.errors.is_empty();
    assert_eq!(found, decoded.failure.is_none());
    for candidate in &decoded.candidates {
        let span = match xml::parse(&candidate.text) {
            Ok(document) => document.root().span(),
            Err(error) => error.span,
        };
        assert!(candidate.text.get(span.start..span.end).is_some());
    }
}

#[test]
fn cut_off_at_every_byte() {
    let mut trial = Trial::new();
    for fixture in &fixtures().unwrap() {
        for at in trial.positions(fixture) {
            let input = &fixture.input[..at];
            trial.one(fixture, Input::Bytes(input), &format!("cut at {at}"));
            if let Ok(text) = std::str::from_utf8(input) {
                trial.one(fixture, Input::Text(text), &format!("text cut at {at}"));
            }
        }
    }
}

#[test]
fn flipped_at_every_byte() {
    let mut trial = Trial::new();
    for fixture in &fixtures().unwrap() {
        let mut input = fixture.input.clone();
        for at in trial.positions(fixture) {
            for flip in FLIPS {
                input[at] ^= flip;
                let change = format!("byte {at} ^ {flip:#04x}");
                trial.one(fixture, Input::Bytes(&input), &change);
                input[at] ^= flip;
            }
        }
    }
}
