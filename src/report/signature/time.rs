//! How long a certificate still runs, in words.

use crate::instant::Instant;
use crate::rules::Context;
use crate::signature::Certificate;
use crate::text::{Arg, Texts, texts};
use std::cmp::Ordering;

texts! {
    RUNS "certificate-runs" "runs until { $day }: { $days } after this sign-in";
    RUNS_NOW "certificate-runs-now" "runs until { $day }: { $days } more";
    LAST_DAY "certificate-last-day" "ends on { $day }, the day of this sign-in";
    LAST_DAY_NOW "certificate-last-day-now" "ends today, { $day }";
    ENDED "certificate-ended" "ended on { $day }, { $days } before this sign-in";
    ENDED_NOW "certificate-ended-now" "ended on { $day }, { $days } ago";
    ENDED_DAY "certificate-ended-day" "ended on { $day }, the day of this sign-in, but before it";
    ENDED_DAY_NOW "certificate-ended-day-now" "ended today, { $day }";
    BEGINS "certificate-begins" "begins on { $day }, { $days } after this sign-in";
    BEGINS_NOW "certificate-begins-now" "begins on { $day }, in { $days }";
    FIRST_DAY "certificate-first-day" "begins on { $day }, the day of this sign-in, but after it";
    FIRST_DAY_NOW "certificate-first-day-now" "begins later today, { $day }";
    UNTIL "certificate-until" "runs until { $day }";
}

/// A moment that something is counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub at: Instant,
    /// Whether it is that of the sign-in, not of the reader.
    pub is_sign_in: bool,
}

/// When the message was delivered, where that is known; else now; else when it says that it was made.
pub(super) fn moment(cx: &Context) -> Option<Moment> {
    let sign_in = |at| Moment {
        at,
        is_sign_in: true,
    };
    let now = || {
        cx.options.now.map(|at| Moment {
            at,
            is_sign_in: false,
        })
    };
    let issued = || cx.issued_at().map(sign_in);
    cx.delivered_at.map(sign_in).or_else(now).or_else(issued)
}

/// When it ends, or begins, and how many days that is from the moment; days are those of UTC, as in the certificate.
pub(super) fn time(certificate: &Certificate, moment: Option<Moment>, texts: &Texts) -> String {
    let Certificate {
        not_before,
        not_after,
        ..
    } = certificate;
    let Some(Moment { at, is_sign_in }) = moment else {
        return texts.say(&UNTIL, &[("day", Arg::day(not_after.date()))]);
    };
    let (day, [other, other_now], [same, same_now]) = match (at.cmp(not_before), at.cmp(not_after))
    {
        (_, Ordering::Greater) => (
            not_after,
            [&ENDED, &ENDED_NOW],
            [&ENDED_DAY, &ENDED_DAY_NOW],
        ),
        (Ordering::Less, _) => (
            not_before,
            [&BEGINS, &BEGINS_NOW],
            [&FIRST_DAY, &FIRST_DAY_NOW],
        ),
        _ => (not_after, [&RUNS, &RUNS_NOW], [&LAST_DAY, &LAST_DAY_NOW]),
    };
    let days = day.days_after(at).abs();
    let phrase = match (days, is_sign_in) {
        (0, true) => same,
        (0, false) => same_now,
        (_, true) => other,
        (_, false) => other_now,
    };
    let args = [("day", Arg::day(day.date())), ("days", texts.days(days))];
    texts.say(phrase, &args)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use crate::signature::bare;

    const FILE: &[u8] = include_bytes!("../../../tests/fixtures/signatures/certificate.metadata");

    /// Runs from 2025-06-01 to 2028-05-31, each at midnight.
    fn said(at: &str, is_sign_in: bool, language: &str) -> String {
        let certificate = bare(FILE).pop().unwrap().read().unwrap();
        let at = Instant::parse(at).unwrap();
        let moment = Moment { at, is_sign_in };
        time(&certificate, Some(moment), &Texts::new(language)).replace('\u{a0}', " ")
    }

    #[test]
    fn days_are_counted_from_the_sign_in_or_from_now() {
        for (at, of_sign_in, of_now) in [
            (
                "2028-02-29T23:59:59Z",
                "runs until 31 May 2028: 92 days after this sign-in",
                "runs until 31 May 2028: 92 days more",
            ),
            (
                "2028-05-30T00:00:00Z",
                "runs until 31 May 2028: 1 day after this sign-in",
                "runs until 31 May 2028: 1 day more",
            ),
            (
                "2028-05-31T00:00:00Z",
                "ends on 31 May 2028, the day of this sign-in",
                "ends today, 31 May 2028",
            ),
            (
                "2028-05-31T00:00:01Z",
                "ended on 31 May 2028, the day of this sign-in, but before it",
                "ended today, 31 May 2028",
            ),
            (
                "2028-06-12T12:00:00Z",
                "ended on 31 May 2028, 12 days before this sign-in",
                "ended on 31 May 2028, 12 days ago",
            ),
            (
                "2025-05-31T23:59:59Z",
                "begins on 1 Jun 2025, 1 day after this sign-in",
                "begins on 1 Jun 2025, in 1 day",
            ),
        ] {
            assert_eq!(said(at, true, "en"), of_sign_in, "{at}");
            assert_eq!(said(at, false, "en"), of_now, "{at}");
        }
    }

    #[test]
    fn serbian_has_the_singular_after_each_number_that_ends_in_one_but_eleven() {
        for (at, expected) in [
            ("2028-05-30T00:00:00Z", "važi do 31. 5. 2028, još 1 dan"),
            ("2028-05-29T00:00:00Z", "važi do 31. 5. 2028, još 2 dana"),
            ("2028-05-20T00:00:00Z", "važi do 31. 5. 2028, još 11 dana"),
            ("2028-05-10T00:00:00Z", "važi do 31. 5. 2028, još 21 dan"),
            ("2028-06-21T00:00:00Z", "istekao 31. 5. 2028, pre 21 dan"),
            ("2028-09-19T00:00:00Z", "istekao 31. 5. 2028, pre 111 dana"),
            (
                "2025-05-29T00:00:00Z",
                "počinje da važi 1. 6. 2025, za 3 dana",
            ),
        ] {
            assert_eq!(said(at, false, "sr"), expected, "{at}");
        }
    }
}
