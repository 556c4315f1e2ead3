//! The answer of Webex Messenger: a small XML document with the number in it.

use crate::chars::floor;
use crate::decode::decoded::Certainty;
use crate::decode::observed::hit::Hit;

const NAME: &str = "federatedSSO";

/// An answer is no longer than this, in bytes.
const LONGEST: usize = 2_000;

/// The answers in `text`, plain or with escaped markup, in order.
pub(in crate::decode) fn answers(text: &str) -> Vec<Hit> {
    let mut hits = vec![];
    let mut at = 0;
    while let Some(name) = find(text, at, NAME) {
        at = name + NAME.len();
        let head = text.get(..name).unwrap_or_default();
        let Some(sign) = ["<", "&lt;"].iter().find(|sign| head.ends_with(**sign)) else {
            continue;
        };
        let limit = floor(text, at + LONGEST);
        let inside = text.get(..limit).unwrap_or_default();
        let close = find(inside, at, NAME).map_or(limit, |close| close + NAME.len());
        if let Some(code) = code(inside.get(at..close).unwrap_or_default()) {
            let tail = text.get(close..).unwrap_or_default();
            let bracket = [">", "&gt;"]
                .iter()
                .find(|bracket| tail.starts_with(**bracket));
            let end = close + bracket.map_or(0, |bracket| bracket.len());
            hits.push(Hit {
                place: name - sign.len()..end,
                code,
                messenger: true,
                certainty: Certainty::Sure,
            });
            at = end;
        }
    }
    hits
}

fn code(text: &str) -> Option<u16> {
    let at = find(text, 0, "errorcode")?;
    let after = text.get(at + 9..)?;
    let start = after
        .find(|c: char| c.is_ascii_digit())
        .filter(|start| *start <= 8)?;
    let digits = after.get(start..)?;
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    digits.get(..end)?.parse().ok().filter(|code| *code < 1_000)
}

fn find(text: &str, from: usize, name: &str) -> Option<usize> {
    let (bytes, name) = (text.as_bytes(), name.as_bytes());
    let first = name.first()?;
    (from..bytes.len()).find(|&at| {
        bytes
            .get(at)
            .is_some_and(|byte| byte.eq_ignore_ascii_case(first))
            && bytes
                .get(at..at + name.len())
                .is_some_and(|part| part.eq_ignore_ascii_case(name))
    })
}
