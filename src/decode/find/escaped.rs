//! Markup that was escaped to be shown: `&lt;samlp:Response…`.

use crate::decode::codec::entity;
use crate::decode::find::{html, locate};

/// What an escaped `<` begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::decode) enum Begins {
    /// A SAML element, or an answer of Webex.
    Message,
    /// A field of a form.
    Field,
}

/// What the escaped `<` at `at` begins.
pub(in crate::decode) fn begins(text: &str, at: usize) -> Option<Begins> {
    let mut rest = text.get(at + 1..).unwrap_or_default();
    while let Some(inner) = rest.strip_prefix("amp;") {
        rest = inner;
    }
    let signs = ["lt;", "LT;", "#60;", "#x3c;", "#x3C;", "#X3C;"];
    let name = signs.iter().find_map(|sign| rest.strip_prefix(sign))?;
    // What a page colours ends with a tag.
    let name = name.split('<').next().unwrap_or_default();
    let is_message = locate::saml_name(name).is_some()
        || locate::excerpt_name(name).is_some()
        || is_messenger(name);
    match is_message {
        true => Some(Begins::Message),
        false => html::is_field(name).then_some(Begins::Field),
    }
}

/// So many entities in a row are meant.
const MEANT: usize = 24;

/// Whether every character of a part of `text` is written as its number.
fn is_all_escaped(text: &str) -> bool {
    let (mut count, mut next) = (0, 0);
    text.match_indices("&#").any(|(at, _)| {
        let length = text
            .get(at..)
            .and_then(entity::entity)
            .map(|(_, length)| length);
        count = if at == next { count + 1 } else { 1 };
        next = at + length.unwrap_or_default();
        count >= MEANT
    })
}

/// Whether markup with a message was escaped to be shown.
pub(in crate::decode) fn has_markup(text: &str) -> bool {
    if is_all_escaped(text) {
        return true;
    }
    let has_page = html::has_name(text);
    text.match_indices('&')
        .any(|(at, _)| match begins(text, at) {
            Some(Begins::Message) => true,
            Some(Begins::Field) => has_page,
            None => false,
        })
}

fn is_messenger(name: &str) -> bool {
    name.get(..12)
        .is_some_and(|head| head.eq_ignore_ascii_case("federatedSSO"))
}

#[cfg(test)]
mod tests {
    use super::*;

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
