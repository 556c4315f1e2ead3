//! An exported user list: which accounts there are, in which status, and how many seats they hold.

mod columns;
mod find;
mod head;
mod index;
mod list;
mod nameless;
mod near;
mod problem;
mod reader;
mod rows;
mod seats;
mod table;

pub use columns::{Column, Columns, Format, Mapping};
pub use find::{Entry, Lookup, Other};
pub use head::looks_like_user_list;
pub(crate) use problem::TEXTS;
pub use problem::{AccountsProblemKind, Trouble};
pub use reader::{Reader, Settings};
pub use seats::{Counted, Seats};

use crate::webex::statuses::{Generation, StatusId};
use index::Index;
use near::Pairs;
use rows::Rows;

/// What an exported user list says. Of each row it keeps the keys, the status and the line: some 70 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accounts {
    /// Which export it is; `None` where it could not be read as a list of users.
    pub format: Option<Format>,
    /// The columns, as they are headed.
    pub headers: Vec<String>,
    /// Which of them are read, and as what.
    pub columns: Columns,
    /// The words of the status column, in the order of their first row.
    pub words: Vec<Word>,
    /// The host seats in use, for each site that the list tells apart; empty where it has no such column.
    pub seats: Vec<Seats>,
    /// Whether it was read to its end.
    pub is_whole: bool,
    /// What is wrong with the list, the worst first.
    pub troubles: Vec<Trouble>,
    rows: Rows,
    index: Index,
    pairs: Pairs,
}

/// A word of the status column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it stands in the list.
    pub text: String,
    /// What it means; `None` where no table knows it.
    pub status: Option<StatusId>,
    /// The number of rows with it.
    pub rows: u32,
}

impl Accounts {
    /// Reads a list that is in memory as a whole.
    ///
    /// ```
    /// use error31::accounts::{Accounts, Lookup, Settings};
    /// use error31::webex::statuses::StatusId;
    ///
    /// let list = b"User ID/Email (Required),User Status\nana@adriasoft.example,Inactive\n";
    /// let accounts = Accounts::read(list, Settings::default());
    /// let Lookup::Found(entry) = accounts.find(&["Ana@adriasoft.example"]) else { panic!() };
    /// assert_eq!((entry.line, entry.status), (2, Some(StatusId::Inactive)));
    /// ```
    pub fn read(bytes: &[u8], settings: Settings) -> Self {
        let mut reader = Reader::new(settings);
        reader.feed(bytes);
        reader.finish()
    }

    /// The number of rows with an account.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The generations of Cisco's list whose statuses hold all the words of this one, the newest first.
    pub fn generations(&self) -> Vec<Generation> {
        let known: Vec<StatusId> = self.words.iter().filter_map(|word| word.status).collect();
        let fits = |generation: &Generation| {
            let statuses = generation.statuses();
            known.iter().all(|status| statuses.contains(status))
        };
        let is_site = self.format.is_some_and(Format::is_of_a_site);
        Generation::ALL
            .into_iter()
            .rev()
            .filter(|g| (*g == Generation::SiteAdministration) == is_site)
            .filter(fits)
            .collect()
    }
}
