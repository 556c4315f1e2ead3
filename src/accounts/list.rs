//! What the rows of a list say.

use super::columns::{self, Columns};
use super::index::Index;
use super::near::Pairs;
use super::problem::{AccountsProblemKind as Kind, Trouble};
use super::reader::Settings;
use super::rows::Rows;
use super::seats::Counter;
use super::table::Record;
use super::{Accounts, Format, Word};
use crate::charsets::CharsetReader;
use crate::text::Arg;
use crate::webex::statuses::StatusId;
use std::borrow::Cow;

/// So many lines are told of each trouble.
const TOLD: usize = 5;

/// A status column has no more words.
const MOST_WORDS: usize = 100;

/// The list as far as it was read.
#[derive(Debug)]
pub(super) struct List {
    settings: Settings,
    pub headers: Vec<String>,
    columns: Columns,
    format: Option<Format>,
    pub rows: Rows,
    words: Vec<Word>,
    seats: Counter,
    /// The rows with another number of cells: how many, and the first lines.
    uneven: (u32, Vec<u32>),
    /// The charset that some cell was read in, where it was not UTF-8.
    charset: Option<&'static str>,
}

impl List {
    pub fn new(record: &Record, settings: Settings) -> Self {
        let mut charset = None;
        let headers: Vec<String> = record
            .cells()
            .map(|cell| read(cell, &settings, &mut charset).into_owned())
            .collect();
        let (columns, format) = columns::read(&headers, &settings.mapping);
        Self {
            seats: Counter::new(&columns, format),
            settings,
            headers,
            columns,
            format,
            rows: Rows::default(),
            words: vec![],
            uneven: (0, vec![]),
            charset,
        }
    }

    pub fn take(&mut self, record: &Record, line: u32) {
        if !self.columns.have_key() || record.cells().all(<[u8]>::is_empty) {
            return;
        }
        let count = self.headers.len();
        let more = || (count..record.ended).any(|index| !record.cell(index).is_empty());
        if record.ended < count || more() {
            self.uneven.0 += 1;
            if self.uneven.1.len() < TOLD {
                self.uneven.1.push(line);
            }
        }
        let word = self
            .columns
            .status
            .map(|column| self.word(record.cell(column)));
        let status = word
            .flatten()
            .and_then(|word| self.words.get(usize::from(word))?.status);
        self.seats.count(|column| record.cell(column), status);
        let keys = self.columns.keys();
        let [first, second, third] = keys.map(|column| {
            let cell = column.map_or(&[][..], |column| record.cell(column));
            read(cell, &self.settings, &mut self.charset)
        });
        if !(first.is_empty() && second.is_empty() && third.is_empty()) {
            self.rows
                .push(line, [&first, &second, &third], word.flatten());
        }
    }

    /// The place of a status among the words; `None` where the column has too many of them.
    fn word(&mut self, cell: &[u8]) -> Option<u16> {
        let known = self
            .words
            .iter()
            .position(|word| word.text.as_bytes() == cell);
        let place = known.or_else(|| {
            let text = read(cell, &self.settings, &mut self.charset).into_owned();
            let known = self.words.iter().position(|word| word.text == text);
            known.or_else(|| {
                let is_site = self.format.is_some_and(Format::is_of_a_site);
                (self.words.len() < MOST_WORDS).then(|| {
                    self.words.push(Word {
                        status: status(&text, is_site),
                        text,
                        rows: 0,
                    });
                    self.words.len() - 1
                })
            })
        })?;
        if let Some(word) = self.words.get_mut(place) {
            word.rows += 1;
        }
        u16::try_from(place).ok()
    }

    pub fn finish(mut self, unclosed: Option<u32>) -> Accounts {
        self.rows.shrink();
        let index = Index::new(&self.rows);
        let troubles = self.troubles(unclosed, &index);
        Accounts {
            format: self.format,
            headers: self.headers,
            columns: self.columns,
            words: self.words,
            seats: self.seats.finish(),
            is_whole: unclosed.is_none(),
            troubles,
            rows: self.rows,
            index,
            pairs: Pairs::default(),
        }
    }

    fn troubles(&self, unclosed: Option<u32>, index: &Index) -> Vec<Trouble> {
        let mut troubles = vec![];
        if !self.columns.have_key() {
            let headers = self.headers.join(", ");
            troubles.push(Trouble::new(
                Kind::Columns,
                vec![("headers", Arg::Input(headers))],
                vec![],
            ));
        }
        if let Some(line) = unclosed {
            troubles.push(Trouble::at(Kind::Quoting, 1, vec![line], vec![]));
        }
        if self.columns.have_key() && self.rows.len() == 0 {
            troubles.push(Trouble::new(Kind::NoRow, vec![], vec![]));
        }
        if self.columns.have_key() && self.columns.status.is_none() {
            troubles.push(Trouble::new(Kind::NoStatus, vec![], vec![]));
        }
        let unknown: Vec<&Word> = self
            .words
            .iter()
            .filter(|word| word.status.is_none() && !word.text.is_empty())
            .collect();
        if !unknown.is_empty() {
            let words: Vec<&str> = unknown.iter().map(|word| word.text.as_str()).collect();
            let args = vec![("words", Arg::Input(words.join(", ")))];
            let count = unknown.iter().map(|word| word.rows).sum();
            troubles.push(Trouble::at(Kind::StatusWord, count, vec![], args));
        }
        let (twice, pairs) = index.twins(&self.rows, TOLD);
        if twice > 0 {
            let lines = pairs.into_iter().flatten().map(|row| self.rows.line(row));
            let mut lines: Vec<u32> = lines.collect();
            lines.dedup();
            troubles.push(Trouble::at(Kind::Twice, twice, lines, vec![]));
        }
        let (uneven, lines) = &self.uneven;
        if *uneven > 0 {
            troubles.push(Trouble::at(Kind::Cells, *uneven, lines.clone(), vec![]));
        }
        if let Some(charset) = self.charset {
            let args = vec![("charset", charset.into())];
            troubles.push(Trouble::new(Kind::Charset, args, vec![]));
        }
        troubles
    }
}

impl Accounts {
    /// No list.
    pub(super) fn of_trouble(kind: Kind) -> Self {
        Self {
            format: None,
            headers: vec![],
            columns: Columns::default(),
            words: vec![],
            seats: vec![],
            is_whole: false,
            troubles: vec![Trouble::new(kind, vec![], vec![])],
            rows: Rows::default(),
            index: Index::default(),
            pairs: Pairs::default(),
        }
    }
}

/// What a status or the flag `Active` means; an empty flag of a site means active.
fn status(word: &str, is_site: bool) -> Option<StatusId> {
    match word.to_ascii_lowercase().as_str() {
        "" if is_site => Some(StatusId::Active),
        "y" | "yes" | "true" => Some(StatusId::Active),
        "n" | "no" | "false" => Some(StatusId::Inactive),
        _ => StatusId::from_word(word),
    }
}

/// A cell as text; `charset` keeps what it was read in, where it is not UTF-8.
fn read<'c>(
    cell: &'c [u8],
    settings: &Settings,
    charset: &mut Option<&'static str>,
) -> Cow<'c, str> {
    if let Ok(text) = std::str::from_utf8(cell) {
        return Cow::Borrowed(text);
    }
    let name = match settings.language.get(..2) {
        Some("sr") => "windows-1250",
        _ => "windows-1252",
    };
    *charset = Some(name);
    let text = settings
        .charsets
        .and_then(|CharsetReader(read)| read(name, cell));
    text.map_or_else(|| String::from_utf8_lossy(cell), Cow::Owned)
}
