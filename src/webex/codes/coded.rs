//! Which code the words of a message speak of, and who says so.

use crate::ids::ids;

/// The code where nobody says one.
const DEFAULT: u8 = 31;

/// Which code the words of a message speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The number, 1 to 32.
    pub number: u8,
    /// Who says so.
    pub by: CodeBy,
    /// What Webex surely answered to this message, or to one that nobody knows; each code once.
    pub answered: Vec<u8>,
    /// Whether that was surely to this message.
    pub is_own: bool,
}

ids! {
    /// Who says which code it is.
    pub enum CodeBy {
        /// The reader.
        Reader = "reader",
        /// Webex, in an answer in the same input.
        Webex = "webex",
        /// The link that led to the page.
        Link = "link",
        /// Webex’s answers differ, and nothing says which was to this message: it is read as 31.
        Conflict = "conflict",
        /// Nobody: it is read as 31.
        Nobody = "nobody",
    }
}

impl Coded {
    /// Out of what the reader chose, what a link says, and Webex’s sure answers: a code each, and whether it was surely
    /// to this message. Those to this message count before those of which nobody knows the message.
    pub fn of(
        chosen: Option<u8>,
        linked: Option<u8>,
        sure: impl IntoIterator<Item = (u8, bool)>,
    ) -> Self {
        let (mut own, mut others) = (vec![], vec![]);
        for (code, is_own) in sure {
            let codes = if is_own { &mut own } else { &mut others };
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let is_own = !own.is_empty();
        let answered = if is_own { own } else { others };
        let (number, by) = match (chosen, answered.as_slice(), linked) {
            (Some(chosen), ..) => (chosen, CodeBy::Reader),
            (None, [one], _) => (*one, CodeBy::Webex),
            (None, [], Some(linked)) => (linked, CodeBy::Link),
            (None, [], None) => (DEFAULT, CodeBy::Nobody),
            (None, [_, _, ..], _) => (DEFAULT, CodeBy::Conflict),
        };
        Self {
            number,
            by,
            answered,
            is_own,
        }
    }

    /// Whether Webex surely answered with this code, and no other.
    pub fn is_answer(&self, code: u8) -> bool {
        self.answered == [code]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webex_comes_before_a_link_and_the_reader_before_webex() {
        use CodeBy::*;
        let (own, other) = (true, false);
        type Row<'a> = (Option<u8>, Option<u8>, &'a [(u8, bool)], u8, CodeBy);
        let table: [Row; 12] = [
            (None, None, &[], 31, Nobody),
            (None, Some(13), &[], 13, Link),
            (Some(13), None, &[], 13, Reader),
            (None, None, &[(13, own)], 13, Webex),
            (None, None, &[(13, other)], 13, Webex),
            (None, None, &[(31, other), (13, own)], 13, Webex),
            (None, None, &[(13, other), (13, other)], 13, Webex),
            (None, None, &[(13, other), (31, other)], 31, Conflict),
            (None, None, &[(13, own), (31, own)], 31, Conflict),
            (None, Some(13), &[(31, other)], 31, Webex),
            (None, Some(13), &[(19, other), (20, other)], 31, Conflict),
            (Some(31), Some(19), &[(13, own)], 31, Reader),
        ];
        for (chosen, linked, sure, number, by) in table {
            let coded = Coded::of(chosen, linked, sure.iter().copied());
            assert_eq!((coded.number, coded.by), (number, by), "{sure:?}");
        }
    }
}
