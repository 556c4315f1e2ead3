//! Keys that differ a little from the one that was looked for.

use super::rows::Rows;
use std::sync::OnceLock;

/// Which pairs of letters stand in the keys of each row; made when a user is first not found.
#[derive(Debug, Clone, Default)]
pub(super) struct Pairs(OnceLock<Vec<u64>>);

/// What is made of the rows makes no difference between lists.
impl PartialEq for Pairs {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Pairs {}

impl Pairs {
    /// The rows of which a key may be near to one of `wanted`, which are in lower case: an edit takes away two pairs at most.
    pub fn rows(&self, rows: &Rows, wanted: &[String]) -> impl Iterator<Item = usize> {
        let own = |key: &String| pairs(key.split('@').next().unwrap_or_default().as_bytes());
        let wanted: Vec<u64> = wanted.iter().map(own).collect();
        let may_be = move |pairs: &u64| {
            let lacks = |wanted: &u64| (wanted & !pairs).count_ones() as usize;
            wanted.iter().any(|wanted| lacks(wanted) <= 2 * MOST_EDITS)
        };
        let of = |row| pairs(rows.bytes(row));
        let all = self.0.get_or_init(|| (0..rows.len()).map(of).collect());
        let all = all.iter().enumerate();
        all.filter_map(move |(row, pairs)| may_be(pairs).then_some(row))
    }
}

/// The pairs of neighbours in a text, a bit for each, in any case.
fn pairs(text: &[u8]) -> u64 {
    let letter = |byte: u8| u32::from(byte.to_ascii_lowercase());
    let bit = |pair: &[u8]| match *pair {
        [a, b] => 1 << ((31 * letter(a) + letter(b)) % u64::BITS),
        _ => 0,
    };
    text.windows(2).fold(0, |pairs, pair| pairs | bit(pair))
}

/// How near `key` is to `wanted`, which is in lower case: 0 the same local part, 1 or 2 edits; `None` where it is not.
///
/// Bytes are compared, so that a letter outside ASCII counts for two.
pub(super) fn nearness(key: &[u8], wanted: &[u8]) -> Option<usize> {
    let local = |text: &[u8]| text.iter().position(|c| *c == b'@').unwrap_or(text.len());
    let end = local(key);
    let is_local = key.get(..end).zip(wanted.get(..local(wanted)));
    if end > 2 && is_local.is_some_and(|(own, other)| own.eq_ignore_ascii_case(other)) {
        return Some(0);
    }
    if key.len().abs_diff(wanted.len()) > MOST_EDITS {
        return None;
    }
    let same = |pair: &(&u8, &u8)| pair.0.eq_ignore_ascii_case(pair.1);
    let back = key
        .iter()
        .rev()
        .zip(wanted.iter().rev())
        .take_while(same)
        .count();
    let (key, wanted) = (
        key.get(..key.len() - back)?,
        wanted.get(..wanted.len() - back)?,
    );
    let front = key.iter().zip(wanted).take_while(same).count();
    let (key, wanted) = (key.get(front..)?, wanted.get(front..)?);
    if key.len().max(wanted.len()) > WINDOW {
        return None;
    }
    let edits = distance(key, wanted);
    (edits <= MOST_EDITS).then_some(edits)
}

const MOST_EDITS: usize = 2;

/// Both edits stand within so many characters.
const WINDOW: usize = 8;

fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(b) {
            let above = *cell;
            left = (diagonal + usize::from(!x.eq_ignore_ascii_case(y)))
                .min(above + 1)
                .min(left + 1);
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_at_each_row_that_is_near() {
        let names = [
            "ana.juric",
            "anna.juric",
            "aan.juric",
            "n.juric",
            "ana-jurc",
            "iva.horvat",
            "ana.juricc1",
        ];
        let domains = ["@a.example", "@b.example.org", ""];
        let all: Vec<String> = names
            .iter()
            .flat_map(|name| domains.map(|end| format!("{name}{end}")))
            .collect();
        let mut rows = Rows::default();
        for key in &all {
            assert!(rows.push(1, ["", key, ""], None));
        }
        let pairs = Pairs::default();
        for wanted in &all {
            let found: Vec<usize> = pairs.rows(&rows, std::slice::from_ref(wanted)).collect();
            for (row, key) in all.iter().enumerate() {
                if nearness(key.as_bytes(), wanted.as_bytes()).is_some() {
                    assert!(found.contains(&row), "{key} {wanted}");
                }
            }
        }
        assert_eq!(pairs.rows(&rows, &["marko.petrovic".to_owned()]).count(), 0);
    }

    #[test]
    fn counts_small_differences() {
        let near = |a: &str, b: &str| nearness(a.as_bytes(), b.as_bytes());
        for (a, b, expected) in [
            ("ana@a.example", "ana@b.example.org", Some(0)),
            ("Ana.Juric", "ana.juric@a.example", Some(0)),
            ("ana.juric@a.example", "ana.jurić@a.example", Some(2)),
            ("ana.juric@a.example", "anna.juric@a.example", Some(1)),
            ("naa.juric@a.example", "ana.juric@a.example", Some(2)),
            ("iva.horvat@a.example", "ana.juric@a.example", None),
            ("a", "b@a.example", None),
        ] {
            assert_eq!(near(a, b), expected, "{a} {b}");
        }
    }
}
