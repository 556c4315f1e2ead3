//! The host seats that the accounts of a list hold.

use super::columns::Columns;

/// The host seats in use at one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// Address of the site, where the list tells sites apart.
    pub site: Option<String>,
    /// Accounts with a host seat.
    pub used: u32,
    /// Those among them that are not active; most likely each still holds its seat.
    pub inactive: u32,
}

/// What the rows are counted by.
#[derive(Debug)]
pub(super) struct Counter {
    seats: Vec<Seats>,
    /// For each column that tells: its place, and the place of its site among the seats.
    columns: Vec<(usize, usize)>,
    is_held: fn(&[u8]) -> bool,
    /// The sites at which the row at hand holds a seat.
    held: Vec<bool>,
}

impl Counter {
    pub fn new(columns: &Columns) -> Self {
        let mut seats: Vec<Seats> = vec![];
        let mut places = vec![];
        let mut place = |site: Option<&String>| {
            let known = seats.iter().position(|seats| seats.site.as_ref() == site);
            known.unwrap_or_else(|| {
                seats.push(Seats {
                    site: site.cloned(),
                    used: 0,
                    inactive: 0,
                });
                seats.len() - 1
            })
        };
        let is_held: fn(&[u8]) -> bool = match columns.hosts {
            Some(column) => {
                places.push((column, place(None)));
                is_host
            }
            None => {
                let licences = columns.licences.iter();
                places.extend(licences.map(|(column, site)| (*column, place(Some(site)))));
                |cell| cell.eq_ignore_ascii_case(b"true")
            }
        };
        let held = vec![false; seats.len()];
        Self {
            seats,
            columns: places,
            is_held,
            held,
        }
    }

    /// Counts a row; `cell` gives the cell of a column.
    pub fn count<'c>(&mut self, cell: impl Fn(usize) -> &'c [u8], is_inactive: bool) {
        self.held.fill(false);
        for (column, site) in &self.columns {
            if let Some(held) = self.held.get_mut(*site) {
                *held |= (self.is_held)(cell(*column));
            }
        }
        for (seats, held) in self.seats.iter_mut().zip(&self.held) {
            seats.used += u32::from(*held);
            seats.inactive += u32::from(*held && is_inactive);
        }
    }

    pub fn finish(self) -> Vec<Seats> {
        self.seats
    }
}

/// The privileges that hold a host seat by their definition; `ATTND` does not.
fn is_host(cell: &[u8]) -> bool {
    [b"HOST", b"ADMN", b"ADMV"]
        .iter()
        .any(|privilege| cell.eq_ignore_ascii_case(*privilege))
}
