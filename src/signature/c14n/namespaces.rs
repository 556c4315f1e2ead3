//! Which namespace declarations are in force, are used, and stand already in the canonical form.

use crate::hash::HashMap;
use crate::xml::Element;

/// The declarations in the canonical form so far, those of closed elements taken back.
#[derive(Debug, Default)]
pub(super) struct Rendered<'d> {
    by_prefix: HashMap<&'d str, Vec<&'d str>>,
    order: Vec<&'d str>,
}

impl<'d> Rendered<'d> {
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// The namespace of a prefix, empty for none.
    pub fn get(&self, prefix: &str) -> &'d str {
        let namespaces = self.by_prefix.get(prefix);
        namespaces
            .and_then(|uris| uris.last())
            .copied()
            .unwrap_or_default()
    }

    pub fn push(&mut self, prefix: &'d str, uri: &'d str) {
        self.by_prefix.entry(prefix).or_default().push(uri);
        self.order.push(prefix);
    }

    pub fn truncate(&mut self, length: usize) {
        while self.order.len() > length {
            let namespaces = self
                .order
                .pop()
                .and_then(|prefix| self.by_prefix.get_mut(prefix));
            namespaces.map(Vec::pop);
        }
    }
}

/// The namespaces in force, as prefix and namespace, for an element and all around it, the innermost first.
pub(super) fn in_scope<'d>(around: &[Element<'d>]) -> Vec<(&'d str, &'d str)> {
    let mut found = HashMap::default();
    for declaration in around.iter().flat_map(Element::declarations) {
        let prefix = declaration.prefix.unwrap_or_default();
        found
            .entry(prefix)
            .or_insert(declaration.namespace.unwrap_or_default());
    }
    found.remove("xml");
    found.into_iter().collect()
}

/// The namespaces that the tag of an element uses itself.
pub(super) fn used<'d>(element: Element<'d>) -> impl Iterator<Item = (&'d str, &'d str)> {
    let own = (element.prefix(), element.namespace());
    let of_attributes = element
        .attributes()
        .filter_map(|a| Some((Some(a.prefix()?), a.namespace())));
    let all = std::iter::once(own).chain(of_attributes);
    all.map(|(prefix, uri)| (prefix.unwrap_or_default(), uri.unwrap_or_default()))
        .filter(|(prefix, _)| *prefix != "xml")
}

/// Whether the name of a namespace is no absolute address.
pub(in crate::signature) fn is_relative(uri: &str) -> bool {
    let Some((scheme, _)) = uri.split_once(':') else {
        return true;
    };
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.chars().all(legal)
}
