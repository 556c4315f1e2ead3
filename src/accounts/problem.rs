//! What can be wrong with a user list, in words.

use crate::text::{Args, Words};

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
        let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
        args.push(("lines", numbers.join(", ")));
        args.push(("count", count.to_string()));
        Self { words, args, lines }
    }
}

macro_rules! words {
    ($($name:ident $id:literal $title:literal, $why:literal, $fix:literal;)*) => {
        $(pub(super) static $name: Words = Words { id: $id, title: $title, why: $why, fix: $fix, action: "" };)*
        /// All words about user lists, for translators and tests.
        pub static WORDS: &[&Words] = &[$(&$name),*];
    };
}

words! {
    EMPTY "accounts-empty" "The file is empty",
        "There is no line of headers and no row in it.",
        "Export the list of users again and open that file.";
    NO_ROW "accounts-no-row" "The list has headers and no row",
        "An export can be limited to a group, or to active accounts; then the others are not in it.",
        "Export all users, inactive ones too.";
    WORKBOOK "accounts-workbook" "This is a workbook or an archive, not a CSV file",
        "A list of users is read as CSV, text with one row a line.",
        "Open it in the spreadsheet and save it as **CSV UTF-8**, or take the file as it came from the export.";
    MARKUP "accounts-markup" "This looks like XML or HTML, not like a CSV file",
        "A page saved from the console does not hold the whole list.",
        "In Control Hub open **Users** and export them as CSV; in Site Administration, **User Management**.";
    JSON "accounts-json" "This looks like JSON, not like a CSV file",
        "A list of users is read as CSV, text with one row a line.",
        "Export the list as CSV.";
    TEXT "accounts-text" "This is text without columns",
        "No comma, semicolon or tab stands in its first line, which should hold the headers.",
        "Take the file as it came from the export, with its line of headers.";
    COLUMNS "accounts-columns" "No column names the user",
        "The headers are: `{ $headers }`. A user name or an e‑mail address is needed to find an account.",
        "Say which column holds the user name or the e‑mail address, or take the file as it came from the export.";
    NO_STATUS "accounts-no-status" "The list has no status column",
        "It shows whether an account is there, not whether it is active.",
        "Take an export with the status in it: from Control Hub, **Users**, with the column **User Status**; or from Site Administration, with **Active**.";
    QUOTING "accounts-quoting" "A quotation mark is not closed: line { $lines }",
        "From there on the file is one single cell, so that the rows behind it are not read.",
        "Close the quotation mark in this line, or export the list again.";
    CELLS "accounts-cells" "Rows with another number of cells than the headers: { $count }",
        "In such a row a cell can stand under the wrong header. The first are in lines { $lines }.",
        "Look at these lines: most often a separator stands in a cell without quotation marks around it.";
    TWICE "accounts-twice" "Rows that name a user who has a row already: { $count }",
        "Which of the rows holds, the list does not tell. The first are in lines { $lines }.",
        "Look at these rows in the console; one of them may be a leftover.";
    STATUS_WORD "accounts-status-word" "Statuses that no table knows: `{ $words }`",
        "Rows with them: { $count }. What they mean for error 31 is not known here.",
        "Look up these users in the console, and choose what it says among the answers.";
    CHARSET "accounts-charset" "The list is not UTF-8",
        "It doesn’t say its charset. Names and addresses with other letters than A to Z were read as `{ $charset }` and can be wrong.",
        "Save it as UTF-8, or export it again.";
}
