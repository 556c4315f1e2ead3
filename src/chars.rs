//! What holds of characters in every room: which show nothing, and where they begin.

pub mod fold;
pub mod invisible;

/// The last character border of `text` up to `at`.
pub fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}
