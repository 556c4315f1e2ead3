//! What stands at the beginning of text that starts like XML.

/// The prolog and the root of a text that starts like XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::decode) struct Head<'a> {
    /// The root's name with its prefix; empty where none was found.
    pub root: &'a str,
    /// First byte of the root.
    pub at: usize,
    /// Whether the prolog says that this is HTML.
    pub is_html: bool,
}

const HTML: [&str; 25] = [
    "html", "head", "body", "title", "script", "noscript", "style", "meta", "link", "iframe",
    "form", "input", "div", "span", "br", "h1", "h2", "center", "textarea", "table", "pre", "main",
    "section", "label", "button",
];

/// Whether `text` starts like XML: `<` and a name, `?` or `!`. An address in angle brackets doesn't.
pub(in crate::decode) fn starts_like_xml(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('<') else {
        return false;
    };
    if rest.starts_with(['?', '!']) {
        return true;
    }
    let name = name(rest);
    let after = rest.get(name.len()..).unwrap_or_default();
    name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | ':'))
        && !after.starts_with('@')
        && !name.ends_with(':')
}

/// Whether bytes of any charset start like XML.
pub(in crate::decode) fn bytes_start_like_xml(bytes: &[u8]) -> bool {
    let is_wide = matches!(
        bytes,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'<', 0, ..] | [0, b'<', ..]
    );
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    is_wide || bytes.trim_ascii_start().starts_with(b"<")
}

/// The length of the markup that begins `text`, and the values of the attributes in it; what is not closed goes to the
/// end.
pub(in crate::decode) fn tag(text: &str) -> (usize, Vec<&str>) {
    let all = text.len();
    if text.starts_with("<!--") {
        return (after(text, "-->").unwrap_or(all), vec![]);
    } else if text.starts_with("<?") {
        return (after(text, "?>").unwrap_or(all), vec![]);
    } else if text.starts_with("<!") {
        return (declaration(text).unwrap_or(all), vec![]);
    }
    let mut values = vec![];
    let mut at = 1;
    while let Some(found) = text
        .get(at..)
        .and_then(|rest| rest.find(['"', '\'', '>', '<']))
    {
        let place = at + found;
        match text.as_bytes().get(place) {
            Some(b'>') => return (place + 1, values),
            Some(b'<') => return (place, values),
            Some(quote) => {
                let rest = text.get(place + 1..).unwrap_or_default();
                let Some(length) = rest.find(char::from(*quote)) else {
                    return (all, values);
                };
                values.extend(rest.get(..length));
                at = place + 1 + length + 1;
            }
            None => break,
        }
    }
    (all, values)
}

/// The name at the beginning of `text`.
pub(in crate::decode) fn name(text: &str) -> &str {
    let is_plain =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'-' | b'.');
    let plain = text.bytes().take_while(|byte| is_plain(byte)).count();
    let rest = text.get(plain..).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':' | '-' | '.'));
    text.get(..plain + end.unwrap_or(rest.len()))
        .unwrap_or_default()
}

/// A name without its prefix.
pub(in crate::decode) fn local(name: &str) -> &str {
    let colon = name.bytes().rposition(|byte| byte == b':');
    name.get(colon.map_or(0, |colon| colon + 1)..)
        .unwrap_or_default()
}

/// Reads past declaration, comments and document type to the root.
pub(in crate::decode) fn head(text: &str) -> Head<'_> {
    let mut at = 0;
    let (mut is_html, mut is_typed) = (false, false);
    while let Some(rest) = text.get(at..) {
        let blank = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let length = if rest.starts_with("<?") {
            after(rest, "?>")
        } else if rest.starts_with("<!--") {
            after(rest, "-->")
        } else if rest.starts_with("<!") {
            let start = rest.get(..14).unwrap_or_default();
            is_html |= start.eq_ignore_ascii_case("<!doctype html");
            is_typed = true;
            declaration(rest)
        } else {
            let root = rest.strip_prefix('<').map(name).unwrap_or_default();
            is_html |= !is_typed && HTML.contains(&root.to_ascii_lowercase().as_str());
            return Head {
                root,
                at: at + blank,
                is_html,
            };
        };
        match length {
            Some(length) => at += blank + length,
            None => break,
        }
    }
    Head {
        is_html,
        ..Head::default()
    }
}

/// One past the last end tag of the root.
pub(in crate::decode) fn end(text: &str) -> Option<usize> {
    let root = head(text).root;
    let at = text
        .rfind(&format!("</{root}"))
        .filter(|_| !root.is_empty())?;
    let tag = text.get(at..)?;
    Some(at + tag.find('>').map_or(tag.len(), |end| end + 1))
}

/// Whether nothing but white space, comments and processing instructions is in `text`.
pub(in crate::decode) fn is_misc(text: &str) -> bool {
    let mut rest = text.trim_start();
    loop {
        let length = if rest.is_empty() {
            return true;
        } else if rest.starts_with("<!--") {
            after(rest, "-->")
        } else if rest.starts_with("<?") && !rest.starts_with("<?xml ") {
            after(rest, "?>")
        } else {
            None
        };
        match length.and_then(|length| rest.get(length..)) {
            Some(after) => rest = after.trim_start(),
            None => return false,
        }
    }
}

fn after(text: &str, sign: &str) -> Option<usize> {
    text.find(sign).map(|at| at + sign.len())
}

fn declaration(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 1;
    loop {
        let found = at + text.get(at..)?.find(['[', ']', '>', '"', '\'', '<'])?;
        let rest = text.get(found..)?;
        at = found + 1;
        match rest.chars().next()? {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            '>' if depth == 0 => return Some(at),
            quote @ ('"' | '\'') => at += text.get(at..)?.find(quote)? + 1,
            '<' if rest.starts_with("<!--") => at = found + after(rest, "-->")?,
            '<' if rest.starts_with("<?") => at = found + after(rest, "?>")?,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings() {
        let table = [
            ("<a", true),
            ("<samlp:Response>", true),
            ("<?xml", true),
            ("<!-- -->", true),
            ("<š/>", true),
            ("<a@example.com> wrote", false),
            ("<https://example.com/>", false),
            ("<1>", false),
            ("< a", false),
            ("<", false),
            ("a<b>", false),
        ];
        for (text, starts) in table {
            assert_eq!(starts_like_xml(text), starts, "{text}");
        }
    }

    #[test]
    fn heads() {
        let table = [
            ("<a/>", "a", 0, false),
            ("<?xml version='1.0'?>\n<!-- > --><s:R>", "s:R", 32, false),
            (
                "<!DOCTYPE a [<!-- ' ]> --><!ENTITY x \"]>\">]><a>",
                "a",
                44,
                false,
            ),
            ("<!doctype HTML><body>", "body", 15, true),
            ("<HTML><title>", "HTML", 0, true),
            ("<!DOCTYPE a [", "", 0, false),
            ("<?xml", "", 0, false),
        ];
        for (text, root, at, is_html) in table {
            assert_eq!(head(text), Head { root, at, is_html }, "{text}");
        }
    }

    #[test]
    fn misc() {
        let table = [
            ("", true),
            (" \n<!-- a --> <?p?> ", true),
            ("<?xml version='1.0'?>", false),
            ("<a/>", false),
            ("<!-- a", false),
            ("x", false),
        ];
        for (text, misc) in table {
            assert_eq!(is_misc(text), misc, "{text}");
        }
    }
}
