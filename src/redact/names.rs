//! Names of attributes: words that stand in a table stay, all others go unless they are shared, the user's words always.

use super::learnt::camel;
use super::{REMOVED, Redactor, known};
use crate::order;
use std::ops::Range;

/// A longer name is not told.
const LONGEST: usize = 256;

/// A number of so many digits is not told, nor a word that has them.
const DIGITS: usize = 4;

impl Redactor {
    /// The name, or the friendly name, of an attribute.
    pub fn name(&mut self, name: &str) -> String {
        if let Some(told) = self.told.get(name) {
            return told.clone();
        }
        let told = self.told_as(name);
        self.told.insert(name.to_owned(), told.clone());
        told
    }

    fn told_as(&mut self, name: &str) -> String {
        if known::is_name(name) || name.trim().is_empty() {
            return name.to_owned();
        }
        if name.len() > LONGEST || name.contains('@') {
            return self.tokens.name(name);
        }
        if self.slips.contains(name) && self.learnt.find(name).is_empty() {
            return name.to_owned();
        }
        let (scheme, number) = match name.get(..8) {
            Some(scheme) if scheme.eq_ignore_ascii_case("urn:oid:") => name.split_at(8),
            _ => ("", name),
        };
        if known::is_oid(number) {
            let is_told = self.keep.names && self.learnt.find(number).is_empty();
            return if is_told {
                name.to_owned()
            } else {
                format!("{scheme}{}", self.tokens.name(number))
            };
        }
        let (start, rest) = match known::claim_prefix(name) {
            Some(prefix) => (
                prefix.to_owned(),
                name.get(prefix.len()..).unwrap_or_default(),
            ),
            None => self.authority(name),
        };
        start + &self.parts(rest, rest.len() < name.len())
    }

    /// The address that a name begins with, and the rest.
    fn authority<'a>(&mut self, name: &'a str) -> (String, &'a str) {
        let (scheme, rest) = match name.find("//") {
            Some(at) => name.split_at(at + 2),
            None => ("", name),
        };
        let (host, path) = rest.split_at(rest.find(['/', '#', '?', '\\']).unwrap_or(rest.len()));
        let is_host = !scheme.is_empty() || (host.contains('.') && !path.is_empty());
        if !is_host {
            return (String::new(), name);
        }
        let scheme = scheme.to_ascii_lowercase();
        let scheme = match scheme.as_str() {
            "https://" | "http://" | "ldap://" | "ldaps://" | "api://" | "//" | "" => scheme,
            _ => format!("{REMOVED}://"),
        };
        let own = host.rsplit('@').next().unwrap_or_default();
        let own = own.split(':').next().unwrap_or_default();
        let host = match known::is_claim_host(&own.to_ascii_lowercase()) {
            true => own.to_ascii_lowercase(),
            false => self.host(own),
        };
        (scheme + &host, path)
    }

    /// The parts between `/`, `#` and `:`; `is_rest`: something stood in front, so that all of it was in no table yet.
    fn parts(&mut self, text: &str, is_rest: bool) -> String {
        let found = self.learnt.find(text);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for part in text.split_inclusive(['/', '#', ':']) {
            let own = part.trim_end_matches(['/', '#', ':']);
            let is_part = is_rest || own.len() < text.len();
            if own.is_empty() || is_part && known::is_name(own) || known::is_urn_part(own) {
                out.push_str(own);
            } else {
                self.words(text, at..at + own.len(), &found, &mut out);
            }
            out.push_str(part.get(own.len()..).unwrap_or_default());
            at += part.len();
        }
        out
    }

    /// The words of a part; what goes is one token, together with the signs between.
    fn words(&mut self, text: &str, part: Range<usize>, found: &[Range<usize>], out: &mut String) {
        let mut gone: Option<Range<usize>> = None;
        let mut done = part.start;
        let pieces = pieces(text, part.clone());
        let numbers = numbers(text, part.clone());
        for (at, piece) in pieces.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| pieces.get(at));
            let word = text.get(piece.clone()).unwrap_or_default();
            let touches = |range: &Range<usize>| range.start < piece.end && piece.start < range.end;
            let follows = before.is_some_and(|before| before.end == piece.start);
            let is_digits = word.bytes().all(|b| b.is_ascii_digit());
            let is_known = match is_digits {
                true => follows && gone.is_none() && word.len() < 3,
                false => known::is_word(word),
            };
            let is_shared = self.keep.names && !is_digits && !found.iter().any(touches);
            if (is_known || is_shared) && !numbers.iter().any(touches) {
                if let Some(gone) = gone.take() {
                    out.push_str(&self.tokens.name(text.get(gone).unwrap_or_default()));
                }
                out.push_str(text.get(done..piece.end).unwrap_or_default());
                done = piece.end;
            } else {
                let start = match &gone {
                    Some(gone) => gone.start,
                    None => {
                        out.push_str(text.get(done..piece.start).unwrap_or_default());
                        piece.start
                    }
                };
                gone = Some(start..piece.end);
                done = piece.end;
            }
        }
        if let Some(gone) = gone {
            out.push_str(&self.tokens.name(text.get(gone).unwrap_or_default()));
        }
        out.push_str(text.get(done..part.end).unwrap_or_default());
    }
}

/// Where the words of a part stand, also those of camel case, and its numbers.
fn pieces(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = vec![];
    for run in runs(text, part, is_part_of_word) {
        for digits in alternating(text, run) {
            let word = text.get(digits.clone()).unwrap_or_default();
            let mut at = digits.start;
            for piece in camel(word) {
                pieces.push(at..at + piece.len());
                at += piece.len();
            }
        }
    }
    pieces
}

