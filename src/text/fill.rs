//! What is put into the placeholders of a text, and how.

use super::{Phrase, Texts};

/// What is put into a placeholder. Rules and diagnosis hand it on; whoever knows the language makes words of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words of the input: made harmless, cut at 96 characters, and always in backticks.
    Input(String),
    /// What is the same in every language: a number, a unit, the name of a product.
    Plain(String),
    /// Another text of this crate.
    Said(Phrase, Args),
    /// Several, joined by commas; a phrase such as [`AND`](super::AND) joins the last.
    List(Vec<Arg>, Option<Phrase>),
}

/// What is put into the placeholders: name and value.
pub type Args = Vec<(&'static str, Arg)>;

impl Arg {
    /// Words of the input.
    pub fn input(words: &str) -> Self {
        Self::Input(words.to_owned())
    }

    /// A phrase without placeholders.
    pub fn said(phrase: &Phrase) -> Self {
        Self::Said(*phrase, vec![])
    }

    /// A phrase with those of `args` that it names.
    pub fn naming(phrase: &Phrase, args: &[(&'static str, Self)]) -> Self {
        let is_named = |(name, _): &&(&str, Self)| {
            let mut named = phrase.english().split("{ $").skip(1);
            named.any(|rest| {
                rest.strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with(" }"))
            })
        };
        let named = match phrase.english().contains('{') {
            true => args.iter().filter(is_named).cloned().collect(),
            false => vec![],
        };
        Self::Said(*phrase, named)
    }
}

impl From<&'static str> for Arg {
    fn from(name: &'static str) -> Self {
        Self::Plain(name.to_owned())
    }
}

macro_rules! from_numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Plain(number.to_string())
            }
        })*
    };
}

from_numbers! { u8 u32 u64 i64 usize }

/// Longest piece of the input that a text quotes, in characters.
const QUOTED: usize = 96;

/// Adds `template` with each `{ $name }` in it replaced by its value; a placeholder without a value stays as it is.
pub(super) fn fill(
    texts: &Texts,
    template: &str,
    args: &[(&'static str, Arg)],
    filled: &mut String,
) {
    filled.reserve(template.len());
    let mut rest = template;
    let mut quoted = false;
    while let Some((before, after)) = rest.split_once('{') {
        quoted ^= memchr::memchr_iter(b'`', before.as_bytes()).count() % 2 == 1;
        filled.push_str(before);
        let named = after.strip_prefix(" $").and_then(|of| of.split_once('}'));
        let named = named.and_then(|(name, tail)| Some((name.strip_suffix(' ')?, tail)));
        let Some((name, tail)) = named else {
            filled.push('{');
            rest = after;
            continue;
        };
        match args.iter().find(|(key, _)| *key == name) {
            Some((_, arg)) if quoted => {
                let mut words = String::new();
                inside(texts, arg, &mut words);
                quote(&words, filled);
            }
            Some((_, arg)) => write(texts, arg, filled),
            None => filled.extend(["{ $", name, " }"]),
        }
        rest = tail;
    }
    filled.push_str(rest);
}

/// Adds an argument in words, as it stands outside of backticks.
pub(super) fn write(texts: &Texts, arg: &Arg, out: &mut String) {
    match arg {
        Arg::Input(words) => {
            out.push('`');
            quote(words, out);
            out.push('`');
        }
        arg => inside(texts, arg, out),
    }
}

/// The same inside of them.
fn inside(texts: &Texts, arg: &Arg, out: &mut String) {
    match arg {
        Arg::Input(words) | Arg::Plain(words) => out.push_str(words),
        Arg::Said(phrase, args) => texts.add(phrase, args, out),
        Arg::List(items, join) => match (join, items.as_slice()) {
            (Some(join), [head @ .., last]) if !head.is_empty() => {
                let ends = [
                    ("list", listed(texts, head)),
                    ("last", listed(texts, [last])),
                ];
                texts.add(join, &ends, out);
            }
            (_, items) => list(texts, items, out),
        },
    }
}

fn listed<'a>(texts: &Texts, items: impl IntoIterator<Item = &'a Arg>) -> Arg {
    let mut out = String::new();
    list(texts, items, &mut out);
    Arg::Plain(out)
}

fn list<'a>(texts: &Texts, items: impl IntoIterator<Item = &'a Arg>, out: &mut String) {
    for (at, item) in items.into_iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        write(texts, item, out);
    }
}

