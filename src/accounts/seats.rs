//! The host seats that the accounts of a list hold.

use super::columns::{Columns, Format};
use crate::webex::statuses::StatusId;

/// Which accounts with a host privilege hold a seat, by the console that the list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Control Hub: all of them, whatever their status.
    All,
    /// Site Administration: those that are active; Cisco says so of its API.
    Active,
    /// Not known: those that are active at least, all of them at most.
    Unknown,
}

impl Counted {
    pub(super) fn of(format: Option<Format>) -> Self {
        match format {
            Some(
                Format::ControlHub
                | Format::ControlHubLicences
                | Format::ControlHubTable
                | Format::MeetingsSite,
            ) => Self::All,
            Some(Format::SiteAdministration | Format::MeetingsServer) => Self::Active,
            Some(Format::Messenger | Format::Other) | None => Self::Unknown,
        }
    }
}

/// The host seats in use at one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// Address of the site, where the list tells sites apart.
    pub site: Option<String>,
    /// Accounts with a host privilege.
    pub hosts: u32,
    /// Those among them that are not active, or may not be.
    pub inactive: u32,
    /// Which of them hold a seat.
    pub counted: Counted,
}

impl Seats {
    /// So many seats are in use at least.
    pub fn least(&self) -> u32 {
        match self.counted {
            Counted::All => self.hosts,
            Counted::Active | Counted::Unknown => self.hosts - self.inactive,
        }
    }
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
    counted: Counted,
}

impl Counter {
    pub fn new(columns: &Columns, format: Option<Format>) -> Self {
        let counted = Counted::of(format);
        let mut seats: Vec<Seats> = vec![];
        let mut places = vec![];
        let mut place = |site: Option<&String>| {
            let known = seats.iter().position(|seats| seats.site.as_ref() == site);
            known.unwrap_or_else(|| {
                seats.push(Seats {
                    site: site.cloned(),
                    hosts: 0,
                    inactive: 0,
                    counted,
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
            counted,
        }
    }

    /// Counts a row of that status; `cell` gives the cell of a column.
    pub fn count<'c>(&mut self, cell: impl Fn(usize) -> &'c [u8], status: Option<StatusId>) {
        let is_inactive = match self.counted {
            Counted::All => status == Some(StatusId::Inactive),
            Counted::Active | Counted::Unknown => status != Some(StatusId::Active),
        };
        self.held.fill(false);
        for (column, site) in &self.columns {
            if let Some(held) = self.held.get_mut(*site) {
                *held |= (self.is_held)(cell(*column));
            }
        }
        for (seats, held) in self.seats.iter_mut().zip(&self.held) {
            seats.hosts += u32::from(*held);
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
