//! Moments in time as `xs:dateTime` writes them; the crate has no clock.

use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// Reads an `xs:dateTime` (XML Schema 1.0); without a time zone it is read as UTC, as SAML core 1.3.3 asks for.
    ///
    /// Digits beyond the millisecond are dropped. `None` for anything else, years before 1 and after 9999 included.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = digits(text, 4)?;
        let (month, rest) = digits(rest.strip_prefix('-')?, 2)?;
        let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
        let (hour, rest) = digits(rest.strip_prefix('T')?, 2)?;
        let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
        let (second, rest) = digits(rest.strip_prefix(':')?, 2)?;
        let (fraction, rest) = fraction(rest)?;
        let offset = zone(rest)?;
        let midnight = hour == 24 && minute == 0 && second == 0 && fraction == 0;
        if year == 0 || !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
            return None;
        }
        if (hour > 23 && !midnight) || minute > 59 || second > 59 {
            return None;
        }
        let seconds =
            days_since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
        Some(Self((seconds - offset * 60) * 1_000 + fraction))
    }

    /// The day in UTC as `2026-11-21`.
    pub fn day(self) -> String {
        self.to_string().chars().take(10).collect()
    }

    /// Year, month and day of it in UTC.
    pub fn date(self) -> [i64; 3] {
        let (year, month, day) = date(self.0.div_euclid(86_400_000));
        [year, month, day]
    }
}

impl Instant {
    /// How many days after that of `other` its day in UTC is.
    pub fn days_after(self, other: Self) -> i64 {
        let day = |at: Self| at.0.div_euclid(86_400_000);
        day(self) - day(other)
    }

    /// The time of the day in UTC, as `09` and `14`.
    pub fn clock(self) -> [String; 2] {
        let minutes = self.0.div_euclid(60_000).rem_euclid(24 * 60);
        [minutes / 60, minutes % 60].map(|part| format!("{part:02}"))
    }
}

impl fmt::Display for Instant {
    /// In UTC, with milliseconds where there are any; years beyond 9999 as the last that can be read.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let at = self.0.clamp(-62_135_596_800_000, 253_402_300_799_999);
        let (days, rest) = (at.div_euclid(86_400_000), at.rem_euclid(86_400_000));
        let (year, month, day) = date(days);
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
        let (second, fraction) = (rest / 1_000 % 60, rest % 1_000);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        if fraction > 0 {
            write!(f, ".{fraction:03}")?;
        }
        f.write_str("Z")
    }
}

/// Year, month and day of a day after 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
    let longest = if days < 0 { 365 } else { 366 };
    let mut year = 1970 + days.div_euclid(longest);
    while days >= days_since_1970(year + 1, 1, 1) {
        year += 1;
    }
    let mut rest = days - days_since_1970(year, 1, 1);
    let mut month = 1;
    while rest >= days_in(year, month) {
        rest -= days_in(year, month);
        month += 1;
    }
    (year, month, rest + 1)
}

fn digits(text: &str, count: usize) -> Option<(i64, &str)> {
    let (number, rest) = text.split_at_checked(count)?;
    number
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| Some((number.parse().ok()?, rest)))?
}

fn fraction(text: &str) -> Option<(i64, &str)> {
    let Some(after) = text.strip_prefix('.') else {
        return Some((0, text));
    };
    let end = after
        .bytes()
        .position(|b| !b.is_ascii_digit())
        .unwrap_or(after.len());
    let (number, rest) = after.split_at_checked(end)?;
    let milliseconds: String = number.chars().chain("000".chars()).take(3).collect();
    (end > 0).then(|| Some((milliseconds.parse().ok()?, rest)))?
}

fn zone(text: &str) -> Option<i64> {
    if text.is_empty() || text == "Z" {
        return Some(0);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, rest) = digits(text.get(1..)?, 2)?;
    let (minutes, rest) = digits(rest.strip_prefix(':')?, 2)?;
    let legal = rest.is_empty() && minutes < 60 && hours * 60 + minutes <= 14 * 60;
    legal.then_some(sign * (hours * 60 + minutes))
}

fn is_leap(year: i64) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    let leap_days = before / 4 - before / 100 + before / 400;
    let months: i64 = (1..month).map(|m| days_in(year, m)).sum();
    before * 365 + leap_days + months + day - 1 - 719_162
}

#[cfg(test)]
mod tests {
    use super::Instant;

    #[test]
    fn reads_what_xml_schema_allows() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-11-21T09:14:07.412Z", 1_795_252_447_412),
            ("2026-11-21T10:14:07.4129999+01:00", 1_795_252_447_412),
            ("2026-11-21T09:14:07", 1_795_252_447_000),
            ("2024-02-29T24:00:00Z", 1_709_251_200_000),
            ("1969-12-31T23:59:59Z", -1_000),
            ("2000-03-01T00:00:00-14:00", 951_919_200_000),
        ] {
            assert_eq!(Instant::parse(text), Some(Instant(expected)), "{text}");
        }
    }

    #[test]
    fn writes_what_it_reads() {
        for text in [
            "1970-01-01T00:00:00Z",
            "2026-11-21T09:14:07.412Z",
            "2024-02-29T23:59:59Z",
            "2000-12-31T00:00:00.001Z",
            "1969-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
        ] {
            assert_eq!(Instant::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_the_rest() {
        for text in [
            "",
            "2026-11-21",
            "2026-11-21T09:14Z",
            "2026-11-21T09:14:07z",
            "2026-11-21 09:14:07Z",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-21T24:00:01Z",
            "2026-11-21T09:60:00Z",
            "2026-11-21T09:14:60Z",
            "2026-11-21T09:14:07.Z",
            "2026-11-21T09:14:07,5Z",
            "2026-11-21T09:14:07+14:01",
            "2026-11-21T09:14:07+1:00",
            "0000-01-01T00:00:00Z",
            "-2026-01-01T00:00:00Z",
            "2026-11-21T09:14:07Zž",
            "２026-11-21T09:14:07Z",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }
}