fn quote(value: &str, out: &mut String) {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'_' | b'a'..=b'~');
    if value.len() <= QUOTED && value.as_bytes().iter().all(is_plain) {
        return out.push_str(value);
    }
    let harmless = |c: char| match c {
        '`' => '\'',
        c if c.is_control() || [OPEN, CLOSE].contains(&c) => ' ',
        c => c,
    };
    out.extend(value.chars().take(QUOTED).map(harmless));
    if value.chars().nth(QUOTED).is_some() {
        out.push('…');
    }
}

const OPEN: char = '\u{fff9}';
const CLOSE: char = '\u{fffb}';

/// Marks what a language lacks: each line between U+FFF9 and U+FFFB, the number of a step outside.
pub(super) fn in_english(text: &str) -> String {
    let plain = without_marks(text);
    let lines = plain
        .split('\n')
        .map(|line| match line.strip_prefix("1. ") {
            _ if line.is_empty() => String::new(),
            Some(step) => format!("1. {OPEN}{step}{CLOSE}"),
            None => format!("{OPEN}{line}{CLOSE}"),
        });
    lines.collect::<Vec<_>>().join("\n")
}

/// The same text without the marks of what a language lacks.
pub fn without_marks(text: &str) -> String {
    text.replace([OPEN, CLOSE], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{AND, OR};

    fn fill(texts: &Texts, template: &str, args: &[(&'static str, Arg)]) -> String {
        let mut filled = String::new();
        super::fill(texts, template, args, &mut filled);
        filled
    }

    #[test]
    fn fills_placeholders_and_quotes_the_input() {
        let english = Texts::new("en");
        let args = vec![
            ("name", Arg::input("a`b\n**c**")),
            ("open", Arg::from("Open **X**.")),
        ];
        for (template, expected) in [
            ("`{ $name }`: { $open }", "`a'b **c**`: Open **X**."),
            ("{ $name } is here", "`a'b **c**` is here"),
            ("{ $open } `x` { $open }", "Open **X**. `x` Open **X**."),
            ("`{ $other }`", "`{ $other }`"),
            ("cut { $name", "cut { $name"),
        ] {
            assert_eq!(fill(&english, template, &args), expected);
        }
        let long = fill(
            &english,
            "`{ $long }`",
            &[("long", Arg::Input("ž".repeat(200)))],
        );
        assert_eq!(long.chars().count(), 2 + QUOTED + 1);
    }

    #[test]
    fn joins_lists() {
        let english = Texts::new("en");
        let names = || ["a", "b", "c"].into_iter().map(Arg::from);
        for (count, join, expected) in [
            (0, Some(AND), ""),
            (1, Some(AND), "a"),
            (2, Some(OR), "a or b"),
            (3, Some(AND), "a, b and c"),
            (3, None, "a, b, c"),
        ] {
            let list = Arg::List(names().take(count).collect(), join);
            assert_eq!(fill(&english, "{ $list }", &[("list", list)]), expected);
        }
        let inputs = Arg::List(vec![Arg::input("x"), "…".into()], None);
        assert_eq!(fill(&english, "{ $list }", &[("list", inputs)]), "`x`, …");
    }

    #[test]
    fn marks_english_line_by_line() {
        assert_eq!(
            in_english("a\n1. b \u{fff9}c\u{fffb}"),
            "\u{fff9}a\u{fffb}\n1. \u{fff9}b c\u{fffb}"
        );
    }
}
