//! The message with one element a line, and which piece of it stands where.

use super::offsets::Offsets;
use crate::diagnostic::Span;
use crate::order;
use crate::xml::{self, Document, Element, Node};
use serde::Serialize;

/// A message, formatted for people; never to be sent: a signature covers the text as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Pretty {
    /// The formatted text.
    pub text: String,
    /// Which pieces of the original stand where, in order; only white space is left out and put in.
    pub pieces: Vec<Piece>,
}

/// A run of the original text, in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Piece {
    /// Where it starts in the original.
    pub from: u32,
    /// Where it starts in the formatted text.
    pub to: u32,
    /// How long it is.
    pub length: u32,
}

/// Formats `xml`; `None` where it can't be read.
pub fn pretty(xml: &str) -> Option<Pretty> {
    let document = xml::parse(xml).ok()?;
    let offsets = Offsets::new(document.text());
    Some(print(&document, Some(offsets)))
}

/// The formatted text alone.
pub fn formatted(xml: &str) -> Option<String> {
    let document = xml::parse(xml).ok()?;
    Some(print(&document, None).text)
}

fn print(document: &Document, offsets: Option<Offsets>) -> Pretty {
    let mut printer = Printer {
        source: document.text(),
        offsets,
        text: String::with_capacity(document.text().len() * 2),
        units: 0,
        room: document.text().len() * INDENTED,
        pieces: vec![],
    };
    let first = document.nodes().next().map_or(0, |node| node.span().start);
    printer.trimmed(Span::new(0, first));
    for node in document.nodes() {
        printer.line(0);
        printer.node(&node, 0);
    }
    printer.put("\n");
    Pretty {
        text: printer.text,
        pieces: printer.pieces,
    }
}

/// Characters a start tag may have on one line.
const WIDTH: usize = 110;

/// Deeper elements are indented no further.
const DEEPEST: usize = 40;

const SPACES: &str = match str::from_utf8(&[b' '; 2 * DEEPEST]) {
    Ok(spaces) => spaces,
    Err(_) => "",
};

/// Indentation may be so many times as long as the input; what comes after that is not indented. With the lines broken
/// between elements the text stays under eight times its input.
const INDENTED: usize = 6;

struct Printer<'a> {
    source: &'a str,
    /// Where pieces are wanted.
    offsets: Option<Offsets<'a>>,
    text: String,
    units: usize,
    /// What indentation may still take.
    room: usize,
    pieces: Vec<Piece>,
}

