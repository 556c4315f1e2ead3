//! No-break spaces where a page showed the blanks of markup.

const NO_BREAK: char = '\u{A0}';
const ENTITY: &str = "&nbsp;";

/// `text` with its blanks again, where every blank in its tags is a no-break space, as pages show code.
pub(in crate::decode) fn undo(text: &str) -> Option<String> {
    if !text.contains(NO_BREAK) && !text.contains(ENTITY) {
        return None;
    }
    let text = text.replace(ENTITY, "\u{A0}");
    let mut rest = text.as_str();
    let mut is_shown = false;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..)?;
        let tag = rest.get(..rest.find('>').unwrap_or(rest.len()))?;
        if tag.contains(' ') && !tag.starts_with('!') {
            return None;
        }
        is_shown |= tag.contains(NO_BREAK);
    }
    is_shown.then(|| text.replace(NO_BREAK, " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undone() {
        let table = [
            ("<a\u{A0}b='c'>\u{A0}d</a>", Some("<a b='c'> d</a>")),
            ("<a b='c'\u{A0}d=''/>", None),
            ("<a&nbsp;b='c'/>", Some("<a b='c'/>")),
            ("<a b='c'>\u{A0}</a>", None),
            ("<a>\u{A0}</a>", None),
            ("a\u{A0}b", None),
        ];
        for (text, plain) in table {
            assert_eq!(undo(text).as_deref(), plain, "{text}");
        }
    }
}
