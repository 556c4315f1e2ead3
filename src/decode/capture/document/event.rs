//! One event of a log of a browser: what it says waits for its end, as its time and address may stand behind.

/// What an object is, where requests are logged as events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    #[default]
    Other,
    /// What the event says.
    Params,
    Request,
    /// The pieces of a body.
    Entries,
    Source,
}

/// Something that an event says.
#[derive(Debug)]
pub(super) struct Said {
    /// The parameter that names it.
    pub name: Option<&'static str>,
    /// The text.
    pub text: String,
    /// Whether it is the body of a request.
    pub is_body: bool,
}

/// An event as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// So many objects and lists are around it.
    pub depth: usize,
    /// What it says, in order.
    pub said: Vec<Said>,
    /// Where the request went.
    pub address: Option<String>,
    /// When, in milliseconds since 1970.
    pub time: Option<f64>,
    /// When, by the clock of the log.
    pub ticks: Option<f64>,
    /// The number of what it happened at.
    pub source: Option<u64>,
    /// A body in pieces.
    pub entries: Vec<u8>,
    /// What went over a connection.
    pub bytes: Vec<u8>,
    length: usize,
}

/// So much waits for the end of an event, in bytes.
const LONGEST: usize = 4 << 20;

impl Event {
    /// Begins an event with so many objects and lists around it.
    pub fn at(depth: usize) -> Self {
        Self {
            depth,
            ..Self::default()
        }
    }

    /// Whether so much more may wait for its end.
    pub fn takes(&mut self, length: usize) -> bool {
        let has_room = self.length + length <= LONGEST;
        self.length += if has_room { length } else { 0 };
        has_room
    }
}
