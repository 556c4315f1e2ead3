//! The rows: each user once, with the message that says most; what names no user by its file.

use super::input::{OverviewInput, Told};
use super::places::Places;

/// A row, before it is put into words.
#[derive(Debug)]
pub(super) struct Row<'i> {
    pub input: u32,
    pub file: Option<String>,
    pub what: What<'i>,
    /// How many messages sign in whom it stands for.
    pub messages: u32,
}

/// What a row tells of.
#[derive(Debug, Clone, Copy)]
pub(super) enum What<'i> {
    /// A message, with its index in the report.
    Message(u32, &'i Told),
    /// Something else, which this says.
    Problem(&'i str),
    /// An answer of Webex alone.
    Answer(u8),
    /// What could not be read.
    Unread,
    /// Nothing.
    Nothing,
}

impl<'i> Row<'i> {
    /// The message, where it is one.
    pub fn told(&self) -> Option<&'i Told> {
        match self.what {
            What::Message(_, told) => Some(told),
            _ => None,
        }
    }
}

pub(super) fn read(inputs: &[OverviewInput]) -> Vec<Row<'_>> {
    let mut table = Table::default();
    for (input, number) in inputs.iter().zip(0..) {
        table.add(number, input);
    }
    table.rows
}

#[derive(Default)]
struct Table<'i> {
    rows: Vec<Row<'i>>,
    users: Places,
    /// The row of each user.
    places: Vec<usize>,
}

impl<'i> Table<'i> {
    fn add(&mut self, input: u32, of: &'i OverviewInput) {
        let row = |member: Option<&str>, what| Row {
            input,
            file: file(of.name.as_deref(), member),
            what,
            messages: 0,
        };
        let Some(found) = &of.found else {
            return self.rows.push(row(None, What::Unread));
        };
        let mut parts = Places::default();
        let mut is_new = |member: Option<&str>| parts.of(member.unwrap_or_default().to_owned()).1;
        for (told, index) in found.messages.iter().zip(0..) {
            if told.signs_in() {
                is_new(told.member.as_deref());
                self.sign_in(
                    told,
                    row(told.member.as_deref(), What::Message(index, told)),
                );
            }
        }
        for (told, index) in found.messages.iter().zip(0..) {
            if is_new(told.member.as_deref()) {
                let what = What::Message(index, told);
                self.rows.push(row(told.member.as_deref(), what));
            }
        }
        for (member, code) in &found.answers {
            if is_new(member.as_deref()) {
                self.rows.push(row(member.as_deref(), What::Answer(*code)));
            }
        }
        for (member, title) in &found.notices {
            if member.is_some() && is_new(member.as_deref()) {
                self.rows.push(row(member.as_deref(), What::Problem(title)));
            }
        }
        if parts.is_empty() {
            let problem = found.problem.as_deref();
            self.rows
                .push(row(None, problem.map_or(What::Nothing, What::Problem)));
        }
    }

    fn sign_in(&mut self, told: &'i Told, row: Row<'i>) {
        let row = Row { messages: 1, ..row };
        let Some(key) = told.key() else {
            return self.rows.push(row);
        };
        let (user, is_new) = self.users.of(key);
        if is_new {
            self.places.push(self.rows.len());
            return self.rows.push(row);
        }
        let place = self.places.get(user).copied();
        let Some(known) = place.and_then(|place| self.rows.get_mut(place)) else {
            return;
        };
        let messages = known.messages + 1;
        if known.told().is_some_and(|before| told.rank < before.rank) {
            *known = row;
        }
        known.messages = messages;
    }
}

/// The name of the file, and of the file in it.
fn file(name: Option<&str>, member: Option<&str>) -> Option<String> {
    match (name.filter(|name| !name.is_empty()), member) {
        (Some(name), Some(member)) => Some(format!("{name} › {member}")),
        (name, member) => name.or(member).map(str::to_owned),
    }
}
