//! Tables whose hash has a secret, so that names can't be made beforehand to meet in one place.

use std::hash::{BuildHasher, RandomState};
use std::sync::OnceLock;

use foldhash::SharedSeed;
use foldhash::fast::FoldHasher;

pub type HashMap<K, V> = std::collections::HashMap<K, V, Seeded>;
pub type HashSet<T> = std::collections::HashSet<T, Seeded>;

static SECRET: OnceLock<SharedSeed> = OnceLock::new();

/// Sets the secret, before the first table is made: the library's own is no secret where it has nothing to draw it from.
#[cfg(target_arch = "wasm32")]
pub fn set_secret(secret: u64) {
    _ = SECRET.set(SharedSeed::from_u64(secret));
}

/// Makes hashes with the secret.
#[derive(Debug, Clone, Copy)]
pub struct Seeded(&'static SharedSeed);

impl Default for Seeded {
    fn default() -> Self {
        let own = || SharedSeed::from_u64(RandomState::new().hash_one(0));
        Self(SECRET.get_or_init(own))
    }
}

impl BuildHasher for Seeded {
    type Hasher = FoldHasher<'static>;

    fn build_hasher(&self) -> Self::Hasher {
        FoldHasher::with_seed(0, self.0)
    }
}