impl Printer<'_> {
    fn node(&mut self, node: &Node, depth: usize) {
        match node {
            Node::Element(element) => self.element(element, depth),
            other => self.copy(other.span()),
        }
    }

    fn element(&mut self, element: &Element, depth: usize) {
        let holds_text = |node: &Node| match node {
            Node::Text(text) => !text.value().trim().is_empty(),
            _ => false,
        };
        let mut children = element.children().peekable();
        if children.peek().is_none()
            || element.children().any(|node| holds_text(&node))
            || element.elements().next().is_none()
        {
            self.tag(element, depth);
            self.copy(Span::new(element.tag_span().end, element.span().end));
            return;
        }
        self.tag(element, depth);
        for node in children.filter(|node| !matches!(node, Node::Text(_))) {
            self.line(depth + 1);
            self.node(&node, depth + 1);
        }
        self.line(depth);
        self.copy(Span::new(
            element
                .end_tag_span()
                .map_or(element.span().end, |end| end.start),
            element.span().end,
        ));
    }

    /// The start tag, with its attributes on lines of their own where it is long.
    fn tag(&mut self, element: &Element, depth: usize) {
        let tag = element.tag_span();
        let mut parts: Vec<Span> = element.attributes().map(|a| a.span()).collect();
        parts.extend(element.declarations().map(|declaration| declaration.span));
        order::by_key(&mut parts, |part| (part.start, part.end));
        let is_long = depth.min(DEEPEST) * 2 + (tag.end - tag.start) > WIDTH && parts.len() > 1;
        self.copy(Span::new(tag.start, element.name_span().end));
        let mut end = element.name_span().end;
        for (index, part) in parts.into_iter().enumerate() {
            if is_long && index > 0 {
                self.line(depth + 2);
            } else {
                self.put(" ");
            }
            self.copy(part);
            end = part.end;
        }
        self.trimmed(Span::new(end, tag.end));
    }

    fn line(&mut self, depth: usize) {
        if !self.text.is_empty() {
            self.put("\n");
        }
        let width = 2 * depth.min(DEEPEST);
        if width <= self.room {
            self.room -= width;
            self.put(SPACES.get(..width).unwrap_or_default());
        }
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
        self.units += text.len();
    }

    /// Copies the span without the white space around it.
    fn trimmed(&mut self, span: Span) {
        let text = self.source.get(span.range()).unwrap_or_default();
        let start = span.start + text.len() - text.trim_start().len();
        self.copy(Span::new(start, start + text.trim().len()));
    }

    fn copy(&mut self, span: Span) {
        let text = self.source.get(span.range()).unwrap_or_default();
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        let Some(offsets) = &self.offsets else { return };
        let length = text.encode_utf16().count();
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        self.pieces.push(Piece {
            from: number(offsets.utf16(span.start)),
            to: number(self.units),
            length: number(length),
        });
        self.units += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "<?xml version=\"1.0\"?><!-- č --><a:b  xmlns:a='urn:a'\n x=\"1\" ><c>Ž 𝒳</c><d/><e> <f/> </e><g>t<h/></g><i> </i></a:b>";

    #[test]
    fn puts_elements_on_lines() {
        let expected = "<?xml version=\"1.0\"?>\n<!-- č -->\n<a:b xmlns:a='urn:a' x=\"1\">\n  <c>Ž 𝒳</c>\n  <d/>\n  <e>\n    <f/>\n  </e>\n  <g>t<h/></g>\n  <i> </i>\n</a:b>\n";
        assert_eq!(pretty(SOURCE).unwrap().text, expected);
    }

    #[test]
    fn pieces_are_the_same_text_in_both() {
        let units: Vec<u16> = SOURCE.encode_utf16().collect();
        let Pretty { text, pieces } = pretty(SOURCE).unwrap();
        let formatted: Vec<u16> = text.encode_utf16().collect();
        let cut = |units: &[u16], start: u32, length: u32| {
            units[start as usize..(start + length) as usize].to_vec()
        };
        let mut last = (0, 0);
        for Piece { from, to, length } in pieces {
            assert_eq!(cut(&units, from, length), cut(&formatted, to, length));
            assert!(last <= (from, to));
            last = (from + length, to + length);
        }
        let visible = |text: &str| {
            text.chars()
                .filter(|c| !c.is_whitespace())
                .collect::<String>()
        };
        assert_eq!(visible(SOURCE), visible(&text));
    }

    #[test]
    fn stays_under_eight_times_its_input() {
        let deep = |inner: &str, depth: usize| {
            format!("{}{inner}{}", "<d>".repeat(depth), "</d>".repeat(depth))
        };
        for source in [
            "<a/>".to_owned(),
            deep("<a/>", 250),
            deep(&"<a/>".repeat(5000), 250),
            deep(&"<a><b/></a>".repeat(5000), 60),
            format!("<a>{}</a>", "<b x='' y=''/>".repeat(5000)),
        ] {
            let made = pretty(&source).unwrap();
            let (long, limit) = (made.text.len(), source.len() * 8);
            assert!(long <= limit, "{long} of {limit}");
            let widest = made
                .text
                .lines()
                .map(|line| line.len() - line.trim_start().len());
            assert!(widest.max() <= Some(2 * DEEPEST));
            assert_eq!(made.text.replace([' ', '\n'], ""), source.replace(' ', ""));
        }
    }

    #[test]
    fn formats_only_what_can_be_read() {
        assert_eq!(pretty("<a><b></a>"), None);
    }
}
