//! Puts values into the placeholders of a text.

/// What is put into the placeholders: name and value.
pub type Args = Vec<(&'static str, String)>;

/// Longest piece of the input that a text quotes, in characters.
const QUOTED: usize = 96;

/// Replaces each `{ $name }` of `template` by its value; a placeholder without a value stays as it is.
///
/// Inside backticks the value is taken for words of the input: backticks and control characters are replaced and it
/// is cut at 96 characters. Elsewhere it is taken for text of this crate and keeps its marks.
pub fn fill(template: &str, args: &[(&'static str, String)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    let mut quoted = false;
    while let Some((before, after)) = rest.split_once("{ $") {
        quoted ^= before.matches('`').count() % 2 == 1;
        filled.push_str(before);
        let Some((name, tail)) = after.split_once(" }") else {
            filled.push_str("{ $");
            rest = after;
            break;
        };
        match args.iter().find(|(key, _)| *key == name) {
            Some((_, value)) if quoted => filled.push_str(&quote(value)),
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{ $", name, " }"]),
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

fn quote(value: &str) -> String {
    let harmless = |c: char| match c {
        '`' => '\'',
        c if c.is_control() => ' ',
        c => c,
    };
    let mut quoted: String = value.chars().take(QUOTED).map(harmless).collect();
    if value.chars().nth(QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_placeholders_and_quotes_the_input() {
        let args = vec![
            ("name", "a`b\n**c**".to_owned()),
            ("open", "Open **X**.".to_owned()),
        ];
        for (template, expected) in [
            ("`{ $name }`: { $open }", "`a'b **c**`: Open **X**."),
            ("{ $open } `x` { $open }", "Open **X**. `x` Open **X**."),
            ("`{ $other }`", "`{ $other }`"),
            ("cut { $name", "cut { $name"),
        ] {
            assert_eq!(fill(template, &args), expected);
        }
        let long = fill("`{ $long }`", &[("long", "ž".repeat(200))]);
        assert_eq!(long.chars().count(), 2 + QUOTED + 1);
    }
}
