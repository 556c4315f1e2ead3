//! JSON in the lines of a text, as logs print it: read as a document, so that its times and addresses are known.

use super::context::Context;
use super::reader::JsonReader;
use crate::decode::found::Found;
use std::ops::Range;

/// So many braces that nothing closes are looked at.
const OPEN: usize = 8;

/// So many documents are read.
const MOST: usize = 10_000;

/// Reads the documents in `text`; gives the text between them where anything was found in them.
pub(super) fn read(text: &str, context: &Context, found: &mut Found) -> Option<String> {
    let before = found.sum();
    let places = places(text);
    for place in &places {
        let mut json = JsonReader::new(found);
        let document = text.get(place.clone()).unwrap_or_default();
        if json.feed(document.as_bytes(), context, found).is_none() {
            // What is no document of this kind is read as text.
            let _ = json.finish(context, found);
        }
    }
    (found.sum() > before).then(|| {
        let mut at = 0;
        let mut rest = String::new();
        for place in places {
            rest.push_str(text.get(at..place.start).unwrap_or_default());
            at = place.end;
        }
        rest + text.get(at..).unwrap_or_default()
    })
}

/// Where objects stand, with other text around them.
fn places(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = vec![];
    let (mut at, mut open) = (0, 0);
    while open < OPEN
        && places.len() < MOST
        && let Some(found) = text.get(at..).and_then(|rest| rest.find('{'))
    {
        let start = at + found;
        at = start + 1;
        let inside = text.get(at..).unwrap_or_default().trim_start();
        if !inside.starts_with('"') {
            continue;
        }
        match end(text.as_bytes(), start) {
            Some(end) => {
                places.push(start..end);
                at = end;
            }
            None => open += 1,
        }
    }
    places.retain(|place| place.len() < text.trim().len());
    places
}

/// One past the brace that closes the one at `start`.
fn end(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut depth, mut in_text, mut is_escaped) = (0usize, false, false);
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => depth += 1,
            b'}' | b']' if !in_text => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn found() {
        let text = "a { b\nDEBUG {\"c\": \"}\\\"\", \"d\": [{\"e\": 1}]} f {\"g\": {} h {\"i\": 2}";
        let found: Vec<_> = super::places(text)
            .into_iter()
            .map(|place| &text[place])
            .collect();
        assert_eq!(
            found,
            ["{\"c\": \"}\\\"\", \"d\": [{\"e\": 1}]}", "{\"i\": 2}"]
        );
        assert!(super::places("{\"a\": 1}").is_empty());
    }
}
