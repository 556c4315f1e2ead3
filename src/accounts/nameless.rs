//! A list without its people: as much of it as the judging of one account rests on.

use super::index::Index;
use super::near::Pairs;
use super::rows::Rows;
use super::{Accounts, Columns, Entry, Lookup, Seats, Word, columns};

impl Accounts {
    /// The list with one row that is empty, where it has any. Headers that no table knows, words without a known status
    /// and the addresses of sites are as `replace` gives them.
    pub fn nameless(&self, mut replace: impl FnMut(&str) -> String) -> Self {
        let mut rows = Rows::default();
        if !self.is_empty() {
            rows.push(0, ["", "", ""], None);
        }
        let headers = self.headers.iter();
        let words = self.words.iter();
        let seats = self.seats.iter();
        Self {
            format: self.format,
            headers: headers
                .map(|header| match columns::is_known(header) {
                    true => header.clone(),
                    false => replace(header),
                })
                .collect(),
            columns: Columns {
                licences: vec![],
                ..self.columns.clone()
            },
            words: words
                .map(|word| Word {
                    text: told(&word.text, word.status.is_some(), &mut replace),
                    ..word.clone()
                })
                .collect(),
            seats: seats
                .map(|seats| Seats {
                    site: seats.site.as_deref().map(&mut replace),
                    ..seats.clone()
                })
                .collect(),
            is_whole: self.is_whole,
            troubles: vec![],
            rows,
            index: Index::default(),
            pairs: Pairs::default(),
        }
    }
}

impl Lookup {
    /// The same without a name: the user is called `user`; the lines, and rows that are only near, are left out.
    pub fn nameless(&self, user: &str, mut replace: impl FnMut(&str) -> String) -> Self {
        let mut entry = |entry: &Entry| Entry {
            line: 0,
            column: match columns::is_known(&entry.column) {
                true => entry.column.clone(),
                false => replace(&entry.column),
            },
            value: user.to_owned(),
            word: entry
                .word
                .as_deref()
                .map(|word| told(word, entry.status.is_some(), &mut replace)),
            status: entry.status,
            username: entry
                .other
                .map(|_| replace(entry.username.as_deref().unwrap_or_default())),
            email: entry
                .other
                .map(|_| replace(entry.email.as_deref().unwrap_or_default())),
            other: entry.other,
        };
        match self {
            Self::Found(found) => Self::Found(entry(found)),
            Self::Several(several) => Self::Several(several.iter().map(entry).collect()),
            Self::NotFound(_) => Self::NotFound(vec![]),
            Self::NoKey => Self::NoKey,
        }
    }
}

/// A status as the list writes it, where it is one and nothing else.
fn told(word: &str, is_known: bool, replace: &mut impl FnMut(&str) -> String) -> String {
    let is_plain = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '_');
    if is_known && word.chars().all(is_plain) && word.len() <= 32 {
        word.to_owned()
    } else {
        replace(word)
    }
}
