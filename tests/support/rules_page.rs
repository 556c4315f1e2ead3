//! The rules as a page: what each looks for, and what it says of a fixture.

use super::{Fixture, fits, id};
use error31::report::{Diagnostic, Message};
use error31::rules::{self, Rule};
use error31::text::Text;
use std::fmt::Write as _;

const HEAD: &str = "# Rules

What the page looks for in a message, in the order of what to do first, each with a message from `tests/fixtures/` and
what is said of it. This page is written by `UPDATE=1 cargo test --test golden`, and a test fails where it differs.
How a rule is added is in [CONTRIBUTING.md](../CONTRIBUTING.md).

";

/// The whole page.
pub fn page(fixtures: &[Fixture]) -> String {
    let mut english = vec![];
    for fixture in fixtures
        .iter()
        .filter(|fixture| fixture.options.language == "en")
    {
        let messages = fixture.report().messages.into_iter();
        english.extend(messages.map(|message| (fixture.name.as_str(), message)));
    }
    let mut out = HEAD.to_owned();
    for rule in rules::all() {
        let _ = writeln!(out, "* [`{0}`](#{0})", rule.id);
    }
    for rule in rules::all() {
        one(&mut out, rule, &english);
    }
    out
}

fn one(out: &mut String, rule: &Rule, messages: &[(&str, Message)]) {
    let _ = write!(
        out,
        "\n## {}\n\n{} · <{}>, checked on {}\n",
        rule.id,
        sentence(&id(&rule.severity)),
        rule.source.url,
        rule.source.checked
    );
    let Some((name, message, found)) = example(rule, messages) else {
        panic!("no fixture for {}", rule.id);
    };
    let _ = write!(out, "\n[`{name}`](../tests/fixtures/{name})");
    match excerpt(message, found) {
        Some(excerpt) => {
            let _ = write!(out, ":\n\n```xml\n{excerpt}\n```\n");
        }
        None => out.push_str(", of the message as a whole:\n"),
    }
    let place = found.line.zip(found.column);
    let place = place.map_or(String::new(), |(line, column)| format!(" {line}:{column}"));
    let code = found
        .code
        .map_or(String::new(), |code| format!(", code {code}"));
    let _ = write!(
        out,
        "\n> **{}{place}{code}: {}**\n>\n> {}\n>\n> {}\n",
        id(&found.severity),
        found.title,
        found.why,
        found.fix.replace('\n', "\n> ")
    );
}

fn sentence(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A finding in the rule's own words and severity; in the message that has the fewest besides, and of these in the
/// shortest.
fn example<'a>(
    rule: &Rule,
    messages: &'a [(&str, Message)],
) -> Option<(&'a str, &'a Message, &'a Diagnostic)> {
    let fires = messages.iter().flat_map(|(name, message)| {
        let findings = message.diagnostics.iter();
        let own = findings.filter(|found| found.rule == rule.id);
        own.map(move |found| (*name, message, found))
    });
    fires.min_by_key(|(name, message, found)| {
        let own = rule.texts.iter().find_map(Text::words);
        let is_own =
            own.is_some_and(|own| fits(own.title(), &found.title) && fits(own.why(), &found.why));
        let others = message.diagnostics.len();
        let size = message.xml.len();
        let is_wrapped = !message.origin.layers.is_empty();
        (
            !is_own,
            found.severity != rule.severity,
            is_wrapped,
            others,
            size,
            *name,
        )
    })
}

/// The longest excerpt, in characters.
const LONGEST: usize = 400;

/// The element that the finding is about, with its content where that is short.
fn excerpt(message: &Message, found: &Diagnostic) -> Option<String> {
    let span = found.span?;
    let units: Vec<u16> = message.xml.encode_utf16().collect();
    let text =
        |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or(&[]));
    let before = text(0, span.start as usize);
    let inside = text(span.start as usize, span.end as usize);
    let after = text(span.end as usize, units.len());
    let start = match inside.starts_with('<') {
        true => String::new(),
        false => before
            .rfind('<')
            .map_or(String::new(), |at| before[at..].to_owned()),
    };
    let tag = format!("{start}{inside}");
    let name: String = tag
        .chars()
        .skip(1)
        .take_while(|c| !c.is_whitespace() && !matches!(c, '>' | '/'))
        .collect();
    let end = format!("</{name}>");
    let whole = after.find(&end).map(|at| at + end.len());
    let open = after.find('>').map_or(after.len(), |at| at + 1);
    let is_closed = tag.ends_with('>');
    let rest = match whole.filter(|at| tag.len() + at < LONGEST) {
        Some(at) => &after[..at],
        None if is_closed => "",
        None => &after[..open],
    };
    let all = format!("{tag}{rest}");
    let short: String = all.chars().take(LONGEST).collect();
    let more = if short.len() < all.len() { "…" } else { "" };
    Some(format!("{}{more}", dedented(&short)))
}

/// Without the indentation that all lines behind the first have in common.
fn dedented(text: &str) -> String {
    let lines = || text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let common = lines()
        .map(|line| line.len() - line.trim_start().len())
        .min();
    let behind = text
        .lines()
        .skip(1)
        .map(|line| line.get(common.unwrap_or(0)..).unwrap_or(line.trim_start()));
    let mut all: Vec<&str> = text.lines().take(1).collect();
    all.extend(behind);
    all.join("\n")
}
