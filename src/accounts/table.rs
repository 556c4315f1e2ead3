//! The rows of a list, cell by cell.

use super::Accounts;
use super::list::List;
use super::problem::AccountsProblemKind as Kind;
use super::reader::Settings;
use csv_core::ReadRecordResult;

/// Reads rows as they come.
#[derive(Debug)]
pub(super) struct Table {
    settings: Settings,
    csv: csv_core::Reader,
    record: Record,
    /// Where the record before ended.
    line: u64,
    /// What the headers say; none before they are read.
    list: Option<List>,
    /// Where an unclosed quotation mark stands; nothing is read behind it.
    unclosed: Option<u32>,
}

/// The record at hand.
#[derive(Debug)]
pub(super) struct Record {
    fields: Vec<u8>,
    ends: Vec<usize>,
    filled: usize,
    /// The number of cells.
    pub ended: usize,
}

/// A record is never longer, unless a quotation mark is not closed.
const LONGEST: usize = 1 << 20;

impl Record {
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.ended).map(|index| self.cell(index))
    }

    /// A cell without the spaces around it; empty where there is none.
    pub fn cell(&self, index: usize) -> &[u8] {
        let end = |index: usize| self.ends.get(index).copied().filter(|_| index < self.ended);
        let start = index.checked_sub(1).map_or(Some(0), end);
        let range = start
            .zip(end(index))
            .and_then(|(start, end)| self.fields.get(start..end));
        range.unwrap_or_default().trim_ascii()
    }
}

impl Table {
    pub fn new(separator: u8, line: u64, settings: Settings) -> Self {
        let mut csv = csv_core::ReaderBuilder::new().delimiter(separator).build();
        csv.set_line(line);
        Self {
            settings,
            csv,
            record: Record {
                fields: vec![0; 4096],
                ends: vec![0; 128],
                filled: 0,
                ended: 0,
            },
            line,
            list: None,
            unclosed: None,
        }
    }

    pub fn rows(&self) -> usize {
        self.list.as_ref().map_or(0, |list| list.rows.len())
    }

    pub fn feed(&mut self, mut text: &[u8]) {
        while !text.is_empty() && self.unclosed.is_none() {
            text = self.step(text);
        }
    }

    /// Reads on, to the end of a record or of the text; gives the rest of the text.
    fn step<'t>(&mut self, text: &'t [u8]) -> &'t [u8] {
        let record = &mut self.record;
        let (result, read, written, ended) = self.csv.read_record(
            text,
            record.fields.get_mut(record.filled..).unwrap_or_default(),
            record.ends.get_mut(record.ended..).unwrap_or_default(),
        );
        record.filled += written;
        record.ended += ended;
        let (done, rest) = text.split_at_checked(read).unwrap_or((text, &[]));
        match result {
            ReadRecordResult::OutputFull if record.fields.len() >= LONGEST => {
                self.unclosed = Some(self.start(false));
            }
            ReadRecordResult::OutputFull => record.fields.resize(record.fields.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => record.ends.resize(record.ends.len() * 2, 0),
            ReadRecordResult::Record => self.take(done.last() == Some(&b'\n')),
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
        }
        rest
    }

    /// The line on which the record at hand begins; `ended` tells that its end was read with it.
    fn start(&self, ended: bool) -> u32 {
        let line = self.csv.line() - u64::from(ended);
        let inside = if line > self.line {
            let fields = self.record.fields.get(..self.record.filled);
            let ends = fields
                .unwrap_or_default()
                .iter()
                .filter(|byte| **byte == b'\n');
            ends.count() as u64
        } else {
            0
        };
        u32::try_from(line.saturating_sub(inside)).unwrap_or(u32::MAX)
    }

    /// Takes the record at hand, and begins the next.
    fn take(&mut self, ended: bool) {
        let line = self.start(ended);
        match &mut self.list {
            Some(list) => list.take(&self.record, line),
            None => self.list = Some(List::new(&self.record, self.settings.clone())),
        }
        self.line = self.csv.line();
        (self.record.filled, self.record.ended) = (0, 0);
    }

    pub fn finish(mut self) -> Accounts {
        if self.unclosed.is_none() {
            self.end();
        }
        match self.list {
            Some(list) => list.finish(self.unclosed),
            None => Accounts::of_trouble(Kind::Empty),
        }
    }

    /// Takes the last record, where the text doesn't end with a line.
    fn end(&mut self) {
        loop {
            let record = &mut self.record;
            let (result, _, _, ended) = self.csv.read_record(
                &[],
                record.fields.get_mut(record.filled..).unwrap_or_default(),
                record.ends.get_mut(record.ended..).unwrap_or_default(),
            );
            record.ended += ended;
            match result {
                ReadRecordResult::OutputEndsFull => record.ends.resize(record.ends.len() * 2, 0),
                ReadRecordResult::Record if self.is_unclosed() => {
                    return self.unclosed = Some(self.start(false));
                }
                ReadRecordResult::Record => return self.take(false),
                _ => return,
            }
        }
    }

    /// Whether the last record runs over lines and ends as none does whose quotation marks are closed.
    fn is_unclosed(&self) -> bool {
        let fields = self
            .record
            .fields
            .get(..self.record.filled)
            .unwrap_or_default();
        let cells = self.list.as_ref().map(|list| list.headers.len());
        fields.contains(&b'\n')
            && (fields.ends_with(b"\n") || cells.is_some_and(|cells| cells != self.record.ended))
    }
}
