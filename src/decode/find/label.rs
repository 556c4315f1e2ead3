//! Values that stand beside their label without a sign of their own: copied tables, YAML blocks.

use crate::decode::codec::base64;
use std::ops::Range;

/// Shorter base64 behind a mere label holds no message.
const SHORTEST: usize = 40;

/// Where the value begins in `rest`, which follows a label: behind white space, if it is long base64.
pub(in crate::decode) fn beside(rest: &str) -> Option<usize> {
    let value = rest.trim_start();
    let value = value.strip_prefix(['"', '\'']).unwrap_or(value);
    let is_apart = rest.starts_with(char::is_whitespace);
    let digits = value.chars().take(SHORTEST);
    let is_long = digits.filter(|&c| base64::is_digit(c) || c == '%').count() == SHORTEST;
    (is_apart && is_long).then_some(rest.len() - value.len())
}

/// Where the value is in `rest`, which follows a label and a colon: the lines of a YAML block.
pub(in crate::decode) fn block(rest: &str) -> Option<Range<usize>> {
    let blank = [' ', '\t'];
    let head = rest.trim_start_matches(blank);
    let head = head.strip_prefix("!!binary").unwrap_or(head);
    let head = head.trim_start_matches(blank).strip_prefix(['>', '|'])?;
    let head = head.trim_start_matches(['-', '+', '1', '2', '4', '8']);
    let head = head.trim_start_matches(blank).trim_start_matches('\r');
    let lines = head.strip_prefix('\n')?;
    let indent = |line: &str| line.len() - line.trim_start_matches(blank).len();
    let least = indent(lines);
    let start = rest.len() - lines.len() + least;
    if least == 0 || lines.trim_start().starts_with('<') {
        return None;
    }
    let mut at = rest.len() - lines.len();
    let mut end = start;
    for line in lines.split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        if !is_blank && indent(line) < least {
            break;
        }
        at += line.len();
        if !is_blank {
            end = at - (line.len() - line.trim_end().len());
        }
    }
    (end > start).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_a_label() {
        let long = "PHNh".repeat(10);
        for gap in ["\t", " ", "\n", "\r\n  ", "\t\""] {
            let rest = format!("{gap}{long} x");
            let at = beside(&rest).unwrap();
            assert!(rest.get(at..).unwrap().starts_with(&long), "{rest}");
        }
        for rest in [
            long.as_str(),
            "\tPHN",
            " is a parameter that holds base64",
            "",
        ] {
            assert_eq!(beside(rest), None, "{rest}");
        }
    }

    #[test]
    fn blocks() {
        let table = [
            (" >-\n  PHN\n  abc\nnext: x", Some("PHN\n  abc")),
            (
                " |\r\n    PHN\r\n\r\n    abc\r\n",
                Some("PHN\r\n\r\n    abc"),
            ),
            (" !!binary |\n PHN", Some("PHN")),
            (" >-\nPHN", None),
            (" |\n  <p:Response>", None),
            (" > quoted\n  PHN", None),
            (" PHN", None),
        ];
        for (rest, value) in table {
            let found = block(rest).and_then(|place| rest.get(place));
            assert_eq!(found, value, "{rest}");
        }
    }
}
