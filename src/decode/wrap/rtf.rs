//! RTF: the text between its marks.

use crate::chars::floor;

/// Groups that hold no text.
const HIDDEN: [&str; 7] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "generator",
    "*",
];

/// The text of the RTF document that begins `text`; `None` where it is none.
pub(super) fn undo(text: &str) -> Option<String> {
    let rest = text.trim_start();
    rest.starts_with("{\\rtf").then(|| plain(rest))
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // The depth at which a group without text began.
    let (mut depth, mut hidden) = (0usize, None);
    // So many characters stand in for one that was told by its number.
    let mut passed = 0usize;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let mut said = None;
        rest = match c {
            '{' => {
                depth += 1;
                let name = after.strip_prefix('\\').unwrap_or_default();
                if hidden.is_none() && HIDDEN.iter().any(|word| name.starts_with(word)) {
                    hidden = Some(depth);
                }
                after
            }
            '}' => {
                hidden = hidden.filter(|hidden| *hidden < depth);
                depth = depth.saturating_sub(1);
                after
            }
            '\\' => {
                let (c, skipped, rest) = mark(after);
                said = c;
                if skipped {
                    out.extend(c.filter(|_| hidden.is_none()));
                    (said, passed) = (None, 1);
                }
                rest
            }
            '\r' | '\n' => after,
            c => {
                said = Some(c);
                after
            }
        };
        if let Some(c) = said {
            if passed > 0 {
                passed -= 1;
            } else if hidden.is_none() {
                out.push(c);
            }
        }
    }
    out
}

/// What a mark says, whether a character follows for readers that don't know it, and what stands behind.
fn mark(text: &str) -> (Option<char>, bool, &str) {
    let first = text.chars().next();
    if let Some(c @ ('\\' | '{' | '}')) = first {
        return (Some(c), false, text.get(1..).unwrap_or_default());
    }
    if let Some(digits) = text.strip_prefix('\'').and_then(|rest| rest.get(..2)) {
        let byte = u8::from_str_radix(digits, 16).ok();
        return (
            byte.map(char::from),
            false,
            text.get(3..).unwrap_or_default(),
        );
    }
    let near = text.get(..floor(text, 40)).unwrap_or_default();
    let letters = near.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at_checked(letters).unwrap_or_default();
    let sign = usize::from(rest.starts_with('-'));
    let digits = sign
        + rest
            .bytes()
            .skip(sign)
            .take(9)
            .take_while(u8::is_ascii_digit)
            .count();
    let (number, rest) = rest.split_at_checked(digits).unwrap_or_default();
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    match (word, first) {
        ("par" | "line" | "row", _) => (Some('\n'), false, rest),
        ("tab" | "cell", _) => (Some('\t'), false, rest),
        ("u", _) => {
            let unit = number
                .parse::<i32>()
                .ok()
                .and_then(|unit| u32::try_from(unit & 0xFFFF).ok());
            let c = unit.and_then(char::from_u32);
            (c.or(Some(char::REPLACEMENT_CHARACTER)), true, rest)
        }
        ("", Some('~')) => (Some(' '), false, text.get(1..).unwrap_or_default()),
        ("", Some(c)) => (None, false, text.get(c.len_utf8()..).unwrap_or_default()),
        _ => (None, false, rest),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn undone() {
        let text = "{\\rtf1\\ansi\\uc1{\\fonttbl{\\f0\\fswiss Calibri;}}\n\\pard\\f0\\fs22 <a b=\"\\{\\'e9\\}\">\\par\n  Petrovi\\u263?\\b </a>\\b0\\par}";
        assert_eq!(
            super::undo(text).as_deref(),
            Some("<a b=\"{é}\">\n  Petrović</a>\n")
        );
        assert_eq!(super::undo("{\\a}"), None);
    }
}
