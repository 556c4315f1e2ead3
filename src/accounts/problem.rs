//! What can be wrong with a user list, in words.

use crate::text::{Arg, Args, Words, texts};

/// Something that is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The words, whose id is `accounts-` and the kind.
    pub words: &'static Words,
    /// What is put into them.
    pub args: Args,
    /// The first lines that it is about, from 1.
    pub lines: Vec<u32>,
}

impl Trouble {
    pub(super) fn new(words: &'static Words, args: Args, lines: Vec<u32>) -> Self {
        Self { words, args, lines }
    }

    /// The same, with the lines and the number of rows in the words.
    pub(super) fn at(words: &'static Words, count: u32, lines: Vec<u32>, mut args: Args) -> Self {
        let numbers = lines.iter().map(|line| Arg::from(*line)).collect();
        args.push(("lines", Arg::List(numbers, None)));
        args.push(("count", count.into()));
        Self { words, args, lines }
    }
}

texts! {
    pub(super) static:
    EMPTY "accounts-empty" {
        title: "The file is empty",
        why: "There is no line of headers and no row in it.",
        fix: "Export the list of users again and open that file.",
    }
    NO_ROW "accounts-no-row" {
        title: "The list has headers, but no row",
        why: "An export can be limited to a group, or to active accounts; then the others are not in it.",
        fix: "Export all users, inactive ones too.",
    }
    WORKBOOK "accounts-workbook" {
        title: "This is a workbook or an archive, not a CSV file",
        why: "A list of users is read as CSV, text with one row a line.",
        fix: "Open it in the spreadsheet and save it as **CSV UTF-8**, or take the file as it came from the export.",
    }
    MARKUP "accounts-markup" {
        title: "This looks like XML or HTML, not like a CSV file",
        why: "A page saved from the console does not hold the whole list.",
        fix: "In Control Hub open **Users** and export them as CSV; in Site Administration, **User Management**.",
    }
    JSON "accounts-json" {
        title: "This looks like JSON, not like a CSV file",
        why: "A list of users is read as CSV, text with one row a line.",
        fix: "Export the list as CSV.",
    }
    TEXT "accounts-text" {
        title: "This is text without columns",
        why: "There is no comma, semicolon or tab in its first line, which should hold the headers.",
        fix: "Take the file as it came from the export, with its line of headers.",
    }
    COLUMNS "accounts-columns" {
        title: "No column shows who the user is",
        why: "The headers are: `{ $headers }`. A user name or an e‑mail address is needed to find an account.",
        fix: "Say which column holds the user name or the e‑mail address, or take the file as it came from the export.",
    }
    NO_STATUS "accounts-no-status" {
        title: "The list has no status column",
        why: "It shows whether an account is there, not whether it is active.",
        fix: "Take an export with the status in it: from Control Hub, **Users**, with the column **User Status**; or from Site Administration, with **Active**.",
    }
    QUOTING "accounts-quoting" {
        title: "A quotation mark is not closed: line { $lines }",
        why: "Everything after it counts as one cell, so later rows were not read.",
        fix: "Close the quotation mark in this line, or export the list again.",
    }
    CELLS "accounts-cells" {
        title: "Rows with another number of cells than the headers: { $count }",
        why: "In such a row a cell can be under the wrong header. The first are in lines { $lines }.",
        fix: "Look at these lines: most often there is a separator in a cell without quotation marks around it.",
    }
    TWICE "accounts-twice" {
        title: "Rows for users who already have a row: { $count }",
        why: "The list doesn’t say which row is valid. The first are in lines { $lines }.",
        fix: "Look at these rows in the console; one of them may be out of date.",
    }
    STATUS_WORD "accounts-status-word" {
        title: "Statuses that no table knows: `{ $words }`",
        why: "Rows with them: { $count }. What they mean for error 31 is not known here.",
        fix: "Look up these users in the console, and choose what it says among the answers.",
    }
    CHARSET "accounts-charset" {
        title: "The list is not UTF-8",
        why: "Its charset is unknown. Letters other than A–Z were read as `{ $charset }` and may be wrong.",
        fix: "Save it as UTF-8, or export it again.",
    }
}