/// Runs of letters and digits that hold a number of somebody's, and whole GUIDs.
fn numbers(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let is_long = |range: &Range<usize>| {
        let word = text.get(range.clone()).unwrap_or_default();
        word.bytes().filter(u8::is_ascii_digit).count() >= DIGITS
    };
    let guid = |range: &Range<usize>| {
        let word = text.get(range.clone()).unwrap_or_default();
        word.bytes().filter(u8::is_ascii_hexdigit).count() >= 32
    };
    let is_hex = |c: char| c.is_ascii_hexdigit() || c == '-';
    let words = runs(text, part.clone(), is_part_of_word)
        .into_iter()
        .filter(is_long);
    words
        .chain(runs(text, part, is_hex).into_iter().filter(guid))
        .collect()
}

fn runs(text: &str, part: Range<usize>, is_in: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = vec![];
    for (at, c) in text.get(part.clone()).unwrap_or_default().char_indices() {
        let (start, end) = (part.start + at, part.start + at + c.len_utf8());
        if !is_in(c) {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == start => run.end = end,
            _ => runs.push(start..end),
        }
    }
    runs
}

/// The run, parted where letters and digits meet.
fn alternating(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let digits = runs(text, run.clone(), |c| c.is_ascii_digit());
    let mut all = runs(text, run, |c| !c.is_ascii_digit());
    all.extend(digits);
    order::by_key(&mut all, |range| range.start);
    all
}

/// White space, ASCII punctuation and what can't be seen stand between words.
fn is_part_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (!c.is_ascii() && !c.is_whitespace() && !crate::chars::invisible::is_invisible(c))
}

#[cfg(test)]
mod tests {
    use super::super::Keep;
    use super::*;

    fn redactor(keep: Keep) -> Redactor {
        let mut redactor = Redactor::new(keep);
        for text in [
            "Mina Petrović",
            "mina.petrovic@acme-bank.example",
            "Sales",
            "4711081599",
        ] {
            redactor.learnt.learn(text);
        }
        redactor
    }

    const ALWAYS: &[&str] = &[
        "firstname1",
        "First Name",
        "lastname\u{200b}",
        "lаstnаme",
        "extensionAttribute1",
        "memberOf",
        "employeeID",
        "Member Status",
        "urn:oid:2.5.4.42",
        "0.9.2342.19200300.100.1.3",
        "http://schemas.xmlsoap.org/claims/Group",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    ];

    #[test]
    fn words_of_the_tables_stay() {
        for name in ALWAYS {
            assert_eq!(redactor(Keep::default()).name(name), *name);
        }
    }

    #[test]
    fn everything_else_goes() {
        for (name, expected) in [
            ("mina.petrovic", "name-1"),
            ("costPetrovicCenter", "costname-1Center"),
            ("ACMEDOM\\mpetrovic", "name-1"),
            (
                "CN=Mina Petrovic,OU=HR,DC=acmecorp",
                "CN=name-1,OU=name-2,DC=name-3",
            ),
            ("acme-bank-department", "name-1-department"),
            ("AcmeBank_CostCenter", "name-1_CostCenter"),
            (
                "api://acme-bank.example/roles",
                "api://host-1.example/roles",
            ),
            (
                "HTTPS://ACME-BANK.EXAMPLE/claims/role",
                "https://host-1.example/claims/role",
            ),
            ("//acme-bank.example/x", "//host-1.example/name-1"),
            (
                "acme-bank.example/claims/email",
                "host-1.example/claims/email",
            ),
            ("mina://acme.example", "removed://host-1.example"),
            ("381641234567", "name-1"),
            ("10.12.13.14", "name-1"),
            ("urn:tel:381641234567", "urn:name-1:name-2"),
            ("urn:acme:4711081599:mail", "urn:name-1:name-2:mail"),
            ("urn:oid:1.3.6.1.4.1.99999.7", "urn:oid:name-1"),
            ("jelena@adriasoft", "name-1"),
            ("3f2c1a9d-a7b7-4c62-b3fc-0d9e8f7a6b5c", "name-1"),
            (
                "extension_5f1c9e0277ab_memberStatus",
                "extension_name-1_memberStatus",
            ),
            ("Member Status/zorana", "Member Status/name-1"),
            (
                "zorana.example/Member Status",
                "host-1.example/Member Status",
            ),
            ("Sales", "name-1"),
        ] {
            assert_eq!(redactor(Keep::default()).name(name), expected, "{name}");
        }
    }

    #[test]
    fn shared_names_are_without_the_user() {
        let keep = Keep {
            names: true,
            ..Keep::default()
        };
        for (name, expected) in [
            ("urn:oid:1.3.6.1.4.1.99999.7", "urn:oid:1.3.6.1.4.1.99999.7"),
            ("warehouse7", "warehouse7"),
            ("warehouse_petrovic", "warehouse_name-1"),
            ("mpetrovicWarehouse", "name-1Warehouse"),
            ("warehouseAcmeBank", "warehousename-1"),
            ("acmebankwarehouse", "name-1"),
            ("10.12.13.14", "name-1"),
            ("id47110815", "name-1"),
            (
                "warehouse_3f2c1a9d-a7b7-4c62-b3fc-0d9e8f7a6b5c",
                "warehouse_name-1",
            ),
            (
                "https://acme-bank.example/warehouse",
                "https://host-1.example/warehouse",
            ),
        ] {
            assert_eq!(redactor(keep).name(name), expected, "{name}");
        }
        for name in ALWAYS {
            assert_eq!(redactor(keep).name(name), *name);
        }
    }
}
