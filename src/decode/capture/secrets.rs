//! What a capture holds that should not travel, counted; no value is kept.

use crate::decode::decoded::Sensitive;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Different values by their hashes.
#[derive(Debug, Default)]
pub(in crate::decode) struct Secrets {
    cookies: BTreeSet<u64>,
    authorization: BTreeSet<u64>,
    passwords: u32,
}

/// So many different values are counted.
const COUNTED: usize = 100_000;

impl Secrets {
    /// Counts a cookie.
    pub fn cookie(&mut self, name: &str, value: &str) {
        if is_live(value) && self.cookies.len() < COUNTED {
            self.cookies.insert(hash(&(name.trim(), value.trim())));
        }
    }

    /// Counts the value of an `Authorization` header.
    pub fn authorization(&mut self, value: &str) {
        if is_live(value) && self.authorization.len() < COUNTED {
            self.authorization.insert(hash(&value.trim()));
        }
    }

    /// Counts a password.
    pub fn password(&mut self, value: &str) {
        if is_live(value) {
            self.passwords = self.passwords.saturating_add(1);
        }
    }

    /// How many of each there are.
    pub fn count(&self) -> Sensitive {
        let count = |set: &BTreeSet<u64>| u32::try_from(set.len()).unwrap_or(u32::MAX);
        Sensitive {
            cookies: count(&self.cookies),
            authorization: count(&self.authorization),
            passwords: self.passwords,
        }
    }
}

fn is_live(value: &str) -> bool {
    let value = value.trim();
    let is_masked = |value: &str| {
        let value = value.to_ascii_lowercase();
        value.bytes().all(|byte| matches!(byte, b'*' | b'x' | b'-'))
            || ["redacted", "masked", "removed"]
                .iter()
                .any(|word| value.contains(word))
    };
    !value.is_empty() && !is_masked(value.get(..64).unwrap_or(value))
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
