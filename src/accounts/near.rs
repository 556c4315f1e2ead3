//! Keys that differ a little from the one that was looked for.

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
