//! The steps of a look-up, for both texts: each marks words in its own way.

use super::phrases as p;
use crate::report::{Check, Console, History, Way};
use crate::text::Texts;

/// What the steps of a way are for; `None` where they are for all.
pub(super) fn head(way: &Way, texts: &Texts) -> Option<String> {
    let console = way.console.map(|console| match console {
        Console::SiteAdministration => "Site Administration".to_owned(),
        Console::ControlHub => "Control Hub".to_owned(),
    });
    let history = way.history.map(|history| match history {
        History::NeverWorked => texts.say(&p::HISTORY_NEW, &[]),
        History::WorkedBefore => texts.say(&p::HISTORY_KNOWN, &[]),
    });
    let heads: Vec<String> = [console, history].into_iter().flatten().collect();
    (!heads.is_empty()).then(|| heads.join(" · "))
}

/// The lines, with the steps counted and each marked by `mark`.
pub(super) fn counted(text: &str, mark: fn(&str) -> String) -> String {
    let mut step = 0;
    let lines = text.lines().map(|line| match line.strip_prefix("1. ") {
        Some(words) => {
            step += 1;
            format!("{step}. {}", mark(words))
        }
        None => mark(line),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The look-ups that settle nothing yet and that are not among `first`.
pub(super) fn others<'m>(all: &'m [Check], first: &[&Check]) -> Vec<&'m Check> {
    let is_other = |check: &&Check| {
        check.settled.is_none() && first.iter().all(|first| first.cause != check.cause)
    };
    all.iter().filter(is_other).collect()
}
