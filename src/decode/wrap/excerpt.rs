//! A part of an assertion that was pasted alone, as people do: its attribute statement, or some of its attributes.

use super::list;
use crate::decode::find::{locate, markup, signs::Signs};
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use crate::namespaces::{ASSERTION, EXCERPT, INSTANCE, SCHEMA};
use std::ops::Range;

impl Peel {
    /// Keeps the attributes of a text that holds no message: in elements of SAML, or as names with values.
    pub fn excerpt(&mut self, text: &str, path: &Path, signs: &Signs) {
        if !self.spend(text.len()) {
            return;
        }
        let elements = signs.has_excerpt.then(|| of_elements(text)).flatten();
        if let Some(excerpt) = elements {
            return self.keep(&excerpt, &path.with(&[Layer::Cut]));
        }
        let is_claims = path.layers.last() == Some(&Layer::Jwt)
            && ["attribut", "claim", "assertion"]
                .iter()
                .any(|word| text.contains(word));
        for list in list::read(text, is_claims) {
            self.keep(&list.to_xml(), &path.with(&[Layer::List]));
        }
    }
}

/// The statement, or the attributes, with the namespaces that were left behind.
fn of_elements(text: &str) -> Option<String> {
    let places = locate::excerpts(text);
    let statement = places.iter().find(|place| is_statement(text, place));
    if let Some(place) = statement {
        let element = text.get(place.clone())?;
        let name = markup::name(element.get(1..)?);
        let (head, tail) = element.split_at_checked(1 + name.len())?;
        return Some(format!("{head}{}{tail}", declarations(element)));
    }
    let (first, last) = (places.first()?, places.last()?);
    let inside = text.get(first.start..last.end)?;
    let are_whole = places.windows(2).all(|pair| match pair {
        [one, next] => text
            .get(one.end..next.start)
            .is_some_and(|gap| !gap.contains('<') || markup::is_misc(gap)),
        _ => true,
    });
    let is_closed = |place: &Range<usize>| {
        text.get(place.clone()).is_some_and(|element| {
            let name = element.get(1..).map(markup::name).unwrap_or_default();
            element.ends_with("/>") || element.ends_with(&format!("</{name}>"))
        })
    };
    if are_whole && places.iter().all(is_closed) {
        let declarations = declarations(inside);
        return Some(format!(
            "<e31:attributes xmlns:e31=\"{EXCERPT}\"{declarations}>\n{inside}\n</e31:attributes>"
        ));
    }
    list::of_tags(text, &places).map(|list| list.to_xml())
}

fn is_statement(text: &str, place: &Range<usize>) -> bool {
    let tag = text.get(place.start + 1..).unwrap_or_default();
    markup::local(markup::name(tag)) == "AttributeStatement"
}

/// The declarations that the prefixes of `element` need and don't have.
fn declarations(element: &str) -> String {
    let name = markup::name(element.get(1..).unwrap_or_default());
    let own = name.split_once(':').map_or("", |(prefix, _)| prefix);
    let mut prefixes = vec![(own, ASSERTION)];
    for (prefix, uri) in [
        ("", ASSERTION),
        ("saml", ASSERTION),
        ("saml2", ASSERTION),
        ("xsi", INSTANCE),
        ("xs", SCHEMA),
        ("xsd", SCHEMA),
    ] {
        if prefix != own {
            prefixes.push((prefix, uri));
        }
    }
    let mut out = String::new();
    for (prefix, uri) in prefixes {
        let (is_used, attribute) = match prefix {
            "" => (own.is_empty(), "xmlns".to_owned()),
            _ => (
                element.contains(&format!("{prefix}:")),
                format!("xmlns:{prefix}"),
            ),
        };
        if is_used && !element.contains(&format!("{attribute}=")) {
            out.push_str(&format!(" {attribute}=\"{uri}\""));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namespaces_are_given_back() {
        let one = "<saml:Attribute Name=\"uid\"><saml:AttributeValue xsi:type=\"xs:string\">a</saml:AttributeValue></saml:Attribute>";
        let statement = format!("x <saml:AttributeStatement>{one}</saml:AttributeStatement> y");
        let found = of_elements(&statement).unwrap();
        assert!(
            found.starts_with("<saml:AttributeStatement xmlns:saml="),
            "{found}"
        );
        assert!(
            found.contains("xmlns:xsi=")
                && found.contains("xmlns:xs=")
                && found.ends_with("Statement>"),
            "{found}"
        );
        let found = of_elements(&format!("{one}\n{one}")).unwrap();
        assert!(
            found.starts_with("<e31:attributes") && found.matches("Name=").count() == 2,
            "{found}"
        );
        let found = of_elements("<Attribute Name=\"uid\">\n<Attribute Name=\"email\"><AttributeValue>a@b.example</AttributeValue>").unwrap();
        assert!(
            found.starts_with("<e31:list") && found.contains("a@b.example"),
            "{found}"
        );
    }
}
