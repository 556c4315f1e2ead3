//! The account of one user in a list.

use super::Accounts;
use super::index::is_same;
use super::near::nearness;
use crate::webex::statuses::StatusId;

/// A row that is, or may be, the user's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its line in the file, from 1; 0 where it is left out.
    pub line: u32,
    /// The header of the column that names the user.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What stands in the status column; `None` where the list has none.
    pub word: Option<String>,
    /// What that means; `None` where no table knows the word.
    pub status: Option<StatusId>,
    /// Its user name, where the list has one.
    pub username: Option<String>,
    /// Its e-mail address, where the list has one.
    pub email: Option<String>,
    /// What it has in another way than the message, as far as [`Lookup::compared`] has looked.
    pub other: Option<Other>,
}

/// What an account has in another way than the message of its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// The e-mail address is the same, the user name is not.
    Username,
    /// The user name is the same, the e-mail address is not.
    Email,
}

/// What came of looking a user up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// One row.
    Found(Entry),
    /// Several rows; which is the user's, the list does not tell.
    Several(Vec<Entry>),
    /// No row; these are near.
    NotFound(Vec<Entry>),
    /// Nothing to look up: no name of the user, or no list.
    NoKey,
}

impl Lookup {
    /// The same, with what each row has in another way than this user name and address; neither case nor white space
    /// counts. Where one row has both, the others are another's.
    pub fn compared(mut self, username: Option<&str>, email: Option<&str>) -> Self {
        let entries = match &mut self {
            Self::Found(entry) => std::slice::from_mut(entry),
            Self::Several(entries) => entries.as_mut_slice(),
            Self::NotFound(_) | Self::NoKey => return self,
        };
        let (Some(username), Some(email)) = (username, email) else {
            return self;
        };
        let same = |own: &Option<String>, other: &str| Some(alike(own.as_deref()?, other));
        let pairs: Vec<(Option<bool>, Option<bool>)> = entries
            .iter()
            .map(|entry| (same(&entry.username, username), same(&entry.email, email)))
            .collect();
        if pairs.contains(&(Some(true), Some(true))) {
            return self;
        }
        for (entry, pair) in entries.iter_mut().zip(pairs) {
            entry.other = match pair {
                (Some(false), Some(true)) => Some(Other::Username),
                (Some(true), Some(false)) => Some(Other::Email),
                _ => None,
            };
        }
        self
    }

    /// The rows that are the user's, or may be.
    pub fn entries(&self) -> &[Entry] {
        match self {
            Self::Found(entry) => std::slice::from_ref(entry),
            Self::Several(entries) => entries,
            Self::NotFound(_) | Self::NoKey => &[],
        }
    }
}

fn alike(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String { text.split_whitespace().collect() };
    is_same(&plain(a), &plain(b))
}

/// The most rows that are told, near or the same.
const MOST: usize = 3;

impl Accounts {
    /// Looks up a user by all names that are known of it, in any case.
    pub fn find(&self, keys: &[&str]) -> Lookup {
        let keys: Vec<&str> = keys
            .iter()
            .map(|key| key.trim())
            .filter(|key| !key.is_empty())
            .collect();
        if keys.is_empty() || self.is_empty() {
            return Lookup::NoKey;
        }
        let rows = keys.iter().flat_map(|key| self.index.rows(key, &self.rows));
        let mut rows: Vec<u64> = rows.map(|row| row as u64).collect();
        rows.sort_unstable();
        rows.dedup();
        let entry = |row: &u64| {
            let row = *row as usize;
            let is_wanted = |own: &str| keys.iter().any(|key| is_same(own, key));
            let column = self.rows.keys(row).position(is_wanted);
            self.entry(row, column.unwrap_or_default())
        };
        match rows.as_slice() {
            [] => Lookup::NotFound(self.near(&keys)),
            [only] => Lookup::Found(entry(only)),
            several => Lookup::Several(several.iter().map(entry).collect()),
        }
    }

    fn near(&self, keys: &[&str]) -> Vec<Entry> {
        let wanted: Vec<String> = keys.iter().map(|key| key.to_lowercase()).collect();
        // How near, the row and the key, in one number each.
        let mut best: Vec<u64> = vec![];
        for row in self.pairs.rows(&self.rows, &wanted) {
            let mut nearest: Option<u64> = None;
            for (column, key) in self.rows.keys(row).enumerate() {
                let near = |wanted: &String| nearness(key.as_bytes(), wanted.as_bytes());
                let near = wanted.iter().filter_map(near).min();
                let packed =
                    near.map(|near| (near as u64) << 40 | (row as u64) << 4 | column as u64);
                nearest = nearest.into_iter().chain(packed).min();
            }
            if let Some(nearest) = nearest {
                best.push(nearest);
                best.sort_unstable();
                best.truncate(MOST);
            }
        }
        let entry = |packed: &u64| {
            let row = (packed >> 4 & u64::from(u32::MAX)) as usize;
            self.entry(row, (packed & 15) as usize)
        };
        best.iter().map(entry).collect()
    }

    fn entry(&self, row: usize, key: usize) -> Entry {
        let column = self.columns.keys().get(key).copied().flatten();
        let word = self.rows.word(row).and_then(|word| self.words.get(word));
        Entry {
            line: self.rows.line(row),
            column: column
                .and_then(|column| self.headers.get(column))
                .cloned()
                .unwrap_or_default(),
            value: self.rows.keys(row).nth(key).unwrap_or_default().to_owned(),
            word: word.map(|word| word.text.clone()),
            status: word.and_then(|word| word.status),
            username: self.rows.username(row).map(str::to_owned),
            email: self.rows.email(row).map(str::to_owned),
            other: None,
        }
    }
}
