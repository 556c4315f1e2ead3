//! The canonical forms of any document and of its elements.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
#[path = "../../tests/signatures/holds.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| holds::canonical(text));
