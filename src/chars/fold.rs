//! Spellings that mean the same.

use super::invisible::is_invisible;

/// A name in lower case without separators, as `First Name`, `first_name` and `FirstName` have it in common.
pub fn name(name: &str) -> String {
    #[cfg(test)]
    work::count(name.len());
    let is_joint = |c: char| matches!(c, '_' | '-' | '.' | '/' | '#' | ':');
    if name.is_ascii() {
        let shown = name.chars().filter(char::is_ascii_graphic);
        let kept = shown.filter(|c| !is_joint(*c));
        return kept.map(|c| c.to_ascii_lowercase()).collect();
    }
    let is_separator = |c: char| is_joint(c) || c.is_whitespace() || is_invisible(c);
    let kept = name.chars().filter(|c| !is_separator(*c));
    kept.flat_map(char::to_lowercase).collect()
}

/// How much was folded, for tests that hold it against the length of an input.
#[cfg(test)]
pub mod work {
    use std::cell::Cell;

    thread_local! {
        static FOLDED: Cell<usize> = const { Cell::new(0) };
    }

    pub fn count(bytes: usize) {
        FOLDED.set(FOLDED.get() + bytes);
    }

    /// Bytes that were folded while `act` ran.
    pub fn of(act: impl FnOnce()) -> usize {
        FOLDED.set(0);
        act();
        FOLDED.get()
    }
}
