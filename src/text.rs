//! Words: English stands where it is used, as `Words`; this module fills in the placeholders.

/// The texts of one finding, in English, under the id that translations use.
///
/// Texts are plain text with three marks: `` `wire name` ``, `**Console label**` (always English, also in a
/// translation) and lines that start with `1. `, which are steps. A placeholder is written `{ $name }`; one that
/// holds words of the input stands inside backticks, and [`fill`] takes the backticks out of what it inserts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Key of the translation, in kebab-case; unique over the whole crate.
    pub id: &'static str,
    /// What: one sentence without a full stop.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do, as sentences or steps.
    pub fix: &'static str,
    /// The fix in a few imperative words for the list “Do first”; empty where there is nothing to do first.
    pub action: &'static str,
}

/// What is put into the placeholders: name and value.
pub type Args = Vec<(&'static str, String)>;

/// Replaces each `{ $name }` of `template` by its value; a placeholder without a value stays as it is.
pub fn fill(template: &str, args: &[(&'static str, String)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{ $") {
        filled.push_str(before);
        match after.split_once(" }") {
            Some((name, tail)) => {
                match args.iter().find(|(key, _)| *key == name) {
                    Some((_, value)) => {
                        filled.extend(value.chars().map(|c| if c == '`' { '\'' } else { c }))
                    }
                    None => filled.extend(["{ $", name, " }"]),
                }
                rest = tail;
            }
            None => {
                filled.push_str("{ $");
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
