//! A day in words, as the page writes it.

use super::{Arg, Phrase, texts};

texts! {
    DATE "date" "{ $day }\u{a0}{ $month }\u{a0}{ $year }";
    JANUARY "month-1" "Jan";
    FEBRUARY "month-2" "Feb";
    MARCH "month-3" "Mar";
    APRIL "month-4" "Apr";
    MAY "month-5" "May";
    JUNE "month-6" "Jun";
    JULY "month-7" "Jul";
    AUGUST "month-8" "Aug";
    SEPTEMBER "month-9" "Sept";
    OCTOBER "month-10" "Oct";
    NOVEMBER "month-11" "Nov";
    DECEMBER "month-12" "Dec";
}

const MONTHS: [&Phrase; 12] = [
    &JANUARY, &FEBRUARY, &MARCH, &APRIL, &MAY, &JUNE, &JULY, &AUGUST, &SEPTEMBER, &OCTOBER,
    &NOVEMBER, &DECEMBER,
];

impl Arg {
    /// A day, given as year, month and day.
    pub(crate) fn day([year, month, day]: [i64; 3]) -> Self {
        let name = usize::try_from(month - 1)
            .ok()
            .and_then(|at| MONTHS.get(at));
        let month = name.map_or_else(|| month.into(), |name| Self::said(name));
        let args = vec![("day", day.into()), ("month", month), ("year", year.into())];
        Self::Said(DATE, args)
    }
}
