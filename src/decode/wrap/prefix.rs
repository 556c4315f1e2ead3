//! What stands before each line of a message: the `>` of a quoted mail, the time and place of a log.

use crate::chars::floor;
use crate::decode::codec::base64;
use crate::decode::find::{form, locate};
use std::ops::Range;

/// So far before a message its prefix begins at most, in bytes, unless it begins the line.
const FAR: usize = 200;

/// `text` without the prefixes of the lines over which a message goes; `None` where there are none.
pub(super) fn undo(text: &str) -> Option<String> {
    let mut places: Vec<(Range<usize>, bool)> = vec![];
    let elements = locate::elements(text).into_iter();
    places.extend(elements.map(|place| (place, true)));
    let fields = form::fields(text).into_iter();
    places.extend(fields.map(|field| (field.at..field.end, false)));
    places.extend(base64::runs(text).into_iter().map(|run| (run, false)));
    places.sort_by_key(|(place, _)| place.start);
    let mut plain = String::new();
    let (mut done, mut read) = (0, 0);
    for (place, is_element) in places {
        let Some(line) = text.get(read..place.start) else {
            continue;
        };
        let line = read + line.rfind('\n').map_or(0, |at| at + 1);
        read = place.start;
        let lead = text.get(line..place.start).unwrap_or_default();
        let prefixes = match is_element {
            true => of_element(text, lead, &place),
            false => of_run(text, lead, place.end),
        };
        for prefix in prefixes {
            if prefix.start >= done {
                plain.push_str(text.get(done..prefix.start).unwrap_or_default());
                done = prefix.end;
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

/// The prefixes of the lines that continue base64.
fn of_run(text: &str, lead: &str, end: usize) -> Vec<Range<usize>> {
    let mut prefixes = vec![];
    let mut at = end;
    let mut prefix = None;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let Some(line) = ["\r\n", "\n"]
            .iter()
            .find_map(|mark| rest.strip_prefix(mark))
        else {
            return prefixes;
        };
        at = text.len() - line.len();
        let prefix = *prefix.get_or_insert_with(|| common(lead, line));
        let Some(length) = matched(prefix, line) else {
            return prefixes;
        };
        let body = line.get(length..).unwrap_or_default();
        let width = body.find(['\r', '\n']).unwrap_or(body.len());
        let body = body.get(..width).unwrap_or_default();
        let digits = body.trim_end().trim_end_matches('=');
        if digits.is_empty() && body.is_empty() || !digits.chars().all(base64::is_digit) {
            return prefixes;
        }
        prefixes.push(at..at + length);
        at += length + width;
    }
}

/// The beginning of `line`, as it stands before the message in `lead`; empty where there is none.
fn common<'a>(lead: &'a str, line: &str) -> &'a str {
    let from = floor(lead, lead.len().saturating_sub(FAR));
    let tail = lead.get(from..).unwrap_or_default();
    let borders = tail.match_indices(['"', '\'', ' ']);
    let starts = borders.map(|(at, border)| from + at + border.len());
    [0].into_iter()
        .chain(starts)
        .filter_map(|start| lead.get(start..))
        .map(|lead| beginning(lead, line))
        .find(|prefix| !prefix.is_empty())
        .unwrap_or_default()
}

/// The beginning that both lines have, numbers apart, up to a border; empty where that says nothing.
fn beginning<'a>(lead: &'a str, line: &str) -> &'a str {
    let mut length = 0;
    let (mut left, mut right) = (lead, line);
    while let Some((taken, other)) = step(left, right) {
        let c = left.chars().next().unwrap_or_default();
        left = left.get(taken..).unwrap_or_default();
        right = right.get(other..).unwrap_or_default();
        if left.is_empty() || matches!(c, ' ' | '\t' | '|' | '>' | ']' | ':') {
            length = lead.len() - left.len();
        }
    }
    let prefix = lead.get(..length).unwrap_or_default();
    let visible = prefix.chars().filter(|c| !c.is_whitespace());
    let says = match visible.clone().count() {
        0 => false,
        1 => prefix.contains(['>', '|', '#', '*', '%', '!', ';']),
        _ => true,
    };
    let ends = prefix.trim_end().ends_with(['"', '\'', '\\', '=', ',']);
    match says && !ends && !prefix.contains('<') {
        true => prefix,
        false => "",
    }
}

/// The length of `prefix` at the beginning of `line`, where numbers may differ.
fn matched(prefix: &str, line: &str) -> Option<usize> {
    let (mut left, mut right) = (prefix, line);
    while !left.is_empty() {
        match step(left, right) {
            Some((taken, other)) => {
                left = left.get(taken..)?;
                right = right.get(other..)?;
            }
            None if left.trim().is_empty() && right.starts_with(['\r', '\n']) => break,
            None => return None,
        }
    }
    (!prefix.is_empty()).then(|| line.len() - right.len())
}

/// One character, or one number, that both texts begin with: its length in each.
fn step(left: &str, right: &str) -> Option<(usize, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match (digits(left), digits(right)) {
        (0, 0) => {
            let c = left.chars().next()?;
            (right.starts_with(c) && c != '\n').then_some((c.len_utf8(), c.len_utf8()))
        }
        (0, _) | (_, 0) => None,
        lengths => Some(lengths),
    }
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
