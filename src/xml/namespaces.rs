//! Which prefix means which namespace where; each name is looked up in constant time.

use super::error::{Error, Reason};
use crate::diagnostic::Span;
use crate::hash::HashMap;
use std::cell::Cell;

/// The namespace of the prefix `xml`.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of the prefix `xmlns`.
pub const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// The most declarations that may be in force at one place.
pub(super) const MAX_IN_SCOPE: usize = 1_000;

/// Number of the namespace that is none.
pub(super) const NONE: u32 = 0;

/// The declarations in force while the text is read.
#[derive(Debug)]
pub(super) struct Scope<'t> {
    bindings: HashMap<&'t str, Vec<u32>>,
    declared: Vec<&'t str>,
    numbers: HashMap<String, u32>,
    /// What was looked up last: most names of a document have the same prefix.
    last: Cell<Option<(&'t str, u32)>>,
    /// The namespaces by their numbers.
    pub uris: Vec<String>,
}

impl<'t> Scope<'t> {
    pub fn new() -> Self {
        let mut scope = Self {
            bindings: HashMap::default(),
            declared: vec![],
            numbers: HashMap::default(),
            last: Cell::new(None),
            uris: vec![],
        };
        scope.number("");
        let xml = scope.number(XML);
        scope.bindings.insert("xml", vec![xml]);
        scope
    }

    /// How many declarations are in force.
    pub fn len(&self) -> usize {
        self.declared.len()
    }

    /// Puts a declaration in force, `prefix` empty for `xmlns`; the namespace's number.
    pub fn declare(&mut self, prefix: &'t str, uri: &str, name: Span) -> Result<u32, Error> {
        let wrong = |reason| Err(Error::new(reason, name.start, name.end));
        let reserved = (prefix == "xml") != (uri == XML) || prefix == "xmlns" || uri == XMLNS;
        if reserved {
            let name = match prefix {
                "" => "xmlns".to_owned(),
                prefix => format!("xmlns:{prefix}"),
            };
            return wrong(Reason::ReservedNamespace { name });
        }
        if uri.is_empty() && !prefix.is_empty() {
            let prefix = prefix.to_owned();
            return wrong(Reason::EmptyNamespace { prefix });
        }
        if self.declared.len() >= MAX_IN_SCOPE {
            let limit = MAX_IN_SCOPE.to_string();
            return wrong(Reason::TooManyNamespaces { limit });
        }
        let number = self.number(uri);
        self.last.set(None);
        self.bindings.entry(prefix).or_default().push(number);
        self.declared.push(prefix);
        Ok(number)
    }

    /// Ends all declarations but the first `length`.
    pub fn truncate(&mut self, length: usize) {
        if length < self.declared.len() {
            self.last.set(None);
        }
        for prefix in self.declared.drain(length.min(self.declared.len())..) {
            if let Some(numbers) = self.bindings.get_mut(prefix) {
                numbers.pop();
            }
        }
    }

    /// Number of the namespace that `prefix` means; empty is the default namespace.
    pub fn resolve(&self, prefix: &'t str, name: Span) -> Result<u32, Error> {
        if let Some((_, number)) = self.last.get().filter(|(last, _)| *last == prefix) {
            return Ok(number);
        }
        let number = self.bindings.get(prefix).and_then(|numbers| numbers.last());
        match number {
            Some(number) => {
                self.last.set(Some((prefix, *number)));
                Ok(*number)
            }
            None if prefix.is_empty() => Ok(NONE),
            None => {
                let reason = match prefix {
                    "xmlns" => Reason::ReservedNamespace {
                        name: prefix.to_owned(),
                    },
                    _ => Reason::UndeclaredPrefix {
                        prefix: prefix.to_owned(),
                    },
                };
                Err(Error::new(reason, name.start, name.start + prefix.len()))
            }
        }
    }

    fn number(&mut self, uri: &str) -> u32 {
        if let Some(number) = self.numbers.get(uri) {
            return *number;
        }
        let number = u32::try_from(self.uris.len()).unwrap_or(u32::MAX);
        self.numbers.insert(uri.to_owned(), number);
        self.uris.push(uri.to_owned());
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_declarations_win_and_end() {
        let mut scope = Scope::new();
        let outer = scope.declare("p", "urn:a", Span::default()).unwrap();
        let inner = scope.declare("p", "urn:b", Span::default()).unwrap();
        assert_eq!(scope.resolve("p", Span::default()), Ok(inner));
        scope.truncate(1);
        assert_eq!(scope.resolve("p", Span::default()), Ok(outer));
        scope.truncate(0);
        assert!(scope.resolve("p", Span::default()).is_err());
        assert_eq!(scope.resolve("", Span::default()), Ok(NONE));
    }

    #[test]
    fn reserved() {
        let table = [
            ("xml", XML, true),
            ("xml", "urn:a", false),
            ("a", XML, false),
            ("", XML, false),
            ("xmlns", XMLNS, false),
            ("a", XMLNS, false),
            ("xmlns", "urn:a", false),
            ("a", "", false),
            ("", "", true),
            ("xmla", "urn:a", true),
        ];
        for (prefix, uri, good) in table {
            let found = Scope::new().declare(prefix, uri, Span::default());
            assert_eq!(found.is_ok(), good, "{prefix} {uri}");
        }
    }
}
