//! Entities of HTML: `&lt;` for `<`.

/// Replaces each entity once; what is no entity stays.
pub(in crate::decode) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        match entity(after) {
            Some((c, length)) => {
                plain.push(c);
                rest = after.get(length..).unwrap_or_default();
            }
            None => {
                plain.push('&');
                rest = after.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The character that the entity at the beginning of `text` stands for, and its length.
pub(in crate::decode) fn entity(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(12).position(|&byte| byte == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => named(name)?,
    };
    Some((c, end + 1))
}

/// Name and code of each entity of HTML 4, and of those of HTML 5 that stand for ASCII or a letter of Central Europe;
/// in the order of their names.
const NAMED: &str = include_str!("entities.txt");

/// The character of a name.
fn named(name: &str) -> Option<char> {
    match name {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "quot" => return Some('"'),
        _ => {}
    }
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mut rows = NAMED.split([';', '\n']).filter(|_| is_name);
    let code = rows.find_map(|row| row.strip_prefix(name)?.strip_prefix(' '))?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unescaped() {
        let table = [
            ("&lt;a b=&quot;c&quot;&gt;", "<a b=\"c\">"),
            ("&#60;a&#x3E;", "<a>"),
            ("&amp;lt;", "&lt;"),
            (
                "a & b &; &unknown; &#xD800; &",
                "a & b &; &unknown; &#xD800; &",
            ),
            ("&lt", "&lt"),
            ("&scaron;&Scaron;&eacute;&plus;&colon;", "šŠé+:"),
            ("š&nbsp;š", "š\u{A0}š"),
        ];
        for (text, plain) in table {
            assert_eq!(unescape(text), plain, "{text}");
        }
    }
}
