//! The look-ups at Webex for whoever runs it, with the user's own name: plain text.

use super::phrases as p;
use crate::report::{Check, Console, History, Message, Way};
use crate::text::Texts;

/// Empty where nothing is to be looked up.
pub(super) fn write(message: &Message, texts: &Texts) -> String {
    let checks: Vec<String> = message
        .error31
        .checks
        .iter()
        .filter(|row| row.settled.is_none())
        .map(|row| check(row, texts))
        .collect();
    if checks.is_empty() {
        return String::new();
    }
    format!("{}\n\n{}\n", texts.say(&p::ADMIN, &[]), checks.join("\n\n"))
}

fn check(check: &Check, texts: &Texts) -> String {
    let mut lines = vec![plain(&check.title), plain(&check.who)];
    for way in &check.ways {
        let heads = [
            way.console.map(console).map(str::to_owned),
            history(way, texts),
        ];
        let heads: Vec<String> = heads.into_iter().flatten().collect();
        if !heads.is_empty() {
            lines.push(format!("\n{}:", heads.join(" · ")));
        }
        lines.extend(numbered(&way.steps));
    }
    lines.push(check.source.clone());
    lines.join("\n")
}

fn console(console: Console) -> &'static str {
    match console {
        Console::SiteAdministration => "Site Administration",
        Console::ControlHub => "Control Hub",
    }
}

fn history(way: &Way, texts: &Texts) -> Option<String> {
    let phrase = match way.history? {
        History::NeverWorked => &p::HISTORY_NEW,
        History::WorkedBefore => &p::HISTORY_KNOWN,
    };
    Some(texts.say(phrase, &[]))
}

/// The lines, with the steps counted.
fn numbered(text: &str) -> impl Iterator<Item = String> {
    let mut step = 0;
    text.lines()
        .map(move |line| match line.strip_prefix("1. ") {
            Some(words) => {
                step += 1;
                format!("{step}. {}", plain(words))
            }
            None => plain(line),
        })
}

/// The text without its marks.
fn plain(text: &str) -> String {
    let text = text.replace("**", "").replace("<https://", "https://");
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| match at % 2 {
        0 if part.contains("https://") => part.replace('>', ""),
        _ => part.to_owned(),
    });
    parts.collect()
}
