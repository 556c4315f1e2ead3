//! Tables by a hash that is quick where code is built for size: eight bytes at a time, and no copy of it at each table.

use std::hash::{BuildHasherDefault, Hasher};

pub type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Mix>>;
pub type HashSet<T> = std::collections::HashSet<T, BuildHasherDefault<Mix>>;

/// What was hashed so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mix(u64);

/// Odd, and half of its bits are set.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Mix {
    fn add(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(FACTOR);
        self.0 = mixed ^ mixed >> 29;
    }
}

impl Hasher for Mix {
    #[inline(never)]
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let rest = rest.iter().fold(1, |all, byte| all << 8 | u64::from(*byte));
        self.add(rest);
    }

    #[inline(never)]
    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    #[inline(never)]
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(FACTOR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::BuildHasher;

    #[test]
    fn tells_alike_keys_apart() {
        let hash = |text: &str| BuildHasherDefault::<Mix>::default().hash_one(text);
        let names = (0..4096).map(|at| hash(&format!("extensionAttribute{at}")));
        let names: std::collections::HashSet<u64> = names.collect();
        assert_eq!(names.len(), 4096);
        let low: std::collections::HashSet<u64> = names.iter().map(|hash| hash & 4095).collect();
        let high: std::collections::HashSet<u64> = names.iter().map(|hash| hash >> 57).collect();
        assert!(
            low.len() > 2000 && high.len() == 128,
            "{} {}",
            low.len(),
            high.len()
        );
        assert_ne!(hash("a"), hash("a\0"));
        assert_ne!(hash(""), hash("\0"));
    }
}
