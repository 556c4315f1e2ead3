//! What is wrong where no token could be read: most often the text breaks off.

use super::build::Builder;
use super::error::{Error, Reason};
use super::tag::{check_cdata, check_comment, line_end};

impl Builder<'_> {
    /// What is wrong at `start`, where no token could be read.
    pub fn broken(&mut self, start: usize) -> Error {
        let rest = self.text.get(start..).unwrap_or_default();
        let end = line_end(self.text, start);
        let at = |reason| Error::new(reason, start, end);
        let found = if rest.starts_with('&') {
            self.reference(start, end)
        } else if is_doctype(rest) {
            let line = rest.get(..end - start).unwrap_or_default();
            let name = line.split(['[', '>']).next().unwrap_or_default();
            Err(Error::new(
                Reason::Doctype,
                start,
                start + name.trim_end().len(),
            ))
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            let body = comment.trim_end_matches('-');
            check_comment(body, start + 4).and(Err(at(Reason::EndsInComment)))
        } else if let Some(cdata) = rest.strip_prefix("<![CDATA[") {
            check_cdata(cdata, start + 9).and(Err(at(Reason::EndsInCdata)))
        } else if ["<", "<!-", "<![CDATA[", "<!DOCTYPE"]
            .iter()
            .any(|m| m.starts_with(rest))
        {
            Err(at(Reason::EndsInMarkup))
        } else if rest.starts_with("<!") {
            Err(Error::new(Reason::UnknownMarkup, start, start + 2))
        } else if rest.starts_with("<?") {
            Err(at(Reason::EndsInInstruction))
        } else if rest.starts_with("</") {
            self.end_tag(start, end)
        } else {
            self.start_tag(start, end, false)
        };
        found.err().unwrap_or(at(Reason::EndsInMarkup))
    }
}

fn is_doctype(rest: &str) -> bool {
    let word = rest.get(..9);
    word.is_some_and(|word| word.eq_ignore_ascii_case("<!doctype"))
}
