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

/// Replaces each `{ $name }` of `template` by its value; a placeholder without a value stays as it is.
pub(super) fn fill(texts: &Texts, template: &str, args: &[(&'static str, Arg)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    let mut quoted = false;
    while let Some((before, after)) = rest.split_once('{') {
        quoted ^= before.bytes().filter(|byte| *byte == b'`').count() % 2 == 1;
        filled.push_str(before);
        let named = after.strip_prefix(" $").and_then(|of| of.split_once(" }"));
        let Some((name, tail)) = named else {
            filled.push('{');
            rest = after;
            continue;
        };
        match args.iter().find(|(key, _)| *key == name) {
            Some((_, Arg::Input(words))) if !quoted => filled.extend(["`", &quote(words), "`"]),
            Some((_, arg)) if quoted => filled.push_str(&quote(&written(texts, arg))),
            Some((_, arg)) => filled.push_str(&written(texts, arg)),
            None => filled.extend(["{ $", name, " }"]),
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

fn written(texts: &Texts, arg: &Arg) -> String {
    match arg {
        Arg::Input(words) | Arg::Plain(words) => words.clone(),
        Arg::Said(phrase, args) => texts.say(phrase, args),
        Arg::List(items, join) => {
            let one = |item: &Arg| match item {
                Arg::Input(words) => format!("`{}`", quote(words)),
                item => written(texts, item),
            };
            let items: Vec<String> = items.iter().map(one).collect();
            match (join, items.as_slice()) {
                (Some(join), [head @ .., last]) if !head.is_empty() => {
                    let ends = [
                        ("list", Arg::Plain(head.join(", "))),
                        ("last", Arg::Plain(last.clone())),
                    ];
                    texts.say(join, &ends)
                }
                (_, items) => items.join(", "),
            }
        }
    }
}

fn quote(value: &str) -> String {
    let harmless = |c: char| match c {
        '`' => '\'',
        c if c.is_control() || [OPEN, CLOSE].contains(&c) => ' ',
        c => c,
    };
    let mut quoted: String = value.chars().take(QUOTED).map(harmless).collect();
    if value.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
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
