//! Times: only the minutes between them are told, unless times are shared.

use super::{REMOVED, Redactor};
use crate::instant::Instant;

/// Where the first moment is moved to.
const START: i64 = 946_684_800_000;

const MINUTE: i64 = 60_000;
const YEAR: i64 = 365 * 24 * 60 * MINUTE;

/// The moment that the others of a message are counted from: of its delivery, else of its issue.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    before: i64,
    after: i64,
}

impl Redactor {
    /// Begins a message that was delivered `at`; without it the first moment that comes counts.
    pub(super) fn set_clock(&mut self, at: Option<Instant>) {
        self.clock = at.map(|Instant(at)| self.clock_at(at));
    }

    fn clock_at(&mut self, before: i64) -> Clock {
        let first = *self.first.get_or_insert(before);
        Clock {
            before,
            after: START + minutes(before - first),
        }
    }

    /// Whether times are shared as they are.
    pub fn keeps_times(&self) -> bool {
        self.keep.times
    }

    /// The moment, moved; it is as much before or after the delivery as it was, in whole minutes.
    pub fn moved(&mut self, at: Instant) -> Instant {
        let Instant(at) = at;
        if self.keep.times {
            return Instant(at);
        }
        let clock = match self.clock {
            Some(clock) => clock,
            None => self.clock_at(at),
        };
        self.clock = Some(clock);
        Instant(clock.after + minutes(at.saturating_sub(clock.before)))
    }

    /// A day that everybody may look up, as in a certificate: a year before or after the message, so that only the side
    /// of it is told.
    pub fn side(&mut self, at: Instant) -> Instant {
        if self.keep.times {
            return at;
        }
        let clock = match self.clock {
            Some(clock) => clock,
            None => self.clock_at(at.0),
        };
        let after = at.0.saturating_sub(clock.before).signum();
        Instant(clock.after + after * YEAR)
    }

    /// The moment `now`, moved so that it is as much before `issued`, in whole minutes.
    pub fn before(&mut self, issued: Instant, now: Instant) -> Instant {
        if self.keep.times {
            return now;
        }
        let Instant(at) = self.moved(issued);
        Instant(at - minutes(issued.0.saturating_sub(now.0)))
    }

    /// The moment at which something is issued.
    pub fn issue(&mut self, text: &str) -> String {
        self.issued = Instant::parse(text.trim()).map(|at| (at, self.moved(at)));
        self.issued
            .map_or_else(|| REMOVED.to_owned(), |(_, moved)| moved.to_string())
    }

    /// The moment from which on something is valid: within a second of its issue that moment, else on the same side of it.
    pub fn beginning(&mut self, text: &str) -> String {
        let (Some(at), Some((issued, Instant(after)))) = (Instant::parse(text.trim()), self.issued)
        else {
            return self.moment(text);
        };
        let Instant(moved) = self.moved(at);
        if self.keep.times {
            return Instant(moved).to_string();
        }
        Instant(match at.0.saturating_sub(issued.0) {
            ..0 => moved.min(after),
            0..1000 => after,
            _ => moved.max(after + MINUTE),
        })
        .to_string()
    }

    /// A moment in one spelling, without its zone; anything else in its place goes.
    pub fn moment(&mut self, text: &str) -> String {
        match Instant::parse(text.trim()) {
            Some(at) => self.moved(at).to_string(),
            None => REMOVED.to_owned(),
        }
    }
}

/// A difference in whole minutes. It is rounded away from nothing, so that early stays early and late stays late.
fn minutes(difference: i64) -> i64 {
    let whole = difference.unsigned_abs().div_ceil(60_000);
    i64::try_from(whole).unwrap_or_default() * difference.signum() * MINUTE
}

#[cfg(test)]
mod tests {
    use super::super::Keep;
    use super::*;

    #[test]
    fn tells_the_minutes_between_moments() {
        let mut redactor = Redactor::new(Keep::default());
        redactor.set_clock(Instant::parse("2026-11-21T09:14:07.412Z"));
        for (at, expected) in [
            ("2026-11-21T09:14:07.412Z", "2000-01-01T00:00:00Z"),
            ("2026-11-21T09:14:08Z", "2000-01-01T00:01:00Z"),
            ("2026-11-21T10:09:07.412+01:00", "1999-12-31T23:55:00Z"),
            ("2026-11-21T09:14:07.4110815Z", "1999-12-31T23:59:00Z"),
            ("Jelena", "removed"),
        ] {
            assert_eq!(redactor.moment(at), expected, "{at}");
        }
    }

    #[test]
    fn of_a_certificate_only_the_side_is_told() {
        let mut redactor = Redactor::new(Keep::default());
        redactor.set_clock(Instant::parse("2026-11-21T09:14:07Z"));
        for (at, expected) in [
            ("2020-01-01T00:00:00Z", "1999-01-01"),
            ("2026-11-21T09:14:06Z", "1999-01-01"),
            ("2026-11-21T09:14:08Z", "2000-12-31"),
            ("2099-01-01T00:00:00Z", "2000-12-31"),
        ] {
            assert_eq!(
                redactor.side(Instant::parse(at).unwrap()).day(),
                expected,
                "{at}"
            );
        }
    }

    #[test]
    fn shared_times_have_one_spelling() {
        let mut redactor = Redactor::new(Keep {
            times: true,
            ..Keep::default()
        });
        for (at, expected) in [
            (
                "2026-11-21T10:14:07.4110815+01:00",
                "2026-11-21T09:14:07.411Z",
            ),
            ("2026-11-21T09:14:07Z", "2026-11-21T09:14:07Z"),
        ] {
            assert_eq!(redactor.moment(at), expected, "{at}");
        }
    }
}
