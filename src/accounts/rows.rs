//! The rows of a list, packed: half a million of them have to fit beside the page.

/// Packed rows: their keys in one text, and for each where they begin, its line and its status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rows {
    /// The keys of each row, each behind the other with [`END`] behind it.
    keys: String,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    start: u32,
    line: u32,
    word: u16,
    /// Whether the user name is written as the e-mail address is, and so not kept twice.
    is_named_by_email: bool,
}

/// Stands behind each key; in none of them, since their control characters are dropped.
const END: char = '\u{1}';

/// A row without a status.
const NO_WORD: u16 = u16::MAX;

impl Rows {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Adds a row; `false` where no more fit.
    pub fn push(&mut self, line: u32, keys: [&str; 3], word: Option<u16>) -> bool {
        let [email, username, user_id] = keys;
        let is_named_by_email = !email.is_empty() && username == email;
        let is_new = |key: &str, others: &[&str]| others.iter().all(|other| *other != key);
        let once = |key, others: &[&str]| if is_new(key, others) { key } else { "" };
        let keys = [
            email,
            once(username, &[email]),
            once(user_id, &[email, username]),
        ];
        let Ok(start) = u32::try_from(self.keys.len()) else {
            return false;
        };
        for key in keys {
            self.keys.extend(key.chars().filter(|c| !c.is_control()));
            self.keys.push(END);
        }
        let word = word.unwrap_or(NO_WORD);
        self.rows.push(Row {
            start,
            line,
            word,
            is_named_by_email,
        });
        true
    }

    /// The line of a row, from 1.
    pub fn line(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |row| row.line)
    }

    /// The place of its status among the words.
    pub fn word(&self, row: usize) -> Option<usize> {
        let word = self.rows.get(row)?.word;
        (word != NO_WORD).then_some(usize::from(word))
    }

    /// Its keys, in the order of [`super::Columns::keys`]; an empty one is none.
    pub fn keys(&self, row: usize) -> impl Iterator<Item = &str> {
        let start = self.rows.get(row).map(|row| row.start as usize);
        let text = start.and_then(|start| self.keys.get(start..));
        text.unwrap_or_default().split(END).take(3)
    }

    /// Its keys as they are kept.
    pub fn bytes(&self, row: usize) -> &[u8] {
        let start = |row: usize| self.rows.get(row).map(|row| row.start as usize);
        let end = start(row + 1).unwrap_or(self.keys.len());
        let keys = start(row).and_then(|start| self.keys.as_bytes().get(start..end));
        keys.unwrap_or_default()
    }

    /// Its user name, where it has one.
    pub fn username(&self, row: usize) -> Option<&str> {
        let mut keys = self.keys(row);
        let (email, username) = (keys.next()?, keys.next()?);
        let is_named_by_email = self.rows.get(row)?.is_named_by_email;
        Some(if is_named_by_email { email } else { username }).filter(|name| !name.is_empty())
    }

    /// Its e-mail address, where it has one.
    pub fn email(&self, row: usize) -> Option<&str> {
        self.keys(row).next().filter(|email| !email.is_empty())
    }

    /// Gives back the memory that was taken in advance.
    pub fn shrink(&mut self) {
        self.keys.shrink_to_fit();
        self.rows.shrink_to_fit();
    }
}
