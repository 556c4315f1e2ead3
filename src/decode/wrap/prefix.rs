//! What stands around the lines of a message: the `>` of a quoted mail, numbers, marks, the time and place of a log.

pub(super) mod difference;
mod gutter;
mod values;

use crate::decode::find::{form, locate};
use crate::order;
use gutter::{common, matched};
use std::ops::Range;

/// `text` without the prefixes of the lines over which a message goes; `None` where there are none.
pub(super) fn undo(text: &str) -> Option<String> {
    let mut places: Vec<(Range<usize>, bool)> = vec![];
    let elements = locate::elements(text).into_iter();
    places.extend(elements.map(|place| (place, true)));
    let fields = form::fields(text).into_iter();
    places.extend(fields.map(|field| (field.at..field.end - field.value.len(), false)));
    let values = values::starts(text).into_iter();
    places.extend(values.map(|start| (start..start, false)));
    order::by_key(&mut places, |(place, _)| place.start);
    let mut plain = String::new();
    let (mut done, mut read) = (0, 0);
    for (place, is_element) in places {
        let Some(line) = text.get(read..place.start) else {
            continue;
        };
        let line = read + line.rfind('\n').map_or(0, |at| at + 1);
        read = place.start;
        let lead = text.get(line..place.start).unwrap_or_default();
        let around = match is_element {
            true => {
                let mut around = of_element(text, lead, &place);
                around.extend(tails(text, &place));
                order::by_key(&mut around, |piece| piece.start);
                around
            }
            false => values::around(text, lead, place.end),
        };
        for piece in around {
            if piece.start >= done && !piece.is_empty() {
                plain.push_str(text.get(done..piece.start).unwrap_or_default());
                done = piece.end;
                read = read.max(done);
            }
        }
    }
    (done > 0).then(|| plain + text.get(done..).unwrap_or_default())
}

/// The prefixes inside an element: every line has one, or none is taken.
fn of_element(text: &str, lead: &str, place: &Range<usize>) -> Vec<Range<usize>> {
    let mut prefixes = vec![];
    let mut prefix = None;
    let mut at = place.start;
    while let Some(found) = text.get(at..place.end).and_then(|rest| rest.find('\n')) {
        at += found + 1;
        let line = text.get(at..).unwrap_or_default();
        let prefix = *prefix.get_or_insert_with(|| common(lead, line));
        match matched(prefix, line) {
            Some(length) => prefixes.push(at..at + length),
            None if is_blank_line(prefix, line) => {}
            None => return vec![],
        }
    }
    prefixes
}

/// The marks behind the lines of an element: each has the same, or none is taken.
fn tails(text: &str, place: &Range<usize>) -> Vec<Range<usize>> {
    let element = text.get(place.clone()).unwrap_or_default();
    let mut tails = vec![];
    let mut mark = None;
    for (at, _) in element.match_indices('\n') {
        let line = element.get(..at).unwrap_or_default().trim_end();
        let Some(last) = line
            .chars()
            .next_back()
            .filter(|c| values::TAILS.contains(c))
        else {
            return vec![];
        };
        let bare = line.strip_suffix(last).unwrap_or_default();
        let inner = bare.trim_end_matches([' ', '\t']);
        let is_joint = inner.ends_with(['"', '\'']);
        if *mark.get_or_insert(last) != last || inner.len() == bare.len() || is_joint {
            return vec![];
        }
        tails.push(place.start + inner.len()..place.start + at);
    }
    tails
}

fn is_blank_line(prefix: &str, line: &str) -> bool {
    !prefix.is_empty() && line.trim_start_matches([' ', '\t', '\r']).starts_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undone() {
        let b64 = format!("PHNh{}", "QUJD".repeat(12));
        let table = [
            (
                "> <p:Response\n>   ID='_1'>\n>\n> </p:Response>\n> Regards".to_owned(),
                "> <p:Response\n  ID='_1'>\n\n</p:Response>\n> Regards".to_owned(),
            ),
            (
                "2026-11-21 09:14:02.9 [t-1] DEBUG | <Response>\n2026-11-21 09:14:02.118 [t-10] DEBUG |  <a/>\n2026-11-21 09:14:03.1 [t-1] DEBUG | </Response>\nend".to_owned(),
                "2026-11-21 09:14:02.9 [t-1] DEBUG | <Response>\n <a/>\n</Response>\nend".to_owned(),
            ),
            (
                "09:14 | got <Response>\n09:14 | </Response>".to_owned(),
                "09:14 | got <Response>\n</Response>".to_owned(),
            ),
            (
                format!("> > SAMLResponse={b64}\n> > AAA=\n> > \n> > Hi"),
                format!("> > SAMLResponse={b64}\nAAA=\n> > \n> > Hi"),
            ),
            (
                format!("# {b64}\r\n# {b64}\r\n"),
                format!("# {b64}\r\n{b64}\r\n"),
            ),
        ];
        for (text, plain) in table {
            assert_eq!(undo(&text), Some(plain), "{text}");
        }
    }

    #[test]
    fn left() {
        let b64 = format!("PHNh{}", "QUJD".repeat(12));
        for text in [
            "09:14 <Response/>\n09:15 <Response/>".to_owned(),
            "09:14 <Response>\n  <a/>\n</Response>".to_owned(),
            "  <Response>\n  </Response>".to_owned(),
            "> <Response>\n> <a/>\n</Response>".to_owned(),
            "a=\"<Response>\na=\"</Response>".to_owned(),
            format!("> {b64}\n> Regards, Ana"),
            format!("1: {b64}\n"),
        ] {
            assert_eq!(undo(&text), None, "{text}");
        }
    }
}
