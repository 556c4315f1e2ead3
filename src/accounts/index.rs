//! Finds the rows of a key without comparing all of them.

use super::rows::Rows;

/// For each key the hash and the row, in one number, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Index(Vec<u64>);

impl Index {
    pub fn new(rows: &Rows) -> Self {
        let entries = |row: usize| {
            let keys = rows.keys(row).filter(|key| !key.is_empty());
            keys.map(move |key| u64::from(hash(key)) << 32 | row as u64)
        };
        let mut all = sorted(&(0..rows.len()).flat_map(entries).collect::<Vec<u64>>());
        all.dedup();
        Self(all)
    }

    /// The rows that have `key`, in any case, in their order.
    pub fn rows(&self, key: &str, rows: &Rows) -> Vec<usize> {
        let hash = u64::from(hash(key));
        let start = self.0.partition_point(|entry| entry >> 32 < hash);
        let same = self.0.iter().skip(start);
        same.take_while(|entry| *entry >> 32 == hash)
            .map(|entry| (entry & u64::from(u32::MAX)) as usize)
            .filter(|row| rows.keys(*row).any(|other| is_same(other, key)))
            .collect()
    }

    /// Rows that have a key in common with a row before them: how many, and the first few with that row.
    pub fn twins(&self, rows: &Rows, most: usize) -> (u32, Vec<[usize; 2]>) {
        let mut twins: Vec<u64> = vec![];
        for same in self.0.chunk_by(|a, b| a >> 32 == b >> 32) {
            let Some((first, others)) = same.split_first().filter(|(_, others)| !others.is_empty())
            else {
                continue;
            };
            let first = (first & u64::from(u32::MAX)) as usize;
            for other in others.iter().map(|entry| entry & u64::from(u32::MAX)) {
                let is_common = |key: &str| {
                    let mut keys = rows.keys(other as usize);
                    !key.is_empty() && keys.any(|other| is_same(other, key))
                };
                if rows.keys(first).any(is_common) {
                    twins.push(other << 32 | first as u64);
                }
            }
        }
        twins.sort_unstable();
        twins.dedup_by_key(|twin| *twin >> 32);
        let count = u32::try_from(twins.len()).unwrap_or(u32::MAX);
        let pair = |twin: &u64| [(twin & u64::from(u32::MAX)) as usize, (twin >> 32) as usize];
        (count, twins.iter().take(most).map(pair).collect())
    }
}

/// Sorts numbers whose upper bits are spread evenly: by the first of them into places, then the few of each place.
fn sorted(numbers: &[u64]) -> Vec<u64> {
    let place = |number: &u64| (number >> (u64::BITS - PLACES.ilog2())) as usize;
    let mut ends = vec![0_usize; PLACES];
    for number in numbers {
        if let Some(count) = ends.get_mut(place(number)) {
            *count += 1;
        }
    }
    let mut start = 0;
    for end in &mut ends {
        // For now where it begins.
        start += std::mem::replace(end, start);
    }
    let mut sorted = vec![0; numbers.len()];
    for number in numbers {
        if let Some(end) = ends.get_mut(place(number)) {
            if let Some(slot) = sorted.get_mut(*end) {
                *slot = *number;
            }
            *end += 1;
        }
    }
    let mut start = 0;
    for end in ends {
        sorted
            .get_mut(start..end)
            .unwrap_or_default()
            .sort_unstable();
        start = end;
    }
    sorted
}

const PLACES: usize = 1 << 16;

/// Whether two keys are the same in any case.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
        || (!a.is_ascii()
            && a.chars()
                .flat_map(char::to_lowercase)
                .eq(b.chars().flat_map(char::to_lowercase)))
}

/// FNV-1a over the lower case.
fn hash(key: &str) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    let mut add = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    if key.is_ascii() {
        key.bytes().for_each(|byte| add(byte.to_ascii_lowercase()));
    } else {
        let lower = key.chars().flat_map(char::to_lowercase);
        lower.for_each(|c| {
            u32::from(c)
                .to_le_bytes()
                .into_iter()
                .filter(|b| *b != 0)
                .for_each(&mut add)
        });
    }
    hash
}
