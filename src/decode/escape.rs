//! Markup that was escaped to be shown: `&lt;samlp:Response…`.

use super::{html, locate};

/// Whether the name of a SAML element stands behind an escaped `<`.
pub(super) fn has_markup(text: &str) -> bool {
    let has_page = html::has_name(text);
    text.match_indices('&').any(|(at, _)| {
        let mut rest = text.get(at + 1..).unwrap_or_default();
        while let Some(inner) = rest.strip_prefix("amp;") {
            rest = inner;
        }
        let sign = ["lt;", "LT;", "#60;", "#x3c;", "#x3C;", "#X3C;"];
        let name = sign.iter().find_map(|sign| rest.strip_prefix(sign));
        name.is_some_and(|name| {
            locate::saml_name(name).is_some()
                || is_messenger(name)
                || has_page && html::is_field(name)
        })
    })
}

fn is_messenger(name: &str) -> bool {
    name.get(..12)
        .is_some_and(|head| head.eq_ignore_ascii_case("federatedSSO"))
}

/// Replaces each entity once; what is no entity stays.
pub(super) fn unescape(text: &str) -> String {
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
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(12).position(|&byte| byte == b';')?;
    let name = text.get(1..end)?;
    let c = match name {
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "amp" | "AMP" => '&',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ndash" => '–',
        "mdash" => '—',
        "ldquo" => '“',
        "rdquo" => '”',
        "bdquo" => '„',
        "scaron" | "Scaron" => 'š',
        "ccaron" | "Ccaron" => 'č',
        "ocirc" | "Ocirc" => 'ô',
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            let code = match hex {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((c, end + 1))
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
            ("š&nbsp;š", "š\u{A0}š"),
        ];
        for (text, plain) in table {
            assert_eq!(unescape(text), plain, "{text}");
        }
    }

    #[test]
    fn recognised() {
        let table = [
            ("&lt;samlp:Response xmlns", true),
            ("x &#x3c;Assertion&gt;", true),
            ("&amp;lt;saml2p:Response ", true),
            ("&lt;federatedSSO&gt;", true),
            ("&lt;b&gt;Response", false),
            ("&lt;input name=&quot;SAMLResponse&quot;", true),
            ("&lt;input name=&quot;user&quot;", false),
            ("&lt;Responses&gt;", false),
            ("&amp;amp;", false),
        ];
        for (text, there) in table {
            assert_eq!(has_markup(text), there, "{text}");
        }
    }
}
