//! A check of any bytes, with signatures on and metadata to hold them against.
#![no_main]

#[allow(dead_code, reason = "each target uses a part")]
#[path = "../../tests/signatures/holds.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| holds::checked(bytes));
