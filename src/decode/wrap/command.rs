//! “Copy as cURL” of every browser, for bash and for cmd: the words of the command without their quoting.

use crate::decode::codec::escapes::escape;

/// Between two words, so that no value seems to go on in the next.
const BORDER: &str = "\n\n";

/// `text` with the words of its `curl` commands on lines of their own; `None` where there is no such command.
pub(super) fn undo(text: &str) -> Option<String> {
    let mut plain = String::new();
    let (mut at, mut kept) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("curl")) {
        let start = at + found;
        at = start + 4;
        let Some(from) = arguments(text, start) else {
            continue;
        };
        let line = text.get(from..).unwrap_or_default();
        let line = line.lines().next().unwrap_or_default();
        let is_cmd = line.contains("^\"") || line.trim_end().ends_with('^');
        if !is_cmd && !line.contains(['\'', '"', '\\']) {
            at = from + line.len();
            continue;
        }
        plain.push_str(text.get(kept..start).unwrap_or_default());
        plain.push_str(BORDER);
        at = match is_cmd {
            true => {
                let (command, end) = uncaret(text, from);
                words(&command, 0, &mut plain);
                end
            }
            false => words(text, from, &mut plain),
        };
        plain.push_str(BORDER);
        kept = at;
    }
    (kept > 0).then(|| plain + text.get(kept..).unwrap_or_default())
}

fn arguments(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?.chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '"')) {
        return None;
    }
    let rest = text.get(start + 4..)?;
    let rest = rest.strip_prefix(".exe").unwrap_or(rest);
    rest.starts_with([' ', '\t'])
        .then_some(text.len() - rest.len())
}

/// Undoes the carets of cmd, from `from` to the end of the command.
fn uncaret(text: &str, from: usize) -> (String, usize) {
    let mut plain = String::new();
    let mut at = from;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(['^', '\n']).unwrap_or(rest.len());
        plain.push_str(rest.get(..length).unwrap_or_default());
        at += length;
        let rest = rest.get(length..).unwrap_or_default();
        let Some(after) = rest.strip_prefix('^') else {
            break;
        };
        let line = |text: &str| {
            ["\r\n", "\n"]
                .iter()
                .find_map(|mark| text.starts_with(mark).then_some(mark.len()))
        };
        at += 1;
        match line(after) {
            Some(length) => {
                at += length;
                let next = line(after.get(length..).unwrap_or_default());
                at += next.unwrap_or_default();
                plain.push(if next.is_some() { '\n' } else { ' ' });
            }
            None => {
                let next = after.chars().next();
                plain.extend(next);
                at += next.map_or(0, char::len_utf8);
            }
        }
    }
    (plain, at)
}

/// Adds the words from `at` to the end of the command, which is a line break outside of quotation marks.
fn words(text: &str, mut at: usize, plain: &mut String) -> usize {
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let after = at + c.len_utf8();
        match c {
            '\n' => return at,
            '\\' => {
                let line = ["\\\r\n", "\\\n"]
                    .iter()
                    .find(|mark| rest.starts_with(**mark));
                let next = rest.chars().nth(1).filter(|_| line.is_none());
                plain.extend(next);
                at = match line {
                    Some(mark) => at + mark.len(),
                    None => after + next.map_or(0, char::len_utf8),
                };
            }
            '$' if rest.starts_with("$'") => at = ansi(text, at + 2, plain),
            '\'' => {
                let inside = rest.get(1..).unwrap_or_default();
                let length = inside.find('\'').unwrap_or(inside.len());
                plain.push_str(inside.get(..length).unwrap_or_default());
                at = after + (length + 1).min(inside.len());
            }
            '"' => at = double(text, after, plain),
            _ if c.is_whitespace() => {
                plain.push_str(BORDER);
                at = after;
            }
            _ => {
                plain.push(c);
                at = after;
            }
        }
    }
    at
}

/// `$'…'`: escapes as C has them.
fn ansi(text: &str, mut at: usize, plain: &mut String) -> usize {
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        if c == '\'' {
            return at + 1;
        }
        let (c, length) = escape(rest.as_bytes()).unwrap_or((c, c.len_utf8()));
        plain.push(c);
        at += length;
    }
    at
}

/// `"…"`: a backslash hides a few characters; a doubled quotation mark is one, as cmd has it.
fn double(text: &str, mut at: usize, plain: &mut String) -> usize {
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let hidden = ["\\\"", "\\\\", "\\$", "\\`", "\"\""]
            .iter()
            .any(|pair| rest.starts_with(pair));
        match c {
            '"' if !hidden => return at + 1,
            _ if hidden => {
                plain.extend(rest.chars().nth(1));
                at += 2;
            }
            _ => {
                plain.push(c);
                at += c.len_utf8();
            }
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undone() {
        let table = [
            (
                "curl 'https://a/' \\\n  --data-raw 'a=b&c=d'\nend",
                "https://a/|--data-raw|a=b&c=d|end",
            ),
            ("$ curl -d $'a=\\u0021\\'\\nb' x", "$|-d|a=!'|b|x"),
            ("curl -d 'it'\\''s' \"a\\\"b\"", "-d|it's|a\"b"),
            (
                "curl ^\"https://a/^\" ^\r\n  --data-raw ^\"a=PH^%^2B^&c=^\\^\"d^\\^\"^\"",
                "https://a/|--data-raw|a=PH%2B&c=\"d\"",
            ),
            (
                "curl.exe \"https://a/\" ^\n --data \"a=PH\"%\"2B\"",
                "https://a/|--data|a=PH%2B",
            ),
            ("curl ^\"a^\n\nb^\" & curl ^\"c^\"", "a|b|&|curl|c"),
            ("curl 'unclosed", "unclosed"),
            ("curl 'a' \\", "a"),
        ];
        for (text, words) in table {
            let plain = undo(text).unwrap();
            let found: Vec<_> = plain.split_whitespace().collect();
            assert_eq!(found.join("|"), words, "{text}");
        }
        for text in [
            "curl is a tool",
            "libcurl 'a'",
            "curling 'a'",
            "{\"a\": \"curl 'b'\"}",
            "",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }
}
