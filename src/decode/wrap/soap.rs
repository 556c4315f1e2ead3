//! SOAP envelopes: the message in the body, with the namespaces that it takes from around it.

use crate::chars::floor;
use crate::decode::find::{
    locate,
    markup::{self, local},
};
use crate::decode::layer::Layer;
use crate::decode::peel::{Path, Peel};
use std::borrow::Cow;
use std::ops::Range;

/// So many namespaces around a message are carried over.
const MOST: usize = 50;

impl Peel {
    /// Keeps the messages in the body of an envelope; gives whether there was one.
    pub fn soap(&mut self, text: &str, path: &Path) -> bool {
        self.try_layer(Layer::Soap);
        let Some(body) = body(text) else {
            return false;
        };
        let envelope = markup::head(text).at;
        let mut around = declarations(text, envelope);
        around.extend(declarations(text, body));
        let mut places = locate::elements(text);
        places.retain(|place| place.start > body);
        let mut at = envelope;
        for place in &places {
            if self.is_full() {
                break;
            }
            self.errors(text.get(at..place.start).unwrap_or_default(), path);
            at = place.end;
            let mut around = around.clone();
            let place = resolved(text, place, &mut around);
            let element = text.get(place).unwrap_or_default();
            self.keep(&carried(element, &around), &path.with(&[Layer::Soap]));
        }
        !places.is_empty()
    }
}

/// So far before an element the declarations around it are looked for, in bytes.
const AROUND: usize = 4 << 10;

impl Peel {
    /// The element at `place`, with the namespaces that it takes from the elements around it.
    pub fn with_namespaces<'t>(&self, text: &'t str, place: Range<usize>) -> Cow<'t, str> {
        let element = text.get(place.clone()).unwrap_or_default();
        let from = floor(text, place.start.saturating_sub(AROUND));
        let window = text.get(from..place.start).unwrap_or_default();
        if !window.contains("xmlns") {
            return Cow::Borrowed(element);
        }
        let mut open: Vec<(&str, usize)> = vec![];
        let mut at = 0;
        while let Some(found) = window.get(at..).and_then(|rest| rest.find('<')) {
            let start = at + found;
            let rest = window.get(start..).unwrap_or_default();
            let (length, _) = markup::tag(rest);
            at = start + length.max(1);
            let inner = rest.get(1..).unwrap_or_default();
            if let Some(name) = inner.strip_prefix('/').map(markup::name) {
                if let Some(last) = open.iter().rposition(|(other, _)| *other == name) {
                    open.truncate(last);
                }
            } else if inner.starts_with(|c: char| c.is_alphabetic())
                && !rest.get(..length).unwrap_or_default().ends_with("/>")
            {
                open.push((markup::name(inner), start));
            }
        }
        let around: Vec<_> = open
            .iter()
            .flat_map(|(_, at)| declarations(window, *at))
            .collect();
        match around.is_empty() {
            true => Cow::Borrowed(element),
            false => Cow::Owned(carried(element, &around)),
        }
    }
}

/// First byte of the body's tag.
fn body(text: &str) -> Option<usize> {
    let tags = text.match_indices('<').map(|(at, _)| at);
    tags.into_iter().find(|at| {
        let name = text.get(at + 1..).map(markup::name).unwrap_or_default();
        local(name) == "Body"
    })
}

/// The response inside of an artifact response, or the same place.
fn resolved<'a>(
    text: &'a str,
    place: &Range<usize>,
    around: &mut Vec<(&'a str, &'a str)>,
) -> Range<usize> {
    let element = text.get(place.clone()).unwrap_or_default();
    let name = element.get(1..).map(markup::name).unwrap_or_default();
    if local(name) != "ArtifactResponse" {
        return place.clone();
    }
    let inside = element.get(1..).unwrap_or_default();
    let inner = locate::elements(inside).into_iter().next();
    match inner {
        Some(inner) => {
            around.extend(declarations(text, place.start));
            let from = place.start + 1;
            from + inner.start..from + inner.end
        }
        None => place.clone(),
    }
}

/// The namespaces that the tag at `at` declares: prefix and declaration.
fn declarations(text: &str, at: usize) -> Vec<(&str, &str)> {
    let tag = text.get(at..).unwrap_or_default();
    let tag = tag
        .get(..tag.find('>').unwrap_or(tag.len()))
        .unwrap_or_default();
    let found = tag.match_indices("xmlns").take(MOST);
    let declaration = found.filter_map(|(at, _)| {
        let rest = tag.get(at..)?;
        let (name, value) = rest.split_once('=')?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let end = value.get(1..)?.find(quote)? + 2;
        let length = rest.len() - value.len() + end;
        let prefix = name.trim_end().strip_prefix("xmlns")?;
        let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
        let legal = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        prefix
            .chars()
            .all(legal)
            .then_some((prefix, rest.get(..length)?))
    });
    declaration.collect()
}

/// `element` with the declarations from around it that it uses and doesn't have; the innermost comes last.
fn carried(element: &str, around: &[(&str, &str)]) -> String {
    let name = element.get(1..).map(markup::name).unwrap_or_default();
    let (head, tail) = element
        .split_at_checked(1 + name.len())
        .unwrap_or((element, ""));
    let mut carried = head.to_owned();
    let mut done: Vec<&str> = vec![];
    for (prefix, declaration) in around.iter().rev() {
        let is_used = match *prefix {
            "" => !name.contains(':') && !own_default(tail),
            _ => {
                element.contains(&format!("{prefix}:"))
                    && !element.contains(&format!("xmlns:{prefix}="))
            }
        };
        if is_used && !done.contains(prefix) {
            done.push(prefix);
            carried.push(' ');
            carried.push_str(declaration);
        }
    }
    carried + tail
}

fn own_default(tail: &str) -> bool {
    let tag = tail.get(..tail.find('>').unwrap_or(tail.len()));
    tag.is_some_and(|tag| tag.contains("xmlns="))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namespaces_are_carried() {
        let text =
            "<S:Envelope xmlns:S='s' xmlns:p=\"outer\" xmlns:xs = 'x' xmlns:q='unused' xmlns='d'>";
        let mut around = declarations(text, 0);
        assert_eq!(around.len(), 5);
        around.extend(declarations("<S:Body xmlns:p='inner'>", 0));
        let table = [
            (
                "<p:Response ID='_1'/>",
                "<p:Response xmlns:p='inner' ID='_1'/>",
            ),
            (
                "<p:Response xmlns:p='own'>xs:string</p:Response>",
                "<p:Response xmlns:xs = 'x' xmlns:p='own'>xs:string</p:Response>",
            ),
            ("<Response/>", "<Response xmlns='d'/>"),
            ("<Response xmlns='own'/>", "<Response xmlns='own'/>"),
        ];
        for (element, expected) in table {
            assert_eq!(carried(element, &around), expected);
        }
    }
}
