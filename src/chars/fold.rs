//! Spellings that mean the same.

use super::invisible::is_invisible;

/// A name in lower case without separators, as `First Name`, `first_name` and `FirstName` have it in common.
pub fn name(name: &str) -> String {
    let kept = |c: &char| {
        !c.is_whitespace() && !is_invisible(*c) && !matches!(c, '_' | '-' | '.' | '/' | '#' | ':')
    };
    name.chars()
        .filter(kept)
        .flat_map(char::to_lowercase)
        .collect()
}
